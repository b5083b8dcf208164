import { describe, expect, it } from 'vitest';
import { createLimiter } from './limit.ts';

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

  it('with a rate of 0 stops nobody', () => {
    expect(passing(createLimiter({ perSecond: 0, burst: 0 }), 'a', 0, 1_000)).toBe(1_000);
  });

  it('takes nothing away when the clock goes back', () => {
    const limiter = createLimiter({ perSecond: 1, burst: 2 });
    limiter('a', 10_000);
    expect(passing(limiter, 'a', 5_000, 10)).toBe(1);
    expect(passing(limiter, 'a', 6_000, 10)).toBe(1);
  });

  it('forgets rather than grow without bound', () => {
    const limiter = createLimiter({ perSecond: 1, burst: 1 });
    expect(limiter('first', 0)).toBe(true);
    for (let i = 0; i < 50_000; i++) limiter(`network ${i}`, 0);
    expect(limiter('first', 0)).toBe(true);
  });
});
