/**
 * Takes down what is seen: reads what the browser remembers, folds, counts the browser where it was not counted yet,
 * stores. One tab at a time, so that many tabs count once. Sends nothing (transport/).
 */
import { dayAt, dayNumber, type Viewport } from '@holloway/protocol';
import { type KeyValueStore, LEDGER_KEY, parseStored, VISIT_KEY } from '../storage.ts';
import type { Tallies } from '../transport/tallies.ts';
import { createLedger, type Ledger, type LedgerEntry } from '../visit/ledger.ts';
import { addToTally, type Tally } from '../visit/tally.ts';
import type { Count } from '../visit/visit.ts';
import type { Exclusively } from './exclusive.ts';
import { type Here, type Memory, note, type Seen, slicesOf } from './memory.ts';

/** Of the stored form; another is forgotten. */
const VERSION = 1;

export interface Recorder {
  /** Resolves once it is counted. */
  record(seen: Seen): Promise<void>;
  /**
   * Counts what is seen, and what still waits for its turn, before it returns: for a page that is being left.
   * Other tabs may be at it at the same time, so the browser is not marked as counted anywhere: less, never more.
   */
  recordNow(seen: Seen): void;
  /** Nothing is counted any more. */
  stop(): void;
}

interface RecorderDeps {
  readonly store: KeyValueStore;
  readonly exclusively: Exclusively;
  readonly tallies: Tallies;
  readonly timeZone: string;
  now(): number;
  viewport(): Viewport;
}

const NOBODY: Pick<Ledger, 'count'> = { count: () => 0 };

export function createRecorder(deps: RecorderDeps): Recorder {
  const { store, exclusively, tallies, timeZone, now, viewport } = deps;
  let here: Here | null = null;
  let isStopped = false;
  const waiting: { readonly seen: Seen; readonly at: number }[] = [];

  function readMemory(): Memory {
    const stored = parseStored(store.get(VISIT_KEY)) as ({ v: number } & Memory) | null;
    if (stored?.v !== VERSION) return { visit: null, viewport: viewport(), lastDay: null };
    return { visit: stored.visit, viewport: stored.viewport, lastDay: stored.lastDay };
  }

  /** Only what the ledger has kept is marked: one that cannot be stored would mark the browser again and again. */
  function markedTally(counts: readonly Count[], today: number, alone: boolean): Tally {
    const tally: Tally = {};
    if (alone) {
      const ledger = createLedger((parseStored(store.get(LEDGER_KEY)) as LedgerEntry[] | null) ?? []);
      addToTally(tally, counts, ledger, today);
      if (store.set(LEDGER_KEY, JSON.stringify(ledger.entries(today)))) return tally;
    }
    const unmarked: Tally = {};
    addToTally(unmarked, counts, NOBODY, today);
    return unmarked;
  }

  function recordWaiting(alone: boolean): void {
    if (isStopped || waiting.length === 0) return;
    let memory = readMemory();
    for (const { seen, at } of waiting.splice(0)) {
      const noted = note(memory, here, seen, { at, timeZone, viewport: viewport() });
      memory = noted.memory;
      here = noted.here;
      if (noted.counts.length === 0) continue;
      const day = dayAt(at, timeZone);
      tallies.add({ day, slices: slicesOf(memory) }, markedTally(noted.counts, dayNumber(day), alone));
    }
    store.set(VISIT_KEY, JSON.stringify({ v: VERSION, ...memory }));
  }

  return {
    record(seen) {
      waiting.push({ seen, at: now() });
      return exclusively(recordWaiting);
    },
    recordNow(seen) {
      waiting.push({ seen, at: now() });
      recordWaiting(false);
    },
    stop() {
      isStopped = true;
      waiting.length = 0;
    },
  };
}
