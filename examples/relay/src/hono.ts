/**
 * The relay in a store on Hono, with Node under it. Behind a proxy of yours, give the
 * relay `addressOf: 'X-Forwarded-For'`: the connection is then the proxy's.
 */

import { createRelay, type RelayOptions } from '@holloway/sdk/relay';
import type { HttpBindings } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono } from 'hono';

export function createShop(options: RelayOptions): Hono<{ Bindings: HttpBindings }> {
  const relay = createRelay(options);
  const shop = new Hono<{ Bindings: HttpBindings }>();
  shop.all('/holloway/*', (c) => relay(c.req.raw, { address: getConnInfo(c).remote.address }));
  return shop;
}
