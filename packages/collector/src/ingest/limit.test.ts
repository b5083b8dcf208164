import { describe, expect, it } from 'vitest';
import { both, createBuckets, createLimiter } from './limit.ts';

/** How many of so many requests at one moment may go on. */
const passing = (limiter: ReturnType<typeof createLimiter>, key: string, nowMs: number, requests: number) =>
  Array.from({ length: requests }, () => limiter(key, nowMs)).filter((passed) => passed).length;

describe('a limiter', () => {
  it('lets a burst pass at once, and then no more', () => {
    expect(passing(createLimiter({ perSecond: 1, burst: 3 }), 'a', 0, 10)).toBe(3);
  });

  it('refills by the second, in parts', () => {
    const limiter = createLimiter({ perSecond: 2, burst: 4 });
    passing(limiter, 'a', 0, 4);
    expect(passing(limiter, 'a', 499, 10)).toBe(0);
    expect(passing(limiter, 'a', 500, 10)).toBe(1);
    expect(passing(limiter, 'a', 1_500, 10)).toBe(2);
  });

  it('never holds more than a burst', () => {
    const limiter = createLimiter({ perSecond: 100, burst: 3 });
    passing(limiter, 'a', 0, 3);
    expect(passing(limiter, 'a', 3_600_000, 10)).toBe(3);
  });

  it('counts each key by itself', () => {
    const limiter = createLimiter({ perSecond: 1, burst: 1 });
    expect([limiter('a', 0), limiter('b', 0), limiter('a', 0)]).toEqual([true, true, false]);
  });

  it('takes a request for several where it costs as much', () => {
    const limiter = createLimiter({ perSecond: 1, burst: 5 });
    expect([limiter('a', 0, 4), limiter('a', 0, 2), limiter('a', 0, 1)]).toEqual([true, false, true]);
  });

  it('with a rate of 0 stops nobody', () => {
    expect(passing(createLimiter({ perSecond: 0, burst: 0 }), 'a', 0, 1_000)).toBe(1_000);
  });

  it('takes nothing away when the clock goes back', () => {
    const limiter = createLimiter({ perSecond: 1, burst: 2 });
    limiter('a', 10_000);
    expect(passing(limiter, 'a', 5_000, 10)).toBe(1);
    expect(passing(limiter, 'a', 6_000, 10)).toBe(1);
  });

  it('asks a second one only where the first lets it go on', () => {
    const seconds = createLimiter({ perSecond: 1, burst: 1 });
    const days = createLimiter({ perSecond: 0.001, burst: 2 });
    const limiter = both(seconds, days);
    // Four of five are stopped by the first, and cost the second nothing.
    expect(passing(limiter, 'a', 0, 5)).toBe(1);
    expect(passing(limiter, 'a', 1_000, 5)).toBe(1);
    expect(passing(limiter, 'a', 2_000, 5)).toBe(0);
  });
});

describe('buckets in memory', () => {
  const RATE = { perSecond: 1, burst: 10 };

  it('are forgotten once they would be full again, so that those who left take no room', () => {
    const buckets = createBuckets(RATE);
    for (let i = 0; i < 1_000; i++) buckets.of(`network ${i}`, 0);
    expect(buckets.size).toBe(1_000);
    buckets.of('another', 10_000);
    buckets.of('another', 20_000);
    expect(buckets.size).toBe(1);
  });

  it('are kept as long as they are not full, however time is cut', () => {
    const limiter = createLimiter(RATE);
    expect(passing(limiter, 'a', 9_999, 20)).toBe(10);
    for (let ms = 10_000; ms < 19_999; ms += 100) limiter('another', ms);
    expect(passing(limiter, 'a', 19_999, 20)).toBe(10);
    expect(passing(limiter, 'a', 24_999, 20)).toBe(5);
  });

  it('never are more than a ceiling', () => {
    const buckets = createBuckets(RATE, 100);
    for (let i = 0; i < 10_000; i++) {
      buckets.of(`network ${i}`, 0);
      expect(buckets.size).toBeLessThanOrEqual(100);
    }
  });

  it('of somebody who goes on sending outlast a flood of others: nobody gets a new burst by it', () => {
    const limiter = createLimiter({ perSecond: 1, burst: 3 });
    passing(limiter, 'persistent', 0, 3);
    let passed = 0;
    for (let i = 0; i < 200_000; i++) {
      limiter(`network ${i}`, 0);
      if (i % 100 === 0 && limiter('persistent', 0)) passed += 1;
    }
    expect(passed).toBe(0);
  });

  it('of those who are silent during a flood begin anew, which is all that a flood can do', () => {
    const limiter = createLimiter({ perSecond: 1, burst: 1 });
    limiter('silent', 0);
    for (let i = 0; i < 60_000; i++) limiter(`network ${i}`, 0);
    expect(limiter('silent', 0)).toBe(true);
  });

  it('turn over when the clock is set back too', () => {
    const buckets = createBuckets(RATE);
    for (let i = 0; i < 100; i++) buckets.of(`network ${i}`, 3_600_000);
    buckets.of('a', 0);
    buckets.of('a', 10_000);
    expect(buckets.size).toBe(1);
  });
});
