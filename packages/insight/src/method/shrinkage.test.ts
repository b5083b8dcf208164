import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BETA_FITS } from '../../test/fixtures/methods.ts';
import { binomial, seededRandom } from '../../test/random.ts';
import { fitBeta, fitUsual, shrink } from './shrinkage.ts';

describe('what rates have in common', () => {
  it.each(BETA_FITS)('is near the greatest likelihood: mean $mean', ({ rows, mean, concentration }) => {
    const { a, b } = fitBeta(rows) ?? { a: Number.NaN, b: Number.NaN };
    expect(a / (a + b) / mean).toBeCloseTo(1, 1.5);
    expect(Math.log((a + b) / concentration)).toBeCloseTo(0, 0.5);
  });

  it('is nothing of fewer than three that were tried', () => {
    expect(
      fitBeta([
        { hits: 1, of: 2 },
        { hits: 1, of: 2 },
        { hits: 0, of: 0 },
      ]),
    ).toBeNull();
  });

  it('is nearly a point where they differ no more than by chance', () => {
    const same = Array.from({ length: 20 }, (_, i) => ({ hits: 98 + (i % 5), of: 1000 }));
    const { a = 0, b = 0 } = fitBeta(same) ?? {};
    expect(a + b).toBeGreaterThan(1e5);
    expect(a / (a + b)).toBeCloseTo(0.1, 4);
  });

  it('is found again from counts that were drawn by it, though those below 10 are hidden', () => {
    const random = seededRandom(7);
    // Rates of 3, 6 and 9 %, in equal parts: mean 6 %, variance 0.0006.
    const rows = Array.from({ length: 300 }, (_, i) => ({
      hits: binomial(300, 0.03 * (1 + (i % 3)), random),
      of: 300,
    }));
    const hidden = rows.map(({ hits, of }) => (hits < 10 ? { hits: 0, atMost: 9, of } : { hits, of }));
    for (const seen of [rows, hidden]) {
      const { a = 0, b = 0 } = fitBeta(seen) ?? {};
      expect(Math.abs(a / (a + b) - 0.06)).toBeLessThan(0.005);
    }
  });
});

describe('what is usual', () => {
  const random = seededRandom(9);
  const drawn = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ hits: binomial(300, 0.03 * (1 + (i % 3)), random), of: 300 }));

  it('is what the rates have in common, where none is a fault', () => {
    const rows = drawn(300);
    const [all, usual] = [fitBeta(rows), fitUsual(rows)].map((beta) => beta ?? { a: 0, b: 0 });
    const mean = ({ a, b }: { a: number; b: number }): number => a / (a + b);
    expect(mean(usual ?? { a: 0, b: 1 }) / mean(all ?? { a: 1, b: 0 })).toBeCloseTo(1, 1);
    const spread = ({ a, b }: { a: number; b: number }): number => Math.sqrt(1 / (a + b));
    expect(spread(usual ?? { a: 1, b: 1 }) / spread(all ?? { a: 1, b: 1 })).toBeGreaterThan(0.8);
    expect(spread(usual ?? { a: 1, b: 1 }) / spread(all ?? { a: 1, b: 1 })).toBeLessThan(1.25);
  });

  it('hardly changes by faults, however high their rates', () => {
    const rows = drawn(30);
    const faulty = (hits: number) =>
      fitUsual([...rows, ...Array.from({ length: 4 }, () => ({ hits, of: 300 }))]);
    const [high, higher] = [faulty(90), faulty(280)];
    expect((higher?.a ?? 0) / (high?.a ?? 1)).toBeCloseTo(1, 1);
    expect((higher?.b ?? 0) / (high?.b ?? 1)).toBeCloseTo(1, 1);
    const { a, b } = higher ?? { a: 1, b: 0 };
    // Without the faults it is 6 %; with them, not taken as faults, 16 %.
    expect(a / (a + b)).toBeLessThan(0.08);
  });
});

describe('a shrunken rate', () => {
  const prior = { a: 5, b: 95 };

  it('of what was never tried is the common one', () => {
    expect(shrink({ hits: 0, of: 0 }, prior).value).toBeCloseTo(0.05);
  });

  it('is the mean of its posterior, by hand: (5 + 30) / (100 + 200)', () => {
    expect(shrink({ hits: 30, of: 200 }, prior).value).toBeCloseTo(35 / 300, 12);
  });

  it('lies between the common rate and its own', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (hits, misses) => {
        fc.pre(hits + misses > 0);
        const { value, low, high } = shrink({ hits, of: hits + misses }, prior);
        const own = hits / (hits + misses);
        expect(value).toBeGreaterThanOrEqual(Math.min(own, 0.05) - 1e-12);
        expect(value).toBeLessThanOrEqual(Math.max(own, 0.05) + 1e-12);
        expect(low).toBeLessThan(value);
        expect(high).toBeGreaterThan(value);
      }),
    );
  });

  it('takes hits that are not shown as none at its lower end, and as k - 1 at its upper', () => {
    const unknown = shrink({ hits: 0, atMost: 9, of: 400 }, prior);
    expect(unknown.low).toBe(shrink({ hits: 0, of: 400 }, prior).low);
    expect(unknown.high).toBe(shrink({ hits: 9, of: 400 }, prior).high);
  });
});
