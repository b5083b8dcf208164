import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STEPS, stepEnds, stepOf } from './colour-steps.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('the colour scale', () => {
  it('has six steps to the most, one for none at all, and none for what is not known', () => {
    expect([0, 0.01, 0.1, 0.11, 0.6].map((value) => stepOf(value, 0.6))).toEqual([0, 1, 1, 2, 6]);
    expect(stepOf(null, 0.6)).toBeNull();
    expect(stepOf(0, 0)).toBe(0);
  });

  it('never shows less for more', () => {
    fc.assert(
      fc.property(share, share, share, (one, other, most) => {
        const [less, more] = one < other ? [one, other] : [other, one];
        expect(stepOf(less, most) ?? 0).toBeLessThanOrEqual(stepOf(more, most) ?? 0);
      }),
    );
  });

  it('ends each step where its legend says', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1, noNaN: true }), (most) => {
        expect(stepEnds(most).map((end) => stepOf(end, most))).toEqual([1, 2, 3, 4, 5, 6]);
        expect(stepEnds(most)).toHaveLength(STEPS);
      }),
    );
  });
});
