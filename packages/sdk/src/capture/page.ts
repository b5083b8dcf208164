/**
 * Describes the page that is shown, as it is counted: its normalised path, its type, its category, and what was searched.
 * Decides between what the sources say; what each says is read in declared-page, linked-page, routes and search.
 */
import type { Route } from '@holloway/protocol';
import type { Page } from '../visit/observation.ts';
import { declaredPage } from './declared-page.ts';
import { type LinkedNode, readLinkedData } from './json-ld.ts';
import { linkedPage } from './linked-page.ts';
import type { PageHints } from './page-hints.ts';
import { pathOf } from './path.ts';
import { routedPage } from './routes.ts';
import { describeSearch } from './search.ts';
import { declaredTerm } from './term.ts';

/** @param hints In order of trust. Nothing is believed of a source that sees another type. */
function decide(hints: readonly PageHints[]): PageHints {
  const type = hints.find((hint) => hint.type)?.type;
  const agreeing = hints.filter((hint) => !hint.type || hint.type === type);
  const first = (name: 'category' | 'item') =>
    agreeing.map(({ [name]: text }) => declaredTerm(text)).find(Boolean);
  return { type, category: first('category'), item: type === 'product' ? first('item') : undefined };
}

/**
 * @param url Of the page, as the browser shows it.
 * @param nodes What is believed of its JSON-LD. Default: all of it.
 */
export function describePage(
  document: Document,
  url: string,
  routes: readonly Route[],
  nodes: readonly LinkedNode[] = readLinkedData(document),
): Page {
  const path = pathOf(new URL(url));
  const { type, category, item } = decide([
    ...declaredPage(document),
    linkedPage(nodes, url),
    routedPage(routes, path),
  ]);
  const search = describeSearch(document, url, type, nodes);
  return {
    path,
    type: type ?? (search ? 'search' : path === '/' ? 'home' : 'page'),
    category: category ?? null,
    item,
    search,
  };
}
