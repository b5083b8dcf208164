import { describe, expect, it } from 'vitest';
import { visitsForLift } from './power.ts';

describe('the visits of a comparison', () => {
  // Computed apart from this code, with the normal quantiles of scipy.
  it.each([
    { rate: 0.05, lift: 2, visits: 435 },
    { rate: 0.5, lift: 1.2, visits: 388 },
    { rate: 0.2, lift: 1.5, visits: 294 },
    { rate: 0.3, lift: 0.5, visits: 121 },
  ])('of $rate with $lift times as much are $visits in each group', ({ rate, lift, visits }) => {
    expect(visitsForLift(rate, lift)).toBe(visits);
  });

  it.each([
    { rate: 0, lift: 2 },
    { rate: 0.6, lift: 2 },
    { rate: 0.2, lift: 1 },
    { rate: 0.2, lift: Number.NaN },
  ])('refuse $rate with $lift times as much', ({ rate, lift }) => {
    expect(() => visitsForLift(rate, lift)).toThrow(RangeError);
  });
});
