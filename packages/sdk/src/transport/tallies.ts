/**
 * Counts of this tab that wait to be sent, apart by day and slices, which never share a batch.
 */
import type { BrowserSlices, Day, Increment } from '@holloway/protocol';
import { MAX_INCREMENTS } from '@holloway/protocol';
import { mergeTally, type Tally, takeIncrements } from '../visit/tally.ts';

/** Enough for a batch of its own: it is not kept waiting for the next occasion. */
const FULL_BYTES = 12 * 1024;

/** What may share a batch. */
export interface Share {
  readonly day: Day;
  readonly slices: BrowserSlices;
}

export interface Taken extends Share {
  /** 1 to 200. */
  readonly increments: readonly Increment[];
}

export interface Tallies {
  add(share: Share, counts: Tally): void;
  isFull(): boolean;
  /** Takes everything out. */
  take(): Taken[];
  clear(): void;
}

export function createTallies(): Tallies {
  const tallies = new Map<string, Share & { readonly tally: Tally }>();

  return {
    add({ day, slices }, counts) {
      const key = JSON.stringify([day, slices]);
      const group = tallies.get(key) ?? { day, slices, tally: {} };
      mergeTally(group.tally, counts);
      tallies.set(key, group);
    },
    isFull() {
      const cells = [...tallies.values()].flatMap(({ tally }) => Object.keys(tally));
      return cells.length >= MAX_INCREMENTS || cells.join().length >= FULL_BYTES;
    },
    take() {
      const taken: Taken[] = [];
      for (const { day, slices, tally } of tallies.values()) {
        for (
          let increments = takeIncrements(tally);
          increments.length > 0;
          increments = takeIncrements(tally)
        ) {
          taken.push({ day, slices, increments });
        }
      }
      tallies.clear();
      return taken;
    },
    clear: () => tallies.clear(),
  };
}
