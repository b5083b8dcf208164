/** From released cells to the rows of each report. Pure: a number that is not here was not let go. */

import { quantile } from '@holloway/insight';
import {
  BUCKET_COUNT,
  type CategoryRow,
  type Day,
  type FaultRow,
  type FlowRow,
  type OverviewRow,
  type PageRow,
  type StepRow,
  type Totals,
  type TrailRow,
  type ValueRow,
} from '@holloway/protocol';
import type { Released, ReleasedDay, ReleasedRow } from './release.ts';

const byFirst = ({ rows }: Released): Map<string, ReleasedRow> =>
  new Map(rows.map((row) => [String(row.dimensions[0]), row]));

const most = <T extends { readonly n: number }>(rows: T[]): T[] => rows.sort((x, y) => y.n - x.n);

/**
 * Views less those that went on. Both are sealed together, so the difference is exact up to visits across midnight.
 * @returns `null` where nothing of it is settled yet, and where it is a number below k.
 */
function exitsOf(k: number, view: ReleasedRow, onward: ReleasedRow | undefined): number | null {
  if (view.exactN === 0) return null;
  const exits = Math.max(0, view.exactN - (onward?.exactN ?? 0));
  return exits > 0 && exits < k ? null : exits;
}

/** What exits, or bounces, are a share of. @returns `null` where nothing of it is settled yet. */
const settledOf = (row: ReleasedRow | undefined): number | null => row?.exactN || null;

export function overviewRows(
  visits: readonly ReleasedDay[],
  depths: readonly ReleasedDay[],
): { rows: OverviewRow[]; totals: Totals } {
  const rows = new Map<Day, OverviewRow>();
  const rowOf = (day: Day): OverviewRow =>
    rows.get(day) ?? { day, visits: null, visitors: null, pageviews: null };
  for (const { day, n, people } of visits) rows.set(day, { ...rowOf(day), visits: n, visitors: people });
  for (const { day, n } of depths) rows.set(day, { ...rowOf(day), pageviews: n });
  const sorted = [...rows.values()].sort((x, y) => (x.day < y.day ? -1 : 1));
  const total = (measure: 'visits' | 'visitors' | 'pageviews'): number | null =>
    sorted.reduce<number | null>(
      (sum, row) => (row[measure] === null ? sum : (sum ?? 0) + (row[measure] ?? 0)),
      null,
    );
  return {
    rows: sorted,
    totals: { visits: total('visits'), visitors: total('visitors'), pageviews: total('pageviews') },
  };
}

/** Buckets by page: paused, less those that went on after the pause. */
function engagementByPage(paused: Released, resumed: Released): Map<string, number[]> {
  const pages = new Map<string, number[]>();
  const add = ({ rows }: Released, sign: 1 | -1): void => {
    // In the order of names: the buckets of a page stand side by side, and it is looked up once for all of them.
    let last: string | null = null;
    let counts: number[] = [];
    for (const { dimensions, n } of rows) {
      const page = String(dimensions[0]);
      const bucket = Number(dimensions[1]);
      if (page !== last) {
        counts = pages.get(page) ?? new Array<number>(BUCKET_COUNT).fill(0);
        pages.set(page, counts);
        last = page;
      }
      counts[bucket] = (counts[bucket] ?? 0) + sign * n;
    }
  };
  add(paused, 1);
  add(resumed, -1);
  return pages;
}

export function pageRows(
  k: number,
  cells: {
    readonly views: Released;
    readonly onward: Released;
    readonly entries: Released;
    readonly moved: Released;
    readonly paused: Released;
    readonly resumed: Released;
  },
  categoryOf: (page: string) => string | null,
): PageRow[] {
  const onward = byFirst(cells.onward);
  const entries = byFirst(cells.entries);
  const moved = byFirst(cells.moved);
  const engagement = engagementByPage(cells.paused, cells.resumed);
  return cells.views.rows
    .map((view): PageRow => {
      const page = String(view.dimensions[0]);
      const entry = entries.get(page);
      const times = engagement.get(page) ?? [];
      return {
        page,
        category: categoryOf(page),
        views: view.n,
        visitors: view.people,
        entries: entry?.n ?? null,
        exits: exitsOf(k, view, onward.get(page)),
        bounces: entry === undefined ? null : exitsOf(k, entry, moved.get(page)),
        settledViews: settledOf(view),
        settledEntries: settledOf(entry),
        engagement: quantile(times, 0.5),
        engagementLower: quantile(times, 0.25),
        engagementUpper: quantile(times, 0.75),
      };
    })
    .sort((x, y) => y.views - x.views);
}

export function categoryRows(
  k: number,
  views: Released,
  onward: Released,
  flows: Released,
  entry: string,
): CategoryRow[] {
  const left = byFirst(onward);
  const entries = new Map(
    flows.rows.filter(({ dimensions }) => dimensions[0] === entry).map((row) => [row.dimensions[1], row.n]),
  );
  return views.rows
    .map((view): CategoryRow => {
      const category = String(view.dimensions[0]);
      return {
        category,
        views: view.n,
        visitors: view.people,
        entries: entries.get(category) ?? null,
        exits: exitsOf(k, view, left.get(category)),
        settledViews: settledOf(view),
      };
    })
    .sort((x, y) => y.views - x.views);
}

export const flowRows = ({ rows }: Released): FlowRow[] =>
  most(
    rows.map(({ dimensions: [from, to], n, people }) => ({ from: String(from), to: String(to), n, people })),
  );

export const stepRows = ({ rows }: Released): StepRow[] =>
  most(
    rows.map(({ dimensions: [step, from, to], n, people }) => ({
      step: Number(step),
      from: String(from),
      to: String(to),
      n,
      people,
    })),
  ).sort((x, y) => x.step - y.step);

export const trailRows = ({ rows }: Released): TrailRow[] =>
  most(
    rows.map(({ dimensions: [first, second, third], n, people }) => ({
      path: [String(first), String(second), String(third)] as const,
      n,
      people,
    })),
  );

export const valueRows = ({ rows }: Released): ValueRow[] =>
  most(rows.map(({ dimensions: [value], n, people }) => ({ value: String(value), n, people })));

export const faultRows = ({ rows }: Released): FaultRow[] =>
  most(rows.map(({ dimensions: [reason], n, people }) => ({ reason: String(reason), n, people })));
