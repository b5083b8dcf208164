/**
 * How sure the difference of two shares is: Newcombe's interval, from the Wilson intervals of both.
 * One pair at a time: of twenty pairs that did not change, one may seem to have.
 * @see Newcombe: Interval estimation for the difference between independent proportions, Statistics in Medicine 1998, method 10
 */
import { type Interval, wilson } from './interval.ts';

export interface Outcome {
  /** From 0 to `visits`. */
  readonly hits: number;
  readonly visits: number;
}

/**
 * Where `after - before` truly lies with 95 % confidence, the visits of both being different ones.
 *
 * @returns Both ends in [-1, 1]; `null` where either has no visits. RangeError as `wilson`.
 */
export function shareDifference(before: Outcome, after: Outcome): Interval | null {
  const was = wilson(before.hits, before.visits);
  const is = wilson(after.hits, after.visits);
  if (was === null || is === null) return null;
  const [from, to] = [before.hits / before.visits, after.hits / after.visits];
  return {
    low: to - from - Math.hypot(to - is.low, was.high - from),
    high: to - from + Math.hypot(is.high - to, from - was.low),
  };
}
