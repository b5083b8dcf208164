/**
 * Reads the JSON-LD that shops already publish into flat nodes. What is broken is as if it were not there.
 * Does not say what the nodes mean for a page (linked-page, breadcrumbs) or a link (slot).
 */
import { parseStored } from '../storage.ts';
import { parseUrl } from './url.ts';

export type LinkedNode = { readonly [property: string]: unknown };

/** The nodes in a value: schema.org allows one wherever it allows several. */
const asNodes = (value: unknown): readonly LinkedNode[] =>
  [value].flat().filter((one): one is LinkedNode => typeof one === 'object' && one !== null);

/** The first text in a value; a node is stood for by its `name`. */
export function asText(value: unknown): string | undefined {
  const text = asNodes(value)[0]?.name ?? [value].flat()[0];
  return typeof text === 'string' ? text : undefined;
}

/** @param type Whole, after `https://schema.org/` or `schema:`. */
export const isOfType = (node: LinkedNode, type: string): boolean =>
  new RegExp(`\\b${type}(,|$)`).test(String(node['@type'])); // a list of types is joined by commas

const nodesIn = (value: unknown): LinkedNode[] =>
  asNodes(value).flatMap((node) => [
    node,
    ...[node['@graph'], node.mainEntity, node.breadcrumb].flatMap(nodesIn),
  ]);

/** What each script said when it was read last: several ask, and lists are long. */
const known = new WeakMap<Element, { readonly text: string; readonly nodes: LinkedNode[] }>();

function readScript(script: Element): LinkedNode[] {
  const text = script.textContent;
  const before = known.get(script);
  if (before?.text === text) return before.nodes;
  const nodes = nodesIn(parseStored(text));
  known.set(script, { text, nodes });
  return nodes;
}

/** @returns The nodes of all scripts, in order, those inside `@graph`, `mainEntity` and `breadcrumb` too. */
export const readLinkedData = (document: Document): LinkedNode[] =>
  // Not `document.scripts`: an image or a form of that name would hide it.
  [...document.getElementsByTagName('script')]
    .filter(({ type }) => type.toLowerCase() === 'application/ld+json')
    .flatMap(readScript);

/** The elements of a list in the order of their positions, with what they name; `url` where they tell it. */
export const listElements = (list: LinkedNode, base: string): { node: LinkedNode; url: URL | undefined }[] =>
  [...asNodes(list.itemListElement)]
    .sort((a, b) => Number(a.position) - Number(b.position))
    .map((element) => {
      const node = { ...element, ...asNodes(element.item)[0] };
      const url = typeof element.item === 'string' ? element.item : (node.url ?? node['@id']);
      return { node, url: typeof url === 'string' ? parseUrl(url, base) : undefined };
    });
