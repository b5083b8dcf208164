/** Small pieces of HTML that many views share. Everything put into a template is escaped by `html`. */
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Product } from '../catalogue/products.ts';
import { linksOf, type ShopPage, type Zone } from '../pages/shop-page.ts';

export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

const EUROS = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' });

/** @param minorUnits 7900 is €79.00. */
export const money = (minorUnits: number): string => EUROS.format(minorUnits / 100);

export const artPath = ({ sku }: Product): string => `/img/${sku}.svg`;

/** `Heron gooseneck kettle`, where the colour is said beside it. */
export const shortName = ({ model }: Product): string => `${model.name} ${model.noun}`;

/** The picture before its name: decoration, so without a text of its own. */
export const picture = (product: Product, loading: 'eager' | 'lazy' = 'lazy'): Markup =>
  html`<img class="tile paint-${product.collection.id}" src="${artPath(product)}" alt="" width="480" height="480" loading="${loading}">`;

const card = (product: Product, eager: boolean): Markup => html`
  <li class="card">
    ${picture(product, eager ? 'eager' : 'lazy')}
    <h3><a href="${product.path}" data-holloway-item="${product.sku}">${shortName(product)}<span class="colour"><span class="sr">in</span> <span class="dot paint-${product.collection.id}" aria-hidden="true"></span>${product.collection.name}</span></a></h3>
    <p class="price">${money(product.price)}</p>
  </li>`;

/** How many cards of a list are loaded at once: what a large screen shows first. */
const EAGER = 4;

/**
 * A region of products, one link each, in positions.
 * One that is marked says its name to Holloway; the others are known by the id of their heading.
 */
export function zoneSection(zone: Zone, { eager = false, heading = html`${zone.heading}` } = {}): Markup {
  const id = zone.marked ? `zone-${zone.name}` : zone.name;
  const cards = zone.products.map((product, i) => card(product, eager && i < EAGER));
  const inner = html`<h2 id="${id}">${heading}</h2><ul class="cards">${cards}</ul>`;
  return zone.marked
    ? html`<section class="zone zone-${zone.name}" data-holloway-zone="${zone.name}" aria-labelledby="${id}">${inner}</section>`
    : html`<section class="zone zone-${zone.name}" aria-labelledby="${id}">${inner}</section>`;
}

/** "Goes well with": the way to another shelf. */
export const pairs = (page: ShopPage): Markup =>
  html`${linksOf(page, 'pair').map(
    ({ path, name }) =>
      html`<aside class="pair" aria-label="Goes well with"><p>Goes well with</p><p><a href="${path}">${name}</a></p></aside>`,
  )}`;
