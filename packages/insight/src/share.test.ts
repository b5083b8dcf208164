import { describe, expect, it } from 'vitest';
import { shareOf } from './share.ts';

describe('a share', () => {
  it('is not known where either count is not told, and that is not 0', () => {
    const unknown = { rate: null, interval: null, missing: null };
    expect(shareOf(null, 500)).toMatchObject(unknown);
    expect(shareOf(12, null)).toMatchObject(unknown);
    expect(shareOf(0, 0)).toMatchObject(unknown);
  });

  it('has its interval, and lacks nothing where that is narrow', () => {
    const { rate, interval, missing } = shareOf(450, 1000);
    expect(rate).toBe(0.45);
    expect(interval?.low).toBeCloseTo(0.419, 3);
    expect(interval?.high).toBeCloseTo(0.481, 3);
    expect(missing).toBe(0);
  });

  it('says how many more visits it needs where the interval is wide', () => {
    expect(shareOf(5, 100).missing).toBe(570);
    expect(shareOf(1, 2).missing).toBeGreaterThan(0);
  });

  it('is whole, but of no certainty, where counts that wait apart have passed each other', () => {
    expect(shareOf(103, 100)).toEqual({ hits: 103, of: 100, rate: 1, interval: null, missing: null });
  });
});
