/**
 * How an address would be counted: which path, what was taken out of it, which route names it, and whether its names are
 * in the dictionary yet. Repeats nothing of what was taken out. Pure.
 */
import { categoryNode, normalisePath } from '@holloway/protocol';
import { type Page, pathOf } from '@holloway/sdk/describe';
import type { Catalogue } from '../site/catalogue.ts';
import type { Dictionary } from '../site/dictionary.ts';
import { isFitting } from '../site/routes.ts';
import type { SiteRecord } from '../store/store.ts';
import { describeAddress } from './page.ts';

/** `waits`: counted under `(other)` until k browsers sent it in a day. */
export type NameState = 'declared' | 'admitted' | 'waits';

export const REMOVED = {
  query: 'the query',
  fragment: 'the fragment',
  parameters: 'what stands behind a semicolon',
  email: 'an e-mail address became :id',
  uuid: 'a UUID became :id',
  address: 'a network address became :id',
  number: 'a long number became :id',
  token: 'what looks like a token became :id',
  unprintable: 'a segment with invisible characters became :id',
  tail: 'what goes beyond 12 segments or 200 characters',
} as const;
export type Removal = keyof typeof REMOVED;

export interface Preview {
  /** Whether pages of this origin may send. */
  readonly isRegistered: boolean;
  readonly path: string;
  readonly removed: readonly Removal[];
  /** The route that fits; `null` where none does. */
  readonly route: { readonly number: number; readonly pattern: string } | null;
  readonly type: Page['type'];
  readonly category: string | null;
  /** Where it stands in click paths between categories: its category, or its type in parentheses. */
  readonly node: string;
  /** What was searched for, as far as the address says; `null` where it was nothing that is counted. */
  readonly search: string | null;
  /** Of the page, and of its category where it has one. */
  readonly names: { readonly page: NameState; readonly category: NameState | null };
  /** What people read in its place; `null` where nobody declared it. */
  readonly label: string | null;
}

const SHAPES: readonly (readonly [Removal, RegExp])[] = [
  ['email', /@/],
  ['uuid', /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i],
  ['address', /\d+\.\d+\.\d+\.\d+|^(?=(?:[^:]*:){2})[0-9a-f:.[\]]+$/i],
  ['number', /\d{6}|(?:\d[ ().+-]*){9}/],
  ['unprintable', /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/u],
];

function decoded(segment: string): string {
  try {
    const once = decodeURIComponent(segment);
    return once === segment ? once : decoded(once);
  } catch {
    return segment; // not UTF-8: judged as it stands
  }
}

const shapeOf = (segment: string): Removal =>
  SHAPES.find(([, shape]) => shape.test(decoded(segment).normalize('NFKC')))?.[0] ?? 'token';

/** @param written The path, and that of a router behind a `#`. */
function removalsOf(url: URL, written: string, path: string): Removal[] {
  const segments = written.split(/[/\\]/).filter((segment) => segment !== '');
  const isRouted = written !== url.pathname;
  const removed = new Set<Removal>();
  if (url.search !== '' || (isRouted && url.hash.includes('?'))) removed.add('query');
  if (url.hash !== '' && !isRouted) removed.add('fragment');
  if (decoded(written).includes(';')) removed.add('parameters');
  for (const segment of segments) {
    const bare = segment.split(/[;?#]/, 1)[0] ?? '';
    if (bare !== ':id' && normalisePath(`/${bare}`) === '/:id') removed.add(shapeOf(bare));
  }
  const counted = segments.filter((segment) => normalisePath(`/${segment}`) !== '/').length;
  if (path !== '/' && path.split('/').length - 1 < counted && !removed.has('parameters')) removed.add('tail');
  return [...removed];
}

export interface PreviewDeps {
  readonly dictionary: Pick<Dictionary, 'idOf'>;
  readonly catalogue: Pick<Catalogue, 'has' | 'label'>;
  /** Whether pages of an origin may send. */
  readonly mayEmbed: (origin: string) => boolean;
}

/** @param page What is known of it. Default: its address alone, without what the page itself says. */
export function previewAddress(
  { dictionary, catalogue, mayEmbed }: PreviewDeps,
  { routes }: Pick<SiteRecord, 'routes'>,
  url: URL,
  page: Page = describeAddress(url, routes),
): Preview {
  const { path, type, category, search } = page;
  const stateOf = (kind: 'page' | 'category', text: string): NameState => {
    if (catalogue.has(kind, text)) return 'declared';
    return dictionary.idOf(kind, text) === undefined ? 'waits' : 'admitted';
  };
  const fitting = routes.findIndex((route) => isFitting(route, path));
  const route = routes[fitting];
  const written =
    url.pathname + (pathOf(url) === normalisePath(url.pathname) ? '' : url.hash.replace(/^#!?/, ''));
  return {
    isRegistered: mayEmbed(url.origin),
    path,
    removed: removalsOf(url, written, path),
    route: route === undefined ? null : { number: fitting + 1, pattern: route.pattern },
    type,
    category,
    node: categoryNode(category, type),
    search: search?.term ?? null,
    names: {
      page: stateOf('page', path),
      category: category === null ? null : stateOf('category', category),
    },
    label: catalogue.label('page', path) ?? null,
  };
}
