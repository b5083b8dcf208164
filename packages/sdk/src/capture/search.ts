/**
 * What a visitor searched for: as the store declares it, else by the search form that leads to the page, else by the usual
 * names in the address of a search page. Terms that may point at a person are none.
 */
import type { PageType, Route } from '@holloway/protocol';
import type { Search } from '../visit/observation.ts';
import { declaredHint } from './declared-page.ts';
import { isOfType, type LinkedNode, listElements } from './json-ld.ts';
import { pathOf } from './path.ts';
import { routedPage } from './routes.ts';
import { observedTerm } from './term.ts';
import { parseUrl } from './url.ts';

const USUAL = ['q', 'query', 's', 'search', 'search_query', 'keyword', 'keywords', 'k', 'term', 'text', 'w'];
const IN_FORM = 'input[name]:not([type=hidden]):not([type=submit])';
/** Spelt out: browsers of 2020 do not know `:is`, nor lists within `:not`, and throw. */
const FIELD = `[role=search] ${IN_FORM},search ${IN_FORM},input[type=search][name]`;
const LONGEST_TERM = 80;

/** `  Milk  FROTHER ` is `milk frother`. `undefined` for nothing, and for what may be more than a search. */
export function searchTerm(text: string | null | undefined): string | undefined {
  const term = text?.trim().toLowerCase().replace(/\s+/g, ' ') ?? '';
  return term.length <= LONGEST_TERM ? observedTerm(term) : undefined;
}

/** What the search form of the page would have written into its address; `null` where it does not lead here. */
function askedByForm(document: Document, url: URL): string | null {
  for (const field of document.querySelectorAll<HTMLInputElement>(FIELD)) {
    // A field may be called `action`, and would hide the property.
    const target = parseUrl(field.form?.getAttribute('action') ?? '', url.href);
    if (field.form && target?.pathname === url.pathname) return url.searchParams.get(field.name);
  }
  return null;
}

/** What an address asks for on a search page; empty where it asks for nothing. */
export const askedByAddress = (document: Document, url: URL): string =>
  askedByForm(document, url) || USUAL.map((name) => url.searchParams.get(name)).find(Boolean) || '';

/** `null` where it cannot be told. */
function hasNoResults(document: Document, nodes: readonly LinkedNode[]): boolean | null {
  const declared = document.querySelector('[data-holloway-results]')?.getAttribute('data-holloway-results');
  if (declared) return Number(declared) === 0;
  const list = nodes.find((node) => isOfType(node, 'ItemList'));
  return list ? listElements(list, document.baseURI).length === 0 : null;
}

/** What the page asks for as its address stands now; `undefined` where nothing is asked. */
function askedNow(document: Document, url: URL, isSearch: boolean): string | null | undefined {
  return declaredHint(document, 'search') ?? (isSearch ? askedByAddress : askedByForm)(document, url);
}

/**
 * Once results have had their time to come: the same, and without it whether the page has a link to a product at all.
 * `null` where products cannot be told by their addresses, or results from what stands on every page; and where the page
 * asks for something else by now, for what it shows is no answer to the search.
 * @param address Of the page, as the browser shows it now.
 * @param nodes What the page has published of itself by now.
 */
export function hasNoneByNow(
  document: Document,
  address: string,
  nodes: readonly LinkedNode[],
  { term }: Search,
  routes: readonly Route[],
): boolean | null {
  const asked = askedNow(document, new URL(address), true);
  // An address may have lost its query meanwhile, which asks for nothing else.
  if (asked && searchTerm(asked) !== term) return null;
  const told = hasNoResults(document, nodes);
  if (told !== null || !routes.some(({ type }) => type === 'product')) return told;
  const main = document.querySelector('main,[role=main]');
  if (!main) return null;
  return ![...main.querySelectorAll<HTMLAnchorElement>('a[href]')].some((link) => {
    const target = parseUrl(link.href);
    return target && routedPage(routes, pathOf(target)).type === 'product';
  });
}

/** @param type As far as it is known. @returns `undefined` where nothing was searched for. */
export function describeSearch(
  document: Document,
  address: string,
  type: PageType | undefined,
  nodes: readonly LinkedNode[],
): Search | undefined {
  if (type && type !== 'search') return undefined;
  const term = searchTerm(askedNow(document, new URL(address), type === 'search'));
  return term ? { term, isEmpty: hasNoResults(document, nodes) } : undefined;
}
