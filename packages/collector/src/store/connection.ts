/** Connections to the database of counts: how each is set up, whichever process has it. */
import Database from 'better-sqlite3';
import { prepareSealing } from './seal.ts';

function configure(db: Database.Database): void {
  db.pragma('journal_mode = WAL');
  // An acknowledgement means committed: flushed to the disk, also when the power goes.
  db.pragma('synchronous = FULL');
  // Where flushing a file leaves it in the cache of the disk (macOS), ask for more; elsewhere it is nothing.
  db.pragma('fullfsync = ON');
  // FAST leaves residue of deleted rows in free pages.
  db.pragma('secure_delete = ON');
  db.pragma('busy_timeout = 5000');
  db.pragma('temp_store = MEMORY');
  // 32 MB of log: pages that every commit changes are copied to the file once for many commits, not for each.
  db.pragma('wal_autocheckpoint = 8000');
  db.pragma('cache_size = -65536');
}

/**
 * @param file Created when missing.
 * @param bringToSchema Called before anything is prepared that needs the tables.
 */
export function connect(
  file: string,
  bringToSchema: (db: Database.Database) => void = () => undefined,
): Database.Database {
  const db = new Database(file);
  try {
    configure(db);
    bringToSchema(db);
    prepareSealing(db);
    return db;
  } catch (cause) {
    db.close();
    throw cause;
  }
}

/**
 * What this connection reads stays as it is at this moment, whatever others commit, until it is let go. It must not write
 * meanwhile.
 * @returns Lets go; a second time it does nothing.
 */
export function freeze(db: Database.Database): () => void {
  db.exec('BEGIN');
  // A transaction begins to see with the first thing that it reads.
  db.prepare('SELECT 1 FROM site LIMIT 1').get();
  return () => {
    if (db.open && db.inTransaction) db.exec('COMMIT');
  };
}
