/**
 * Products that visitors look for in another category than the one they are filed in, more often than they look there for the
 * products that stand beside them.
 * @see Srikant & Yang, Mining web logs to improve website organization, WWW 2001
 */
import { type FindRow, OTHER } from '@holloway/protocol';
import type { Interval } from '../interval.ts';
import { type Beta, poissonTail } from '../special/distributions.ts';
import { FALSE_DISCOVERY_RATE, qValuesByFamily, type Test } from './false-discovery.ts';
import { poissonInterval } from './poisson-rate.ts';
import { fitUsual, type Tries, tailOf } from './shrinkage.ts';

export interface WrongShelf {
  readonly item: string;
  /** The category it was looked for in. */
  readonly tried: string;
  /** The category it is most found in. */
  readonly found: string;
  /** The uppermost category above that one: its neighbours are all products of it. */
  readonly shelf: string;
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

/** A category and those within it are one shelf: a product is found in a list of either. */
const shelfOf = (category: string): string => category.split('/')[0] ?? category;

interface Product {
  readonly name: string;
  /** The category it is most found in. */
  readonly home: string;
  readonly finds: number;
}

interface Neighbour extends Product {
  /** `null` where too few to be shown. */
  readonly wrong: number | null;
}

/**
 * Of each of a category's products, the wrong finds that the others lead to expect of it. What is not shown is from 0 to k - 1, as likely
 * as the rate of all makes it. One find is added, so that a few neighbours without any do not make the first wrong find a certainty.
 */
function expectedOf(all: readonly Neighbour[], k: number): number[] {
  const sum = (of: (each: Neighbour) => number): number => all.reduce((total, each) => total + of(each), 0);
  const finds = sum((each) => each.finds);
  let rate = (sum(({ wrong }) => wrong ?? 0) + 1) / finds;
  const likely = ({ finds: own, wrong }: Neighbour): number => wrong ?? meanAtMost(rate * own, k - 1);
  for (let i = 0; i < 20; i += 1) {
    const before = rate;
    rate = (sum(likely) + 1) / finds;
    if (Math.abs(rate - before) < 1e-4 * rate) break;
  }
  const wrongs = sum(likely);
  return all.map((each) => ((wrongs - likely(each) + 1) / (finds - each.finds)) * each.finds);
}

interface Candidate {
  readonly item: string;
  readonly tried: string;
  readonly found: string;
  readonly shelf: string;
  readonly wrong: number;
  readonly finds: number;
  readonly expected: number;
}

const isWorthIt = ({ wrong, finds, expected }: Candidate): boolean =>
  wrong >= LEAST_RATIO * expected && wrong >= LEAST_SHARE * finds;

const poissonOf = ({ wrong, expected }: Candidate): number => poissonTail(wrong, expected);

const triesOf = ({ finds: of, wrong }: Pick<Neighbour, 'finds' | 'wrong'>, k: number): Tries =>
  wrong === null ? { hits: 0, atMost: Math.min(of, k - 1), of } : { hits: Math.min(wrong, of), of };

/** Of so many neighbours more would not change what is usual. */
const ENOUGH = 60;

/** How much the products of a shelf differ among themselves in being looked for in one category, by those that are found most. */
const usualOf = (all: readonly Neighbour[], k: number): Beta | null =>
  fitUsual(
    [...all]
      .sort((x, y) => y.finds - x.finds)
      .slice(0, ENOUGH)
      .map((each) => triesOf(each, k)),
  );

/**
 * Of the candidates of one shelf, the tail of a Poisson count at the pooled rate. Where the products differ among themselves by more than
 * chance, the tail of a beta-binomial that knows by how much: else every second product of such a category would be found to be unlike the
 * others.
 */
function tails(candidates: readonly Candidate[], all: readonly Neighbour[], k: number): number[] {
  const ps = candidates.map(poissonOf);
  const isOpen = candidates.map((each, i) => isWorthIt(each) && (ps[i] ?? 1) <= FALSE_DISCOVERY_RATE);
  // What is not told anyway need not be compared.
  if (!isOpen.includes(true)) return ps;
  const usual = usualOf(all, k);
  if (usual === null) return ps;
  return candidates.map((each, i) => {
    const poisson = ps[i] ?? 1;
    return isOpen[i] ? Math.max(poisson, tailOf(triesOf(each, k), usual)) : poisson;
  });
}

/**
 * Wrong finds against the rate of the other products of the same uppermost category, and false discovery at 10 % over all products and
 * all categories that any of their neighbours was looked for in, the products of one shelf in one category a family: they are told together. Told where at least 1.5 times
 * as many as expected, and 5 % of those who found the product, looked there.
 *
 * @param rows Of the `finds` report. @param k Of the report.
 * @returns The surest first. Empty also where no category has two products.
 * @see docs/insight.md#wrong-shelf
 */
export function wrongShelves(rows: readonly FindRow[], k: number): WrongShelf[] {
  const parts = wrongShelvesInParts(rows, k);
  for (;;) {
    const { done, value } = parts.next();
    if (done) return value;
  }
}

/** The same, a shelf and a category at a time. */
export function* wrongShelvesInParts(rows: readonly FindRow[], k: number): Generator<void, WrongShelf[]> {
  const items = itemsOf(rows);
  const onShelf = new Map<string, Product[]>();
  for (const [name, { found, finds }] of items) {
    const home = mostOf(found);
    const shelf = shelfOf(home);
    const own = onShelf.get(shelf) ?? [];
    onShelf.set(shelf, own);
    own.push({ name, home, finds });
  }
  const candidates: Candidate[] = [];
  const tests: Test[] = [];
  /** A pair that is not shown was looked at, too. */
  const unseen: Test[] = [];
  for (const [shelf, names] of onShelf) {
    const wrongOf = (name: string): ReadonlyMap<string, number> => items.get(name)?.wrong ?? new Map();
    const tried = new Set(names.flatMap(({ name }) => [...wrongOf(name).keys()]));
    for (const category of tried) {
      const all = names
        .filter(({ home }) => home !== category)
        .map((each) => ({ ...each, wrong: wrongOf(each.name).get(category) ?? (k > 1 ? null : 0) }));
      if (all.length < 2) continue;
      const own = expectedOf(all, k).flatMap((expected, i): Candidate[] => {
        const { name: item = '', home: found = '', finds = 0, wrong = null } = all[i] ?? {};
        return wrong === null ? [] : [{ item, tried: category, found, shelf, wrong, finds, expected }];
      });
      const family = JSON.stringify([shelf, category]);
      yield;
      candidates.push(...own);
      tests.push(...tails(own, all, k).map((p) => ({ p, family })));
      unseen.push(...Array.from({ length: all.length - own.length }, () => ({ p: 1, family })));
    }
  }
  const qs = qValuesByFamily([...tests, ...unseen]);
  return candidates
    .map((candidate, i) => ({ candidate, q: qs[i] ?? 1 }))
    .filter(({ candidate, q }) => q <= FALSE_DISCOVERY_RATE && isWorthIt(candidate))
    .map(({ candidate, q }): WrongShelf => {
      const { wrong, expected } = candidate;
      const { low, high } = poissonInterval(wrong);
      const ratio = { value: wrong / expected, low: low / expected, high: high / expected };
      return { ...candidate, ratio, q };
    })
    .sort((x, y) => x.q - y.q || y.wrong - x.wrong);
}
