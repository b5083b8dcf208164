/** Lists: a category or a colour collection, page by page, and the results of a search. */
import { categoryAt, findCategory, isLeaf, leavesOf, PAIRS, topOf } from '../catalogue/categories.ts';
import { COLLECTIONS } from '../catalogue/collections.ts';
import {
  arrange,
  type Filter,
  NO_FILTER,
  pageCount,
  pageOf,
  productsIn,
  productsInCollection,
  search,
} from '../catalogue/listing.ts';
import type { Product } from '../catalogue/products.ts';
import { type Crumb, HOME, type Link, link, type ShopPage, shopPage } from './shop-page.ts';

/** What a list shows, whichever page of it. */
export interface Shelf {
  /** Of its first page. */
  readonly path: string;
  readonly category: string;
  readonly name: string;
  readonly text: string;
  readonly crumbs: readonly Crumb[];
  readonly products: readonly Product[];
  readonly links: readonly Link[];
}

const shelfLink = (kind: 'shelf' | 'pair' | 'up', category: string): Link =>
  link(kind, `/c/${category}`, categoryAt(category).name);

/** What goes well with a leaf category. */
export function pairLinks(category: string): readonly Link[] {
  const pair = PAIRS.get(category);
  return pair === undefined ? [] : [shelfLink('pair', pair)];
}

/** `null` where the shop has no such category. */
export function categoryShelf(category: string): Shelf | null {
  const found = findCategory(category);
  if (found === undefined) return null;
  const top = topOf(category);
  const siblings = leavesOf(category).filter(({ path }) => path !== category);
  return {
    path: `/c/${category}`,
    category,
    name: found.name,
    text: found.text,
    crumbs: isLeaf(category) ? [HOME, { name: categoryAt(top).name, path: `/c/${top}` }] : [HOME],
    products: productsIn(category),
    links: [
      ...(isLeaf(category) ? [shelfLink('up', top)] : []),
      ...siblings.map(({ path }) => shelfLink('shelf', path)),
      ...pairLinks(category),
    ],
  };
}

/** `null` where the shop has no such collection. */
export function collectionShelf(id: string): Shelf | null {
  const collection = COLLECTIONS.find((one) => one.id === id);
  if (collection === undefined) return null;
  return {
    path: `/collections/${id}`,
    category: `collections/${id}`,
    name: `The ${collection.name} collection`,
    text: collection.text,
    crumbs: [HOME],
    products: productsInCollection(id),
    links: COLLECTIONS.filter((other) => other.id !== id).map(({ id: other, name }) =>
      link('collection', `/collections/${other}`, name),
    ),
  };
}

export const listPath = (shelf: Shelf, number: number): string =>
  number === 1 ? shelf.path : `${shelf.path}/${number}`;

/**
 * @param number From 1.
 * @returns `null` beyond the last page. A filter changes what the page shows, not which page it is.
 */
export function listPage(shelf: Shelf, number: number, filter: Filter = NO_FILTER): ShopPage | null {
  const products = arrange(shelf.products, filter);
  const pages = pageCount(products);
  if (!Number.isInteger(number) || number < 1 || number > pages) return null;
  const others = Array.from({ length: pages }, (_, i) => i + 1).filter((other) => other !== number);
  return shopPage({
    path: listPath(shelf, number),
    type: 'category',
    category: shelf.category,
    title: number === 1 ? shelf.name : `${shelf.name}, page ${number}`,
    crumbs: [...shelf.crumbs, { name: shelf.name, path: shelf.path }],
    links: [
      ...shelf.links,
      ...others.map((other) => link('pager', listPath(shelf, other), `Page ${other} of ${shelf.name}`)),
    ],
    zones: [{ name: 'grid', heading: shelf.name, marked: true, products: pageOf(products, number) }],
    forms: ['filter'],
  });
}

export function searchPage(query: string): ShopPage {
  return shopPage({
    path: '/search',
    type: 'search',
    title: 'Search',
    crumbs: [HOME, { name: 'Search', path: '/search' }],
    zones: [{ name: 'results', heading: 'Results', marked: true, products: search(query) }],
  });
}
