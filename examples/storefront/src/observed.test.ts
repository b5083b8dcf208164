/// <reference lib="dom" />
import { normalisePath } from '@holloway/protocol';
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { createItems } from '../../../packages/sdk/src/capture/layout/items.ts';
import { createSlots } from '../../../packages/sdk/src/capture/layout/slots.ts';
import { createWalk } from '../../../packages/sdk/src/capture/layout/walk.ts';
import { createZones } from '../../../packages/sdk/src/capture/layout/zones.ts';
// Not part of the SDK's surface, and the very code that looks at these pages in a browser.
import { describePage } from '../../../packages/sdk/src/capture/page.ts';
import type { Search } from '../../../packages/sdk/src/visit/observation.ts';
import { productOf } from './catalogue/products.ts';
import { searchPage } from './pages/list-page.ts';
import { cartPage, PAGES } from './pages/pages.ts';
import type { ShopPage } from './pages/shop-page.ts';
import { createStorefront } from './server/storefront.ts';

const ORIGIN = 'http://shop.example';
const shop = createStorefront({ collectorUrl: 'http://127.0.0.1:8787', site: 'storefront' });

/** The page as a browser holds it, and its address. */
async function open(address: string, cookie = '') {
  const url = `${ORIGIN}${address}`;
  const answer = await shop.request(url, { headers: { cookie } });
  const window = new Window({ url });
  window.document.write(await answer.text());
  return {
    window: window as unknown as globalThis.Window,
    document: window.document as unknown as Document,
    url,
  };
}

/** The positions of products in the order of the document, those of one region alone. */
function slotsIn(window: globalThis.Window, within: string): { slot: string; item: string }[] {
  const { document } = window;
  const zones = createZones(document, '/');
  const slots: { slot: string; item: string }[] = [];
  const walk = createWalk(document, {
    zones,
    slots: createSlots(({ name: slot, item, link }) => {
      if (link.closest(within)) slots.push({ slot, item });
    }),
    itemOf: createItems(window, []),
    onZone: zones.at,
    onElement: () => {},
  });
  while (walk.step());
  return slots;
}

const observed = async ({ path }: ShopPage, query = '') => {
  const { window, document, url } = await open(`${path}${query}`);
  return { page: describePage(document, url, []), slots: slotsIn(window, 'main') };
};

/** What the simulated visitors count. */
const simulated = ({ path, type, category, item, zones }: ShopPage, search?: Search) => ({
  page: { path: normalisePath(path), type, category, item: item ?? undefined, search },
  slots: zones.flatMap(({ name, products }) =>
    products.map(({ sku }, i) => ({ slot: `${name}/${i + 1}`, item: sku })),
  ),
});

describe('what the SDK observes on the real pages is what the simulation counts', () => {
  it('on every page that is the same for everyone', async () => {
    for (const page of PAGES) expect(await observed(page), page.path).toEqual(simulated(page));
  }, 60_000);

  it.each([
    { term: 'milk frother', isEmpty: false },
    { term: 'submarine', isEmpty: true },
  ])('on the results of a search for $term', async ({ term, isEmpty }) => {
    const page = searchPage(term);
    const query = `?q=${encodeURIComponent(term)}`;
    expect(await observed(page, query)).toEqual(simulated(page, { term, isEmpty }));
  });

  it('in the cart, in the checkout and after an order', async () => {
    const { document, url } = await open('/cart', 'cart=KG-101*1');
    expect(describePage(document, url, [])).toEqual(simulated(cartPage(false)).page);
    const checkout = await open('/checkout', 'cart=KG-101*1');
    expect(describePage(checkout.document, checkout.url, [])).toEqual({
      path: '/checkout',
      type: 'checkout',
      category: null,
    });
    const order = await open('/order/482913', `order=${encodeURIComponent('482913:KG-101*1')}`);
    expect(describePage(order.document, order.url, [])).toEqual({
      path: '/order/:id',
      type: 'order',
      category: null,
    });
  });

  it('names a product in the cart by its article number', async () => {
    const { window } = await open('/cart', 'cart=KG-101*1');
    expect(slotsIn(window, '.line').map(({ item }) => item)).toEqual([productOf('KG-101').sku]);
  });
});
