/**
 * How an address would be counted: which path, what was taken out of it, which route names it, and whether its names are
 * in the dictionary yet. Repeats nothing of what was taken out. Pure.
 */
import { categoryNode, type NameState, normalisePath, type Preview, type Removal } from '@holloway/protocol';
import { type Page, pathOf } from '@holloway/sdk/describe';
import type { Catalogue } from '../site/catalogue.ts';
import type { Dictionary } from '../site/dictionary.ts';
import { isFitting } from '../site/routes.ts';
import type { SiteRecord } from '../store/store.ts';
import { describeAddress } from './page.ts';

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
} as const satisfies { readonly [removal in Removal]: string };

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
