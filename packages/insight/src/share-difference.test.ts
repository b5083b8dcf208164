import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Outcome, shareDifference } from './share-difference.ts';

const outcome = (hits: number, visits: number): Outcome => ({ hits, visits });
const anyOutcome = fc
  .tuple(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([visits, share]) => outcome(Math.round(visits * share), visits));

describe('the difference of two shares', () => {
  it("lies where Newcombe's paper has it", () => {
    // Table II, example (a): 56/70 - 48/80, method 10.
    const { low, high } = shareDifference(outcome(48, 80), outcome(56, 70)) ?? { low: 0, high: 0 };
    expect(low).toBeCloseTo(0.0524, 4);
    expect(high).toBeCloseTo(0.3339, 4);
  });

  it('is not known where there were no visits', () => {
    expect(shareDifference(outcome(0, 0), outcome(3, 9))).toBeNull();
    expect(shareDifference(outcome(3, 9), outcome(0, 0))).toBeNull();
  });

  it('holds what was measured, turns with the order, and stays between -1 and 1', () => {
    fc.assert(
      fc.property(anyOutcome, anyOutcome, (before, after) => {
        const there = shareDifference(before, after);
        const back = shareDifference(after, before);
        if (there === null || back === null) throw new Error('both have visits');
        const measured = after.hits / after.visits - before.hits / before.visits;
        expect(there.low).toBeLessThanOrEqual(measured + 1e-9);
        expect(there.high).toBeGreaterThanOrEqual(measured - 1e-9);
        expect(there.low).toBeCloseTo(-back.high, 9);
        expect(there.low).toBeGreaterThanOrEqual(-1 - 1e-9);
        expect(there.high).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});
