/** What a form or a page tells of a cart, as attributes that shop.js reads: an event of Google Analytics 4 and its parameters. */
import { html } from 'hono/html';
import type { Cart } from '../server/cart.ts';
import type { Markup } from './markup.ts';

type Event = 'add_to_cart' | 'add_shipping_info' | 'purchase';

/** @param number Of an order. */
export const told = (event: Event, cart: Cart, number?: string): Markup =>
  html` data-event="${event}" data-told="${JSON.stringify({
    currency: 'EUR',
    items: cart.map(({ product, quantity }) => ({
      item_id: product.sku,
      price: product.price / 100,
      quantity,
    })),
    ...(number === undefined ? {} : { transaction_id: number }),
  })}"`;
