/** What the shop declares of itself to Holloway: names that need no k browsers to be admitted. */
import { type CatalogueEntry, normalisePath } from '@holloway/protocol';
import { CATEGORIES } from './catalogue/categories.ts';
import { COLLECTIONS } from './catalogue/collections.ts';
import { MAX_RESULTS } from './catalogue/listing.ts';
import { PRODUCTS } from './catalogue/products.ts';
import { searchPage } from './pages/list-page.ts';
import { cartPage, checkoutPage, orderPage, PAGES } from './pages/pages.ts';
import type { ShopPage } from './pages/shop-page.ts';
import { MODEL_NAMES } from './simulation/devices.ts';
import { CAMPAIGNS, REFERRERS } from './simulation/sources.ts';

const pageEntry = ({ path, title, category }: ShopPage): CatalogueEntry => ({
  kind: 'page',
  text: normalisePath(path),
  label: title,
  ...(category === null ? {} : { category }),
});

const category = (text: string, label: string): CatalogueEntry => ({ kind: 'category', text, label });

/** The longest region of its name anywhere in the shop; the search shows the most at once. */
function slotsOf(name: string): number {
  if (name === 'results') return MAX_RESULTS;
  return Math.max(
    ...PAGES.flatMap(({ zones }) => zones)
      .filter((zone) => zone.name === name)
      .map(({ products }) => products.length),
  );
}

/** Those without products, by what the script calls them. */
const REGIONS: readonly (readonly [text: string, label: string])[] = [
  ['header', 'Header'],
  ['search', 'Search box'],
  ['nav', 'Navigation'],
  ['nav-2', 'Second navigation'],
  ['content', 'Content'],
  ['title', 'Title'],
  ['picture', 'Picture of the Damson kitchen'],
  ['aside', 'Beside the content'],
  ['aside-2', 'Goes well with'],
  ['shelves', 'What are you looking for?'],
  ['collections', 'Six colours'],
  ['stories', 'Stories'],
  ['more', 'More to read'],
  ['summary', 'Your order'],
  ['ordered', 'What you ordered'],
  ['footer', 'Footer'],
];

const named = (kind: 'model' | 'referrer' | 'campaign', texts: readonly string[]): CatalogueEntry[] =>
  texts.map((text) => ({ kind, text }));

/** Pages, categories and products with their names; regions, positions; and what the simulated visitors bring. */
export function storefrontCatalogue(): CatalogueEntry[] {
  const pages = [...PAGES, searchPage(''), cartPage(true), checkoutPage(), orderPage('100000')];
  const headings = new Map(pages.flatMap(({ zones }) => zones.map(({ name, heading }) => [name, heading])));
  headings.set('grid', 'Product list');
  return [
    ...CATEGORIES.map(({ path, name }) => category(path, name)),
    category('collections', 'Collections'),
    ...COLLECTIONS.map(({ id, name }) => category(`collections/${id}`, name)),
    ...pages.map(pageEntry),
    ...PRODUCTS.map(
      ({ sku, name, category }): CatalogueEntry => ({ kind: 'product', text: sku, label: name, category }),
    ),
    ...[...headings, ...REGIONS].map(([text, label]): CatalogueEntry => ({ kind: 'zone', text, label })),
    ...[...headings].flatMap(([name, label]) =>
      Array.from(
        { length: slotsOf(name) },
        (_, i): CatalogueEntry => ({
          kind: 'slot',
          text: `${name}/${i + 1}`,
          label: `${label}, place ${i + 1}`,
        }),
      ),
    ),
    ...named('model', MODEL_NAMES),
    ...named('referrer', REFERRERS),
    ...named('campaign', CAMPAIGNS),
  ];
}
