import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SPLITS } from '../../test/fixtures/methods.ts';
import { binomial, seededRandom } from '../../test/random.ts';
import { lnSplitFactor, ratioAnytime, STOP_AT } from './bayes-factor.ts';

describe('the Bayes factor of a split', () => {
  it.each(SPLITS)('of $counts in shares of $shares is e^$ln', ({ counts, shares, ln }) => {
    expect(lnSplitFactor(counts, shares)).toBeCloseTo(ln, 8);
  });

  it('of no counts says nothing', () => {
    expect(lnSplitFactor([0, 0], [1, 1])).toBeCloseTo(0, 12);
  });

  it('is the same in whatever order counts came: they have none', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5000), { minLength: 2, maxLength: 4 }), (counts) => {
        const even = counts.map(() => 1);
        expect(lnSplitFactor(counts, even)).toBeCloseTo(lnSplitFactor(counts.toReversed(), even), 6);
      }),
    );
  });

  it.each([
    { counts: [1, 2], shares: [1] },
    { counts: [1, 2], shares: [1, 0] },
    { counts: [1, 2], shares: [1, Number.NaN] },
  ])('refuses $counts in $shares', ({ counts, shares }) => {
    expect(() => lnSplitFactor(counts, shares)).toThrow(RangeError);
  });

  it('stops fewer than 5 % of tests without an effect, though looked at every day for eight weeks', () => {
    const random = seededRandom(11);
    let stopped = 0;
    for (let test = 0; test < 400; test += 1) {
      let [a, b] = [0, 0];
      for (let day = 0; day < 56; day += 1) {
        a += binomial(400, 0.05, random);
        b += binomial(400, 0.05, random);
        if (lnSplitFactor([a, b], [1, 1]) < Math.log(STOP_AT)) continue;
        stopped += 1;
        break;
      }
    }
    expect(stopped / 400).toBeLessThan(0.05);
  });
});

describe('a ratio at any time', () => {
  it('is of rates: what the plan gave an arm more visits for is no effect', () => {
    expect(ratioAnytime([300, 100], [3, 1])?.value).toBeCloseTo(1, 10);
  });

  it('has ends at which the factor is the one to stop at', () => {
    const { low, high } = ratioAnytime([520, 400], [1, 1]) ?? { low: 0, high: 0 };
    for (const end of [low, high]) {
      const share = end / (1 + end);
      expect(lnSplitFactor([520, 400], [share, 1 - share])).toBeCloseTo(Math.log(STOP_AT), 6);
    }
  });

  it('holds 1 just where the factor of the plan is below the one to stop at', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 3000 }), (a, b) => {
        const { low = 0, high = 0 } = ratioAnytime([a, b], [1, 1]) ?? {};
        const isOpen = lnSplitFactor([a, b], [1, 1]) < Math.log(STOP_AT);
        expect(low < 1 && high > 1).toBe(isOpen);
      }),
    );
  });

  it('is null without outcomes of the control, and from 0 without any of the arm', () => {
    expect(ratioAnytime([5, 0], [1, 1])).toBeNull();
    expect(ratioAnytime([0, 50], [1, 1])?.low).toBe(0);
  });
});
