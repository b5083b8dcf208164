import { describe, expect, it } from 'vitest';
import { shiftP, shiftsBeyondChance } from './share-shifts.ts';

const of = (before: number, after: number, visits = 100) => ({
  before: { hits: before, of: visits },
  after: { hits: after, of: visits },
});

describe('the chance of a difference', () => {
  it('is that of the chi-squared test: 50 and 70 of 100 differ by z = 2.887', () => {
    expect(shiftP(of(50, 70))).toBeCloseTo(0.003892, 6);
  });

  it('is 1 where both are the same, whichever way it goes alike', () => {
    expect(shiftP(of(50, 50))).toBe(1);
    expect(shiftP(of(70, 50))).toBe(shiftP(of(50, 70)));
  });

  it('is 1 where fewer than five are to be expected, and where nobody came', () => {
    expect(shiftP(of(0, 9))).toBe(1);
    expect(shiftP(of(0, 10))).toBeLessThan(0.01);
    expect(shiftP(of(91, 100))).toBe(1);
    expect(shiftP(of(0, 0, 0))).toBe(1);
  });
});

describe('shares that changed', () => {
  it('are told alone by their own chance, and among many only where that is small enough for all', () => {
    const alone = of(50, 62);
    expect(shiftP(alone)).toBeCloseTo(0.0874, 4);
    expect(shiftsBeyondChance([alone])).toEqual([alone]);
    expect(shiftsBeyondChance([alone, of(50, 51)])).toEqual([]);
    const sure = of(20, 60);
    expect(shiftsBeyondChance([of(50, 51), alone, sure])).toEqual([sure]);
  });
});
