import { describe, expect, it } from 'vitest';
import { findCategory } from '../catalogue/categories.ts';
import { PRODUCTS } from '../catalogue/products.ts';
import { cartPage, PAGES } from '../pages/pages.ts';
import { createStorefront } from './storefront.ts';

const ORIGIN = 'http://shop.example';
const COLLECTOR = 'http://127.0.0.1:8787';
const shop = createStorefront({
  collectorUrl: `${COLLECTOR}/`,
  site: 'storefront',
  orderNumber: () => '482913',
});

const get = async (path: string, cookie = '') => shop.request(`${ORIGIN}${path}`, { headers: { cookie } });
const read = async (path: string, cookie = '') => (await get(path, cookie)).text();
const post = async (path: string, fields: Record<string, string>, cookie = '', origin = ORIGIN) =>
  shop.request(`${ORIGIN}${path}`, {
    method: 'POST',
    headers: { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });

/** What a browser would send back of the cookies of an answer. */
const cookieOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');

const ADDRESS = { name: 'Ada', email: 'ada@example.org', address: 'Mill Lane 1', town: '1000 Moor' };

const idsIn = (text: string): string[] => [...text.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id);
const unescaped = (text: string): string => text.replaceAll('&amp;', '&');
const addressesIn = (text: string): string[] =>
  [...text.matchAll(/ (?:href|src|action)="([^"]+)"/g)].map(([, address = '']) => unescaped(address));
const linksIn = (text: string): string[] =>
  [...text.matchAll(/<a [^>]*href="([^"#][^"]*)"/g)].map(([, address = '']) => unescaped(address));

const jsonLdOf = (text: string): Record<string, unknown>[] =>
  [...text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].flatMap(
    ([, json = '']) => JSON.parse(json)['@graph'],
  );

describe('every page of the shop', () => {
  it('answers 200 and describes itself to Holloway', async () => {
    for (const { path, type, category, item } of PAGES) {
      const answer = await get(path);
      expect(answer.status, path).toBe(200);
      const said = [`type=${type}`, category && `category=${category}`, item && `item=${item}`];
      expect(await answer.text(), path).toContain(
        `<meta name="holloway" content="${said.filter(Boolean).join('; ')}">`,
      );
    }
  });

  it('loads the script of Holloway, one of its own, and nothing else that runs', async () => {
    for (const { path } of PAGES) {
      const text = await read(path);
      const scripts = [...text.matchAll(/<script(?! type="application\/ld\+json")[^>]*>/g)].map(
        ([tag]) => tag,
      );
      expect(scripts, path).toEqual([
        '<script defer src="http://127.0.0.1:8787/holloway.js" data-site="storefront">',
        '<script defer src="/shop.js">',
      ]);
      expect(text, path).not.toMatch(/ (style|on[a-z]+)="/);
    }
  });

  it('links to where the page model says, so that simulated visitors walk real links', async () => {
    for (const page of [...PAGES, cartPage(true)]) {
      const shown = new Set(linksIn(await read(page.path)).filter((address) => address !== page.path));
      const modelled = new Set(
        [
          ...page.links.map(({ path }) => path),
          ...page.zones.flatMap(({ products }) => products.map(({ path }) => path)),
        ]
          .concat(page.quiet ? [] : page.crumbs.slice(0, -1).map(({ path }) => path))
          .filter((path) => path !== page.path),
      );
      expect([...shown].sort(), page.path).toEqual([...modelled].sort());
    }
  });

  it('has no id twice, with something in the cart too', async () => {
    for (const cookie of ['', 'cart=KG-101*1.TT-101*2']) {
      for (const path of [...PAGES.map((page) => page.path), '/search?q=kettle', '/checkout', '/cart']) {
        const ids = idsIn(await read(path, cookie));
        expect(ids, path).toEqual([...new Set(ids)]);
      }
    }
    const ordered = await post('/checkout', ADDRESS, 'cart=KG-101*1');
    const wrong = await post('/checkout', { ...ADDRESS, email: 'nobody' }, 'cart=KG-101*1');
    for (const text of [await read('/order/482913', cookieOf(ordered)), await wrong.text()]) {
      const ids = idsIn(text);
      expect(ids).toEqual([...new Set(ids)]);
    }
  });

  it('has one heading of the first level, and landmarks', async () => {
    for (const { path, quiet } of PAGES) {
      const text = await read(path);
      expect(text.match(/<h1/g), path).toHaveLength(1);
      for (const tag of ['<header', '<main', '<footer', ...(quiet ? [] : ['<nav'])]) {
        expect(text, path).toContain(tag);
      }
    }
  });

  it('allows nothing but itself and the collector', async () => {
    const answer = await get('/');
    expect(answer.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self' http://127.0.0.1:8787; connect-src 'self' http://127.0.0.1:8787; " +
        "style-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; " +
        "frame-ancestors 'none'; " +
        "require-trusted-types-for 'script'",
    );
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('waits for consent before it embeds what sets a cookie', async () => {
    const story = await read('/stories/first-coffee');
    const [frame = ''] = /<iframe[^>]*>/.exec(story) ?? [];
    expect(frame).toContain('data-holloway="marketing" data-holloway-service="kitchen-tv"');
    expect(frame).toContain(' data-src="/embeds/kitchen-tv/first-coffee"');
    expect(frame).not.toMatch(/ src=/);
    const film = await get('/embeds/kitchen-tv/first-coffee');
    expect(film.headers.getSetCookie()).toEqual([
      'ktv_seen=first-coffee; Max-Age=2592000; Path=/; SameSite=Lax',
    ]);
    expect(film.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    expect((await get('/embeds/kitchen-tv/slow-mornings')).status).toBe(404);
  });

  it('sets no cookie by being looked at', async () => {
    for (const { path } of PAGES) expect((await get(path)).headers.getSetCookie(), path).toEqual([]);
  });

  it('is reached from the home page, and no link or picture on the way is broken', async () => {
    const seen = new Set(['/']);
    const broken: string[] = [];
    for (const address of seen) {
      const answer = await get(address);
      if (answer.status >= 400) broken.push(address);
      if (!answer.headers.get('content-type')?.startsWith('text/html')) continue;
      for (const next of addressesIn(await answer.text())) {
        // Forms that are sent by POST have no page of their own.
        if (next.startsWith('/') && !/^\/cart\/(add|change)$/.test(next)) seen.add(next);
      }
    }
    expect(broken).toEqual([]);
    expect(PAGES.filter(({ path }) => !seen.has(path))).toEqual([]);
    expect(PRODUCTS.filter(({ sku }) => !seen.has(`/img/${sku}.svg`))).toEqual([]);
  });

  it('is answered 404 where it does not exist', async () => {
    const nowhere = [
      '/c/hats',
      '/c/kettles/1',
      '/c/kettles/9',
      '/p/nothing',
      '/stories/x',
      '/collections/mauve',
    ];
    for (const path of [...nowhere, '/order/482913', '/img/XX-101.svg', '/img/../shop.css.svg']) {
      expect((await get(path)).status, path).toBe(404);
    }
  });
});

describe('JSON-LD', () => {
  it('tells a product with number, category and offer', async () => {
    const [breadcrumbs, product] = jsonLdOf(await read('/p/heron-gooseneck-kettle-ink'));
    expect(breadcrumbs).toMatchObject({ '@type': 'BreadcrumbList' });
    expect(product).toMatchObject({
      '@type': 'Product',
      sku: 'KG-101',
      category: 'Kettles > Gooseneck kettles',
      color: 'Ink',
      offers: { '@type': 'Offer', price: '119.00', priceCurrency: 'EUR' },
    });
  });

  it('tells a list in the order that is shown', async () => {
    const list = jsonLdOf(await read('/c/kettles?sort=cheap')).find((thing) => thing['@type'] === 'ItemList');
    expect(list).toMatchObject({
      numberOfItems: 12,
      itemListElement: expect.arrayContaining([
        expect.objectContaining({ position: 1, item: expect.objectContaining({ sku: 'KS-101' }) }),
      ]),
    });
  });

  it('is there and valid on every page', async () => {
    for (const { path } of PAGES) expect(jsonLdOf(await read(path)).length, path).toBeGreaterThan(0);
  });
});

describe('the search', () => {
  it('shows what was typed as text, never as markup', async () => {
    const text = await read(`/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(text).not.toContain('<script>alert');
    expect(text).toContain('“&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;”');
  });

  it('finds, says how much, and marks its results as a zone', async () => {
    const text = await read('/search?q=milk+frother');
    expect(text).toContain('data-holloway-zone="results"');
    expect(text).toContain('3 products for “milk frother”');
  });

  it('says so where it finds nothing', async () => {
    expect(await read('/search?q=hovercraft')).toContain('Nothing is called “hovercraft” here');
  });
});

describe('a filtered list', () => {
  it('keeps the filter on its further pages', async () => {
    expect(await read('/c/kettles?price=60-150')).toContain('href="/c/kettles/2?price=60-150"');
  });

  it('says so where nothing is left', async () => {
    expect(await read('/c/coffee/espresso?price=to-60')).toContain('Nothing on this shelf is like that');
  });
});

describe('cart and checkout, without script', () => {
  it('sets the cart cookie only when something is put into the cart', async () => {
    const added = await post('/cart/add', { sku: 'KG-101' });
    expect(added.status).toBe(303);
    expect(added.headers.get('location')).toBe('/cart');
    expect(added.headers.getSetCookie()).toEqual(['cart=KG-101*1; Path=/; HttpOnly; SameSite=Lax']);
    expect(await read('/cart', 'cart=KG-101*1')).toContain('Go to checkout');
  });

  it('erases the cookie with the last product', async () => {
    const changed = await post('/cart/change', { sku: 'KG-101', quantity: '0' }, 'cart=KG-101*1');
    expect(changed.headers.getSetCookie()[0]).toMatch(/^cart=; Max-Age=0/);
  });

  it('takes an order, shows it once placed, and empties the cart', async () => {
    const ordered = await post('/checkout', ADDRESS, 'cart=KG-101*1.TT-101*2');
    expect(ordered.headers.get('location')).toBe('/order/482913');
    const cookie = cookieOf(ordered);
    expect(cookie).toMatch(/; cart=$/);
    const thanks = await read('/order/482913', cookie);
    expect(thanks).toContain('2 × Robin two-slice toaster in Clay');
    expect(thanks).not.toContain('Ada');
  });

  it('asks again for what is missing, beside the field', async () => {
    const answer = await post('/checkout', { ...ADDRESS, email: 'nobody' }, 'cart=KG-101*1');
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('aria-invalid="true" aria-describedby="email-error"');
  });

  it('sends whoever has nothing in the cart back to it', async () => {
    expect((await get('/checkout')).headers.get('location')).toBe('/cart');
    expect((await post('/checkout', ADDRESS)).headers.get('location')).toBe('/cart');
  });

  it('refuses products that it does not have, and forms of other sites', async () => {
    expect((await post('/cart/add', { sku: 'XX-999' })).status).toBe(400);
    expect((await post('/cart/add', { sku: 'KG-101' }, '', 'http://elsewhere.example')).status).toBe(403);
  });
});

describe('preferences', () => {
  const chosen = 'newsletter=yes&colour=sage&style=retro&likes=kettles';

  it('are kept in a cookie once the form is sent, and shown again', async () => {
    const kept = await post('/preferences', {
      colour: 'sage',
      style: 'retro',
      likes: 'kettles',
      newsletter: 'yes',
    });
    expect(cookieOf(kept)).toBe(`preferences=${encodeURIComponent(chosen)}`);
    const text = await read('/preferences?kept=1', cookieOf(kept));
    expect(text).toContain('Kept in this browser.');
    expect(text).toContain('value="sage" checked');
  });

  it('leave out what the shop does not offer', async () => {
    const kept = await post('/preferences', { colour: 'mauve', style: '<b>', likes: 'hats' });
    expect(cookieOf(kept)).toBe(`preferences=${encodeURIComponent('newsletter=no')}`);
  });

  it('are erased when the visitor takes them back', async () => {
    const forgotten = await post(
      '/preferences',
      { forget: '1', colour: 'sage' },
      'preferences=colour%3Dsage',
    );
    expect(forgotten.headers.getSetCookie()).toEqual([
      'preferences=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax',
    ]);
  });

  it('put the favourite colour first on the home page', async () => {
    const first = async (cookie: string) => /collections\/(\w+)/.exec(await read('/', cookie))?.[1];
    expect(await first('')).toBe('chalk');
    expect(await first(`preferences=${encodeURIComponent(chosen)}`)).toBe('sage');
  });
});

describe('the planted faults of the shop itself', () => {
  it('gives the dead end no links but the name of the shop and the privacy page', async () => {
    expect(linksIn(await read('/stories/slow-mornings'))).toEqual(['/', '/privacy']);
  });

  it('has no link from any page of gooseneck kettles to any page of coffee grinders', () => {
    const nodes = new Map(PAGES.map(({ path, category }) => [path, category]));
    const targets = PAGES.filter(({ category }) => category === 'kettles/gooseneck').flatMap(
      ({ links, zones }) => [
        ...links.map(({ path }) => path),
        ...zones.flatMap(({ products }) => products.map(({ path }) => path)),
      ],
    );
    expect(targets.filter((path) => nodes.get(path) === 'coffee/grinders')).toEqual([]);
    expect(targets).toContain('/c/coffee');
    expect(findCategory('coffee/grinders')).toBeDefined();
  });
});
