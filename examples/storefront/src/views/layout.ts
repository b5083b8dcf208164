/** The frame of every page: head, header, breadcrumbs, footer, and Holloway's one script tag. */
import { html } from 'hono/html';
import type { Product } from '../catalogue/products.ts';
import { linksOf, type ShopPage } from '../pages/shop-page.ts';
import { jsonLd, thingsOf } from './json-ld.ts';
import type { Markup } from './markup.ts';

/** What a view needs to know of the request. */
export interface Context {
  /** Of the shop itself: `http://127.0.0.1:8788`. */
  readonly origin: string;
  /** Origin of the collector that serves the script. */
  readonly collector: string;
  /** Id of the shop at the collector. */
  readonly site: string;
  /** Pieces in the cart. */
  readonly inCart: number;
}

export interface Content {
  readonly page: ShopPage;
  readonly body: Markup;
  readonly description: string;
  readonly product?: Product;
  /** Prefills the search box. */
  readonly query?: string;
}

/** The page in Holloway's words: `type=product; category=kettles/gooseneck; item=KG-101`. */
const meta = ({ type, category, item }: ShopPage): string =>
  [`type=${type}`, category === null ? '' : `category=${category}`, item === null ? '' : `item=${item}`]
    .filter(Boolean)
    .join('; ');

const mark = html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false"><path d="M4 25C9 12 23 12 28 25" fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round"/><path d="M9.5 25C12 18 20 18 22.5 25" fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round"/><circle cx="16" cy="9.5" r="3" fill="currentColor"/></svg>`;

const current = (page: ShopPage, path: string): boolean =>
  page.path === path || (path.startsWith('/c/') && `${page.path}/`.startsWith(`${path}/`));

function header(page: ShopPage, { inCart }: Context, query: string): Markup {
  const brand = html`<a class="brand" href="/">${mark}<span>Brindlemoor</span></a>`;
  if (page.quiet) return html`<header class="site-header quiet"><div class="bar">${brand}</div></header>`;
  const [, preferences, cart, ...shelves] = linksOf(page, 'header');
  const links = shelves.map(
    ({ path, name }) =>
      html`<li><a href="${path}"${current(page, path) ? html` aria-current="${page.path === path ? 'page' : 'true'}"` : ''}>${name}</a></li>`,
  );
  return html`
    <header class="site-header">
      <div class="bar">
        ${brand}
        <form class="search" role="search" action="/search">
          <label class="sr" for="q">Search the shop</label>
          <input id="q" type="search" name="q" value="${query}" placeholder="Kettle, toaster, sage …" autocomplete="off" maxlength="100">
          <button>Search</button>
        </form>
        <p class="tools">
          <a href="${preferences?.path}">${preferences?.name}</a>
          <a href="${cart?.path}">Cart${inCart > 0 ? html` <span class="count">${inCart}<span class="sr"> ${inCart === 1 ? 'piece' : 'pieces'}</span></span>` : ''}</a>
        </p>
      </div>
      <nav class="shelves" aria-label="Categories"><ul>${links}</ul></nav>
    </header>`;
}

function breadcrumbs({ crumbs, quiet }: ShopPage): Markup {
  if (crumbs.length < 2 || quiet) return html``;
  const items = crumbs.map(({ name, path }, i) =>
    i === crumbs.length - 1
      ? html`<li aria-current="page">${name}</li>`
      : html`<li><a href="${path}">${name}</a></li>`,
  );
  return html`<nav class="crumbs" aria-label="Breadcrumb"><ol>${items}</ol></nav>`;
}

const footer = (page: ShopPage): Markup => html`
  <footer class="site-footer">
    ${
      page.quiet
        ? ''
        : html`<p class="motto">Brindlemoor makes a few things for the kitchen, in six colours, and takes them back when they break.</p>`
    }
    <ul>${linksOf(page, 'footer').map(({ path, name }) => html`<li><a href="${path}">${name}</a></li>`)}</ul>
    <p class="note">An example shop. Nothing here is for sale, and nobody will send you anything.</p>
  </footer>`;

export function layout(content: Content, context: Context): Markup {
  const { page, body, description, product = null, query = '' } = content;
  const { collector, site, origin } = context;
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${page.title} · Brindlemoor</title>
    <meta name="description" content="${description}">
    <meta name="holloway" content="${meta(page)}">
    <meta name="color-scheme" content="light dark">
    <link rel="icon" href="/favicon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/shop.css">
    <script defer src="${collector}/holloway.js" data-site="${site}"></script>
    <script defer src="/shop.js"></script>
    ${jsonLd(thingsOf(page, product, origin))}
  </head>
  <body>
    <a class="skip" href="#content">Skip to the content</a>
    ${header(page, context, query)}
    ${breadcrumbs(page)}
    <main id="content" class="page page-${page.type}" tabindex="-1">${body}</main>
    ${footer(page)}
  </body>
</html>`;
}
