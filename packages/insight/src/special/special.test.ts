import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BETA_BINOMIAL_TAIL,
  BETA_I,
  BETA_QUANTILE,
  BINOMIAL_AT_MOST,
  GAMMA_P,
  GAMMA_QUANTILE,
  LN_BETA,
  LN_GAMMA,
  POISSON_TAIL,
} from '../../test/fixtures/special.ts';
import {
  betaBinomialBetween,
  betaBinomialTail,
  betaQuantile,
  binomialAtMost,
  gammaQuantile,
  poissonTail,
} from './distributions.ts';
import { betaI } from './incomplete-beta.ts';
import { gammaP, gammaQ } from './incomplete-gamma.ts';
import { lnBeta, lnChoose, lnGamma } from './log-gamma.ts';
import { solve } from './solve.ts';

/** The error as a share of the value; of what is smaller than 1, as it is. */
const nearly = (value: number, truth: number, error: number): void =>
  expect(Math.abs(value - truth) / Math.max(1, Math.abs(truth))).toBeLessThan(error);
const relative = (value: number, truth: number, error: number): void =>
  expect(Math.abs(value / truth - 1)).toBeLessThan(error);

const positive = fc.double({ min: 0.05, max: 500, noNaN: true });
const shape = fc.double({ min: 0.5, max: 500, noNaN: true });
const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });

describe('the logarithm of the gamma function', () => {
  it.each(LN_GAMMA)('of $x is $value', ({ x, value }) => nearly(lnGamma(x), value, 1e-14));
  it.each([0, -1, Number.NaN])('of %d is none', (x) => expect(lnGamma(x)).toBeNaN());

  it.each(LN_BETA)('gives that of the beta function of $a and $b', ({ a, b, value }) =>
    nearly(lnBeta(a, b), value, 1e-13),
  );

  it('gives the ways to choose 5 of 49: 1,906,884', () => {
    expect(Math.exp(lnChoose(49, 5))).toBeCloseTo(1_906_884, 5);
  });
});

describe('the incomplete gamma function', () => {
  it.each(GAMMA_P)('of $a up to $x is $p, and beyond it $q', ({ a, x, p, q }) => {
    relative(gammaP(a, x), p, 1e-10);
    relative(gammaQ(a, x), q, 1e-10);
  });

  it('is 0 up to 0, and all beyond', () => {
    expect([gammaP(3, 0), gammaQ(3, 0)]).toEqual([0, 1]);
  });
});

describe('the incomplete beta function', () => {
  it.each(BETA_I)('of $a and $b up to $x is $value', ({ x, a, b, value }) =>
    relative(betaI(x, a, b), value, 1e-10),
  );

  it('mirrors', () => {
    fc.assert(
      fc.property(share, positive, positive, (x, a, b) => {
        expect(betaI(x, a, b)).toBeCloseTo(1 - betaI(1 - x, b, a), 10);
      }),
    );
  });
});

describe('a quantile', () => {
  it.each(BETA_QUANTILE)('of beta($a, $b) at $p is $value', ({ p, a, b, value }) =>
    relative(betaQuantile(p, { a, b }), value, 1e-9),
  );
  it.each(GAMMA_QUANTILE)('of gamma($shape) at $p is $value', ({ p, shape, value }) =>
    relative(gammaQuantile(p, shape), value, 1e-9),
  );

  it('is what the distribution leads back from', () => {
    fc.assert(
      // Shapes far below 1 heap up so near to an end that no double lies between.
      fc.property(share, shape, shape, (p, a, b) => {
        expect(betaI(betaQuantile(p, { a, b }), a, b)).toBeCloseTo(p, 8);
        expect(gammaP(a, gammaQuantile(p, a))).toBeCloseTo(p, 8);
      }),
    );
  });

  it('at 0 and 1 is the end', () => {
    expect([betaQuantile(0, { a: 2, b: 2 }), betaQuantile(1, { a: 2, b: 2 })]).toEqual([0, 1]);
    expect([gammaQuantile(0, 2), gammaQuantile(1, 2)]).toEqual([0, Number.POSITIVE_INFINITY]);
  });

  it.each([-0.1, 1.1, Number.NaN])('at %d is refused', (p) => {
    expect(() => betaQuantile(p, { a: 1, b: 1 })).toThrow(RangeError);
    expect(() => gammaQuantile(p, 1)).toThrow(RangeError);
  });
});

describe('a tail', () => {
  it.each(POISSON_TAIL)(
    'of a Poisson count of mean $mean from $count on is $value',
    ({ count, mean, value }) => relative(poissonTail(count, mean), value, 1e-10),
  );
  it.each(BINOMIAL_AT_MOST)('of $n tries at $share up to $hits is $value', ({ hits, n, share, value }) =>
    relative(binomialAtMost(hits, n, share), value, 1e-10),
  );
  it.each(BETA_BINOMIAL_TAIL)(
    'of $n tries at beta($a, $b) from $hits on is $value',
    ({ hits, n, a, b, value }) => relative(betaBinomialTail(hits, n, { a, b }), value, 1e-9),
  );

  it('from 0 on is certain', () => {
    expect([poissonTail(0, 3), binomialAtMost(5, 5, 0.2), betaBinomialTail(0, 9, { a: 1, b: 2 })]).toEqual([
      1, 1, 1,
    ]);
    expect(binomialAtMost(-1, 5, 0.2)).toBe(0);
  });

  it('of a beta-binomial and what is before it add up to 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(199), positive, positive, (n, at, a, b) => {
        fc.pre(at < n);
        const all = betaBinomialBetween(0, at, n, { a, b }) + betaBinomialTail(at + 1, n, { a, b });
        expect(all).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe('the root of a rising function', () => {
  it('is found though Newton alone would run away', () => {
    expect(solve(Math.atan, (x) => 1 / (1 + x * x), { low: -50, high: 90 }, 30)).toBeCloseTo(0, 10);
  });

  it('is an end where there is none between', () => {
    expect(
      solve(
        (x) => x + 1,
        () => 1,
        { low: 0, high: 8 },
      ),
    ).toBeCloseTo(0, 10);
  });
});
