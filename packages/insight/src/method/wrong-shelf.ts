/**
 * Products that visitors look for in another category than the one they are filed in, more often than they look there for the
 * products that stand beside them.
 * @see Srikant & Yang, Mining web logs to improve website organization, WWW 2001
 */
import { type FindRow, OTHER } from '@holloway/protocol';
import type { Interval } from '../interval.ts';
import { poissonTail } from '../special/distributions.ts';
import { FALSE_DISCOVERY_RATE, qValues } from './false-discovery.ts';
import { poissonInterval } from './poisson-rate.ts';

export interface WrongShelf {
  readonly item: string;
  /** The category it was looked for in. */
  readonly tried: string;
  /** The category it is most found in. */
  readonly found: string;
  /** Visits that tried `tried` first, left it, and found the item elsewhere. */
  readonly wrong: number;
  /** Visits that looked in a category first, whichever, and found the item. */
  readonly finds: number;
  /** As many of its neighbours' visits would have gone there. */
  readonly expected: number;
  /** `wrong / expected`, with 95 % confidence. */
  readonly ratio: Interval & { readonly value: number };
  /** Share of false ones among all that are at least as sure. */
  readonly q: number;
}

/** A category; not a type of page such as `(search)`, nor what has no name. */
const isCategory = (node: string): boolean => node !== OTHER && !node.startsWith('(');

/** To look closer into the right category is no wrong turn. */
const isWrong = ({ tried, found, route }: FindRow): boolean =>
  route !== 'direct' && tried !== found && !found.startsWith(`${tried}/`);

/** Of many visits even a difference that nobody would act on is sure: from here on it is worth a second shelf. */
const LEAST_RATIO = 1.5;
const LEAST_SHARE = 0.05;

interface Item {
  finds: number;
  readonly found: Map<string, number>;
  readonly wrong: Map<string, number>;
}

function itemsOf(rows: readonly FindRow[]): Map<string, Item> {
  const items = new Map<string, Item>();
  for (const row of rows) {
    // Who searched, or came from elsewhere, looked on no shelf.
    if (row.item === OTHER || !isCategory(row.found) || !isCategory(row.tried)) continue;
    const item = items.get(row.item) ?? { finds: 0, found: new Map(), wrong: new Map() };
    items.set(row.item, item);
    item.finds += row.n;
    item.found.set(row.found, (item.found.get(row.found) ?? 0) + row.n);
    if (isWrong(row)) item.wrong.set(row.tried, (item.wrong.get(row.tried) ?? 0) + row.n);
  }
  return items;
}

const mostOf = (counts: ReadonlyMap<string, number>): string =>
  [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), ['', 0] as const)[0];

/** The mean of a Poisson count that is known to be at most `atMost`. */
function meanAtMost(mean: number, atMost: number): number {
  const below = 1 - poissonTail(atMost + 1, mean);
  return below <= 0 ? atMost : (mean * (1 - poissonTail(atMost, mean))) / below;
}

interface Neighbour {
  readonly finds: number;
  /** `null` where too few to be shown. */
  readonly wrong: number | null;
}

/**
 * Wrong finds for each find, pooled over neighbours. What is not shown is from 0 to k - 1, as likely as the pooled rate makes it. One
 * find is added, so that a few neighbours without any do not make the first wrong find a certainty.
 */
function pooledRate(neighbours: readonly Neighbour[], k: number): number {
  const finds = neighbours.reduce((sum, each) => sum + each.finds, 0);
  const shown = neighbours.reduce((sum, { wrong }) => sum + (wrong ?? 0), 0);
  let rate = (shown + 1) / finds;
  for (let i = 0; i < 20; i += 1) {
    const unseen = neighbours.reduce(
      (sum, { finds: own, wrong }) => sum + (wrong === null ? meanAtMost(rate * own, k - 1) : 0),
      0,
    );
    rate = (shown + unseen + 1) / finds;
  }
  return rate;
}

/**
 * The tail of a Poisson count against the rate of the other products of the same category, and Benjamini-Hochberg at 10 % over all
 * products and categories. Told where at least 1.5 times as many as expected, and 5 % of those who found the product, looked there.
 *
 * @param rows Of the `finds` report. @param k Of the report.
 * @returns The surest first. Empty also where no category has two products.
 */
export function wrongShelves(rows: readonly FindRow[], k: number): WrongShelf[] {
  const items = itemsOf(rows);
  const homes = new Map([...items].map(([name, { found }]) => [name, mostOf(found)]));
  const inHome = new Map<string, string[]>();
  for (const [name, home] of homes) inHome.set(home, [...(inHome.get(home) ?? []), name]);

  const candidates = [...items].flatMap(([item, { finds, wrong }]) => {
    const found = homes.get(item) ?? '';
    const others = (inHome.get(found) ?? []).filter((other) => other !== item);
    if (others.length === 0) return [];
    return [...wrong]
      .filter(([tried]) => tried !== found)
      .map(([tried, n]) => {
        const neighbours = others.map((other) => ({
          finds: items.get(other)?.finds ?? 0,
          wrong: items.get(other)?.wrong.get(tried) ?? (k > 1 ? null : 0),
        }));
        const expected = pooledRate(neighbours, k) * finds;
        return { item, tried, found, wrong: n, finds, expected, p: poissonTail(n, expected) };
      });
  });
  const qs = qValues(candidates.map(({ p }) => p));
  return candidates
    .map(({ p: _, ...candidate }, i): WrongShelf => {
      const { low, high } = poissonInterval(candidate.wrong);
      const { wrong, expected } = candidate;
      const ratio = { value: wrong / expected, low: low / expected, high: high / expected };
      return { ...candidate, ratio, q: qs[i] ?? 1 };
    })
    .filter(
      ({ q, ratio, wrong, finds }) =>
        q <= FALSE_DISCOVERY_RATE && ratio.value >= LEAST_RATIO && wrong >= LEAST_SHARE * finds,
    )
    .sort((x, y) => x.q - y.q || y.wrong - x.wrong);
}
