/**
 * The contribution ledger: which cells this browser was counted in, and when, so that it adds at most 1 to `people`
 * per cell and day and 1 to `reach` per cell in any 28 days. Kept by the browser alone: one that keeps nothing, such as
 * a private window, is a new browser every time, and nobody can tell.
 * Pure. Believes no clock: days may come in any order. Where it forgets or is full, the browser is counted less, never
 * more. Which day it really is the collector knows: a mark of any other is worth nothing there.
 */
import type { First } from '@holloway/protocol';
import { hash } from './hash.ts';

export const REACH_DAYS = 28;
/** What is stored stays under 32 KiB: beyond it browsers take their time. */
const MAX_CELLS = 6400;

/**
 * Hashes of cells, sorted, one after the other: a text that is searched as it was stored, without being read into
 * anything first. Two cells that collide are counted as one: of 6,400 cells, one in 170,000.
 */
type Run = string;
const HASH_LENGTH = 5;

/** Plain data, fit for JSON. Days are numbers. */
export interface LedgerState {
  /** The one that counts now; -1 before any. */
  readonly day: number;
  /** Counted on it, and within 28 days before it. */
  readonly again: Run;
  /** Counted on it, for the first time in 28 days. */
  readonly first: Run;
  /** What other days counted for the first time in 28 days. They count nothing any more. */
  readonly others: { [day: number]: Run };
  /** From and to: days that were forgotten, and what lies between them. */
  readonly lost: [from: number, to: number][];
}

export interface Ledger {
  /**
   * Counts this browser in a cell.
   * @param today Day number. Where the clock has gone back, nothing is counted until it has caught up, or for the
   * 28 days after what was forgotten.
   */
  count(cell: string, today: number): First;
  /** What to store. */
  state(): LedgerState;
}

function keyOf(cell: string): string {
  const h = hash(cell);
  const bytes = [24, 16, 8, 0].map((shift) => (h >> shift) & 255);
  return btoa(String.fromCharCode(...bytes)).slice(0, HASH_LENGTH); // 30 bits
}

/** Where in the run a hash stands, or would stand. */
function placeOf(run: Run, key: string): number {
  let low = 0;
  let high = run.length / HASH_LENGTH;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (run.substring(middle * HASH_LENGTH, (middle + 1) * HASH_LENGTH) < key) low = middle + 1;
    else high = middle;
  }
  return low * HASH_LENGTH;
}

const has = (run: Run, key: string): boolean => run.startsWith(key, placeOf(run, key));

function put(run: Run, key: string): Run {
  const place = placeOf(run, key);
  return run.slice(0, place) + key + run.slice(place);
}

/** @param stored `null` where it cannot be read: the browser may have been counted anywhere until today. */
export function createLedger(stored?: LedgerState | null): Ledger {
  const nothing: LedgerState = { day: -1, again: '', first: '', others: {}, lost: [] };
  const { others, lost, ...now } = stored ?? nothing;
  let { day: current, again, first } = now;
  let isUnknown = stored === null;

  function forget(day: number): void {
    delete others[day];
    const last = lost[lost.length - 1];
    // So near that nothing between them may count.
    if (last && day >= last[0] && day - last[1] < 2 * REACH_DAYS) last[1] = Math.max(last[1], day);
    else lost.push([day, day]);
  }

  /** @returns Whether this day counts. It is the one that counts now, if any does. */
  function open(today: number): boolean {
    if (isUnknown) lost.push([0, today]);
    isUnknown = false;
    if (today === current) return true;
    const days = [...Object.keys(others).map(Number), current];
    const isBehind = days.some((day) => day >= today && day - today < REACH_DAYS);
    const isLost = lost.some(([from, to]) => from - today < REACH_DAYS && today - to < REACH_DAYS);
    if (isBehind || isLost) return false;
    if (current >= 0) others[current] = first;
    for (const day of days) if (day in others && today - day >= REACH_DAYS) forget(day);
    current = today;
    again = first = '';
    return true;
  }

  return {
    count(cell, today) {
      const key = keyOf(cell);
      if (!open(today) || has(again, key) || has(first, key)) return 0;
      let length = first.length;
      for (const day in others) {
        const run = others[day] ?? '';
        if (Number(day) < today && has(run, key)) {
          again = put(again, key);
          return 1;
        }
        length += run.length;
      }
      if (length >= MAX_CELLS * HASH_LENGTH) return 0;
      first = put(first, key);
      return 2;
    },
    state: () => ({ day: current, again, first, others, lost }),
  };
}
