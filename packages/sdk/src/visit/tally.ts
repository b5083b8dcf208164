/**
 * The tally: counts that wait to be sent, added up by cell. Hands out increments within the bounds of the wire.
 * Pure. Knows nothing of requests; what it hands out and cannot be sent is the transport's to keep.
 */
import { FACTS, type First, type Increment, MAX_INCREMENTS, MAX_N } from '@holloway/protocol';
import type { Ledger } from './ledger.ts';
import type { Count } from './visit.ts';

/** Plain data, fit for JSON: cell key to the increment so far, whose `n` is not bounded yet. */
export type Tally = { [cell: string]: Increment };

export const cellKey = ({ fact, dimensions }: Pick<Count, 'fact' | 'dimensions'>): string =>
  JSON.stringify([fact, dimensions]);

/** Adds counts to `tally`, in place, each marked by the ledger as this browser's first in its cell or not. */
export function addToTally(tally: Tally, counts: readonly Count[], ledger: Ledger, today: number): void {
  for (const count of counts) {
    const key = cellKey(count);
    const first = FACTS[count.fact].people && count.n > 0 ? ledger.count(key, today) : 0;
    const [, , n, marked = 0, total = 0] = tally[key] ?? [count.fact, count.dimensions, 0];
    tally[key] = [
      count.fact,
      count.dimensions,
      n + count.n,
      Math.max(marked, first) as First,
      total + (count.total ?? 0),
    ];
  }
}

/** `[fact, dimensions, n]` with `first` and `total` only where they say something. */
function compact([fact, dimensions, n, first = 0, total = 0]: Increment): Increment {
  if (total > 0) return [fact, dimensions, n, first, total];
  return first > 0 ? [fact, dimensions, n, first] : [fact, dimensions, n];
}

/**
 * Takes what fits into one batch out of `tally`, in place: at most 200 increments of at most 20 each.
 * Call again until it returns none. The rest of a cell above 20 goes with the next batch, without its `first`.
 */
export function takeIncrements(tally: Tally, most = MAX_INCREMENTS): Increment[] {
  const taken: Increment[] = [];
  for (const [key, [fact, dimensions, n, first = 0, total = 0]] of Object.entries(tally)) {
    if (taken.length >= most) break;
    taken.push(compact([fact, dimensions, Math.min(n, MAX_N), first, total]));
    if (n > MAX_N) tally[key] = [fact, dimensions, n - MAX_N];
    else delete tally[key];
  }
  return taken;
}
