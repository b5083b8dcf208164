/**
 * Describes one page after another of the same document. A router changes the address first, and what the page before
 * published of itself stays until the content comes, or for good: of the next page it says nothing.
 * Does not say what is believed of a page (page), nor how long its content is waited for (settle).
 */
import type { Route } from '@holloway/protocol';
import type { Page } from '../visit/observation.ts';
import { declaredPage } from './declared-page.ts';
import { type LinkedNode, readLinkedData } from './json-ld.ts';
import { describePage } from './page.ts';
import { pathOf } from './path.ts';

export interface Describer {
  /** Whether a page has said anything of its own. Where pages say nothing at all, this is never so but for the first. */
  isThere(url: string): boolean;
  /** @param url Of the page, which the browser may show no longer. */
  describe(url: string): Page;
}

export function createDescriber(document: Document, routes: readonly Route[]): Describer {
  let before: { path: string; declared: string; nodes: readonly LinkedNode[] } | null = null;

  function read(url: string) {
    const nodes = readLinkedData(document);
    const now = {
      path: pathOf(new URL(url)),
      declared: JSON.stringify(declaredPage(document)),
      nodes,
    };
    const isSame = now.path === (before?.path ?? now.path);
    // Long lists are long to compare, which only a page that follows another in its document has to.
    const isLinked = isSame || JSON.stringify(nodes) !== JSON.stringify(before?.nodes);
    return { now, nodes: isLinked ? nodes : [], isThere: isLinked || now.declared !== before?.declared };
  }

  return {
    isThere: (url) => read(url).isThere,
    describe(url) {
      const { now, nodes } = read(url);
      before = now;
      return describePage(document, url, routes, nodes);
    },
  };
}
