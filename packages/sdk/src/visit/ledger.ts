/**
 * The contribution ledger: which cells this browser was counted in, and when, so that it adds at most 1 to `people`
 * per cell and day and 1 to `reach` per cell in any 28 days. Kept by the browser alone.
 * Pure. Where it forgets or is full, the browser is counted less, never more.
 */
import type { First } from '@holloway/protocol';

export const REACH_DAYS = 28;
const MAX_CELLS = 4096;

/** No hash of a cell: the entry that keeps the latest day seen, for when the cells of that day are forgotten. */
const LATEST = -1;

/** Hash of the cell, day last counted in `people`, day last counted in `reach` (both as day numbers). */
export type LedgerEntry = readonly [cell: number, peopleDay: number, reachDay: number];

export interface Ledger {
  /**
   * Counts this browser in a cell.
   * @param today Day number. Where the clock went back, nothing is counted until it has caught up.
   */
  count(cell: string, today: number): First;
  /** What to store; entries too old to matter are left out. */
  entries(today: number): LedgerEntry[];
}

/** 32-bit FNV-1a. Two cells that collide are counted as one: less, never more. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

export function createLedger(stored: readonly LedgerEntry[] = []): Ledger {
  const cells = new Map(stored.map(([cell, people, reach]) => [cell, { people, reach }]));

  /** @returns Whether `today` is before a day that was seen already. */
  const isBehind = (today: number): boolean => {
    const latest = cells.get(LATEST)?.people ?? 0;
    if (today > latest) cells.set(LATEST, { people: today, reach: today });
    return today < latest;
  };

  return {
    count(cell, today) {
      if (isBehind(today)) return 0;
      const key = hash(cell);
      const before = cells.get(key);
      if (before === undefined) {
        if (cells.size > MAX_CELLS) return 0;
        cells.set(key, { people: today, reach: today });
        return 2;
      }
      if (before.people >= today) return 0;
      before.people = today;
      if (today - before.reach < REACH_DAYS) return 1;
      before.reach = today;
      return 2;
    },
    entries(today) {
      const isLatest = !isBehind(today);
      return [...cells]
        .map(([cell, { people, reach }]): LedgerEntry => [cell, people, reach])
        .filter(([, , reach]) => !isLatest || today - reach < REACH_DAYS);
    },
  };
}
