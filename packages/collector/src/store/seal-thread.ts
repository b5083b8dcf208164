/**
 * Closing a full day beside a collector that serves: in a thread with a connection of its own, so that nobody waits for an
 * answer meanwhile. Still one transaction, so that the day is open or sealed as a whole, whenever the thread ends.
 * Does not see to it that nobody else writes (turns), nor when readers get to see it (sqlite).
 */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
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

/** What the thread is started with, and known by. */
interface Started {
  readonly seal: SealOrder;
}

/** `failed`: the code of the engine. */
type Said = { readonly failed: string | null };

/**
 * Rejects with a StoreUnavailableError where nothing was committed; where `signal` is the cause, with a StoppingError.
 * @param onCommitted Called once, as soon as the day is sealed; the log is emptied into the file after that.
 */
export const sealInThread = (
  order: SealOrder,
  onCommitted: () => void,
  signal?: AbortSignal,
): Promise<void> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(new StoppingError('the collector stops; the day is closed the next time'));
      return;
    }
    const started: Started = { seal: order };
    const worker = new Worker(new URL(import.meta.url), { workerData: started });
    const stop = (): void => void worker.terminate();
    signal?.addEventListener('abort', stop, { once: true });
    let said: Said | null = null;
    let bug: unknown = null;
    worker.once('message', (message: Said) => {
      said = message;
      if (said.failed === null) onCommitted();
      worker.postMessage('go on');
    });
    worker.once('error', (error) => {
      bug = error;
    });
    worker.once('exit', () => {
      signal?.removeEventListener('abort', stop);
      if (said?.failed === null) resolve();
      else if (said !== null) reject(new StoreUnavailableError(`nothing was committed: ${said.failed}`));
      else if (bug !== null) reject(bug);
      else reject(new StoppingError('the day was not closed before the collector stopped'));
    });
  });

function seal({ file, day, plan }: SealOrder): void {
  const db = connect(file);
  // As long as somebody reads what was before, nothing of it can go into the file.
  db.pragma('wal_autocheckpoint = 0');
  let failed: string | null = null;
  try {
    db.transaction(() => closeDay(createRunner(db), day, plan)).immediate();
  } catch (cause) {
    if (!(cause instanceof Database.SqliteError)) throw cause;
    failed = cause.code;
  }
  parentPort?.once('message', () => {
    // Here rather than with the next batch, which would wait for it. Where it fails, the log is good enough.
    if (failed === null) db.pragma('wal_checkpoint(PASSIVE)');
    db.close();
  });
  parentPort?.postMessage({ failed } satisfies Said);
}

const started = workerData as Partial<Started> | null;
if (!isMainThread && started?.seal !== undefined) seal(started.seal);
