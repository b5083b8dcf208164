/**
 * Which position of a layout a product link has: zone, place in it, and the product it leads to.
 * Names regions by what the store calls them in its markup, never by their text.
 */
import { normalisePath, type Route } from '@holloway/protocol';
import { readLinkedData } from './json-ld.ts';
import { listItems } from './list-items.ts';
import { routedPage } from './routes.ts';
import { declaredTerm, observedTerm } from './term.ts';
import { addressOf, parseUrl } from './url.ts';

export interface Slot {
  /** `zone/position`, such as `grid/3`. */
  readonly slot: string;
  readonly item: string;
}

const REGIONS = 'section,main,nav,aside,header,footer,[role=region],[role=navigation],[role=complementary]';
/** The name of a region: its own id, its heading's, or what kind of landmark it is; a slash would end the name. */
function regionName(element: Element): string | undefined {
  const headings = [...element.querySelectorAll('h1[id],h2[id],h3[id],h4[id],h5[id],h6[id]')];
  const own = headings.find((heading) => heading.closest(REGIONS) === element);
  const names = [element.id, element.getAttribute('aria-labelledby')?.split(' ')[0], own?.id];
  const tag = element.localName;
  const landmark = element.getAttribute('role') ?? (tag === 'section' ? undefined : tag);
  return (names.map(observedTerm).find(Boolean) ?? landmark)?.replace(/\//g, '-');
}

function zoneOf(link: Element): { zone: string; root: Element } {
  const declared = link.closest('[data-holloway-zone]');
  const named = declaredTerm(declared?.getAttribute('data-holloway-zone'));
  if (declared && named) return { zone: named.replace(/\//g, '-'), root: declared };
  for (let region = link.closest(REGIONS); region; region = region.parentElement?.closest(REGIONS) ?? null) {
    const zone = regionName(region);
    if (zone !== undefined) return { zone, root: region };
  }
  return { zone: 'page', root: link.ownerDocument.documentElement };
}

/** Tells of a link which product it leads to; `undefined` when it leads to none. */
function itemReader(document: Document, url: string, routes: readonly Route[]) {
  const listed = listItems(readLinkedData(document), url);
  const page = new URL(url);
  return (link: HTMLAnchorElement): string | undefined => {
    const target = parseUrl(link.href, url);
    if (target === null || target.origin !== page.origin || target.pathname === page.pathname)
      return undefined;
    const declared = link.closest('[data-holloway-item]')?.getAttribute('data-holloway-item');
    if (declared) return declaredTerm(declared);
    const address = addressOf(target);
    const path = normalisePath(target.pathname);
    const isProduct = listed.has(address) || routedPage(routes, path).type === 'product';
    return declaredTerm(listed.get(address)) ?? (isProduct ? path : undefined);
  };
}

/** @returns `null` for a link that leads to no product of this site. */
export function describeSlot(link: HTMLAnchorElement, url: string, routes: readonly Route[]): Slot | null {
  const itemOf = itemReader(link.ownerDocument, url, routes);
  const item = itemOf(link);
  if (item === undefined) return null;
  const { zone, root } = zoneOf(link);
  const declared = declaredTerm(link.closest('[data-holloway-slot]')?.getAttribute('data-holloway-slot'));
  if (declared !== undefined) return { slot: `${zone}/${declared}`, item };
  const items = [...root.querySelectorAll<HTMLAnchorElement>('a[href]')].map(itemOf);
  // Picture and title of a product are two links in one position.
  const distinct = [...new Set(items.filter((other) => other !== undefined))];
  return { slot: `${zone}/${distinct.indexOf(item) + 1}`, item };
}
