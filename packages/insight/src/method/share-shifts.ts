/** Many shares before and after: which of them changed by more than chance, told together. */
import { gammaP } from '../special/incomplete-gamma.ts';
import { FALSE_DISCOVERY_RATE, qValues } from './false-discovery.ts';
import type { Rate } from './two-rates.ts';

export interface ShareShift {
  readonly before: Rate;
  readonly after: Rate;
}

/** Fewer hits than this to be expected on either side say nothing of a change. */
const LEAST_EXPECTED = 5;

/**
 * The probability of so large a difference, if both shares are the same: the chi-squared test of two proportions.
 *
 * @returns In [0, 1]; 1 where there are too few to tell.
 */
export function shiftP({ before, after }: ShareShift): number {
  const of = before.of + after.of;
  const share = (before.hits + after.hits) / of;
  const fewest = Math.min(before.of, after.of) * Math.min(share, 1 - share);
  if (!(fewest >= LEAST_EXPECTED)) return 1;
  const difference = after.hits / after.of - before.hits / before.of;
  const variance = share * (1 - share) * (1 / before.of + 1 / after.of);
  return 1 - gammaP(0.5, difference ** 2 / variance / 2);
}

/** Those that changed, in their order, so that at most one in ten of them is expected to be chance. */
export function shiftsBeyondChance<S extends ShareShift>(shifts: readonly S[]): S[] {
  const qs = qValues(shifts.map(shiftP));
  return shifts.filter((_, at) => (qs[at] ?? 1) <= FALSE_DISCOVERY_RATE);
}
