/**
 * The shop over HTTP: reads a request, asks the catalogue, answers a page. Works without script.
 * Keeps nothing on the server; cookies are set only by what a visitor sends off in a form.
 */
import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Hono, type Context as HonoContext } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { productArt } from '../art/product-art.ts';
import { COLLECTIONS } from '../catalogue/collections.ts';
import { arrange, readFilter } from '../catalogue/listing.ts';
import { findBySlug, findProduct } from '../catalogue/products.ts';
import { categoryShelf, collectionShelf, listPage, type Shelf } from '../pages/list-page.ts';
import { PAGES } from '../pages/pages.ts';
import { STORIES } from '../pages/stories.ts';
import { cartView, checkoutView, orderView } from '../views/cart.ts';
import { filmView } from '../views/film.ts';
import { homeView } from '../views/home.ts';
import { type Content, layout } from '../views/layout.ts';
import { listView, searchView } from '../views/list.ts';
import { preferencesView } from '../views/preferences.ts';
import { productView } from '../views/product.ts';
import {
  aboutView,
  deliveryView,
  missingView,
  privacyView,
  storiesView,
  storyView,
} from '../views/reading.ts';
import { addToCart, type Cart, changeCart, piecesIn, readCart, writeCart } from './cart.ts';
import { EMPTY_FORM, readCheckout } from './checkout.ts';
import { type Preferences, readPreferences, writePreferences } from './preferences.ts';
import { securityHeaders } from './security-headers.ts';

export interface StorefrontOptions {
  /** Where the collector answers; its origin is the only one that pages may load from or send to. */
  readonly collectorUrl: string;
  /** Id of the shop at the collector. */
  readonly site: string;
  /** Six digits for the next order. Default: random. */
  readonly orderNumber?: () => string;
}

const HALF_A_YEAR_S = 182 * 24 * 60 * 60;
const MONTH_S = 30 * 24 * 60 * 60;
const HOUR_S = 60 * 60;
const COOKIE = { path: '/', httpOnly: true, sameSite: 'Lax' } as const;
const MAX_QUERY = 100;

const readText = (name: string): string =>
  readFileSync(new URL(`../assets/${name}`, import.meta.url), 'utf8');

/** Inline styles are not allowed here, so the colours of the collections are classes. */
const paints = (): string => COLLECTIONS.map(({ id, base }) => `.paint-${id}{--paint:${base}}`).join('\n');

const cartOf = (c: HonoContext): Cart => readCart(getCookie(c, 'cart'));

function keepCart(c: HonoContext, cart: Cart): void {
  if (cart.length === 0) deleteCookie(c, 'cart', COOKIE);
  else setCookie(c, 'cart', writeCart(cart), COOKIE);
}

function preferencesOf(c: HonoContext): Preferences | null {
  const kept = getCookie(c, 'preferences');
  return kept === undefined ? null : readPreferences(new URLSearchParams(kept));
}

const asset = (c: HonoContext, type: string, text: string): Response => {
  c.header('Cache-Control', 'public, max-age=3600');
  return c.body(text, 200, { 'Content-Type': type });
};

