import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visitsNeeded, wilson } from './interval.ts';

describe('the Wilson interval', () => {
  // Newcombe: Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I,
  // method 3 (score method without continuity correction).
  it.each([
    { hits: 81, visits: 263, low: 0.2553, high: 0.3662 },
    { hits: 15, visits: 148, low: 0.0624, high: 0.1605 },
    { hits: 0, visits: 20, low: 0, high: 0.1611 },
    { hits: 1, visits: 29, low: 0.0061, high: 0.1718 },
  ])('of $hits in $visits is $low to $high, as published', ({ hits, visits, low, high }) => {
    expect(wilson(hits, visits)?.low).toBeCloseTo(low, 4);
    expect(wilson(hits, visits)?.high).toBeCloseTo(high, 4);
  });

  it('is null without visits', () => {
    expect(wilson(0, 0)).toBeNull();
  });

  it('begins at 0 exactly without a hit, and ends at 1 exactly with nothing else', () => {
    expect(wilson(0, 7)?.low).toBe(0);
    expect(wilson(7, 7)?.high).toBe(1);
  });

  it('mirrors: the interval of hits is that of misses from the other end', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (hits, misses) => {
        const visits = hits + misses;
        fc.pre(visits > 0);
        expect(wilson(hits, visits)?.low).toBeCloseTo(1 - (wilson(misses, visits)?.high ?? Number.NaN), 12);
      }),
    );
  });

  it.each([
    { hits: -1, visits: 10 },
    { hits: 11, visits: 10 },
    { hits: Number.NaN, visits: 10 },
  ])('refuses $hits hits in $visits visits', ({ hits, visits }) => {
    expect(() => wilson(hits, visits)).toThrow(RangeError);
  });
});

describe('the visits still needed', () => {
  // Computed apart from this code: the ends are the roots of (share - p)^2 = z^2 p (1 - p) / n, found by bisection,
  // and n is raised one by one until they are near enough to each other.
  it.each([
    { hits: 0, visits: 0, halfWidth: 0.05, more: 381 },
    { hits: 10, visits: 100, halfWidth: 0.05, more: 41 },
    { hits: 0, visits: 10, halfWidth: 0.05, more: 25 },
    { hits: 40, visits: 100, halfWidth: 0.03, more: 921 },
    { hits: 50, visits: 100, halfWidth: 0.1, more: 0 },
  ])('after $hits of $visits are $more, for $halfWidth either way', ({ hits, visits, halfWidth, more }) => {
    expect(visitsNeeded(hits, visits, halfWidth)).toBe(more);
  });

  it('are enough, and one fewer is not', () => {
    const halfWidthOf = (share: number, visits: number): number => {
      const { low, high } = wilson(share * visits, visits) ?? { low: 0, high: 1 };
      return (high - low) / 2;
    };
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.double({ min: 0.01, max: 0.4, noNaN: true }),
        (hits, width) => {
          const visits = 10 + visitsNeeded(hits, 10, width);
          fc.pre(visits > 10);
          expect(halfWidthOf(hits / 10, visits)).toBeLessThanOrEqual(width + 1e-12);
          expect(halfWidthOf(hits / 10, visits - 1)).toBeGreaterThan(width - 1e-12);
        },
      ),
    );
  });

  it.each([0, 0.5, -1, Number.NaN])('refuses a half width of %d', (halfWidth) => {
    expect(() => visitsNeeded(1, 10, halfWidth)).toThrow(RangeError);
  });

  it('refuses more hits than visits', () => {
    expect(() => visitsNeeded(11, 10, 0.05)).toThrow(RangeError);
  });
});
