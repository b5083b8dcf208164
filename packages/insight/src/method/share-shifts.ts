/** Many shares before and after: which of them changed by more than chance, told together. */
import type { Outcome } from '../share-difference.ts';
import { gammaP } from '../special/incomplete-gamma.ts';
import { FALSE_DISCOVERY_RATE, qValues } from './false-discovery.ts';

export interface ShareShift {
  readonly before: Outcome;
  readonly after: Outcome;
}

/** Fewer hits than this to be expected on either side say nothing of a change. */
const LEAST_EXPECTED = 5;

/**
 * The probability of so large a difference, if both shares are the same: the chi-squared test of two proportions.
 *
 * @returns In [0, 1]; 1 where there are too few to tell.
 */
export function shiftP({ before, after }: ShareShift): number {
  const visits = before.visits + after.visits;
  const share = (before.hits + after.hits) / visits;
  const fewest = Math.min(before.visits, after.visits) * Math.min(share, 1 - share);
  if (!(fewest >= LEAST_EXPECTED)) return 1;
  const difference = after.hits / after.visits - before.hits / before.visits;
  const variance = share * (1 - share) * (1 / before.visits + 1 / after.visits);
  return 1 - gammaP(0.5, difference ** 2 / variance / 2);
}

/** Those that changed, in their order, so that at most one in ten of them is expected to be chance. */
export function shiftsBeyondChance<S extends ShareShift>(shifts: readonly S[]): S[] {
  const qs = qValues(shifts.map(shiftP));
  return shifts.filter((_, at) => (qs[at] ?? 1) <= FALSE_DISCOVERY_RATE);
}
