/** Lists of products: filtered, sorted, cut into pages; and the search. Pure. */
import { type CollectionId, isCollectionId, isStyleId, type StyleId } from './collections.ts';
import { PRODUCTS, type Product } from './products.ts';

const PAGE_SIZE = 12;

export const SORTS = [
  { id: 'choice', name: 'Our choice' },
  { id: 'cheap', name: 'Price, low to high' },
  { id: 'dear', name: 'Price, high to low' },
  { id: 'name', name: 'Name' },
] as const;
export type SortId = (typeof SORTS)[number]['id'];

/** Limits in minor units; the upper one is not included. */
export const PRICES = [
  { id: 'to-60', name: 'Up to €60', from: 0, to: 6001 },
  { id: '60-150', name: '€60 to €150', from: 6001, to: 15001 },
  { id: 'from-150', name: 'More than €150', from: 15001, to: Number.POSITIVE_INFINITY },
] as const;
export type PriceId = (typeof PRICES)[number]['id'];

/** Empty lists and `null` let everything through. */
export interface Filter {
  readonly colours: readonly CollectionId[];
  readonly styles: readonly StyleId[];
  readonly price: PriceId | null;
  readonly sort: SortId;
}

export const NO_FILTER: Filter = { colours: [], styles: [], price: null, sort: 'choice' };

/** Reads `?colour=sage&colour=ink&style=retro&price=to-60&sort=cheap`; what it does not know, it leaves out. */
export function readFilter(query: URLSearchParams): Filter {
  return {
    colours: [...new Set(query.getAll('colour'))].filter(isCollectionId),
    styles: [...new Set(query.getAll('style'))].filter(isStyleId),
    price: PRICES.find(({ id }) => id === query.get('price'))?.id ?? null,
    sort: SORTS.find(({ id }) => id === query.get('sort'))?.id ?? 'choice',
  };
}

/** The query of a filter, with its `?`; empty where nothing is filtered. */
export function writeFilter({ colours, styles, price, sort }: Filter): string {
  const query = new URLSearchParams();
  for (const colour of colours) query.append('colour', colour);
  for (const style of styles) query.append('style', style);
  if (price !== null) query.append('price', price);
  if (sort !== 'choice') query.append('sort', sort);
  return query.size === 0 ? '' : `?${query}`;
}

const ORDER: { readonly [sort in SortId]: (a: Product, b: Product) => number } = {
  choice: () => 0,
  cheap: (a, b) => a.price - b.price,
  dear: (a, b) => b.price - a.price,
  name: (a, b) => (a.name < b.name ? -1 : 1),
};

export function arrange(products: readonly Product[], filter: Filter): Product[] {
  const range = PRICES.find(({ id }) => id === filter.price);
  return products
    .filter(
      ({ collection, style, price }) =>
        (filter.colours.length === 0 || filter.colours.includes(collection.id)) &&
        (filter.styles.length === 0 || filter.styles.includes(style.id)) &&
        (range === undefined || (price >= range.from && price < range.to)),
    )
    .sort(ORDER[filter.sort]);
}

export const pageCount = (products: readonly Product[]): number =>
  Math.max(1, Math.ceil(products.length / PAGE_SIZE));

/** @param number From 1. */
export const pageOf = (products: readonly Product[], number: number): Product[] =>
  products.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE);

/** Everything in a category, the shelves below it included. */
export const productsIn = (category: string): Product[] =>
  PRODUCTS.filter((product) => product.category === category || product.category.startsWith(`${category}/`));

export const productsInCollection = (id: string): Product[] =>
  PRODUCTS.filter(({ collection }) => collection.id === id);

export const MAX_RESULTS = 24;

/** Products whose name, style or shelf contains every word, those that begin with one first. */
export function search(query: string): Product[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const text = ({ name, sku, style, category }: Product): string =>
    `${name} ${sku} ${style.name} ${category}`.toLowerCase();
  const first = words[0] ?? '';
  return PRODUCTS.filter((product) => words.every((word) => text(product).includes(word)))
    .sort((a, b) => Number(text(b).startsWith(first)) - Number(text(a).startsWith(first)))
    .slice(0, MAX_RESULTS);
}
