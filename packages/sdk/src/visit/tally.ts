/**
 * The tally: counts that wait to be sent, added up by cell. Hands out increments within the bounds of the wire.
 * Pure. Knows nothing of requests; what it hands out and cannot be sent is the transport's to keep.
 */
import {
  FACTS,
  type First,
  type Increment,
  MAX_INCREMENTS,
  MAX_N,
  MAX_TERM_LENGTH,
  MAX_TOTAL,
} from '@holloway/protocol';
import { type Count, cellKey } from './count.ts';
import type { Ledger } from './ledger.ts';

/** Plain data, fit for JSON: cell key to the increment so far, whose `n` is not bounded yet. */
export type Tally = { [cell: string]: Increment };

/**
 * Adds counts to `tally`, in place, each marked by the ledger as this browser's first in its cell or not.
 * @param ledger `null` where it may not be asked: nothing is marked.
 */
export function addToTally(
  tally: Tally,
  counts: readonly Count[],
  ledger: Pick<Ledger, 'count'> | null,
  today: number,
): void {
  for (const { fact, dimensions, n, total = 0 } of counts) {
    if (n === 0 && total === 0) continue;
    // One text that the wire does not carry would have the whole batch refused.
    if (dimensions.some((value) => String(value).length > MAX_TERM_LENGTH)) continue;
    const key = cellKey({ fact, dimensions });
    const first = ledger && n > 0 && FACTS[fact].people ? ledger.count(key, today) : 0;
    const [, , before, marked = 0, totalBefore = 0] = tally[key] ?? [fact, dimensions, 0];
    tally[key] = [fact, dimensions, before + n, Math.max(marked, first) as First, totalBefore + total];
  }
}

/** Takes all marks off, in place: for when it turns out that they cannot be remembered. */
export function unmarkTally(tally: Tally): void {
  for (const [key, [fact, dimensions, n, , total = 0]] of Object.entries(tally)) {
    tally[key] = [fact, dimensions, n, 0, total];
  }
}

/** `[fact, dimensions, n]` with `first` and `total` only where they say something. */
function compact([fact, dimensions, n, first = 0, total = 0]: Increment): Increment {
  if (total > 0) return [fact, dimensions, n, first, total];
  return first > 0 ? [fact, dimensions, n, first] : [fact, dimensions, n];
}

/**
 * Takes what fits into one batch out of `tally`, in place: at most 200 increments, each within the bounds of the wire.
 * Call again until it returns none. What a cell has above its bounds goes with the next batch, without its `first`.
 */
export function takeIncrements(tally: Tally, most = MAX_INCREMENTS): Increment[] {
  const taken: Increment[] = [];
  for (const [key, [fact, dimensions, n, first = 0, total = 0]] of Object.entries(tally)) {
    if (taken.length >= most) break;
    taken.push(compact([fact, dimensions, Math.min(n, MAX_N), first, Math.min(total, MAX_TOTAL)]));
    if (n > MAX_N || total > MAX_TOTAL) {
      tally[key] = [fact, dimensions, Math.max(0, n - MAX_N), 0, Math.max(0, total - MAX_TOTAL)];
    } else delete tally[key];
  }
  return taken;
}
