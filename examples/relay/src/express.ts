/** The relay in a store on Express, before anything that reads bodies. */

import { createRelay, type RelayOptions } from '@holloway/sdk/relay';
import { getRequestListener } from '@hono/node-server';
import express, { type Express } from 'express';

export function createShop(options: RelayOptions): Express {
  const relay = createRelay(options);
  const shop = express();
  shop.all('/holloway/*path', (request, response) =>
    // `request.ip` is the visitor's behind a proxy too, once `trust proxy` is set.
    getRequestListener((standard) => relay(standard, { address: request.ip }), {
      overrideGlobalObjects: false,
    })(request, response),
  );
  shop.use(express.json());
  return shop;
}
