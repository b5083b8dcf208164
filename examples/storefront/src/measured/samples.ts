/**
 * The pages that are measured in a real browser, one or two of each kind, and the windows that they are measured in.
 * Where things stand on the other pages is taken from the one that is most like it (boxes).
 */
import type { Viewport } from '@holloway/protocol';
import { searchPage } from '../pages/list-page.ts';
import { cartPage, checkoutPage, orderPage, PAGES } from '../pages/pages.ts';
import type { ShopPage } from '../pages/shop-page.ts';

export interface Sample {
  /** With its query. */
  readonly address: string;
  /** What the shop must have given the browser before. */
  readonly cookie?: { readonly name: string; readonly value: string };
  readonly page: ShopPage;
}

/** One usual size of each class, in pixels. */
export const WINDOWS: {
  readonly [viewport in Viewport]: { readonly width: number; readonly height: number };
} = {
  s: { width: 390, height: 844 },
  m: { width: 820, height: 1180 },
  l: { width: 1440, height: 900 },
};

/** Long and short lists, with and without pages and what goes well; products in two and in four colours. */
const PATHS: readonly string[] = [
  '/',
  '/c/kettles',
  '/c/coffee/2',
  '/c/mixers/2',
  '/c/ovens',
  '/c/kettles/gooseneck',
  '/c/kettles/electric',
  '/c/toasters/two-slice',
  '/c/mixers/hand',
  '/c/ovens/bread',
  '/collections/chalk',
  '/collections/butter/2',
  '/collections/damson',
  '/p/heron-gooseneck-kettle-ink',
  '/p/curlew-gooseneck-kettle-chalk',
  '/p/bittern-electric-kettle-sage',
  '/p/robin-two-slice-toaster-clay',
  '/stories',
  '/stories/first-coffee',
  '/stories/bread-on-sundays',
  '/stories/slow-mornings',
  '/about',
  '/delivery',
  '/privacy',
  '/preferences',
];

const search = (term: string): Sample => ({
  address: `/search?q=${encodeURIComponent(term)}`,
  page: searchPage(term),
});

const inCart = { name: 'cart', value: 'KG-101*1' };

export const SAMPLES: readonly Sample[] = [
  ...PAGES.filter(({ path }) => PATHS.includes(path)).map((page) => ({ address: page.path, page })),
  search('submarine'),
  search('grinder'),
  search('kettle'),
  { address: '/cart', page: cartPage(true) },
  { address: '/cart', cookie: inCart, page: cartPage(false) },
  { address: '/checkout', cookie: inCart, page: checkoutPage() },
  {
    address: '/order/482913',
    cookie: { name: 'order', value: encodeURIComponent('482913:KG-101*1') },
    page: orderPage('482913'),
  },
];
