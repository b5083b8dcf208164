/**
 * What the address says: site, screen, range of days, slice, what to compare with, and the options of the screen. Pure, both ways,
 * so that every view can be kept and shared as a link. What an option means is for its screen to say.
 * Leaves links that let somebody in to entry.
 */
import { ALL, parseSlice } from '@holloway/protocol';
import { COMPARISONS, type ComparisonKind } from '../model/comparison.ts';
import { type Range, readRange, writeRange } from '../model/range.ts';

export const SCREENS = [
  'overview',
  'actions',
  'paths',
  'categories',
  'pages',
  'layout',
  'products',
  'search',
  'funnel',
  'experiments',
  'visits',
  'devices',
  'countries',
  'sources',
  'preferences',
  'consent',
  'privacy',
  'account',
  'people',
  'keys',
  'settings',
] as const;
/** About the collector, not a site: they keep the site in the address, to come back to, but need none. */
export const OWN_SCREENS: readonly Screen[] = ['account', 'people', 'keys', 'settings'];
export type Screen = (typeof SCREENS)[number];

/** Empty lists are left out. */
export type Options = { readonly [name: string]: readonly string[] };

export interface Route {
  /** `null` until one is chosen; the first site is shown then. */
  readonly site: string | null;
  readonly screen: Screen;
  readonly range: Range;
  readonly slice: string;
  readonly compare: ComparisonKind;
  readonly options: Options;
}

const OWN = ['range', 'from', 'to', 'slice', 'compare'];

/** Anything that cannot be read falls back to its default. */
export function readRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#?\/?/, '').split('?', 2);
  const [first = '', second] = path.split('/').map(decode);
  const named = SCREENS.find((screen) => screen === (second ?? first)) ?? 'overview';
  // Alone, it is the name of a site, unless it is that of a screen that needs none.
  const site = second === undefined && OWN_SCREENS.includes(named) ? '' : first;
  const query = new URLSearchParams(search);
  const slice = query.get('slice') ?? ALL;
  const options: Record<string, readonly string[]> = {};
  for (const name of new Set(query.keys())) {
    if (!OWN.includes(name)) options[name] = query.getAll(name);
  }
  return {
    site: site === '' ? null : site,
    screen: named,
    range: readRange(query),
    slice: parseSlice(slice) === null ? ALL : slice,
    compare: COMPARISONS.find((one) => one === query.get('compare')) ?? COMPARISONS[0],
    options,
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // not an encoding: judged as it stands
  }
}

export function writeRoute({ site, screen, range, slice, compare, options }: Route): string {
  const query = new URLSearchParams(writeRange(range));
  if (slice !== ALL) query.set('slice', slice);
  if (compare !== COMPARISONS[0]) query.set('compare', compare);
  for (const [name, values] of Object.entries(options)) {
    for (const value of values) query.append(name, value);
  }
  const search = query.toString();
  const own = OWN_SCREENS.includes(screen) ? screen : '';
  const path = site === null ? own : `${encodeURIComponent(site)}/${screen}`;
  return `#/${path}${search === '' ? '' : `?${search}`}`;
}

/** The first value of an option where it is one of `allowed`, else the first that is allowed. */
export function optionOf<const T extends string>(
  options: Options,
  name: string,
  allowed: readonly [T, ...T[]],
): T {
  const value = options[name]?.[0];
  return allowed.find((one) => one === value) ?? allowed[0];
}
