/**
 * The truth about the 2008 click-stream: what every report would say if nothing had to wait for k browsers.
 * Counts sessions one by one, by the words of the metric dictionary, with none of the product's code.
 * Knows nothing of k (sealing.ts) nor of the shape of reports.
 */
import { groupBy } from './group-by.ts';
import type { Session } from './sessions.ts';

/** What is counted together: its name, then its dimensions. */
export type Cell =
  | readonly [of: 'visit']
  | readonly [of: 'country', country: string]
  | readonly [of: 'page', page: string]
  | readonly [of: 'entry', page: string]
  | readonly [of: 'category', category: string]
  | readonly [of: 'page move', from: string, to: string]
  | readonly [of: 'category move', from: string, to: string]
  | readonly [of: 'step', step: number, from: string, to: string]
  | readonly [of: 'trail', first: string, second: string, third: string]
  | readonly [of: 'slot', list: string, slot: string, item: string];
export type CellName = Cell[0];

export interface Count {
  /** Browsers, which are sessions here: nothing joins two of them. */
  readonly browsers: number;
  /** Visits of `visit`, `country`, `entry` and `slot`; pageviews of `page` and `category`; moves of the rest. */
  readonly n: number;
  /** Pageviews of `visit`, exits of `page` and `category`, bounces of `entry`, clicks of `slot`; otherwise 0. */
  readonly also: number;
}

/** Cells by `keyOf`. */
export type Counts = ReadonlyMap<string, Count>;

export interface DayOfCounts {
  readonly day: string;
  readonly counts: Counts;
}

export const NOTHING: Count = { browsers: 0, n: 0, also: 0 };
export const ENTRY = '(entry)';
const STEPS = 8;

/** A key by tuple: 1|23 and 12|3 stay apart. */
export const keyOf = (cell: Cell): string => JSON.stringify(cell);
export const cellOf = (key: string): Cell => JSON.parse(key);

export const plus = (a: Count, b: Count): Count => ({
  browsers: a.browsers + b.browsers,
  n: a.n + b.n,
  also: a.also + b.also,
});

function addTo(counts: Map<string, Count>, key: string, count: Count): void {
  counts.set(key, plus(counts.get(key) ?? NOTHING, count));
}

/** What one session counts: a browser is once in each of its cells. */
function countSession({ country, pageviews }: Session): Counts {
  const counts = new Map<string, Count>();
  const count = (cell: Cell, n: number, also: number): void => {
    const key = keyOf(cell);
    addTo(counts, key, { browsers: counts.has(key) ? 0 : 1, n, also });
  };

  count(['visit'], 1, pageviews.length);
  count(['country', country], 1, 0);
  pageviews.forEach(({ page, category, list, slot, item }, i) => {
    const before = pageviews[i - 1];
    const beforeThat = pageviews[i - 2];
    const isExit = i === pageviews.length - 1 ? 1 : 0;
    const fromCategory = before?.category ?? ENTRY;

    count(['page', page], 1, isExit);
    count(['category', category], 1, isExit);
    if (before === undefined) count(['entry', page], 1, isExit);
    count(['page move', before?.page ?? ENTRY, page], 1, 0);
    count(['category move', fromCategory, category], 1, 0);
    if (i < STEPS) count(['step', i + 1, fromCategory, category], 1, 0);
    if (beforeThat !== undefined) count(['trail', beforeThat.category, fromCategory, category], 1, 0);

    const clicked: Cell = ['slot', list, slot, item];
    count(clicked, counts.has(keyOf(clicked)) ? 0 : 1, 1);
  });
  return counts;
}

/** The counts of each day that has sessions, the earliest first. */
export function countByDay(sessions: readonly Session[]): DayOfCounts[] {
  return [...groupBy(sessions, (session) => session.day)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, own]) => ({ day, counts: sum(own.map(countSession)) }));
}

export function sum(parts: Iterable<Counts>): Counts {
  const all = new Map<string, Count>();
  for (const counts of parts) for (const [key, count] of counts) addTo(all, key, count);
  return all;
}

/** The cells of one name, such as every `page`. */
export const named = <N extends CellName>(
  counts: Counts,
  name: N,
): { cell: Extract<Cell, readonly [N, ...unknown[]]>; count: Count }[] =>
  [...counts]
    .map(([key, count]) => ({ cell: cellOf(key) as Extract<Cell, readonly [N, ...unknown[]]>, count }))
    .filter(({ cell }) => cell[0] === name);

/** All cells of one name added up. */
export const totalOf = (counts: Counts, name: CellName): Count =>
  named(counts, name).reduce((total, { count }) => plus(total, count), NOTHING);
