/**
 * What a shop says of carts and orders, by `track` and in its `dataLayer`: what is counted of it, exactly, and that it is
 * credited to the position of a list that led there.
 */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hide, show } from '../support/browser.ts';
import { only } from './shop.ts';
import { jsonLd, openStage, type Walk, withMenu } from './walk.ts';

const stage = openStage();

const SWAN = { item_id: 'KE-101', price: 49.9 };
const track = (page: Page, name: string, params: object): Promise<void> =>
  page.evaluate(([event, told]) => window.holloway?.track(event as 'purchase', told as never), [
    name,
    params,
  ] as const);

/** What the page of the shop says in its `dataLayer` once it is loaded. */
const push = (page: Page, ...entries: readonly unknown[]): Promise<void> =>
  page.evaluate((all) => {
    const { dataLayer = [] } = window as { dataLayer?: unknown[] };
    dataLayer.push(...all);
    Object.assign(window, { dataLayer });
  }, entries);

async function visit(path = '/p/swan'): Promise<Walk> {
  const walk = await stage.enter();
  await walk.go(path);
  return walk;
}

describe('an event that the shop tells', () => {
  it('of a cart counts the product with the value of all its pieces', async () => {
    const walk = await visit();
    await track(walk.page, 'add_to_cart', { currency: 'EUR', items: [{ ...SWAN, quantity: 2 }] });
    expect(only(await walk.end(), 'commerce.added', 'commerce.ordered', 'funnel')).toEqual({
      'commerce.added KE-101 EUR': '1/9980',
      'funnel (any) product': 1,
      'funnel kettles product': 1,
      'funnel (any) cart': 1,
      'funnel kettles cart': 1,
    });
  });

  it('of the same product again adds to its value, not to the visits that put it into the cart', async () => {
    const walk = await visit();
    for (let i = 0; i < 3; i++) await track(walk.page, 'add_to_cart', { items: [SWAN] });
    expect(only(await walk.end(), 'commerce.added')).toEqual({ 'commerce.added KE-101 EUR': '1/14970' });
  });

  it.each(['begin_checkout', 'add_shipping_info', 'add_payment_info'])(
    '%s is a step of the funnel and no value',
    async (event) => {
      const walk = await visit('/checkout');
      const items = [{ ...SWAN, item_category: 'Kettles', item_category2: 'Gooseneck' }];
      await track(walk.page, event, { items });
      expect(only(await walk.end(), 'commerce', 'commerce.added', 'commerce.ordered', 'funnel')).toEqual({
        'funnel (any) checkout': 1,
        'funnel kettles checkout': 1,
        'funnel kettles/gooseneck checkout': 1,
      });
    },
  );

  it('of an order counts each product and the order, with what the shop says that it is worth', async () => {
    const walk = await visit('/order');
    await track(walk.page, 'purchase', {
      transaction_id: 'T-1',
      value: 74.8,
      items: [SWAN, { item_id: 'CO-201', price: '12.45', quantity: '2', item_category: 'Coffee' }],
    });
    const facts = ['commerce.added', 'commerce.ordered', 'commerce.purchase', 'funnel'] as const;
    expect(only(await walk.end(), ...facts)).toEqual({
      'commerce.ordered KE-101 EUR': '1/4990',
      'commerce.ordered CO-201 EUR': '1/2490',
      'commerce.purchase EUR': '1/7480',
      'funnel (any) order': 1,
      'funnel coffee order': 1,
    });
  });

  it.each([
    ['EUR', 49.9, '1/4990'],
    ['JPY', 5000, '1/5000'],
    ['KWD', 12.345, '1/12345'],
    ['USD', '19.99', '1/1999'],
  ])('in %s counts %s in its minor units', async (currency, price, counted) => {
    const walk = await visit('/order');
    const items = [{ item_id: 'KE-101', price }];
    await track(walk.page, 'purchase', { transaction_id: 'T-1', currency, items });
    expect(only(await walk.end(), 'commerce.ordered', 'commerce.purchase')).toEqual({
      [`commerce.ordered KE-101 ${currency}`]: counted,
      [`commerce.purchase ${currency}`]: counted,
    });
  });

  it('in a currency that is none counts the order without a value', async () => {
    const walk = await visit('/order');
    await track(walk.page, 'purchase', { transaction_id: 'T-1', currency: 'points', items: [SWAN] });
    expect(only(await walk.end(), 'commerce.ordered', 'commerce.purchase')).toEqual({
      'commerce.ordered KE-101 (other)': 1,
      'commerce.purchase (other)': 1,
    });
  });

  it('that is not understood, or names no product, counts nothing and breaks nothing', async () => {
    const walk = await visit('/about');
    for (const [name, params] of [
      ['view_promotion', { items: [SWAN] }],
      ['add_to_cart', { items: [{ price: 10 }] }],
      ['add_to_cart', { items: 'KE-101' }],
      ['constructor', {}],
    ] as const) {
      await track(walk.page, name, params);
    }
    await track(walk.page, 'add_to_cart', { items: [{ item_id: 'KE-102', price: 'free' }] });
    expect(only(await walk.end(), 'commerce.added', 'commerce.purchase', 'funnel', 'fault')).toEqual({
      'commerce.added KE-102 EUR': 1,
      'funnel (any) cart': 1,
    });
  });
});

