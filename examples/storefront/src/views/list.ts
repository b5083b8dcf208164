/** Lists of products: a category, a collection, the results of a search. */
import { html } from 'hono/html';
import { COLLECTIONS, STYLES } from '../catalogue/collections.ts';
import { type Filter, PRICES, SORTS, writeFilter } from '../catalogue/listing.ts';
import { listPath, type Shelf, searchPage } from '../pages/list-page.ts';
import { linksOf, type ShopPage, zoneOf } from '../pages/shop-page.ts';
import type { Content } from './layout.ts';
import { type Markup, pairs, zoneSection } from './markup.ts';

const ticked = (is: boolean): Markup | '' => (is ? html` checked` : '');

function filterForm(shelf: Shelf, { colours, styles, price, sort }: Filter): Markup {
  return html`
    <aside class="filters" aria-label="Filter and sort">
      <details>
        <summary>Filter and sort</summary>
        <form action="${shelf.path}">
          <fieldset><legend>Colour</legend>${COLLECTIONS.map(
            ({ id, name }) =>
              html`<label class="tick"><input type="checkbox" name="colour" value="${id}"${ticked(colours.includes(id))}><span class="dot paint-${id}" aria-hidden="true"></span>${name}</label>`,
          )}</fieldset>
          <fieldset><legend>Style</legend>${STYLES.map(
            ({ id, name }) =>
              html`<label class="tick"><input type="checkbox" name="style" value="${id}"${ticked(styles.includes(id))}>${name}</label>`,
          )}</fieldset>
          <fieldset><legend>Price</legend>
            <label class="tick"><input type="radio" name="price" value=""${ticked(price === null)}>Any price</label>
            ${PRICES.map(
              ({ id, name }) =>
                html`<label class="tick"><input type="radio" name="price" value="${id}"${ticked(price === id)}>${name}</label>`,
            )}</fieldset>
          <p class="field"><label for="sort">Sort by</label>
            <select id="sort" name="sort">${SORTS.map(
              ({ id, name }) =>
                html`<option value="${id}"${sort === id ? html` selected` : ''}>${name}</option>`,
            )}</select></p>
          <p><button class="button">Show</button>${
            writeFilter({ colours, styles, price, sort }) === ''
              ? ''
              : html` <a class="reset" href="${shelf.path}">Show all</a>`
          }</p>
        </form>
      </details>
    </aside>`;
}

function shelfLinks(page: ShopPage): Markup {
  const links = [...linksOf(page, 'up'), ...linksOf(page, 'shelf'), ...linksOf(page, 'collection')];
  if (links.length === 0) return html``;
  return html`<nav class="chips" aria-label="Near this shelf"><ul>${links.map(
    ({ kind, path, name }) =>
      html`<li><a href="${path}">${kind === 'up' ? html`All ${name.toLowerCase()}` : name}</a></li>`,
  )}</ul></nav>`;
}

function pager(page: ShopPage, shelf: Shelf, number: number, filter: Filter): Markup {
  const pages = linksOf(page, 'pager').length + 1;
  if (pages === 1) return html``;
  const items = Array.from({ length: pages }, (_, i) => i + 1).map((other) =>
    other === number
      ? html`<li><span aria-current="page"><span class="sr">Page </span>${other}</span></li>`
      : html`<li><a href="${listPath(shelf, other)}${writeFilter(filter)}"><span class="sr">Page </span>${other}</a></li>`,
  );
  return html`<nav class="pager" aria-label="Pages of this list"><ul>${items}</ul></nav>`;
}

export interface List {
  readonly shelf: Shelf;
  readonly page: ShopPage;
  /** Of the page, from 1. */
  readonly number: number;
  readonly filter: Filter;
  /** Products on all pages of the list. */
  readonly found: number;
}

export function listView({ shelf, page, number, filter, found }: List): Content {
  const heading = html`${found} ${found === 1 ? 'product' : 'products'}`;
  return {
    page,
    description: `${shelf.name}. ${shelf.text}`,
    body: html`
      <header class="title"><h1 id="title">${page.title}</h1><p class="lead">${shelf.text}</p>${shelfLinks(page)}</header>
      <div class="list">
        ${filterForm(shelf, filter)}
        <div>
          ${
            found === 0
              ? html`<p class="empty">Nothing on this shelf is like that. <a href="${shelf.path}">Show all of it</a>.</p>`
              : zoneSection(zoneOf(page, 'grid'), { eager: true, heading })
          }
          ${pager(page, shelf, number, filter)}
          ${pairs(page)}
        </div>
      </div>`,
  };
}

export function searchView(query: string): Content {
  const page = searchPage(query);
  const zone = zoneOf(page, 'results');
  const heading = html`${zone.products.length === 1 ? '1 product' : `${zone.products.length} products`} for “${query}”`;
  return {
    page,
    query,
    description: 'Search the shop.',
    body: html`
      <header class="title"><h1 id="title">Search</h1></header>
      ${
        query === ''
          ? html`<p class="empty">Type what you are looking for into the box above: a thing, a colour or a name.</p>`
          : zone.products.length === 0
            ? html`<p class="empty">Nothing is called “${query}” here. Try a shorter word, or one of the shelves above.</p>`
            : zoneSection(zone, { eager: true, heading })
      }`,
  };
}
