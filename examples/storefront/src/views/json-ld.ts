/** What the shop says of its pages in schema.org terms, as every shop does for search engines. */
import { html, raw } from 'hono/html';
import type { Product } from '../catalogue/products.ts';
import type { ShopPage } from '../pages/shop-page.ts';
import { artPath, type Markup } from './markup.ts';

type Thing = { readonly '@type': string; readonly [property: string]: unknown };

const breadcrumbs = ({ crumbs }: ShopPage, origin: string): Thing => ({
  '@type': 'BreadcrumbList',
  itemListElement: crumbs.map(({ name, path }, i) => ({
    '@type': 'ListItem',
    position: i + 1,
    name,
    item: `${origin}${path}`,
  })),
});

const itemList = (name: string, products: readonly Product[], origin: string): Thing => ({
  '@type': 'ItemList',
  name,
  numberOfItems: products.length,
  itemListElement: products.map((product, i) => ({
    '@type': 'ListItem',
    position: i + 1,
    item: {
      '@type': 'Product',
      sku: product.sku,
      name: product.name,
      url: `${origin}${product.path}`,
      image: `${origin}${artPath(product)}`,
    },
  })),
});

const productThing = (product: Product, categoryNames: string, origin: string): Thing => ({
  '@type': 'Product',
  sku: product.sku,
  name: product.name,
  description: product.model.text,
  category: categoryNames,
  color: product.collection.name,
  image: `${origin}${artPath(product)}`,
  brand: { '@type': 'Brand', name: 'Brindlemoor' },
  offers: {
    '@type': 'Offer',
    url: `${origin}${product.path}`,
    price: (product.price / 100).toFixed(2),
    priceCurrency: 'EUR',
    availability: 'https://schema.org/InStock',
    itemCondition: 'https://schema.org/NewCondition',
  },
});

/** The things that a page is about. */
export function thingsOf(page: ShopPage, product: Product | null, origin: string): Thing[] {
  const grid = page.zones.find(({ name }) => name === 'grid' || name === 'results');
  const shelves = page.crumbs.slice(1, -1).map(({ name }) => name);
  return [
    ...(page.crumbs.length > 1 ? [breadcrumbs(page, origin)] : []),
    ...(grid === undefined ? [] : [itemList(page.title, grid.products, origin)]),
    ...(product === null ? [] : [productThing(product, shelves.join(' > '), origin)]),
    ...(page.path === '/' ? [{ '@type': 'WebSite', name: 'Brindlemoor', url: `${origin}/` }] : []),
  ];
}

/** `<` is written as an escape of JSON, so that no text can end the element. */
export function jsonLd(things: readonly Thing[]): Markup {
  if (things.length === 0) return html``;
  const text = JSON.stringify({ '@context': 'https://schema.org', '@graph': things }).replaceAll(
    '<',
    '\\u003c',
  );
  return html`<script type="application/ld+json">${raw(text)}</script>`;
}
