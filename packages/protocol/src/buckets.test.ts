import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUCKET_COUNT, bucketOf, lowerEdgeMs } from './buckets.ts';

const MINUTE = 60_000;

describe('the bucket map', () => {
  it('has 45 buckets', () => {
    expect(BUCKET_COUNT).toBe(45);
  });

  // 250 ms x (11/9)^bucket, computed apart from this code in exact fractions.
  it.each([
    { bucket: 0, ms: 250 },
    { bucket: 1, ms: 305.556 },
    { bucket: 2, ms: 373.457 },
    { bucket: 10, ms: 1859.695 },
    { bucket: 44, ms: 1_708_235.489 },
  ])('begins bucket $bucket at $ms ms', ({ bucket, ms }) => {
    expect(lowerEdgeMs(bucket)).toBeCloseTo(ms, 3);
  });

  it('makes each bucket 11/9 times as wide as the one before', () => {
    for (let bucket = 0; bucket < BUCKET_COUNT; bucket++) {
      expect(lowerEdgeMs(bucket + 1) / lowerEdgeMs(bucket)).toBeCloseTo(11 / 9, 12);
    }
  });

  it('covers half an hour with its last bucket', () => {
    expect(bucketOf(30 * MINUTE)).toBe(44);
    expect(lowerEdgeMs(44)).toBeLessThan(30 * MINUTE);
    expect(lowerEdgeMs(45)).toBeGreaterThan(30 * MINUTE);
  });

  it.each([
    { duration: 0, bucket: 0 },
    { duration: -1, bucket: 0 },
    { duration: Number.NaN, bucket: 0 },
    { duration: 249, bucket: 0 },
    { duration: 250, bucket: 0 },
    { duration: 306, bucket: 1 },
    { duration: 1000, bucket: 6 },
    { duration: 10_000, bucket: 18 },
    { duration: 24 * 60 * MINUTE, bucket: 44 },
    { duration: Number.POSITIVE_INFINITY, bucket: 44 },
  ])('puts $duration ms into bucket $bucket', ({ duration, bucket }) => {
    expect(bucketOf(duration)).toBe(bucket);
  });

  it('never puts a longer duration into an earlier bucket', () => {
    const duration = fc.double({ min: 0, max: 4_000_000, noNaN: true });
    fc.assert(
      fc.property(duration, duration, (a, b) => {
        expect(bucketOf(Math.min(a, b))).toBeLessThanOrEqual(bucketOf(Math.max(a, b)));
      }),
    );
  });

  it('puts a duration between the edges of its bucket', () => {
    fc.assert(
      fc.property(fc.integer({ min: 251, max: 30 * MINUTE }), (duration) => {
        const bucket = bucketOf(duration);
        expect(lowerEdgeMs(bucket)).toBeLessThanOrEqual(duration * (1 + 1e-12));
        expect(lowerEdgeMs(bucket + 1)).toBeGreaterThan(duration);
      }),
    );
  });
});
