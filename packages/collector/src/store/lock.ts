/**
 * One collector a data folder. Limits, lockouts and strings on probation are held in the memory of one process: a second
 * one would double the former and halve the latter. Commands may work beside it; they hold nothing.
 */
import Database from 'better-sqlite3';
import { StoreUnusableError, unusable } from './unusable.ts';

/** As long as a collector that was told to stop may take to answer what is under way. */
const WAIT_MS = 10_000;

/** Named here as long as they hold: a connection that nobody names any more is closed, and its lock gone with it. */
const kept = new Set<Database.Database>();

/**
 * Holds the folder until it is let go or the process ends, however it ends: the lock is the system's, and there is none to
 * be cleaned up after a crash.
 *
 * @param file Made where it is missing; stays empty.
 * @returns Lets go.
 * @throws StoreUnusableError where another process holds it.
 */
export function holdFolder(file: string, waitMs: number = WAIT_MS): () => void {
  let db: Database.Database | null = null;
  try {
    db = new Database(file, { timeout: waitMs });
    // It writes nothing, and needs no file in which to take that back.
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    db?.close();
    if (cause instanceof Database.SqliteError && cause.code.startsWith('SQLITE_BUSY')) {
      throw new StoreUnusableError(
        'another collector serves this data folder. Stop it first, or give this one a folder of its own: HOLLOWAY_DATA.',
        { cause },
      );
    }
    throw unusable(file, cause);
  }
  const held = db;
  kept.add(held);
  return () => {
    kept.delete(held);
    held.close();
  };
}
