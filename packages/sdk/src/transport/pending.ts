/**
 * Counts of this tab that wait to be sent. Those of another day or other slices never share a batch.
 */
import { type BrowserSlices, type Day, type Increment, MAX_INCREMENTS } from '@holloway/protocol';
import { type Tally, takeIncrements, unmarkTally } from '../visit/tally.ts';

/** Enough for a batch of its own: it is not kept waiting for the next occasion. */
const FULL_LENGTH = 12 * 1024;

/** What may share a batch. */
export interface Share {
  readonly day: Day;
  readonly slices: BrowserSlices;
}

export interface Taken extends Share {
  /** 1 to 200. */
  readonly increments: readonly Increment[];
}

export interface Pending {
  /** Where counts of this share are to be added. */
  tallyOf(share: Share): Tally;
  /** Takes all marks off: for when it turns out that they cannot be remembered. */
  unmark(): void;
  isFull(): boolean;
  /** Takes everything out. */
  take(): Taken[];
}

export function createPending(): Pending {
  /** By share, as JSON. */
  const tallies = new Map<string, Tally>();

  return {
    tallyOf({ day, slices }) {
      const share = JSON.stringify({ day, slices });
      const tally = tallies.get(share) ?? {};
      tallies.set(share, tally);
      return tally;
    },
    unmark: () => tallies.forEach(unmarkTally),
    isFull() {
      const cells = [...tallies.values()].flatMap(Object.keys);
      return cells.length >= MAX_INCREMENTS || cells.join().length >= FULL_LENGTH;
    },
    take() {
      const taken: Taken[] = [];
      for (const [share, tally] of tallies) {
        while (Object.keys(tally).length > 0) {
          taken.push({ ...(JSON.parse(share) as Share), increments: takeIncrements(tally) });
        }
      }
      tallies.clear();
      return taken;
    },
  };
}
