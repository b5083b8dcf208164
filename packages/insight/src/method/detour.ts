/**
 * Ways that visitors take because a link is missing: from A to B over H, where few go straight, and more of them end at B than
 * come to it from anywhere.
 * @see Singer et al., Detecting memory and structure in human navigation patterns, PLOS ONE 2014: topics have memory, so trails of
 * three are kept of categories
 */
import { ENTRY, type FlowRow, OTHER, type TrailRow } from '@holloway/protocol';
import { wilson } from '../interval.ts';
import { binomialAtMost } from '../special/distributions.ts';
import { FALSE_DISCOVERY_RATE, qValues } from './false-discovery.ts';
import { shiftP } from './share-shifts.ts';
import { type Estimate, type Rate, rateRatio } from './two-rates.ts';

export interface Detour {
  readonly from: string;
  readonly over: string;
  readonly to: string;
  /** n(A, H, B) */
  readonly roundabout: number;
  /** n(A, B); where it is not shown, the most that it can be. */
  readonly straight: number;
  /** n(A, H, B) / (n(A, H, B) + n(A, B)), with 95 % confidence. */
  readonly share: Estimate;
  /** lift(A, B): how often those who make two moves from A are at B, over how often those from elsewhere are. */
  readonly lift: Estimate;
  /** Share of false ones among all that are at least as sure. */
  readonly q: number;
}

export interface DetourOptions {
  /** Categories that every page links to: from there to here no link is missing. */
  readonly menu?: ReadonlySet<string>;
  /** Of the report: what is not shown is less. */
  readonly k: number;
}

/**
 * Fewer moves, round or straight, are not worth a link; and to judge hundreds of them besides would drown what is to be found. How many
 * there are says nothing of how many of them go round, so that leaving them out spoils no probability.
 * @see Bourgon, Gentleman & Huber, Independent filtering increases detection power, PNAS 2010
 */
const LEAST_MOVES = 20;

/** Of two who come from A to B, one goes round, at the least. */
const LEAST_SHARE = 0.5;

const isCategory = (node: string): boolean => node !== OTHER && node !== ENTRY && !node.startsWith('(');

/** One is above the other: the breadcrumb leads there. */
const areInLine = (a: string, b: string): boolean =>
  a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`);

/** The probability of so much more, if the first rate were not above the second. */
const moreP = (own: Rate, others: Rate): number => {
  if (own.of === 0 || others.of === 0) return 1;
  const p = shiftP({ before: others, after: own }) / 2;
  return own.hits / own.of > others.hits / others.of ? p : 1 - p;
};

const add = (sums: Map<string, number>, key: string, n: number): void => {
  sums.set(key, (sums.get(key) ?? 0) + n);
};

/**
 * Of all ways that are shown, with Benjamini-Hochberg at 10 %: the greater p-value of the two that it takes, that half go round (binomial)
 * and that more are there than come from elsewhere (chi-squared).
 *
 * @param trails Of the `trails` report. @param flows Of the `flows` report by category, of the same range and slice.
 * @returns Those whose share is at least half and whose lift is above 1, both with 95 % confidence; the most travelled first. Without
 * those of fewer than 20 moves, those to a category in the menu, to one above or below (the breadcrumb), and from or to a page without category.
 * @see Berger, Multiparameter hypothesis testing and acceptance sampling, Technometrics 1982: the greater of two
 */
export function detours(
  trails: readonly TrailRow[],
  flows: readonly FlowRow[],
  { menu = new Set(), k }: DetourOptions,
): Detour[] {
  const straight = new Map<string, number>();
  for (const { from, to, n } of flows) add(straight, JSON.stringify([from, to]), n);
  const ends = new Map<string, number>();
  const begins = new Map<string, number>();
  const arrives = new Map<string, number>();
  let all = 0;
  for (const { path, n } of trails) {
    const [a, , b] = path;
    add(ends, JSON.stringify([a, b]), n);
    add(begins, a, n);
    add(arrives, b, n);
    all += n;
  }
  const ways = trails.flatMap(({ path: [from, over, to], n }): (Omit<Detour, 'q'> & { p: number })[] => {
    if (!isCategory(from) || !isCategory(to) || over === OTHER) return [];
    if (over === from || over === to || areInLine(from, to) || menu.has(to)) return [];
    const key = JSON.stringify([from, to]);
    const direct = straight.get(key) ?? k - 1;
    if (n + direct < LEAST_MOVES) return [];
    const interval = wilson(n, n + direct);
    const there = ends.get(key) ?? 0;
    const own = { hits: there, of: begins.get(from) ?? 0 };
    const others = { hits: (arrives.get(to) ?? 0) - there, of: all - own.of };
    const lift = rateRatio(own, others);
    if (interval === null || lift === null) return [];
    const share = { value: n / (n + direct), ...interval };
    const p = Math.max(1 - binomialAtMost(n - 1, n + direct, LEAST_SHARE), moreP(own, others));
    return [{ from, over, to, roundabout: n, straight: direct, share, lift, p }];
  });
  const qs = qValues(ways.map(({ p }) => p));
  return ways
    .map(({ p: _, ...way }, i): Detour => ({ ...way, q: qs[i] ?? 1 }))
    .filter(({ share, lift, q }) => share.low >= LEAST_SHARE && lift.low > 1 && q <= FALSE_DISCOVERY_RATE)
    .sort((x, y) => y.roundabout - x.roundabout);
}
