import { describe, expect, it } from 'vitest';
import { countChange, rateChange } from './row-change.ts';

describe('the change of a count', () => {
  it('is a share of what it was', () => {
    expect(countChange(150, 100)).toBe(0.5);
    expect(countChange(0, 100)).toBe(-1);
  });

  it('is not told where one is not told, or fewer than ten came before', () => {
    expect(countChange(150, null)).toBeNull();
    expect(countChange(null, 100)).toBeNull();
    expect(countChange(20, 10)).toBe(1);
    expect(countChange(20, 9)).toBeNull();
  });
});

describe('the change of a rate', () => {
  it('is in points, with the interval of the difference', () => {
    const change = rateChange({ hits: 56, of: 70 }, { hits: 48, of: 80 });
    expect(change?.value).toBeCloseTo(0.2, 10);
    // Newcombe 1998, table II, case (a), method 10.
    expect(change?.interval.low).toBeCloseTo(0.0524, 4);
    expect(change?.interval.high).toBeCloseTo(0.3339, 4);
  });

  it('takes more hits than tries for all of them', () => {
    expect(rateChange({ hits: 12, of: 10 }, { hits: 10, of: 20 })?.value).toBe(0.5);
  });

  it('is not told of fewer than ten, nor of what is not told', () => {
    expect(rateChange({ hits: 5, of: 9 }, { hits: 10, of: 20 })).toBeNull();
    expect(rateChange({ hits: 5, of: 10 }, { hits: 5, of: 9 })).toBeNull();
    expect(rateChange({ hits: null, of: 10 }, { hits: 10, of: 20 })).toBeNull();
    expect(rateChange({ hits: 5, of: 10 }, { hits: 10, of: null })).toBeNull();
  });
});
