import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RATIOS } from '../../test/fixtures/methods.ts';
import { rateDifference, rateRatio } from './two-rates.ts';

const rates = fc.tuple(fc.nat(60), fc.nat(60), fc.nat(60), fc.nat(60)).map(([a, b, c, d]) => ({
  one: { hits: a, of: a + b + 1 },
  two: { hits: c, of: c + d + 1 },
}));

describe('the difference of two rates', () => {
  // Newcombe 1998, table II, method 10.
  it.each([
    { one: [56, 70], two: [48, 80], low: 0.0524, high: 0.3339 },
    { one: [9, 10], two: [3, 10], low: 0.1705, high: 0.809 },
    { one: [6, 7], two: [2, 7], low: 0.0582, high: 0.8062 },
    { one: [5, 56], two: [0, 29], low: -0.0381, high: 0.1926 },
    { one: [0, 10], two: [0, 20], low: -0.1611, high: 0.2775 },
    { one: [10, 10], two: [0, 20], low: 0.6791, high: 1 },
  ] as const)(
    '$one.0 of $one.1 and $two.0 of $two.1 is $low to $high, as published',
    ({ one, two, low, high }) => {
      const difference = rateDifference({ hits: one[0], of: one[1] }, { hits: two[0], of: two[1] });
      expect(difference?.low).toBeCloseTo(low, 4);
      expect(difference?.high).toBeCloseTo(high, 4);
    },
  );

  it('is null where either was never tried, and refuses more hits than tries', () => {
    expect(rateDifference({ hits: 0, of: 0 }, { hits: 1, of: 2 })).toBeNull();
    expect(rateDifference({ hits: 3, of: 9 }, { hits: 0, of: 0 })).toBeNull();
    expect(() => rateDifference({ hits: 3, of: 2 }, { hits: 1, of: 2 })).toThrow(RangeError);
  });

  it('mirrors when the two are exchanged', () => {
    fc.assert(
      fc.property(rates, ({ one, two }) => {
        expect(rateDifference(one, two)?.low).toBeCloseTo(
          -(rateDifference(two, one)?.high ?? Number.NaN),
          12,
        );
      }),
    );
  });
});

describe('the difference of two rates of any size', () => {
  const rate = fc
    .tuple(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([of, share]) => ({ hits: Math.round(of * share), of }));

  it('holds what was measured, turns with the order, and stays between -1 and 1', () => {
    fc.assert(
      fc.property(rate, rate, (one, two) => {
        const there = rateDifference(one, two);
        const back = rateDifference(two, one);
        if (there === null || back === null) throw new Error('both were tried');
        const measured = one.hits / one.of - two.hits / two.of;
        expect(there.low).toBeLessThanOrEqual(measured + 1e-9);
        expect(there.high).toBeGreaterThanOrEqual(measured - 1e-9);
        expect(there.low).toBeCloseTo(-back.high, 9);
        expect(there.low).toBeGreaterThanOrEqual(-1 - 1e-9);
        expect(there.high).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});

describe('the ratio of two rates', () => {
  it.each(RATIOS)('$hits of $of and $otherHits of $otherOf is $value', (row) => {
    const ratio = rateRatio({ hits: row.hits, of: row.of }, { hits: row.otherHits, of: row.otherOf });
    expect(ratio?.value).toBeCloseTo(row.value, 10);
    expect(ratio?.low).toBeCloseTo(row.low, 9);
    expect(ratio?.high).toBeCloseTo(row.high, 9);
  });

  it('of nothing to something is from 0 exactly', () => {
    expect(rateRatio({ hits: 0, of: 50 }, { hits: 10, of: 100 })).toMatchObject({ value: 0, low: 0 });
  });

  it('to nothing is not known', () => {
    expect(rateRatio({ hits: 5, of: 50 }, { hits: 0, of: 100 })).toBeNull();
  });

  it('lies within its interval', () => {
    fc.assert(
      fc.property(rates, ({ one, two }) => {
        const ratio = rateRatio(one, two);
        fc.pre(ratio !== null);
        expect(ratio?.low).toBeLessThanOrEqual((ratio?.value ?? 0) + 1e-9);
        expect(ratio?.high).toBeGreaterThanOrEqual((ratio?.value ?? 0) - 1e-9);
      }),
    );
  });

  it('says that they differ where the difference says so, and only there', () => {
    fc.assert(
      fc.property(rates, ({ one, two }) => {
        const [ratio, difference] = [rateRatio(one, two), rateDifference(one, two)];
        fc.pre(ratio !== null && difference !== null && Math.abs(difference.low) > 1e-9);
        expect((ratio?.low ?? 0) > 1).toBe((difference?.low ?? 0) > 0);
      }),
    );
  });
});
