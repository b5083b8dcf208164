/** The regularised incomplete beta function, which is the distribution of a beta and, turned round, of a binomial count. */
import { lnBeta } from './log-gamma.ts';

const PRECISION = 1e-15;
const TINY = 1e-300;
/** The fraction needs about sqrt(max(a, b)) terms. */
const MOST_TERMS = 100_000;

/** Lentz's way through the continued fraction, which converges fast for x below (a + 1) / (a + b + 2). */
function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || TINY);
  let value = d;
  for (let m = 1; m < MOST_TERMS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d || TINY);
    c = 1 + even / c || TINY;
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d || TINY);
    c = 1 + odd / c || TINY;
    value *= d * c;
    if (Math.abs(d * c - 1) < PRECISION) break;
  }
  return value;
}

/**
 * I_x(a, b): the probability that a beta variable is at most `x`. Relative error below 1e-10 for a and b up to 1e6.
 * @param x In [0, 1]; beyond, the nearer end. @param a Above 0. @param b Above 0.
 * @see Abramowitz & Stegun, 26.5.8; Numerical Recipes, 6.4
 */
export function betaI(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - lnBeta(a, b));
  return x < (a + 1) / (a + b + 2)
    ? (front * fraction(x, a, b)) / a
    : 1 - (front * fraction(1 - x, b, a)) / b;
}
