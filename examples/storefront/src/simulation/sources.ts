/** Where the simulated visitors come from, and on which page each of them arrives. */
import type { Source } from '@holloway/protocol';
import { PRODUCTS } from '../catalogue/products.ts';
import { draw, type Random, type Weighted } from './random.ts';

export interface Origin {
  readonly source: Source;
  /** Host name as Holloway counts it: without `www.`. */
  readonly referrer?: string;
  readonly campaign?: string;
}

/** What a first page is about: what the visitor wants, or what the shop put in front of them. */
type Landing = 'home' | 'shelf' | 'product' | { readonly path: string };

const ORIGINS: Weighted<Origin> = [
  [{ source: 'search', referrer: 'google.com' }, 33],
  [{ source: 'search', referrer: 'bing.com' }, 4],
  [{ source: 'search', referrer: 'duckduckgo.com' }, 3],
  [{ source: 'search', referrer: 'ecosia.org' }, 2],
  [{ source: 'direct' }, 24],
  [{ source: 'social', referrer: 'instagram.com' }, 5],
  [{ source: 'social', referrer: 'pinterest.com' }, 4],
  [{ source: 'social', referrer: 'instagram.com', campaign: 'slow-mornings' }, 6],
  [{ source: 'email', campaign: 'newsletter-winter' }, 6],
  [{ source: 'referral', referrer: 'sunday-baking.example' }, 4],
  [{ source: 'referral', referrer: 'kettle-tests.example' }, 4],
  [{ source: 'campaign', referrer: 'google.com', campaign: 'damson-kitchen' }, 5],
];

const LANDINGS: { readonly [source in Source]: Weighted<Landing> } = {
  search: [
    ['product', 50],
    ['shelf', 38],
    ['home', 12],
  ],
  direct: [
    ['home', 74],
    ['shelf', 14],
    ['product', 12],
  ],
  social: [
    ['home', 45],
    ['product', 25],
    [{ path: '/stories/first-coffee' }, 15],
    [{ path: '/collections/sage' }, 15],
  ],
  email: [
    ['home', 50],
    [{ path: '/collections/damson' }, 30],
    [{ path: '/stories/bread-on-sundays' }, 20],
  ],
  referral: [
    ['product', 50],
    ['shelf', 50],
  ],
  campaign: [
    [{ path: '/collections/damson' }, 80],
    [{ path: '/' }, 20],
  ],
};

/** Campaigns that lead to one page, whatever their source. */
const CAMPAIGN_PAGES: ReadonlyMap<string, string> = new Map([['slow-mornings', '/stories/slow-mornings']]);

const texts = (values: readonly (string | undefined)[]): string[] => [
  ...new Set(values.filter((value) => value !== undefined)),
];

export const REFERRERS: readonly string[] = texts(ORIGINS.map(([{ referrer }]) => referrer));
export const CAMPAIGNS: readonly string[] = texts(ORIGINS.map(([{ campaign }]) => campaign));

/** Who was here before comes back on their own more often. */
const RETURNS: Weighted<Origin> = ORIGINS.map(([origin, weight]) => [
  origin,
  origin.source === 'direct' ? weight * 3 : origin.source === 'email' ? weight * 2 : weight * 0.5,
]);

export const drawOrigin = (random: Random, returning: boolean): Origin =>
  draw(random, returning ? RETURNS : ORIGINS);

/**
 * @param shelf The leaf category that the visitor has in mind.
 * @returns The path of the first page of the visit.
 */
export function drawLanding(random: Random, { source, campaign }: Origin, shelf: string): string {
  const fixed = campaign === undefined ? undefined : CAMPAIGN_PAGES.get(campaign);
  if (fixed !== undefined) return fixed;
  const landing = draw(random, LANDINGS[source]);
  if (landing === 'home') return '/';
  if (landing === 'shelf') return `/c/${shelf}`;
  if (landing !== 'product') return landing.path;
  return draw(
    random,
    PRODUCTS.filter(({ category }) => category === shelf).map(({ path }) => [path, 1]),
  );
}
