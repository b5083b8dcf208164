/** From released cells to when visits were, how long they took, and when they came back. Pure. */
import { quantile } from '@holloway/insight';
import {
  BUCKET_COUNT,
  type DurationRow,
  type DurationTotals,
  type HourRow,
  lowerEdgeMs,
  type ReturnRow,
  type ValueRow,
} from '@holloway/protocol';
import { ascending } from './order.ts';
import type { Released, ReleasedOf } from './release.ts';

/** Cells of a single dimension that is a number, in its order. */
const byNumber = ({ rows }: Released): { readonly value: number; readonly n: number }[] =>
  rows
    .map(({ dimensions: [value], n }) => ({ value: Number(value), n }))
    .sort((x, y) => ascending(x.value, y.value));

export const hourRows = (released: Released): HourRow[] =>
  byNumber(released).map(({ value: hour, n }) => ({ hour, n }));

export const returnRows = (released: Released): ReturnRow[] =>
  byNumber(released).map(({ value: days, n }) => ({ days, n }));

/** By the slice's value, the most visited first. Two as large as each other are in the order of their names. */
export const sliceRows = (slices: readonly ReleasedOf[]): ValueRow[] =>
  slices
    .map(({ value, rows }) => ({
      value,
      n: rows.reduce((sum, { n }) => sum + n, 0),
      people: rows.reduce((sum, { people }) => sum + people, 0),
    }))
    .sort((x, y) => y.n - x.n || (x.value < y.value ? -1 : 1));

/**
 * Visits by bucket: paused, less those that went on after the pause. Of what is settled, for a difference of rounded counts
 * would be none. A bucket below 0, whose pause was counted on a day before the range, is none at all.
 */
function visitsByBucket(paused: Released, resumed: Released): number[] {
  const counts = new Array<number>(BUCKET_COUNT).fill(0);
  const add = ({ rows }: Released, sign: 1 | -1): void => {
    for (const { dimensions, exactN } of rows) {
      const bucket = Number(dimensions[0]);
      counts[bucket] = (counts[bucket] ?? 0) + sign * exactN;
    }
  };
  add(paused, 1);
  add(resumed, -1);
  return counts.map((n) => Math.max(0, n));
}

/** From the shortest to the longest. */
export function durationRows(
  paused: Released,
  resumed: Released,
): { readonly rows: DurationRow[]; readonly totals: DurationTotals } {
  const counts = visitsByBucket(paused, resumed);
  return {
    rows: counts.flatMap((n, bucket): DurationRow[] => {
      if (n === 0) return [];
      const fromMs = bucket === 0 ? 0 : Math.round(lowerEdgeMs(bucket));
      const toMs = bucket === BUCKET_COUNT - 1 ? null : Math.round(lowerEdgeMs(bucket + 1));
      return [{ fromMs, toMs, n }];
    }),
    totals: {
      n: counts.reduce((sum, n) => sum + n, 0),
      lowerQuartile: quantile(counts, 0.25),
      median: quantile(counts, 0.5),
      upperQuartile: quantile(counts, 0.75),
    },
  };
}
