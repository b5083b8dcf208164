/**
 * Counts of this tab that wait to be sent. Those of another day or other slices never share a batch.
 */
import { type BrowserSlices, type Day, type Increment, MAX_INCREMENTS } from '@holloway/protocol';
import { type Tally, takeIncrements } from '../visit/tally.ts';

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
  /** Where counts of this share are to be added. What may not share a batch with them is set apart. */
  tallyOf(share: Share): Tally;
  isFull(): boolean;
  /** Takes everything out. */
  take(): Taken[];
}

export function createPending(): Pending {
  const tally: Tally = {};
  const apart: Taken[] = [];
  let current: Share | null = null;

  const setApart = (): void => {
    while (current && Object.keys(tally).length > 0) {
      apart.push({ ...current, increments: takeIncrements(tally) });
    }
  };

  return {
    tallyOf(share) {
      if (JSON.stringify(share) !== JSON.stringify(current)) setApart();
      current = share;
      return tally;
    },
    isFull() {
      const cells = Object.keys(tally);
      return cells.length >= MAX_INCREMENTS || cells.join().length >= FULL_LENGTH;
    },
    take() {
      setApart();
      return apart.splice(0);
    },
  };
}
