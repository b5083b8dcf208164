/// <reference lib="dom" />
import { normalisePath } from '@holloway/protocol';
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
// Not part of the SDK's surface, and the very code that looks at these pages in a browser.
import { describePage } from '../../../packages/sdk/src/capture/page.ts';
import { describeSlot } from '../../../packages/sdk/src/capture/slot.ts';
import { productOf } from './catalogue/products.ts';
import { searchPage } from './pages/list-page.ts';
import { cartPage, PAGES } from './pages/pages.ts';
import type { ShopPage } from './pages/shop-page.ts';
import { createStorefront } from './server/storefront.ts';

const ORIGIN = 'http://shop.example';
const shop = createStorefront({ collectorUrl: 'http://127.0.0.1:8787', site: 'storefront' });

/** The page as a browser holds it, and its address. */
async function open(address: string, cookie = ''): Promise<{ document: Document; url: string }> {
  const url = `${ORIGIN}${address}`;
  const answer = await shop.request(url, { headers: { cookie } });
  const window = new Window({ url });
  window.document.write(await answer.text());
  return { document: window.document as unknown as Document, url };
}

const observed = async ({ path }: ShopPage, query = '') => {
  const { document, url } = await open(`${path}${query}`);
  const links = [...document.querySelectorAll<HTMLAnchorElement>('main a[href^="/p/"]')];
  return {
    page: describePage(document, url, []),
    slots: links.map((link) => describeSlot(link, url, [])),
  };
};

/** What the simulated visitors count. */
const simulated = ({ path, type, category, zones }: ShopPage) => ({
  page: { path: normalisePath(path), type, category },
  slots: zones.flatMap(({ name, products }) =>
    products.map(({ sku }, i) => ({ slot: `${name}/${i + 1}`, item: sku })),
  ),
});

describe('what the SDK observes on the real pages is what the simulation counts', () => {
  it('on every page that is the same for everyone', async () => {
    for (const page of PAGES) expect(await observed(page), page.path).toEqual(simulated(page));
  }, 60_000);

  it('on the results of a search, whose words are not part of what is counted', async () => {
    const page = searchPage('milk frother');
    expect(await observed(page, '?q=milk+frother')).toEqual(simulated(page));
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
    const { document, url } = await open('/cart', 'cart=KG-101*1');
    const link = document.querySelector<HTMLAnchorElement>('.line a');
    expect(link && describeSlot(link, url, [])?.item).toBe(productOf('KG-101').sku);
  });
});
