/**
 * Quantiles and tails of the distributions that counts have: beta, gamma, Poisson, binomial and beta-binomial.
 * Does not know what was counted.
 */
import { betaI } from './incomplete-beta.ts';
import { gammaP } from './incomplete-gamma.ts';
import { lnBeta, lnChoose, lnGamma } from './log-gamma.ts';
import { solve } from './solve.ts';

/** A beta distribution: of a share, after `a - 1` hits and `b - 1` misses. Both above 0. */
export interface Beta {
  readonly a: number;
  readonly b: number;
}

const checkShare = (p: number): void => {
  if (!(p >= 0 && p <= 1)) throw new RangeError('p must be a share from 0 to 1');
};

/**
 * The share that a beta variable does not exceed with probability `p`, to 10 digits.
 * @param p In [0, 1]; outside: RangeError.
 */
export function betaQuantile(p: number, { a, b }: Beta): number {
  checkShare(p);
  if (p === 0 || p === 1) return p;
  const front = -lnBeta(a, b);
  return solve(
    (x) => betaI(x, a, b) - p,
    (x) => Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) + front),
    { low: 0, high: 1 },
    a / (a + b),
  );
}

/**
 * What a gamma variable of this shape and rate 1 does not exceed with probability `p`, to 10 digits.
 * @param p In [0, 1]; outside: RangeError. Of 1: Infinity.
 */
export function gammaQuantile(p: number, shape: number): number {
  checkShare(p);
  if (p === 0) return 0;
  if (p === 1) return Number.POSITIVE_INFINITY;
  let high = shape + 10 * Math.sqrt(shape) + 10;
  while (gammaP(shape, high) < p) high *= 2;
  return solve(
    (x) => gammaP(shape, x) - p,
    (x) => Math.exp((shape - 1) * Math.log(x) - x - lnGamma(shape)),
    { low: 0, high },
    shape,
  );
}

/** The probability that a Poisson count of this mean is `count` or more. @see Abramowitz & Stegun, 26.4.21 */
export const poissonTail = (count: number, mean: number): number => (count <= 0 ? 1 : gammaP(count, mean));

/** The probability of `hits` or fewer, of `n` independent tries at `share`. @see Abramowitz & Stegun, 26.5.24 */
export const binomialAtMost = (hits: number, n: number, share: number): number =>
  hits >= n ? 1 : hits < 0 ? 0 : betaI(1 - share, n - hits, hits + 1);

/** ln of the probability of exactly `hits` of `n` tries, whose share is itself a beta variable. */
export const lnBetaBinomial = (hits: number, n: number, { a, b }: Beta): number =>
  lnChoose(n, hits) + lnBeta(hits + a, n - hits + b) - lnBeta(a, b);

/** The probability of `from` to `to` hits, both included, of `n` tries whose share is a beta variable. */
export function betaBinomialBetween(from: number, to: number, n: number, beta: Beta): number {
  let term = Math.exp(lnBetaBinomial(from, n, beta));
  let sum = term;
  for (let hits = from; hits < to && hits < n; hits += 1) {
    term *= ((n - hits) / (hits + 1)) * ((hits + beta.a) / (n - hits - 1 + beta.b));
    sum += term;
    // Beyond the mode terms only shrink.
    if (term < sum * 1e-17 && hits * (beta.a + beta.b) > n * beta.a) break;
  }
  return Math.min(1, sum);
}

/** The probability of `hits` or more of `n` tries whose share is a beta variable. */
export const betaBinomialTail = (hits: number, n: number, beta: Beta): number =>
  hits <= 0 ? 1 : betaBinomialBetween(hits, n, n, beta);
