/**
 * Takes down what is seen: reads what the browser remembers, folds, counts the browser where it was not counted yet,
 * stores. One tab at a time, so that many tabs count once. Sends nothing (transport/).
 */
import { dayNumber, localTimeBy, type Offsets, type Viewport } from '@holloway/protocol';
import { attempt, quietly } from '../quietly.ts';
import { type KeyValueStore, parseStored, VISIT_KEY } from '../storage.ts';
import type { Pending } from '../transport/pending.ts';
import { addToTally } from '../visit/tally.ts';
import type { Exclusively } from './exclusive.ts';
import { readLedger } from './kept-ledger.ts';
import { type Memory, note, type Seen, type Shown, slicesOf } from './memory.ts';

/** Of the stored form. Of another the last day alone is believed: who was here before is not new. */
const VERSION = 2;
/** What is taken down in one go, so that the page is not held up: the rest has another turn. */
const MOST_AT_ONCE = 16;
/** The same by time, for slow machines: what is begun by then is finished. */
const TURN_MS = 1;
const FAULT: Seen = { kind: 'fault', reason: 'record' };

/** What fails is missing, and counted as a fault, once a pageview; the rest is taken down as ever. */
export interface Recorder {
  /** Resolves once it is counted. */
  record(seen: Seen): Promise<void>;
  /** Counts it with what comes next, or after a while: for what comes in numbers and is not urgent. */
  recordSoon(seen: Seen): void;
  /**
   * Counts what is seen, and what still waits for its turn, before it returns: for a page that is being left.
   * Other tabs may be at it at the same time, so the browser is not marked as counted anywhere: less, never more.
   * @param seen None for what still waits alone.
   */
  recordNow(...seen: readonly Seen[]): void;
}

interface RecorderDeps {
  readonly store: KeyValueStore;
  readonly exclusively: Exclusively;
  readonly pending: Pending;
  /** Of the site's clock. */
  readonly offsets: Offsets;
  /** Once it is aborted nothing is counted or stored. */
  readonly signal: AbortSignal;
  now(): number;
  /** Milliseconds since any moment, of a clock that never runs backwards. */
  elapsed(): number;
  viewport(): Viewport;
  /** Does the work in about a second. */
  later(work: () => void): void;
  /** Something seen could not be taken down, and is counted as this fault instead. */
  readonly onFault?: ((fault: Seen) => void) | undefined;
}

export function createRecorder(deps: RecorderDeps): Recorder {
  const { store, exclusively, pending, offsets, signal, now, elapsed, viewport, later, onFault } = deps;
  const waiting: { readonly seen: Seen; readonly at: number }[] = [];
  let shown: Shown | null = null;
  /** On the pageview that is shown. */
  let hasFailed = false;

  function readMemory(): Memory {
    const { v, ...stored } = (parseStored(store.get(VISIT_KEY)) ?? {}) as { v?: number } & Memory;
    if (v === VERSION) return stored;
    const { lastDay } = stored;
    return {
      visit: null,
      viewport: viewport(),
      lastDay: typeof lastDay === 'number' ? lastDay : null,
      view: 0,
    };
  }

  function recordWaiting(alone: boolean): void {
    const taken = waiting.splice(0, alone ? MOST_AT_ONCE : waiting.length);
    if (signal.aborted || taken.length === 0) return;
    const end = alone ? elapsed() + TURN_MS : Number.POSITIVE_INFINITY;
    const ledger = alone ? readLedger(store) : null;
    let memory = readMemory();
    const take = (seen: Seen, at: number): void => {
      const { day } = localTimeBy(at, offsets);
      const noted = note(memory, shown, seen, { at, offsets, viewport: viewport() });
      if (noted.shown !== shown) hasFailed = false;
      ({ memory, shown } = noted);
      addToTally(pending.tallyOf({ day, slices: slicesOf(memory) }), noted.counts, ledger, dayNumber(day));
    };
    for (let one = taken.shift(); one; one = elapsed() < end ? taken.shift() : undefined) {
      const { seen, at } = one;
      try {
        take(seen, at);
      } catch {
        if (!hasFailed) {
          attempt(() => take(FAULT, at));
          attempt(() => onFault?.(FAULT));
        }
        hasFailed = true;
      }
    }
    waiting.unshift(...taken);
    // A ledger that cannot be stored would mark the browser again and again. The one before stays: it tells of the
    // marks that were made.
    if (ledger?.keep() === false) pending.unmark();
    store.set(VISIT_KEY, JSON.stringify({ ...memory, v: VERSION }));
  }

  async function recordAll(): Promise<void> {
    do await exclusively(recordWaiting);
    while (waiting.length > 0);
  }

  /** @returns How many wait now. */
  const wait = (seen: Seen): number => waiting.push({ seen, at: now() });

  return {
    record(seen) {
      wait(seen);
      return recordAll();
    },
    recordSoon(seen) {
      // Whatever waits already is seen to.
      if (wait(seen) === 1) later(quietly(recordAll));
    },
    recordNow(...seen) {
      seen.forEach(wait);
      recordWaiting(false);
    },
  };
}
