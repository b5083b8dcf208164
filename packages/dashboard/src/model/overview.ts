/** Figures of the overview: totals, what they were in the days before, and the trend by day. Pure. */
import { addDays, type Day, type OverviewRow, type Totals } from '@holloway/protocol';
import { type Days, lengthOf } from './range.ts';

export const TRENDS = ['visits', 'visitors', 'pageviews', 'depth'] as const;
export type Trend = (typeof TRENDS)[number];

export interface Figure {
  readonly value: number | null;
  /** (now - before) / before; `null` where there is nothing to compare with. */
  readonly change: number | null;
}

export interface TrendPoint {
  /** Of a month that is kept as a whole every day, with what it was on average. */
  readonly day: Day;
  /** `null` where the day is not told: nobody came, or too few. */
  readonly value: number | null;
}

export interface OverviewNumbers {
  readonly totals: Totals;
  readonly rows: readonly OverviewRow[];
}

const ratio = (a: number | null, b: number | null): number | null =>
  a === null || b === null || b === 0 ? null : a / b;

/** Of how many days a row is. */
const daysOf = ({ day, through = day }: OverviewRow): number => lengthOf({ from: day, to: through });

/** Visitors are told a day at a time, so over several days the figure is their average. */
function figureValue(trend: Trend, { totals, rows }: OverviewNumbers): number | null {
  if (trend === 'visits') return totals.visits;
  if (trend === 'pageviews') return totals.pageviews;
  if (trend === 'depth') return ratio(totals.pageviews, totals.visits);
  const days = rows.filter(({ visitors }) => visitors !== null);
  return ratio(
    days.reduce((sum, { visitors }) => sum + (visitors ?? 0), 0),
    days.reduce((sum, row) => sum + daysOf(row), 0),
  );
}

/** Numbers of as many days each. */
export interface Comparison {
  readonly now: OverviewNumbers;
  readonly before: OverviewNumbers;
}

/** @param compared Only days that are over, which may be fewer than those of `shown`. */
export function figureOf(trend: Trend, shown: OverviewNumbers, compared: Comparison | null): Figure {
  const value = figureValue(trend, shown);
  if (compared === null) return { value, change: null };
  const now = figureValue(trend, compared.now);
  const before = figureValue(trend, compared.before);
  const difference = now === null || before === null ? null : now - before;
  return { value, change: ratio(difference, before) };
}

const dailyValue = (trend: Trend, row: OverviewRow): number | null =>
  trend === 'depth' ? ratio(row.pageviews, row.visits) : ratio(row[trend], daysOf(row));

/** A point for every day of the range, also for days without a row. */
export function trendOf(trend: Trend, rows: readonly OverviewRow[], { from, to }: Days): TrendPoint[] {
  const byDay = new Map(rows.map((row) => [row.day, row]));
  const points: TrendPoint[] = [];
  let month: OverviewRow | undefined;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const row = byDay.get(day) ?? ((month?.through ?? '') >= day ? month : undefined);
    if (row?.through !== undefined) month = row;
    points.push({ day, value: row === undefined ? null : dailyValue(trend, row) });
  }
  return points;
}
