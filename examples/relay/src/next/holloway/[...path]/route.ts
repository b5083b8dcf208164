/**
 * The relay in a store on Next: `app/holloway/[...path]/route.ts`.
 * Next tells no address but by `X-Forwarded-For`, which it sets only where a request has none: believe it where what stands
 * before Next sets it or adds to it, as hosts of Next and proxies do. Where nothing does, leave `addressOf` out: anybody
 * could write there what they like, and an address that is not known is better than one that is made up.
 */
import { createRelay, type Relay } from '@holloway/sdk/relay';

let relay: Relay | undefined;

/** Made with the first request: `next build` reads this file, and need not know the key. */
function answer(request: Request): Promise<Response> {
  relay ??= createRelay({
    collector: process.env.HOLLOWAY_COLLECTOR ?? '',
    key: process.env.HOLLOWAY_RELAY_KEY ?? '',
    addressOf: 'X-Forwarded-For',
    choice: {},
    // Next keeps what it fetches, and would tell one visitor the configuration of another's country.
    fetch: (url, init) => fetch(url, { ...init, cache: 'no-store' }),
  });
  return relay(request);
}

export const dynamic = 'force-dynamic';

export { answer as GET, answer as POST };
