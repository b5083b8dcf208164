/**
 * Closing a full day beside a collector that serves: in a process with a connection of its own, so that nobody waits for an
 * answer meanwhile. Still one transaction, so that the day is open or sealed as a whole, whenever the process ends.
 * Does not see to it that nobody else writes (turns), nor when readers get to see it (sqlite).
 */
import Database from 'better-sqlite3';
import { say, startBeside, workBeside } from '../beside/beside.ts';
import { closeDay } from './close-day.ts';
import { connect } from './connection.ts';
import { createRunner } from './query.ts';
import type { SealPlan } from './seal-plan.ts';
import type { Day } from './seal-sql.ts';
import { StoppingError, StoreUnavailableError } from './store.ts';

export interface SealOrder {
  /** Path of the database. */
  readonly file: string;
  readonly day: Day;
  readonly plan: SealPlan;
}

/** `failed`: the code of the engine; `bug`: whatever else was thrown. */
interface Said {
  readonly failed: string | null;
  readonly bug?: unknown;
}

/**
 * Rejects with a StoreUnavailableError where nothing was committed; where `signal` is the cause, with a StoppingError.
 * @param onCommitted Called once, as soon as the day is sealed; the log is emptied into the file after that.
 */
export const sealBeside = (order: SealOrder, onCommitted: () => void, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(new StoppingError('the collector stops; the day is closed the next time'));
      return;
    }
    const child = startBeside(import.meta.url, order);
    const stop = (): void => void child.kill('SIGKILL');
    signal?.addEventListener('abort', stop, { once: true });
    let said: Said | null = null;
    child.once('message', (message: Said) => {
      said = message;
      if (said.failed === null && said.bug === undefined) onCommitted();
      child.send('go on', () => undefined);
    });
    const over = (cause?: unknown): void => {
      signal?.removeEventListener('abort', stop);
      if (said?.bug !== undefined) reject(said.bug);
      else if (said?.failed === null) resolve();
      else if (said !== null) reject(new StoreUnavailableError(`nothing was committed: ${said.failed}`));
      else if (signal?.aborted) {
        reject(new StoppingError('the day was not closed before the collector stopped'));
      } else reject(new StoreUnavailableError('the process that closes a day ended before', { cause }));
    };
    child.once('error', over);
    child.once('exit', () => over());
  });

function seal({ file, day, plan }: SealOrder): void {
  const db = connect(file);
  // As long as somebody reads what was before, nothing of it can go into the file.
  db.pragma('wal_autocheckpoint = 0');
  let said: Said = { failed: null };
  try {
    db.transaction(() => closeDay(createRunner(db), day, plan)).immediate();
  } catch (cause) {
    said = cause instanceof Database.SqliteError ? { failed: cause.code } : { failed: null, bug: cause };
  }
  process.once('message', () => {
    // Here rather than with the next batch, which would wait for it. Where it fails, the log is good enough.
    if (said.failed === null) db.pragma('wal_checkpoint(PASSIVE)');
    db.close();
    process.disconnect();
  });
  void say(said);
}

workBeside(import.meta.url, seal);
