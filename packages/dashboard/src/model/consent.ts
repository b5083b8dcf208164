/** Choices of visitors: their sums, the share that agreed by day, and the parts of a row. Pure. */
import { addDays, type ConsentRow } from '@holloway/protocol';
import type { TrendPoint } from './overview.ts';
import type { Days } from './range.ts';

export const CHOICES = ['accepted', 'chosen', 'rejected'] as const;
export type Choice = (typeof CHOICES)[number];
export type ChoiceCounts = Pick<ConsentRow, Choice>;

const sum = (values: readonly (number | null)[]): number | null =>
  values.reduce((total, value) => (value === null ? total : (total ?? 0) + value), null);

/** `null` where no row tells of a choice, which is not 0. */
export const totalsOf = (rows: readonly ConsentRow[]): ChoiceCounts => ({
  accepted: sum(rows.map(({ accepted }) => accepted)),
  chosen: sum(rows.map(({ chosen }) => chosen)),
  rejected: sum(rows.map(({ rejected }) => rejected)),
});

export const agreedOf = ({ accepted, chosen }: ChoiceCounts): number | null => sum([accepted, chosen]);
export const choicesOf = (counts: ChoiceCounts): number => (agreedOf(counts) ?? 0) + (counts.rejected ?? 0);

/** A point for every day of the range: the share that agreed or, where no share is known on any day, how many did. */
export function consentTrend(
  rows: readonly ConsentRow[],
  { from, to }: Days,
): { readonly isShare: boolean; readonly points: TrendPoint[] } {
  const isShare = rows.some(({ coverage }) => coverage !== null);
  const byDay = new Map(rows.map((row) => [row.value, isShare ? row.coverage : agreedOf(row)]));
  const points: TrendPoint[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) points.push({ day, value: byDay.get(day) ?? null });
  return { isShare, points };
}

/** The parts of a row's bar, each as a share of `of`; what is not told has no part. */
export const partsOf = (
  row: ChoiceCounts,
  of: number,
): { readonly choice: Choice; readonly share: number }[] =>
  CHOICES.flatMap((choice) => {
    const n = row[choice] ?? 0;
    return n === 0 ? [] : [{ choice, share: n / of }];
  });
