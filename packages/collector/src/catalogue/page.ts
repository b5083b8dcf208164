/**
 * What a page of a shop says of itself, by the code that browsers describe it with, as entries of a catalogue: names that
 * browsers will send, and for people the names that the shop publishes in its JSON-LD. Pure; does not ask for the page.
 */
import type { CatalogueEntry, Route } from '@holloway/protocol';
import {
  asText,
  categoryOfBreadcrumbs,
  declaredTerm,
  describePage,
  isOfType,
  type LinkedNode,
  listElements,
  type Page,
  pathOf,
  readLinkedData,
} from '@holloway/sdk/describe';
import { blankDocument, outlineOf } from './outline.ts';

const BLANK = blankDocument();

/** A page of which nothing but the address is known. */
export const describeAddress = (url: URL, routes: readonly Route[]): Page =>
  describePage(BLANK, url.href, routes, []);

type Names = { readonly [kind in 'page' | 'category']?: string | undefined };

const entry = (
  kind: CatalogueEntry['kind'],
  text: string,
  label: string | undefined,
  category: string | null = null,
): CatalogueEntry => ({
  kind,
  text,
  ...(label === undefined ? {} : { label }),
  ...(category === null ? {} : { category }),
});

/** The page and its category. */
export const placeEntries = ({ path, category }: Page, names: Names = {}): CatalogueEntry[] => [
  entry('page', path, names.page, category),
  ...(category === null ? [] : [entry('category', category, names.category)]),
];

const nameOf = (node: LinkedNode | undefined): string | undefined => declaredTerm(node && asText(node.name));

/** The category at each crumb that leads to the page, with the name that it has there. */
function crumbEntries(breadcrumbs: LinkedNode, url: string, category: string): CatalogueEntry[] {
  const elements = listElements(breadcrumbs, url);
  return elements.flatMap(({ node }, i) => {
    const upTo = {
      ...breadcrumbs,
      itemListElement: elements.slice(0, i + 1).map(({ node: crumb }) => crumb),
    };
    const above = categoryOfBreadcrumbs(upTo, url, false);
    const isOnTheWay = above !== '' && (category === above || category.startsWith(`${above}/`));
    return isOnTheWay ? [entry('category', above, nameOf(node))] : [];
  });
}

/** The products that a list of the page leads to, as browsers call them by their links. */
function listedEntries(list: LinkedNode, url: URL): CatalogueEntry[] {
  return listElements(list, url.href).flatMap(({ node, url: target }) => {
    if (target === undefined || target.origin !== url.origin) return [];
    const path = pathOf(target);
    const item = declaredTerm(asText(node.sku)) ?? path;
    return [entry('product', item, nameOf(node)), entry('page', path, nameOf(node))];
  });
}

export interface PageRead {
  readonly page: Page;
  readonly entries: readonly CatalogueEntry[];
  /** What its lists say of other pages: believed where those say nothing themselves. */
  readonly hearsay: readonly CatalogueEntry[];
  /** Where its links lead. */
  readonly links: readonly URL[];
}

export function readPage(html: string, url: URL, routes: readonly Route[]): PageRead {
  const { document, links } = outlineOf(html);
  const page = describePage(document, url.href, routes);
  const nodes = readLinkedData(document);
  const find = (type: string) => nodes.find((node) => isOfType(node, type));
  const breadcrumbs = find('BreadcrumbList');
  const product = find('Product(Group)?');
  const lastCrumb = nameOf(breadcrumbs && listElements(breadcrumbs, url.href).at(-1)?.node);
  const list = page.type === 'category' ? (lastCrumb ?? nameOf(find('CollectionPage'))) : undefined;
  const name = page.type === 'product' ? nameOf(product) : (nameOf(find('CollectionPage')) ?? lastCrumb);
  const crumbs =
    breadcrumbs === undefined || page.category === null
      ? []
      : crumbEntries(breadcrumbs, url.href, page.category);
  return {
    page,
    entries: [
      ...placeEntries(page, { page: name, category: list }),
      ...crumbs,
      ...(page.type === 'product' ? [entry('product', page.item ?? page.path, name, page.category)] : []),
    ],
    hearsay: nodes.filter((node) => isOfType(node, 'ItemList')).flatMap((list) => listedEntries(list, url)),
    links: links.flatMap((address) => URL.parse(address, url) ?? []),
  };
}
