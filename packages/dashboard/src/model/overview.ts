/** Figures of the overview: totals, what they were in the days before, and the trend by day. Pure. */
import { addDays, type Day, type OverviewRow, type Totals } from '@holloway/protocol';
import type { Days } from './range.ts';

export const TRENDS = ['visits', 'visitors', 'pageviews', 'depth'] as const;
export type Trend = (typeof TRENDS)[number];

export interface Figure {
  readonly value: number | null;
  /** (now - before) / before; `null` where there is nothing to compare with. */
  readonly change: number | null;
}

export interface TrendPoint {
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

/** Visitors are told a day at a time, so over several days the figure is their average. */
function figureValue(trend: Trend, { totals, rows }: OverviewNumbers): number | null {
  if (trend === 'visits') return totals.visits;
  if (trend === 'pageviews') return totals.pageviews;
  if (trend === 'depth') return ratio(totals.pageviews, totals.visits);
  const days = rows.filter(({ visitors }) => visitors !== null);
  return ratio(
    days.reduce((sum, { visitors }) => sum + (visitors ?? 0), 0),
    days.length,
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

/** A point for every day of the range, also for days without a row. */
export function trendOf(trend: Trend, rows: readonly OverviewRow[], { from, to }: Days): TrendPoint[] {
  const byDay = new Map(rows.map((row) => [row.day, row]));
  const points: TrendPoint[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const row = byDay.get(day);
    const value =
      row === undefined ? null : trend === 'depth' ? ratio(row.pageviews, row.visits) : row[trend];
    points.push({ day, value });
  }
  return points;
}
