/**
 * Takes down what is seen: reads what the browser remembers, folds, counts the browser where it was not counted yet,
 * stores. One tab at a time, so that many tabs count once. Sends nothing (transport/).
 */
import { dayAt, dayNumber, type Viewport } from '@holloway/protocol';
import { type KeyValueStore, LEDGER_KEY, parseStored, VISIT_KEY } from '../storage.ts';
import type { Pending } from '../transport/pending.ts';
import { createLedger, type LedgerEntry } from '../visit/ledger.ts';
import { addToTally, unmarkTally } from '../visit/tally.ts';
import type { Exclusively } from './exclusive.ts';
import { type Memory, note, type Seen, slicesOf } from './memory.ts';

/** Of the stored form; another is forgotten. */
const VERSION = 1;

export interface Recorder {
  /** Resolves once it is counted. */
  record(seen: Seen): Promise<void>;
  /**
   * Counts what is seen, and what still waits for its turn, before it returns: for a page that is being left.
   * Other tabs may be at it at the same time, so the browser is not marked as counted anywhere: less, never more.
   * @param seen Absent for what still waits alone.
   */
  recordNow(seen?: Seen): void;
}

interface RecorderDeps {
  readonly store: KeyValueStore;
  readonly exclusively: Exclusively;
  readonly pending: Pending;
  readonly timeZone: string;
  /** Once it is aborted nothing is counted or stored. */
  readonly signal: AbortSignal;
  now(): number;
  viewport(): Viewport;
}

export function createRecorder(deps: RecorderDeps): Recorder {
  const { store, exclusively, pending, timeZone, signal, now, viewport } = deps;
  const waiting: { readonly seen: Seen; readonly at: number }[] = [];

  function readMemory(): Memory {
    const stored = parseStored(store.get(VISIT_KEY)) as ({ v: number } & Memory) | null;
    return stored?.v === VERSION ? stored : { visit: null, viewport: viewport(), lastDay: null };
  }

  function recordOne(memory: Memory, { seen, at }: (typeof waiting)[number], alone: boolean): Memory {
    const noted = note(memory, seen, { at, timeZone, viewport: viewport() });
    const day = dayAt(at, timeZone);
    const today = dayNumber(day);
    const tally = pending.tallyOf({ day, slices: slicesOf(noted.memory) });
    const ledger = createLedger((parseStored(store.get(LEDGER_KEY)) as LedgerEntry[] | null) ?? []);
    addToTally(tally, noted.counts, alone ? ledger : null, today);
    // A ledger that cannot be stored would mark the browser again and again. The one before stays: it tells of the
    // marks that were made.
    if (alone && !store.replace(LEDGER_KEY, JSON.stringify(ledger.entries(today)))) unmarkTally(tally);
    return noted.memory;
  }

  function recordWaiting(alone: boolean): void {
    if (signal.aborted || waiting.length === 0) return;
    let memory = readMemory();
    for (const one of waiting.splice(0)) memory = recordOne(memory, one, alone);
    store.set(VISIT_KEY, JSON.stringify({ ...memory, v: VERSION }));
  }

  const wait = (seen: Seen) => waiting.push({ seen, at: now() });

  return {
    record(seen) {
      wait(seen);
      return exclusively(recordWaiting);
    },
    recordNow(seen) {
      if (seen) wait(seen);
      recordWaiting(false);
    },
  };
}
