/** A share of what was seen, how sure it is, and what it would take to be surer. Pure. */
import { type Interval, visitsNeeded, wilson } from './interval.ts';

export interface Share {
  readonly hits: number | null;
  readonly of: number | null;
  /** In [0, 1]; `null` where either count is not told: not measured, or too few. */
  readonly rate: number | null;
  readonly interval: Interval | null;
  /** Visits or views until it can be relied on, if it stays what it is; 0 where it can be now, `null` without a rate. */
  readonly missing: number | null;
}

/** An interval may reach a third of its rate to either side, or one point, whichever is more. */
const RELATIVE = 1 / 3;
const ABSOLUTE = 0.01;

/**
 * Two counts that wait apart may pass each other, `hits` by a few beyond `of`: the rate is then 1, and how sure it is
 * cannot be said.
 */
export function shareOf(hits: number | null, of: number | null): Share {
  if (hits === null || of === null || of === 0)
    return { hits, of, rate: null, interval: null, missing: null };
  if (hits > of) return { hits, of, rate: 1, interval: null, missing: null };
  const rate = hits / of;
  const interval = wilson(hits, of);
  const allowed = Math.min(0.49, Math.max(ABSOLUTE, rate * RELATIVE));
  const half = interval === null ? 0 : (interval.high - interval.low) / 2;
  return { hits, of, rate, interval, missing: half <= allowed ? 0 : visitsNeeded(hits, of, allowed) };
}
