/** How a row changed against the days that it is compared with. Pure. */
import { type Interval, rateDifference } from '@holloway/insight';

/** Below this in the days compared with, a change of one or two looks like a landslide. */
export const LEAST_COMPARED = 10;

/** (now - before) / before; `null` where either is not told, or too few came before. */
export const countChange = (now: number | null, before: number | null): number | null =>
  now === null || before === null || before < LEAST_COMPARED ? null : (now - before) / before;

export interface Rate {
  /** Of `of`; `null` where too few. */
  readonly hits: number | null;
  readonly of: number | null;
}

export interface RateChange {
  /** Of shares in [0, 1]: now - before. */
  readonly value: number;
  readonly interval: Interval;
}

/** Hits of a whole that is counted apart from them may pass it by a few. */
const outcomeOf = ({ hits, of }: Rate): { hits: number; of: number } | null =>
  hits === null || of === null || of < LEAST_COMPARED ? null : { hits: Math.min(hits, of), of };

/** `null` where either rate is not told, or is of too few. */
export function rateChange(now: Rate, before: Rate): RateChange | null {
  const [is, was] = [outcomeOf(now), outcomeOf(before)];
  if (is === null || was === null) return null;
  const difference = rateDifference(is, was);
  return difference && { value: difference.value, interval: difference };
}
