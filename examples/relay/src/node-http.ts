/**
 * The relay in a store on Node's own `http`. The listener makes a fetch-standard request of Node's. Behind a proxy of yours, give the
 * relay `addressOf: 'X-Forwarded-For'`: the connection is then the proxy's.
 */
import { createServer, type Server } from 'node:http';
import { createRelay, type RelayOptions } from '@holloway/sdk/relay';
import { getRequestListener } from '@hono/node-server';

export function createShop(options: RelayOptions): Server {
  const relay = createRelay(options);
  const relayed = getRequestListener(
    (request, { incoming }) => relay(request, { address: incoming.socket.remoteAddress }),
    { overrideGlobalObjects: false },
  );
  return createServer((request, response) => {
    if (request.url?.startsWith('/holloway/')) void relayed(request, response);
    else response.end('the shop');
  });
}
