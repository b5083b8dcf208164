/**
 * Describes the page that is shown, as it is counted: its normalised path, its type, its category.
 * Decides between what the sources say; what each says is read in declared-page, linked-page and routes.
 */
import { normalisePath, type Route } from '@holloway/protocol';
import type { Page } from '../visit/visit.ts';
import { attributedPage, metaPage } from './declared-page.ts';
import { readLinkedData } from './json-ld.ts';
import { linkedPage } from './linked-page.ts';
import type { PageHints } from './page-hints.ts';
import { routedPage } from './routes.ts';
import { declaredTerm } from './term.ts';

/** @param hints In order of trust. A category is believed only of a source that does not see another type. */
function decide(hints: readonly PageHints[]): PageHints {
  const type = hints.find((hint) => hint.type)?.type;
  const agreeing = hints.filter((hint) => !hint.type || hint.type === type);
  return { type, category: agreeing.map(({ category }) => declaredTerm(category)).find(Boolean) };
}

/** @param url Of the page, as the browser shows it. */
export function describePage(document: Document, url: string, routes: readonly Route[]): Page {
  const path = normalisePath(new URL(url).pathname);
  const { type, category } = decide([
    attributedPage(document),
    metaPage(document),
    linkedPage(readLinkedData(document), url),
    routedPage(routes, path),
  ]);
  return { path, type: type ?? (path === '/' ? 'home' : 'page'), category: category ?? null };
}
