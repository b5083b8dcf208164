/**
 * The rows that each report must have, from what the rule of k lets be shown: the truth in the shapes of the API.
 * Written from the documentation of the reports, with none of the product's code.
 */
import type { Sealed } from './sealing.ts';
import { type CellName, type Count, type Counts, ENTRY, keyOf, NOTHING, named, sum } from './truth.ts';

export type Row = Readonly<Record<string, string | number | null | readonly string[]>>;

const K = 10;

export interface Range {
  readonly from: string;
  readonly to: string;
}

interface Balance {
  readonly shown: number;
  readonly waiting: { readonly rows: number; readonly n: number };
  readonly other: number;
}

/** What the store declares: the products' own categories. One was clicked once under another. */
const CATEGORY_OF_LETTER: Readonly<Record<string, string>> = {
  A: 'trousers',
  B: 'skirts',
  C: 'blouses',
  P: 'sale',
};

export const shownIn = ({ rows }: Sealed, { from, to }: Range): Counts =>
  sum(rows.filter(({ day }) => day >= from && day <= to).map(({ counts }) => counts));

export const overviewRows = ({ rows }: Sealed, { from, to }: Range): Row[] =>
  rows
    .filter(({ day }) => day >= from && day <= to)
    .flatMap(({ day, counts }) =>
      named(counts, 'visit').map(({ count }) => ({
        day,
        visits: count.n,
        visitors: count.browsers,
        pageviews: count.also,
      })),
    );

/** A difference of sealed numbers is told when it is nothing, or k and more. */
const fromKOn = (difference: number): number | null => (difference > 0 && difference < K ? null : difference);

export const pageRows = (shown: Counts): Row[] =>
  named(shown, 'page').map(({ cell: [, page], count }) => {
    const entry = shown.get(keyOf(['entry', page]));
    return {
      page,
      category: CATEGORY_OF_LETTER[page.slice('/p/'.length, '/p/'.length + 1)] ?? null,
      views: count.n,
      visitors: count.browsers,
      entries: entry?.n ?? null,
      exits: fromKOn(count.also),
      bounces: entry === undefined ? null : fromKOn(entry.also),
      settledViews: count.n,
      settledEntries: entry?.n ?? null,
      engagement: null,
      engagementLower: null,
      engagementUpper: null,
    };
  });

export const categoryRows = (shown: Counts): Row[] =>
  named(shown, 'category').map(({ cell: [, category], count }) => ({
    category,
    views: count.n,
    visitors: count.browsers,
    entries: shown.get(keyOf(['category move', ENTRY, category]))?.n ?? null,
    exits: fromKOn(count.also),
    settledViews: count.n,
  }));

export const flowRows = (shown: Counts, level: 'category' | 'page'): Row[] =>
  named(shown, level === 'page' ? 'page move' : 'category move').map(({ cell: [, from, to], count }) => ({
    from,
    to,
    n: count.n,
    people: count.browsers,
  }));

export const stepRows = (shown: Counts): Row[] =>
  named(shown, 'step').map(({ cell: [, step, from, to], count }) => ({
    step,
    from,
    to,
    n: count.n,
    people: count.browsers,
  }));

export const trailRows = (shown: Counts): Row[] =>
  named(shown, 'trail').map(({ cell: [, ...path], count }) => ({ path, n: count.n, people: count.browsers }));

export const layoutRows = (shown: Counts): Row[] =>
  named(shown, 'slot').map(({ cell: [, page, slot, item], count }) => {
    const [zone = '', position] = slot.split('/');
    return {
      page,
      zone,
      slot: Number(position),
      item,
      viewport: null,
      exposed: null,
      clicked: count.n,
      added: null,
      ordered: null,
      returned: null,
      clicks: count.also,
      value: null,
    };
  });

export const countryRows = (shown: Counts): Row[] =>
  named(shown, 'country').map(({ cell: [, value], count }) => ({
    value,
    n: count.n,
    people: count.browsers,
  }));

/** Over the whole history: what the rows show, what waits, and what has no name any more. */
export function balanceOf(sealed: Sealed, name: CellName, measure: (count: Count) => number): Balance {
  const measured = (counts: Counts): number[] =>
    named(counts, name)
      .map(({ count }) => measure(count))
      .filter((n) => n > 0);
  const add = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  const waiting = measured(new Map([...sealed.waiting].map(([key, { count }]) => [key, count])));
  return {
    shown: add(measured(sum(sealed.rows.map(({ counts }) => counts)))),
    waiting: { rows: waiting.length, n: add(waiting) },
    other: measure(sealed.other.get(name) ?? NOTHING),
  };
}

/** Rows in one order, their fields too, so that two lists of the same rows are equal. */
export const canonical = (rows: readonly object[]): string[] =>
  rows.map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))).sort();
