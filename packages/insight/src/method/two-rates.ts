/**
 * How two rates differ: their difference and their ratio, each with an interval that is put together from the Wilson
 * intervals of the two (MOVER). Both need no large counts, and neither breaks at 0.
 */
import { type Interval, wilson } from '../interval.ts';

export interface Rate {
  /** From 0 to `of`. */
  readonly hits: number;
  readonly of: number;
}

export interface Estimate extends Interval {
  readonly value: number;
}

const spread = (x: number, y: number): number => Math.sqrt(x * x + y * y);

/**
 * `a - b`, with 95 % confidence.
 *
 * @returns In [-1, 1]; `null` where either has no tries. More hits than tries: RangeError.
 * @see Newcombe, Interval estimation for the difference between independent proportions, Statistics in Medicine 1998, method 10
 */
export function rateDifference(a: Rate, b: Rate): Estimate | null {
  const x = wilson(a.hits, a.of);
  const y = wilson(b.hits, b.of);
  if (x === null || y === null) return null;
  const p = a.hits / a.of;
  const q = b.hits / b.of;
  const value = p - q;
  return { value, low: value - spread(p - x.low, y.high - q), high: value + spread(x.high - p, q - y.low) };
}

/**
 * `a / b`, with 95 % confidence.
 *
 * @returns From 0; `high` is Infinity where `b` may be 0. `null` where either has no tries, or `b` no hits: a ratio to
 * nothing is not known.
 * @see Donner & Zou, Closed-form confidence intervals for functions of the normal mean and standard deviation, Statistical
 * Methods in Medical Research 2012, for ratios
 */
export function rateRatio(a: Rate, b: Rate): Estimate | null {
  const x = wilson(a.hits, a.of);
  const y = wilson(b.hits, b.of);
  if (x === null || y === null || b.hits === 0) return null;
  const p = a.hits / a.of;
  const q = b.hits / b.of;
  const pq = p * q;
  /** Roots of the quadratic in the ratio; the product of far ends may not exceed what the difference allows. */
  const end = (near: number, far: number, sign: 1 | -1): number => {
    const inner = pq * pq - near * far * (2 * p - near) * (2 * q - far);
    return (pq + sign * Math.sqrt(Math.max(0, inner))) / (far * (2 * q - far));
  };
  const high = y.low * (2 * q - y.low) <= 0 ? Number.POSITIVE_INFINITY : end(x.high, y.low, 1);
  return { value: p / q, low: a.hits === 0 ? 0 : Math.max(0, end(x.low, y.high, -1)), high };
}
