import { BUCKET_COUNT, bucketOf } from '@holloway/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile } from './quantile.ts';

const histogramOf = (durations: readonly number[]): number[] => {
  const counts = Array.from({ length: BUCKET_COUNT }, () => 0);
  for (const duration of durations) counts[bucketOf(duration)] = (counts[bucketOf(duration)] ?? 0) + 1;
  return counts;
};

describe('a quantile', () => {
  it('is null where nothing was counted', () => {
    expect(quantile([], 0.5)).toBeNull();
    expect(quantile([0, 0, 0], 0.5)).toBeNull();
  });

  // By hand: bucket 0 runs from 250 to 250 x 11/9 = 305.56 ms; its geometric middle is 250 x sqrt(11/9) = 276.39.
  it.each([
    { q: 0, ms: 250 },
    { q: 0.5, ms: 276.385 },
    { q: 1, ms: 305.556 },
  ])('of one full bucket is spread evenly on the logarithmic scale: $q is $ms ms', ({ q, ms }) => {
    expect(quantile([8], q)).toBeCloseTo(ms, 3);
  });

  // By hand: of 1 + 3 counts the median is a third into bucket 2: 250 x (11/9)^(2 + 1/3) = 399.292.
  it('is found by going through the buckets until enough is below', () => {
    expect(quantile([1, 0, 3], 0.5)).toBeCloseTo(399.292, 3);
  });

  it('takes a count below 0 as 0', () => {
    expect(quantile([-5, 8], 0.5)).toBe(quantile([0, 8], 0.5));
    expect(quantile([-5], 0.5)).toBeNull();
  });

  it('never exceeds the end of the last bucket', () => {
    const longest = quantile(histogramOf([5_000_000]), 1) ?? Number.NaN;
    expect(Math.round(longest / 60_000)).toBe(35);
  });

  it.each([-0.1, 1.1, Number.NaN])('refuses %d, which is no share', (q) => {
    expect(() => quantile([1], q)).toThrow(RangeError);
  });

  it('never falls when the share rises', () => {
    const counts = fc.array(fc.integer({ min: -3, max: 50 }), { maxLength: BUCKET_COUNT });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(counts, share, share, (histogram, a, b) => {
        const low = quantile(histogram, Math.min(a, b)) ?? 0;
        const high = quantile(histogram, Math.max(a, b)) ?? 0;
        expect(low).toBeLessThanOrEqual(high);
      }),
    );
  });
});

describe('the quantiles of log-normal durations', () => {
  // The exact quantiles of the distribution are e^(mu + sigma z), with z of the standard normal from printed tables.
  const QUANTILES = [
    { q: 0.1, z: -1.2815515655 },
    { q: 0.25, z: -0.6744897502 },
    { q: 0.5, z: 0 },
    { q: 0.75, z: 0.6744897502 },
    { q: 0.9, z: 1.2815515655 },
  ];
  const SHAPES = [
    { medianMs: 2_000, sigma: 0.4 },
    { medianMs: 8_000, sigma: 0.8 },
    { medianMs: 20_000, sigma: 1.2 },
    { medianMs: 47_000, sigma: 1.0 },
    { medianMs: 150_000, sigma: 0.7 },
  ];

  /** Uniform numbers in (0, 1), the same for everyone. @see Steele, Lea, Flood: SplitMix, OOPSLA 2014 */
  function randomNumbers(seed: number): () => number {
    let state = seed;
    return () => {
      state = (state + 0x9e3779b9) | 0;
      let t = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
      t = Math.imul(t ^ (t >>> 15), 0x735a2d97);
      return (((t ^ (t >>> 15)) >>> 0) + 0.5) / 4294967296;
    };
  }

  function normals(count: number, seed: number): number[] {
    const random = randomNumbers(seed);
    return Array.from(
      { length: count },
      () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random()),
    );
  }

  it.each(SHAPES)('are within 7 % of the truth: median $medianMs ms, sigma $sigma', ({ medianMs, sigma }) => {
    const durations = normals(20_000, 2026).map((z) => medianMs * Math.exp(sigma * z));
    const histogram = histogramOf(durations);
    for (const { q, z } of QUANTILES) {
      const truth = medianMs * Math.exp(sigma * z);
      const estimate = quantile(histogram, q) ?? Number.NaN;
      expect(Math.abs(estimate / truth - 1), `quantile ${q}`).toBeLessThan(0.07);
    }
  });
});
