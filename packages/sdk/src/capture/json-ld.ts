/**
 * Reads the JSON-LD that shops already publish into flat nodes. What is broken is as if it were not there.
 * Does not say what the nodes mean for a page (linked-page, breadcrumbs, list-items).
 */
import { parseStored } from '../storage.ts';
import { parseUrl } from './url.ts';

export type LinkedNode = { readonly [property: string]: unknown };

export const isNode = (value: unknown): value is LinkedNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Schema.org allows one value wherever it allows several. */
export const asList = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

/** The first text among `values`; a node is stood for by its `name`. */
export function asText(...values: readonly unknown[]): string | undefined {
  for (const value of values.flatMap(asList)) {
    const text = isNode(value) ? value.name : value;
    if (typeof text === 'string' && text.trim() !== '') return text;
  }
  return undefined;
}

export const isOfType = (node: LinkedNode, ...types: readonly string[]): boolean =>
  asList(node['@type']).some((type) => types.includes(String(type).replace(/^.*[/:]/, '')));

const nodesIn = (value: unknown): LinkedNode[] =>
  asList(value)
    .filter(isNode)
    .flatMap((node) => [
      node,
      ...nodesIn(node['@graph']),
      ...nodesIn(node.mainEntity),
      ...nodesIn(node.breadcrumb),
    ]);

/** @returns The nodes of all scripts, in order, those inside `@graph`, `mainEntity` and `breadcrumb` too. */
export const readLinkedData = (root: ParentNode): LinkedNode[] =>
  [...root.querySelectorAll('script[type="application/ld+json"]')].flatMap(({ textContent }) =>
    nodesIn(parseStored(textContent)),
  );

/** Items of a list in the order of their positions. */
export const listElements = (list: LinkedNode): LinkedNode[] =>
  asList(list.itemListElement)
    .filter(isNode)
    .map((element, i) => ({ element, position: Number(element.position) || i + 1 }))
    .sort((a, b) => a.position - b.position)
    .map(({ element }) => element);

/** The URL of a list element or of the item in it, resolved; `null` where it has none. */
export function urlOf(element: LinkedNode, base: string): URL | null {
  const { item } = element;
  const url = asList(isNode(item) ? (item.url ?? item['@id']) : (item ?? element.url))[0] ?? element.url;
  return typeof url === 'string' && url !== '' ? parseUrl(url, base) : null;
}
