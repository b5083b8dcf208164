/**
 * Describes one page after another of the same document. A router changes the address first, and what the page before
 * published of itself stays until the content comes, or for good: of the next page it says nothing.
 * Does not say what is believed of a page (page), nor how long its content is waited for (settle).
 */
import type { Route } from '@holloway/protocol';
import type { Page } from '../visit/observation.ts';
import { declaredPage } from './declared-page.ts';
import { isOfType, type LinkedNode, readLinkedData } from './json-ld.ts';
import { describePage } from './page.ts';
import { pathOf } from './path.ts';
import { askedByAddress } from './search.ts';

export interface Describer {
  /** Whether a page has said anything of its own. Where pages say nothing at all, this is never so but for the first. */
  isThere(url: string): boolean;
  /** @param url Of the page, which the browser may show no longer. */
  describe(url: string): Page;
  /** Whether the search page that was described last is asked for something else at this address. */
  isAskedAnew(url: string): boolean;
  /** What the page that was described last has published of itself by now. */
  published(): readonly LinkedNode[];
}

/** Of the page that was described last. */
interface Described {
  readonly path: string;
  /** `null` where it is no search page. */
  readonly asked: string | null;
  readonly declared: string;
  readonly nodes: readonly LinkedNode[];
  /** Of the page before. */
  readonly left: readonly LinkedNode[];
}

/** The same page shows the same list as long as its markup stands; one that another page shows is never the same. */
const without = (nodes: readonly LinkedNode[], left: readonly LinkedNode[]): LinkedNode[] =>
  nodes.filter((node) => !(isOfType(node, 'ItemList') && left.includes(node)));

export function createDescriber(document: Document, routes: readonly Route[]): Describer {
  let before: Described | null = null;
  /** An address that is known to ask for nothing else. */
  let known = '';

  function asksAnew(address: URL): boolean {
    if (!before || before.asked === null) return false;
    const asked = askedByAddress(document, address);
    return asked !== '' && asked !== before.asked;
  }

  function read(url: string) {
    const nodes = readLinkedData(document);
    const address = new URL(url);
    const path = pathOf(address);
    const declared = JSON.stringify(declaredPage(document));
    const isSame = path === (before?.path ?? path);
    const isAnother = asksAnew(address);
    const left = (isSame && !isAnother ? before?.left : before?.nodes) ?? [];
    // Long lists are long to compare, which only a page that follows another in its document has to.
    const isNew = (): boolean => JSON.stringify(nodes) !== JSON.stringify(before?.nodes);
    const isLinked = isSame || isNew();
    return {
      now: { path, declared, nodes, left },
      own: isLinked ? without(nodes, left) : [],
      isThere: declared !== before?.declared || (isAnother ? isNew() : isLinked),
    };
  }

  return {
    isThere: (url) => read(url).isThere,
    describe(url) {
      const { now, own } = read(url);
      const page = describePage(document, url, routes, own);
      const asked = page.type === 'search' ? askedByAddress(document, new URL(url)) : null;
      before = { ...now, asked };
      known = url;
      return page;
    },
    isAskedAnew(url) {
      if (url === known) return false;
      const isAnother = asksAnew(new URL(url));
      if (!isAnother) known = url;
      return isAnother;
    },
    published: () => without(readLinkedData(document), before?.left ?? []),
  };
}
