/**
 * The regularised incomplete gamma function, which is the distribution of a gamma and, turned round, of a Poisson count.
 */
import { lnGamma } from './log-gamma.ts';

const PRECISION = 1e-16;
const TINY = 1e-300;
/** Both expansions need about sqrt(a) terms near x = a; counts of a shop stay far below what this allows. */
const MOST_TERMS = 100_000;

/** x^a e^-x / gamma(a) */
const front = (a: number, x: number): number => Math.exp(a * Math.log(x) - x - lnGamma(a));

function lowerBySeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < MOST_TERMS && term > sum * PRECISION; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return sum * front(a, x);
}

/** Lentz's way through the continued fraction. @see Numerical Recipes, 6.2 */
function upperByFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < MOST_TERMS; n += 1) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / (an * d + b || TINY);
    c = b + an / c || TINY;
    value *= d * c;
    if (Math.abs(d * c - 1) < PRECISION * 4) break;
  }
  return value * front(a, x);
}

/**
 * P(a, x): the probability that a gamma variable of shape `a` and rate 1 is at most `x`. Relative error below 1e-10 for a up to 1e5.
 * @param a Above 0. @param x From 0.
 * @see Abramowitz & Stegun, 6.5.1, 6.5.29 and 6.5.31
 */
export function gammaP(a: number, x: number): number {
  if (x <= 0) return 0;
  return x < a + 1 ? lowerBySeries(a, x) : 1 - upperByFraction(a, x);
}

/** Q(a, x) = 1 - P(a, x), exact also where it is tiny. */
export function gammaQ(a: number, x: number): number {
  if (x <= 0) return 1;
  return x < a + 1 ? 1 - lowerBySeries(a, x) : upperByFraction(a, x);
}