describe('a funnel', () => {
  it('counts a visit once at each stage, for each category and for all together', async () => {
    const walk = await visit('/c/kettles');
    await walk.follow('Swan', '/p/swan');
    await track(walk.page, 'add_to_cart', { items: [SWAN] });
    await walk.follow('Kettles', '/c/kettles');
    await walk.follow('Heron', '/p/heron');
    await walk.follow('Coffee', '/c/coffee');
    await walk.go('/checkout');
    await track(walk.page, 'begin_checkout', { items: [SWAN] });
    await walk.go('/order');
    await track(walk.page, 'purchase', { transaction_id: 'T-1', items: [SWAN] });
    expect(only(await walk.end(), 'funnel')).toEqual({
      'funnel (any) list': 1,
      'funnel kettles list': 1,
      'funnel coffee list': 1,
      'funnel (any) product': 1,
      'funnel kettles product': 1,
      'funnel (any) cart': 1,
      'funnel kettles cart': 1,
      'funnel (any) checkout': 1,
      'funnel kettles checkout': 1,
      'funnel (any) order': 1,
      'funnel kettles order': 1,
    });
  });
});

describe('an order', () => {
  const PURCHASE = {
    event: 'purchase',
    ecommerce: { transaction_id: 'T-7', currency: 'EUR', items: [SWAN] },
  };

  it('is counted once, however often its page is loaded', async () => {
    const said = `<script>window.dataLayer = [${JSON.stringify(PURCHASE)}];</script>`;
    stage.shop.page('/order', withMenu('<h1>Thank you</h1>'), said);
    const walk = await visit('/order');
    for (let i = 0; i < 2; i++) {
      await walk.page.reload();
      await track(walk.page, 'search', { search_term: `reload ${i}` });
      await walk.page.waitForFunction(
        (term) => JSON.parse(localStorage.getItem('holloway.visit') ?? '{}').visit?.search === term,
        `reload ${i}`,
      );
    }
    await walk.follow('About', '/about');
    await walk.page.goBack();
    await walk.isCounted('/order');
    const counts = await walk.end();
    expect(only(counts, 'commerce.ordered', 'commerce.purchase')).toEqual({
      'commerce.ordered KE-101 EUR': '1/4990',
      'commerce.purchase EUR': '1/4990',
    });
    expect(stage.shop.bodies.join()).not.toContain('T-7');
  });

  it('is another one by another number', async () => {
    const walk = await visit('/order');
    for (const number of ['T-1', 'T-1', 'T-2']) {
      await track(walk.page, 'purchase', { transaction_id: number, items: [SWAN] });
    }
    expect(only(await walk.end(), 'commerce.purchase')).toEqual({ 'commerce.purchase EUR': '1/9980' });
  });
});

