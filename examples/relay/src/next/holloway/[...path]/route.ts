/** The relay in a store on Next: `app/holloway/[...path]/route.ts`. Next tells no address; whoever hosts it does. */
import { createRelay } from '@holloway/sdk/relay';

const relay = createRelay({
  collector: process.env.HOLLOWAY_COLLECTOR ?? '',
  key: process.env.HOLLOWAY_RELAY_KEY ?? '',
  addressOf: 'X-Forwarded-For',
  choice: {},
  // Next keeps what it fetches, and would tell one visitor the configuration of another's country.
  fetch: (url, init) => fetch(url, { ...init, cache: 'no-store' }),
});

export const dynamic = 'force-dynamic';

export const GET = (request: Request): Promise<Response> => relay(request);
export const POST = (request: Request): Promise<Response> => relay(request);
