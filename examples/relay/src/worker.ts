/** The relay as a worker of a content network, which knows both address and country of who asks. */
import { createRelay, type Relay } from '@holloway/sdk/relay';

interface Environment {
  readonly HOLLOWAY_COLLECTOR: string;
  readonly HOLLOWAY_RELAY_KEY: string;
}

let relay: Relay | undefined;

export default {
  fetch(request: Request, env: Environment): Promise<Response> {
    relay ??= createRelay({
      collector: env.HOLLOWAY_COLLECTOR,
      key: env.HOLLOWAY_RELAY_KEY,
      addressOf: 'CF-Connecting-IP',
      country: 'CF-IPCountry',
      choice: {},
    });
    return relay(request);
  },
};