describe('the dataLayer of a shop', () => {
  const ADD = { event: 'add_to_cart', ecommerce: { currency: 'EUR', items: [SWAN] } };
  const added = (counts: Parameters<typeof only>[0]) => only(counts, 'commerce.added');

  it('is read for the objects that are pushed for a tag manager', async () => {
    const walk = await visit();
    await push(walk.page, { event: 'gtm.js' }, { ecommerce: null }, ADD);
    expect(added(await walk.end())).toEqual({ 'commerce.added KE-101 EUR': '1/4990' });
  });

  it('is read for the calls of gtag', async () => {
    const walk = await visit();
    await walk.page.evaluate(() => {
      const dataLayer: unknown[] = [];
      Object.assign(window, { dataLayer });
      function gtag(..._: unknown[]) {
        // biome-ignore lint/complexity/noArguments: as the snippet that shops paste does
        dataLayer.push(arguments);
      }
      gtag('js', new Date());
      gtag('config', 'G-1');
      gtag('event', 'add_to_cart', { currency: 'USD', items: [{ item_id: 'KE-101', price: 20 }] });
    });
    expect(added(await walk.end())).toEqual({ 'commerce.added KE-101 USD': '1/2000' });
  });

  it('is read for the older "enhanced" e-commerce', async () => {
    const walk = await visit('/about');
    const product = { id: 'KE-101', price: '49.90', quantity: 2, category: 'Kettles/Gooseneck' };
    await push(
      walk.page,
      { event: 'addToCart', ecommerce: { currencyCode: 'EUR', add: { products: [product] } } },
      {
        ecommerce: {
          currencyCode: 'EUR',
          purchase: { actionField: { id: 'T-9', revenue: '104.80' }, products: [product] },
        },
      },
    );
    const facts = ['commerce.added', 'commerce.ordered', 'commerce.purchase', 'funnel'] as const;
    expect(only(await walk.end(), ...facts)).toEqual({
      'commerce.added KE-101 EUR': '1/9980',
      'commerce.ordered KE-101 EUR': '1/9980',
      'commerce.purchase EUR': '1/10480',
      'funnel (any) cart': 1,
      'funnel kettles cart': 1,
      'funnel kettles/gooseneck cart': 1,
      'funnel (any) order': 1,
      'funnel kettles order': 1,
      'funnel kettles/gooseneck order': 1,
    });
  });

  it('is read for what was pushed before the script was there, and left as it was', async () => {
    const said = `<script>window.dataLayer = Object.freeze([${JSON.stringify(ADD)}]);</script>`;
    stage.shop.page('/p/swan', withMenu('<h1>Swan</h1>'), said);
    const walk = await visit();
    expect(await walk.page.evaluate(() => (window as { dataLayer?: unknown[] }).dataLayer)).toEqual([ADD]);
    expect(added(await walk.end())).toEqual({ 'commerce.added KE-101 EUR': '1/4990' });
  });

  it('may be replaced by another, and be anything', async () => {
    const walk = await visit();
    const replace = async (dataLayer: unknown): Promise<void> => {
      await walk.page.evaluate(
        (other) => Object.assign(window, { dataLayer: other }) && undefined,
        dataLayer,
      );
      await hide(walk.page); // which is when it is read at the latest
      await show(walk.page);
    };
    await replace([ADD]);
    await replace('something else');
    await replace([null, undefined, 7, 'add_to_cart', [], { event: 'add_to_cart' }]);
    await replace([{ event: 'add_to_cart', ecommerce: { items: [{ item_id: 'KE-102', price: 1 }] } }]);
    expect(added(await walk.end())).toEqual({
      'commerce.added KE-101 EUR': '1/4990',
      'commerce.added KE-102 EUR': '1/100',
    });
  });
});

describe('what a shop told before the visitor agreed', () => {
  it('is never counted, and what it tells afterwards is', async () => {
    const { shop } = stage;
    const early = { event: 'add_to_cart', ecommerce: { items: [{ item_id: 'EARLY-1', price: 1 }] } };
    const said = `<script>window.dataLayer = [${JSON.stringify(early)}];</script>`;
    shop.page('/p/swan', withMenu('<h1>Swan</h1>'), said);
    const walk = await stage.enter({ hasAgreed: false });
    await walk.page.goto(`${shop.url}/p/swan`);
    await walk.page.waitForFunction(() => window.holloway !== undefined);
    await track(walk.page, 'add_to_cart', { items: [{ item_id: 'EARLY-2', price: 1 }] });
    expect(shop.bodies).toEqual([]);
    await walk.page.evaluate(() => window.holloway?.consent.set({ analytics: true }));
    await walk.isCounted('/p/swan');
    await track(walk.page, 'add_to_cart', { items: [{ item_id: 'LATE-1', price: 1 }] });
    await push(walk.page, { event: 'add_to_cart', ecommerce: { items: [{ item_id: 'LATE-2', price: 1 }] } });
    expect(only(await walk.end(), 'commerce.added')).toEqual({
      'commerce.added LATE-1 EUR': '1/100',
      'commerce.added LATE-2 EUR': '1/100',
    });
    expect(shop.bodies.join()).not.toContain('EARLY');
  });
});

