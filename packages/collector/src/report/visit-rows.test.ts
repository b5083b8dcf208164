import { bucketOf } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { none, told } from '../../test/shown.ts';
import { durationRows, hourRows, returnRows, sliceRows } from './visit-rows.ts';

const SECONDS = 1_000;

it('the rows of hours stand from Monday to Sunday', () => {
  expect(hourRows(told([[100], 12], [[9], 30], [[34], 40]))).toEqual([
    { hour: 9, n: 30 },
    { hour: 34, n: 40 },
    { hour: 100, n: 12 },
  ]);
});

it('the rows of returns stand from the day after to long ago', () => {
  expect(returnRows(told([[60], 11], [[1], 30], [[7], 25]))).toEqual([
    { days: 1, n: 30 },
    { days: 7, n: 25 },
    { days: 60, n: 11 },
  ]);
});

it('the rows of slices have the most visited first, and of as many the first name', () => {
  expect(
    sliceRows([
      { value: 'tablet', ...told([[], 12]) },
      { value: 'phone', ...told([[], 30]) },
      { value: 'desktop', ...told([[], 12]) },
    ]),
  ).toEqual([
    { value: 'phone', n: 30, people: 30 },
    { value: 'desktop', n: 12, people: 12 },
    { value: 'tablet', n: 12, people: 12 },
  ]);
});

describe('the rows of durations', () => {
  const bucket = (ms: number) => [bucketOf(ms)];

  it('have visits that paused, less those that went on, from the shortest to the longest', () => {
    const paused = told([bucket(60 * SECONDS), 20], [bucket(5 * SECONDS), 30], [[0], 4]);
    const resumed = told([bucket(5 * SECONDS), 12]);
    expect(durationRows(paused, resumed).rows).toEqual([
      { fromMs: 0, toMs: 306, n: 4 },
      { fromMs: 4_150, toMs: 5_072, n: 18 },
      { fromMs: 56_363, toMs: 68_888, n: 20 },
    ]);
  });

  it('have no end for the longest', () => {
    expect(durationRows(told([[44], 3]), none).rows).toEqual([{ fromMs: 1_708_235, toMs: null, n: 3 }]);
  });

  it('have none of a bucket that more visits left than came to it, across midnight', () => {
    const { rows, totals } = durationRows(told([[3], 10], [[9], 2]), told([[9], 5]));
    expect(rows.map(({ n }) => n)).toEqual([10]);
    expect(totals.n).toBe(10);
  });

  it('are of settled days alone: today is rounded, and a difference of rounded counts tells nothing', () => {
    const { rows, totals } = durationRows(
      told([[9], 40, { exactN: 20 }], [[12], 10, { exactN: 0 }]),
      told([[9], 25, { exactN: 5 }]),
    );
    expect(rows.map(({ n }) => n)).toEqual([15]);
    expect(totals.n).toBe(15);
  });

  it('come with the quartiles of all of them', () => {
    const { totals } = durationRows(told([[10], 10], [[20], 10], [[30], 10], [[40], 10]), none);
    // The ends of the 10th and 20th bucket, and of the 30th.
    expect(totals).toEqual({
      n: 40,
      lowerQuartile: expect.closeTo(250 * (11 / 9) ** 11, 3),
      median: expect.closeTo(250 * (11 / 9) ** 21, 3),
      upperQuartile: expect.closeTo(250 * (11 / 9) ** 31, 3),
    });
  });

  it('of nothing are none, and have no quartiles', () => {
    expect(durationRows(none, none)).toEqual({
      rows: [],
      totals: { n: 0, lowerQuartile: null, median: null, upperQuartile: null },
    });
  });
});
