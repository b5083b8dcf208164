/**
 * The regions of a page and what they are called: by the store's attribute, else by what its markup calls them, never by
 * their text. Does not know when they are seen (exposure).
 */
import { ANY } from '@holloway/protocol';
import { declaredTerm } from '../term.ts';
import { closest, parentElementOf, parentOf } from './dom.ts';
import { idTerm } from './id-term.ts';
import type { Slot } from './slots.ts';

export interface Zone {
  readonly name: string;
  readonly root: Element;
  /** `(any)` in the head and the foot that all pages share. */
  readonly page: string;
  /** Its products by what the store calls them. */
  readonly slots: Map<string, Slot>;
}

export interface Zones {
  /** The region that begins with this element; `null` where it has no name. */
  at(root: Element): Zone | null;
  /** The innermost region around an element; all of the page where there is none. */
  of(element: Element | null): Zone;
}

const NAME_OF_ROLE: Readonly<Record<string, string>> = {
  banner: 'header',
  navigation: 'nav',
  main: 'main',
  complementary: 'aside',
  contentinfo: 'footer',
  search: 'search',
  region: '',
};
const roles = (names: readonly string[]): string => names.map((name) => `,[role=${name}]`).join('');

const SHARED = `header,nav,footer${roles(['banner', 'navigation', 'contentinfo'])}`;
const CONTENT = `main,article,section,aside${roles(['main', 'region', 'complementary'])}`;
export const ZONES = `[data-holloway-zone],header,nav,main,aside,footer,search,section${roles(Object.keys(NAME_OF_ROLE))}`;

/** What kind of landmark it is: the title of an article, though a `header`, is none. */
function landmarkOf(root: Element): string | undefined {
  const role = root.getAttribute('role') ?? '';
  const name = NAME_OF_ROLE[role] ?? root.localName;
  const isPart = role === '' && /er$/.test(name) && parentElementOf(root)?.closest(CONTENT);
  return !isPart && /^(header|nav|main|aside|footer|search)$/.test(name) ? name : undefined;
}

/** The first heading's, where it is this region's own. */
function headingId(root: Element): string | undefined {
  const heading = root.querySelector('h1,h2,h3,h4,h5,h6');
  return heading?.closest(ZONES) === root ? heading.id : undefined;
}

const nameOf = (root: Element): string | undefined =>
  declaredTerm(root.getAttribute('data-holloway-zone')) ??
  idTerm(root.id) ??
  idTerm(headingId(root)) ??
  idTerm(root.getAttribute('aria-labelledby')) ??
  landmarkOf(root);

/** Whether the outermost of what it stands in is a head or a foot, and not what this page alone shows. */
function isShared(root: Element): boolean {
  let outermost: Element | null = null;
  const selector = `${SHARED},${CONTENT}`;
  for (let at = closest(root, selector); at; at = closest(parentOf(at), selector)) outermost = at;
  return !!outermost?.matches(SHARED);
}

/** @param page Path of the page that is shown. */
export function createZones(document: Document, page: string): Zones {
  const known = new WeakMap<Element, Zone | null>();
  /** Who has which name now. */
  const holders = new Map<string, Zone>();
  const replaced = new WeakSet<Zone>();

  const create = (root: Element, name: string): Zone => {
    const of = isShared(root) ? ANY : page;
    // Of two with one name the later in the document has a number. What pages share is told apart from the rest: its
    // numbers must not depend on what a page holds.
    let unique = name;
    for (let i = 2; holders.get(of + unique)?.root.isConnected; i++) unique = `${name}-${i}`;
    // One that is gone was drawn anew, as scripts do: it is the same region to whoever looks at it.
    const former = holders.get(of + unique);
    if (former) replaced.add(former);
    const zone = { name: unique, root, page: of, slots: new Map() };
    holders.set(of + unique, zone);
    return zone;
  };

  const whole = create(document.documentElement, 'page');

  const at = (root: Element): Zone | null => {
    let zone = known.get(root);
    // What is gone keeps its name for the click that removed it; back in the document it may be taken by another.
    if (zone === undefined || (zone && replaced.has(zone) && root.isConnected)) {
      const name = nameOf(root);
      zone = name === undefined ? null : create(root, name);
      known.set(root, zone);
    }
    return zone;
  };

  return {
    at,
    of(element) {
      for (let root = closest(element, ZONES); root; root = closest(parentOf(root), ZONES)) {
        const zone = at(root);
        if (zone) return zone;
      }
      return whole;
    },
  };
}
