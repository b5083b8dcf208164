/**
 * Leaves nothing in the files of the accounts of what was deleted from them: the write-ahead log is emptied each time, and
 * the copies that SQLite leaves in the gaps of pages are overwritten once a day (store/scrub).
 */
import { scrubSome } from '../store/scrub.ts';
import { scrubInParts } from '../store/scrub-parts.ts';

/** Copies are looked for in the whole file. */
const SCRUB_EVERY_MS = 24 * 60 * 60_000;

export interface OverwriteDeps {
  readonly file: string;
  readonly truncateLog: () => void;
  /** Between two parts of the file: others get their turn. */
  readonly rest: () => Promise<void>;
}

export interface Overwrite {
  run(nowMs: number): Promise<void>;
  /** Ends what is under way after the part that it is at. */
  stop(): void;
}

export function createOverwrite({ file, truncateLog, rest }: OverwriteDeps): Overwrite {
  let doneAtMs = Number.NEGATIVE_INFINITY;
  let isStopped = false;
  return {
    async run(nowMs) {
      truncateLog();
      // Also where the clock was set back.
      if (Math.abs(nowMs - doneAtMs) < SCRUB_EVERY_MS) return;
      doneAtMs = nowMs;
      await scrubInParts(async (from, pages) => (isStopped ? null : scrubSome(file, from, pages)), rest);
    },
    stop() {
      isStopped = true;
    },
  };
}