export function createStorefront({ collectorUrl, site, orderNumber = sixDigits }: StorefrontOptions): Hono {
  const collector = new URL(collectorUrl).origin;
  const stylesheet = `${readText('shop.css')}\n${paints()}\n`;
  const favicon = readText('favicon.svg');
  const script = readText('shop.js');
  const app = new Hono();

  const show = (c: HonoContext, content: Content, status: 200 | 400 | 404 | 422 = 200) => {
    c.header('Cache-Control', 'private, no-cache');
    const { origin } = new URL(c.req.url);
    return c.html(layout(content, { origin, collector, site, inCart: piecesIn(cartOf(c)) }), status);
  };
  const missing = (c: HonoContext) => show(c, missingView(), 404);

  const showShelf = (c: HonoContext, shelf: Shelf | null, number: number) => {
    if (shelf === null) return missing(c);
    const filter = readFilter(new URL(c.req.url).searchParams);
    const page = listPage(shelf, number, filter);
    if (page === null) return missing(c);
    return show(c, listView({ shelf, page, number, filter, found: arrange(shelf.products, filter).length }));
  };

  app.use(securityHeaders(collector));
  app.use(csrf());
  app.notFound(missing);

  app.get('/shop.css', (c) => asset(c, 'text/css; charset=utf-8', stylesheet));
  app.get('/shop.js', (c) => asset(c, 'text/javascript; charset=utf-8', script));
  app.get('/favicon.svg', (c) => asset(c, 'image/svg+xml', favicon));
  app.get('/img/:file{[A-Z]{2}-[0-9]{3}\\.svg}', (c) => {
    const product = findProduct(c.req.param('file').slice(0, -'.svg'.length));
    return product === undefined ? c.notFound() : asset(c, 'image/svg+xml', productArt(product));
  });
  app.get('/robots.txt', (c) => asset(c, 'text/plain; charset=utf-8', 'User-agent: *\nDisallow: /cart\n'));
  app.get('/sitemap.xml', (c) => {
    const { origin } = new URL(c.req.url);
    const urls = PAGES.map(({ path }) => `<url><loc>${origin}${path}</loc></url>`).join('');
    return asset(
      c,
      'application/xml',
      `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls}</urlset>`,
    );
  });

  app.get('/', (c) => show(c, homeView(preferencesOf(c)?.colour ?? null)));
  app.get('/c/:top/:number{[2-9]}', (c) =>
    showShelf(c, categoryShelf(c.req.param('top')), Number(c.req.param('number'))),
  );
  app.get('/c/:top', (c) => showShelf(c, categoryShelf(c.req.param('top')), 1));
  app.get('/c/:top/:leaf', (c) =>
    showShelf(c, categoryShelf(`${c.req.param('top')}/${c.req.param('leaf')}`), 1),
  );
  app.get('/c/:top/:leaf/:number{[2-9]}', (c) => {
    const { top, leaf, number } = c.req.param();
    return showShelf(c, categoryShelf(`${top}/${leaf}`), Number(number));
  });
  app.get('/collections/:id', (c) => showShelf(c, collectionShelf(c.req.param('id')), 1));
  app.get('/collections/:id/:number{[2-9]}', (c) =>
    showShelf(c, collectionShelf(c.req.param('id')), Number(c.req.param('number'))),
  );
  app.get('/p/:slug', (c) => {
    const product = findBySlug(c.req.param('slug'));
    return product === undefined ? missing(c) : show(c, productView(product));
  });
  app.get('/search', (c) => show(c, searchView((c.req.query('q') ?? '').trim().slice(0, MAX_QUERY))));
  app.get('/stories', (c) => show(c, storiesView()));
  app.get('/stories/:slug', (c) => {
    const story = STORIES.find(({ slug }) => slug === c.req.param('slug'));
    return story === undefined ? missing(c) : show(c, storyView(story));
  });
  app.get('/embeds/kitchen-tv/:slug', (c) => {
    const film = STORIES.find(({ slug, hasFilm }) => slug === c.req.param('slug') && hasFilm);
    if (film === undefined) return missing(c);
    // As services of this kind do. A script has to be able to take it back.
    setCookie(c, 'ktv_seen', film.slug, { path: '/', sameSite: 'Lax', maxAge: MONTH_S });
    return c.html(filmView(film));
  });
  app.get('/about', (c) => show(c, aboutView()));
  app.get('/delivery', (c) => show(c, deliveryView()));
  app.get('/privacy', (c) => show(c, privacyView()));

  app.get('/preferences', (c) => show(c, preferencesView(preferencesOf(c), c.req.query('kept') === '1')));
  app.post('/preferences', async (c) => {
    const form = new URLSearchParams(await c.req.text());
    if (form.has('forget')) deleteCookie(c, 'preferences', COOKIE);
    else {
      const text = writePreferences(readPreferences(form));
      setCookie(c, 'preferences', text, { ...COOKIE, maxAge: HALF_A_YEAR_S });
    }
    return c.redirect('/preferences?kept=1', 303);
  });

  app.get('/cart', (c) => show(c, cartView(cartOf(c))));
  app.post('/cart/add', async (c) => {
    const { sku } = await c.req.parseBody();
    const product = findProduct(String(sku));
    if (product === undefined) return show(c, missingView(), 400);
    keepCart(c, addToCart(cartOf(c), product));
    return c.redirect('/cart', 303);
  });
  app.post('/cart/change', async (c) => {
    const { sku, quantity, remove } = await c.req.parseBody();
    const product = findProduct(String(sku));
    if (product === undefined) return show(c, missingView(), 400);
    keepCart(c, changeCart(cartOf(c), product, remove === undefined ? Number(quantity) : 0));
    return c.redirect('/cart', 303);
  });

  app.get('/checkout', (c) => {
    const cart = cartOf(c);
    return cart.length === 0 ? c.redirect('/cart', 303) : show(c, checkoutView(cart, EMPTY_FORM));
  });
  app.post('/checkout', async (c) => {
    const cart = cartOf(c);
    if (cart.length === 0) return c.redirect('/cart', 303);
    const form = readCheckout(await c.req.parseBody());
    if (Object.keys(form.problems).length > 0) return show(c, checkoutView(cart, form), 422);
    const number = orderNumber();
    setCookie(c, 'order', `${number}:${writeCart(cart)}`, { ...COOKIE, maxAge: HOUR_S });
    keepCart(c, []);
    return c.redirect(`/order/${number}`, 303);
  });
  app.get('/order/:number', (c) => {
    const [number = '', lines] = (getCookie(c, 'order') ?? '').split(':');
    if (number === '' || number !== c.req.param('number')) return missing(c);
    return show(c, orderView(number, readCart(lines)));
  });

  return app;
}

function sixDigits(): string {
  return String(randomInt(100_000, 1_000_000));
}