describe('what a shop tells while its page is left', () => {
  const TELL = `window.holloway.track('add_to_cart', { items: [{ item_id: 'KE-101', price: 49.9 }] });`;

  it.each([
    ['by a form', `<form action="/cart" onsubmit="${TELL}"><button>Leave</button></form>`],
    ['by a script', `<div onclick="${TELL} location.assign('/cart')">Leave</div>`],
    ['by a link', `<a href="/cart" onclick="${TELL}">Leave</a>`],
    [
      'by a script that says so in the dataLayer',
      `<div onclick="window.dataLayer = [{ event: 'add_to_cart', ecommerce: { items: [{ item_id: 'KE-101', price: 49.9 }] } }]; location.assign('/cart')">Leave</div>`,
    ],
  ])('%s is counted', async (_, way) => {
    stage.shop.page(
      '/p/swan',
      withMenu(way),
      jsonLd({ '@type': 'Product', sku: 'KE-101', category: 'kettles' }),
    );
    const walk = await visit();
    await walk.page.locator('main').getByText('Leave').click();
    await walk.isCounted('/cart');
    expect(only(await walk.end(), 'page.view', 'commerce.added', 'funnel')).toEqual({
      'page.view /p/swan': 1,
      'page.view /cart': 1,
      'commerce.added KE-101 EUR': '1/4990',
      'funnel (any) product': 1,
      'funnel kettles product': 1,
      'funnel (any) cart': 1,
      'funnel kettles cart': 1,
    });
  });
});

describe('the position of a list', () => {
  it('is credited with what was clicked, put into the cart and ordered from it', async () => {
    const { shop } = stage;
    const items = [['/p/swan', 'KE-101', 'Swan'], ['/p/heron', 'KE-102', 'Heron']] as const; // biome-ignore format: two
    const links = items.map(
      ([path, sku, name]) => `<li data-holloway-item="${sku}"><a href="${path}">${name}</a></li>`,
    );
    shop.page('/c/kettles', withMenu(`<section id="grid"><ul>${links.join('')}</ul></section>`));
    const walk = await visit('/c/kettles');
    await walk.follow('Heron', '/p/heron');
    await track(walk.page, 'add_to_cart', { items: [{ item_id: 'KE-102', price: 30 }] });
    await walk.go('/order');
    await track(walk.page, 'purchase', {
      transaction_id: 'T-1',
      items: [{ item_id: 'KE-102', price: 30 }, SWAN],
    });
    expect(only(await walk.end(), 'slot.clicked', 'slot.added', 'slot.ordered')).toEqual({
      'slot.clicked /c/kettles grid/2 KE-102 l': '1/1',
      'slot.added /c/kettles grid/2 KE-102 l': '1/1',
      'slot.ordered /c/kettles grid/2 KE-102 l': '1/3000',
    });
  });

  it('is credited where a router follows the click before anybody else hears of it', async () => {
    const walk = await visit('/c/kettles');
    await walk.page.evaluate(() =>
      document.querySelector('a[href="/p/swan"]')?.addEventListener('click', (event) => {
        event.preventDefault();
        history.pushState({}, '', '/p/swan');
      }),
    );
    await walk.follow('Swan', '/p/swan');
    expect(only(await walk.end(), 'slot.clicked')).toEqual({
      'slot.clicked /c/kettles grid/1 /p/swan l': '1/1',
    });
  });

  it('earns nothing in another currency than the shop’s, and the order counts all the same', async () => {
    const walk = await visit('/c/kettles');
    await walk.follow('Swan', '/p/swan');
    await track(walk.page, 'purchase', {
      transaction_id: 'T-1',
      currency: 'USD',
      items: [{ item_id: 'KE-101', price: 30 }],
    });
    expect(only(await walk.end(), 'slot.ordered', 'commerce.purchase')).toEqual({
      'slot.ordered /c/kettles grid/1 /p/swan l': 1,
      'commerce.purchase USD': '1/3000',
    });
  });
});

describe('a page whose elements are measured', () => {
  const measuring = openStage({ boxes: 1 });

  /** Lets a browser see what is on its screen, which no clock hurries. */
  const frame = (page: Page): Promise<void> =>
    page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const eye = new IntersectionObserver(() => {
            eye.disconnect();
            resolve();
          });
          eye.observe(document.body);
        }),
    );

  it('is counted with all that happens on it', async () => {
    const { shop } = measuring;
    const walk = await measuring.enter({ clock: Date.UTC(2026, 10, 23, 12) });
    await walk.go('/p/swan');
    for (let i = 0; i < 3; i++) {
      await walk.context.clock.runFor(1_500);
      await frame(walk.page);
    }
    await walk.context.clock.runFor(1_500);
    await track(walk.page, 'add_to_cart', { items: [SWAN] });
    const counts = await walk.end();
    expect(Object.keys(counts)).toContain('layout.box.width (any) header l');
    expect(only(counts, 'commerce.added')).toEqual({ 'commerce.added KE-101 EUR': '1/4990' });
    expect(shop.bodies).toHaveLength(shop.batches().length); // all of it was accepted
  });
});
