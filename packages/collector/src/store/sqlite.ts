/**
 * The SQLite driver of the store: one file, one writer, synchronous work inside an asynchronous contract.
 * `secure_delete` is on and no table has a rowid, so that the file keeps neither what was deleted nor who came first.
 */
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { declareEntries, readCatalogue } from './catalogue.ts';
import { prepareIntake } from './intake.ts';
import { migrate } from './migrate.ts';
import { createRunner, sqlOf } from './query.ts';
import * as read from './read.ts';
import { prepareSealing, sealDay } from './seal.ts';
import { readSites, writeSite } from './sites.ts';
import { addKey, publish, readKeys, readPolicy, readStatements, readWording } from './statements.ts';
import { type Store, type StoredTermKind, StoreUnavailableError } from './store.ts';

function configure(db: Database.Database): void {
  db.pragma('journal_mode = WAL');
  // An acknowledgement means committed: flushed to the disk, also when the power goes.
  db.pragma('synchronous = FULL');
  // FAST leaves residue of deleted rows in free pages.
  db.pragma('secure_delete = ON');
  db.pragma('busy_timeout = 5000');
  db.pragma('temp_store = MEMORY');
  // 32 MB of log: pages that every commit changes are copied to the file once for many commits, not for each.
  db.pragma('wal_autocheckpoint = 8000');
  db.pragma('cache_size = -65536');
}

/** @param file Path of the database; created when missing. */
export function openSqliteStore(file: string): Store {
  const db = new Database(file);
  configure(db);
  migrate(db);
  prepareSealing(db);
  const runner = createRunner(db);
  const claim = db.prepare('INSERT INTO batch (nonce, hour) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const known = db.prepare('SELECT 1 FROM batch WHERE nonce = ?');
  const addTerm = db.prepare('INSERT INTO term (site, kind, id, text) VALUES (?, ?, ?, ?)');
  const addToIntake = prepareIntake(db);
  const dataVersion = db.prepare<[], number>('PRAGMA data_version').pluck();
  /** Runs `work` in one transaction; a failure of the store itself is told apart from a bug. */
  const inTransaction = async <T>(work: () => T): Promise<T> => {
    try {
      return db.transaction(work).immediate();
    } catch (cause) {
      if (cause instanceof Database.SqliteError) {
        throw new StoreUnavailableError(`nothing was committed: ${cause.code}`, { cause });
      }
      throw cause;
    }
  };

  return {
    commit: (nonces, hour, changes) =>
      inTransaction(() => {
        const fresh = nonces.map((nonce) => claim.run(nonce, hour).changes === 1);
        const { terms, rows } = changes(fresh);
        for (const { site, kind, id, text } of terms) addTerm.run(site, kind, id, text);
        addToIntake(rows);
        return fresh;
      }),

    claimed: async (nonces) => nonces.map((nonce) => known.get(nonce) !== undefined),
    version: async () => dataVersion.get() ?? 0,

    facts: (names) =>
      inTransaction(() => {
        const known = () => runner.all(sqlOf.selectFrom('fact').selectAll());
        const before = known();
        let id = Math.max(0, ...before.map((row) => row.id));
        for (const name of names) {
          if (before.some((row) => row.name === name)) continue;
          id += 1;
          runner.run(sqlOf.insertInto('fact').values({ id, name }));
        }
        return new Map(known().map((row) => [row.name, row.id]));
      }),

    terms: async (site) =>
      runner
        .all(sqlOf.selectFrom('term').selectAll().where('site', '=', site))
        .map((term) => ({ ...term, kind: term.kind as StoredTermKind })),
    declare: (site, entries) => inTransaction(() => declareEntries(runner, site, entries)),
    catalogue: async (site) => readCatalogue(runner, site),

    sites: async () => readSites(runner),
    saveSite: (site) => inTransaction(() => writeSite(runner, site)),

    publish: (site, publication) => inTransaction(() => publish(runner, site, publication)),
    statements: async (site) => readStatements(runner, site),
    wording: async (hash) => readWording(runner, hash),
    policy: async (site) => readPolicy(runner, site),
    addPublicKey: (key) => inTransaction(() => addKey(runner, key)),
    publicKeys: async () => readKeys(runner),

    seal: (site, day, k, plan) =>
      inTransaction(() => {
        const record = readSites(runner).find(({ id }) => id === site);
        if (record === undefined || (record.sealedThrough !== null && record.sealedThrough >= day)) return;
        sealDay(runner, { site, day, k }, plan);
        runner.run(sqlOf.updateTable('site').set({ sealed_through: day }).where('id', '=', site));
      }),
    openDays: async (site) => read.openDays(runner, site),
    span: async (query) => read.span(runner, query),
    sumCells: async (query, range) => read.sumCells(runner, query, range),
    sumDays: async (query, range) => read.sumDays(runner, query, range),
    sumSlices: async (site, fact) => read.sumSlices(runner, site, fact),
    waiting: async (query) => read.waiting(runner, query),
    intake: async (query, range) => read.intake(runner, query, range),

    purgeNonces: (beforeHour) =>
      inTransaction(() => runner.run(sqlOf.deleteFrom('batch').where('hour', '<', beforeHour))),
    truncateLog: async () => {
      db.pragma('wal_checkpoint(TRUNCATE)');
    },
    ready: async () => {
      try {
        db.transaction(() =>
          runner.all(sqlOf.selectFrom('site').select(sql<number>`1`.as('one')).limit(1)),
        ).immediate();
        return true;
      } catch {
        return false; // locked, read-only or gone: that is the answer
      }
    },
    close: async () => {
      if (!db.open) return;
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.close();
    },
  };
}
