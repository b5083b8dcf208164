/**
 * Which position of a layout a product link has: zone, place in it, and the product it leads to.
 * Names regions by what the store calls them in its markup, never by their text.
 */
import { normalisePath, type Route } from '@holloway/protocol';
import { asText, isOfType, listElements, readLinkedData } from './json-ld.ts';
import { routedPage } from './routes.ts';
import { declaredTerm, observedTerm } from './term.ts';
import { parseUrl } from './url.ts';

export interface Slot {
  /** `zone/position`, such as `grid/3`. */
  readonly slot: string;
  readonly item: string;
}

const REGIONS = 'section,main,nav,aside,header,footer';

/** The link that an event happened in, through shadow roots. */
export const linkOf = (event: Event): HTMLAnchorElement | null => {
  const target = event.composedPath()[0];
  return target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null;
};

/** What the store says of a link or of what it stands in. */
const declared = (link: Element, name: string): string | undefined =>
  declaredTerm(link.closest(`[data-holloway-${name}]`)?.getAttribute(`data-holloway-${name}`));

/** Its own id, its heading's, or what kind of landmark it is; a section without a name is none. */
function regionName(region: Element): string | undefined {
  const headings = [...region.querySelectorAll(':is(h1,h2,h3,h4,h5,h6)[id]')];
  const heading = headings.find((candidate) => candidate.closest(REGIONS) === region);
  const landmark = region.localName === 'section' ? undefined : region.localName;
  return observedTerm(region.id) ?? observedTerm(heading?.id) ?? landmark;
}

function zoneOf(link: Element): { zone: string; root: Element } {
  const name = declared(link, 'zone');
  if (name !== undefined) return { zone: name, root: link.closest('[data-holloway-zone]') ?? link };
  for (let root = link.closest(REGIONS); root; root = root.parentElement?.closest(REGIONS) ?? null) {
    const zone = regionName(root);
    if (zone !== undefined) return { zone, root };
  }
  return { zone: 'page', root: link.ownerDocument.documentElement };
}

/** Tells of a link which product of this site it leads to; `undefined` when it leads to none. */
function itemReader(document: Document, pageUrl: string, routes: readonly Route[]) {
  const addressOf = (url: URL | undefined) => url?.href.split('#')[0];
  const lists = readLinkedData(document).filter((node) => isOfType(node, 'ItemList'));
  const elements = lists.flatMap((list) => listElements(list, pageUrl));
  const listed = new Map(elements.map(({ node, url }) => [addressOf(url), asText(node.sku)]));
  const page = new URL(pageUrl);
  return (link: HTMLAnchorElement): string | undefined => {
    const target = parseUrl(link.href);
    if (target?.origin !== page.origin || target.pathname === page.pathname) return undefined;
    const path = normalisePath(target.pathname);
    const isProduct = listed.has(addressOf(target)) || routedPage(routes, path).type === 'product';
    return (
      declared(link, 'item') ?? declaredTerm(listed.get(addressOf(target))) ?? (isProduct ? path : undefined)
    );
  };
}

/** @returns `null` for a link that leads to no product of this site. */
export function describeSlot(
  link: HTMLAnchorElement,
  pageUrl: string,
  routes: readonly Route[],
): Slot | null {
  const itemOf = itemReader(link.ownerDocument, pageUrl, routes);
  const item = itemOf(link);
  if (item === undefined) return null;
  const { zone, root } = zoneOf(link);
  // Picture and title of a product are two links in one position.
  const items = new Set([...root.querySelectorAll<HTMLAnchorElement>('a[href]')].map(itemOf));
  items.delete(undefined);
  const position = declared(link, 'slot') ?? [...items].indexOf(item) + 1;
  return { slot: `${zone}/${position}`, item };
}
