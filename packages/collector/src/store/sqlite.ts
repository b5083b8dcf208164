/**
 * The SQLite driver of the store: one file, one writer, synchronous work inside an asynchronous contract.
 * `secure_delete` is on and no table has a rowid, so that the file keeps neither what was deleted nor who came first.
 */
import { accessSync, constants, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import {
  prepareDeclaring,
  readCatalogue,
  readCatalogueAfter,
  readTerms,
  readTermsAfter,
} from './catalogue.ts';
import { type ClosingBounds, prepareClosing } from './closing.ts';
import { connect } from './connection.ts';
import { keepCrawled, readCrawled } from './crawled.ts';
import { DEFAULT_CELLS_A_DAY } from './day-ceiling.ts';
import { createDigests } from './digests.ts';
import { type CellBounds, prepareIntake } from './intake.ts';
import { migrate } from './migrate.ts';
import { createRunner, sqlOf } from './query.ts';
import * as read from './read.ts';
import { readRevisions, readSites, writeSite } from './sites.ts';
import { createKeeping } from './sqlite-keeping.ts';
import { addKey, publish, readKeys, readPolicy, readStatements, readWording } from './statements.ts';
import { type SiteRecord, StoppingError, type Store, StoreUnavailableError } from './store.ts';
import { createTurns } from './turns.ts';
import { troubleOf, unusable } from './unusable.ts';
import { createWorkspace } from './workspace.ts';
import { makePrivate } from './write-once.ts';

/** Not a file: gone with the process. */
const IN_MEMORY = ':memory:';
/** A few groups of batches. A disk that was full is ready again when it has so much, not when it has one page. */
const ROOM_BYTES = 8 * 1024 * 1024;

/** Readable by its owner alone; SQLite gives the log the mode of the database. Throws a StoreUnusableError. */
function openDatabase(file: string): Database.Database {
  try {
    if (file !== IN_MEMORY) {
      makePrivate(file);
      // SQLite would open what it cannot write to, and fail with the first batch.
      accessSync(file, constants.W_OK);
    }
    return connect(file, migrate);
  } catch (cause) {
    throw unusable(file, cause);
  }
}

function hasRoom(file: string): boolean {
  if (file === IN_MEMORY) return true;
  const { bavail, bsize } = statfsSync(dirname(file));
  return bavail * bsize >= ROOM_BYTES;
}

/**
 * Whatever the engine fails at leaves as a StoreUnavailableError, so that it is told apart from a bug: who asks may ask
 * again, and is answered once the disk has room, or the other program is done.
 */
function guarded(store: Store): Store {
  const methods = Object.entries(store).map(([name, method]) => [
    name,
    async (...given: unknown[]) => {
      try {
        return await method(...given);
      } catch (cause) {
        if (!(cause instanceof Database.SqliteError)) throw cause;
        throw new StoreUnavailableError(`nothing was committed: ${troubleOf(cause) ?? cause.code}`, {
          cause,
        });
      }
    },
  ]);
  // The same names and types: each method is the one it wraps.
  return Object.fromEntries(methods) as Store;
}

export type StoreBounds = CellBounds & ClosingBounds;

/**
 * @param file Path of the database; created when missing.
 * @param bounds Default: 2,000,000 cells a day of a site.
 * @throws StoreUnusableError where it cannot be opened, written, or brought to the current schema.
 */
export function openSqliteStore(file: string, bounds: Partial<StoreBounds> = {}): Store {
  const db = openDatabase(file);
  const runner = createRunner(db);
  const claim = db.prepare('INSERT INTO batch (nonce, hour) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const keepUntilSealed = db.prepare('UPDATE batch SET site = ?, day = ? WHERE nonce = ?');
  const purge = db.prepare(
    `DELETE FROM batch WHERE hour < ? AND NOT EXISTS
       (SELECT 1 FROM site WHERE site.id = batch.site AND batch.day > coalesce(site.sealed_through, -1))`,
  );
  const known = db.prepare('SELECT 1 FROM batch WHERE nonce = ?');
  const namesForgotten = db
    .prepare<[number], number>('SELECT names_forgotten FROM site WHERE id = ?')
    .pluck();
  const assertSameNames = (sites: readonly SiteRecord[]): void => {
    if (sites.every((site) => namesForgotten.get(site.id) === site.namesForgotten)) return;
    throw new StoreUnavailableError('nothing was committed: another process took names away, or the site');
  };
  const addTerm = db.prepare('INSERT INTO term (site, kind, id, text) VALUES (?, ?, ?, ?)');
  const intake = prepareIntake(db, { cellsADay: DEFAULT_CELLS_A_DAY, ...bounds });
  const declare = prepareDeclaring(db);
  const dataVersion = db.prepare<[], number>('PRAGMA data_version').pluck();
  const writeAnything = db.prepare('UPDATE fact SET name = name');
  /** Whether the last write failed, not by its own fault. */
  let failing = false;
  const turns = createTurns();
  const inTransaction = <T>(work: () => T): Promise<T> =>
    turns.brief(() => {
      try {
        const result = db.transaction(work).immediate();
        failing = false;
        return result;
      } catch (cause) {
        // A conflict with what another process wrote is over with the next try.
        if (cause instanceof Database.SqliteError) failing = !cause.code.startsWith('SQLITE_CONSTRAINT');
        throw cause;
      }
    });
  const inFile = file === IN_MEMORY ? null : file;
  const close = prepareClosing({ db, runner, file: inFile, turns, inTransaction }, bounds);

  /** What a transaction adds to a day is known once it is committed. */
  const counting = async <T>(work: () => T): Promise<T> => {
    try {
      const result = await inTransaction(work);
      intake.ceiling.keep();
      return result;
    } catch (cause) {
      intake.ceiling.undo();
      throw cause;
    }
  };

  return guarded({
    commit: (nonces, hour, changes, sites = []) =>
      counting(() => {
        assertSameNames(sites);
        const fresh = nonces.map((nonce) => claim.run(nonce, hour).changes === 1);
        const { terms, rows, history = [] } = changes(fresh);
        for (const { site, kind, id, text } of terms) addTerm.run(site, kind, id, text);
        intake.add(rows);
        for (const { nonce, site, day } of history) keepUntilSealed.run(site, day, nonce);
        return fresh;
      }),

    claimed: async (nonces) => nonces.map((nonce) => known.get(nonce) !== undefined),
    version: async () => dataVersion.get() ?? 0,
    revisions: async () => readRevisions(runner),

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

    terms: async (site) => readTerms(runner, site),
    termsAfter: async (site, kind, after, limit) => readTermsAfter(runner, site, kind, after, limit),
    declare: (site, entries) => inTransaction(() => declare(site, entries)),
    catalogue: async (site) => readCatalogue(runner, site),
    catalogueAfter: async (site, kind, after, limit) => readCatalogueAfter(runner, site, kind, after, limit),
    crawled: async (site) => readCrawled(runner, site),
    keepCrawled: (site, pages) => inTransaction(() => keepCrawled(runner, site, pages)),

    sites: async () => readSites(runner),
    saveSite: (site) => inTransaction(() => writeSite(runner, site)),

    publish: (site, publication) => inTransaction(() => publish(runner, declare, site, publication)),
    statements: async (site) => readStatements(runner, site),
    wording: async (hash) => readWording(runner, hash),
    policy: async (site) => readPolicy(runner, site),
    addPublicKey: (key) => inTransaction(() => addKey(runner, key)),
    publicKeys: async () => readKeys(runner),

    seal: async (site, day, k, plan, signal) => {
      try {
        await close(site, day, k, plan, signal);
        intake.ceiling.forget(site, day);
      } catch (cause) {
        if (cause instanceof StoreUnavailableError && !(cause instanceof StoppingError)) failing = true;
        throw cause;
      }
    },
    openDays: async (site) => read.openDays(runner, site),
    span: async (query) => read.span(runner, query),
    sumCells: async (query, range, a) => read.sumCells(runner, query, range, a),
    sumDays: async (query, range) => read.sumDays(runner, query, range),
    sumSlices: async (site, fact) => read.sumSlices(runner, site, fact),
    waiting: async (query) => read.waiting(runner, query),
    told: async (query) => read.told(runner, query),
    intake: async (query, range) => read.intake(runner, query, range),

    ...createKeeping({ db, runner, file: inFile, turns, inTransaction }),
    ...createWorkspace({ runner, inTransaction }),
    ...createDigests({ runner, inTransaction }),

    purgeNonces: (beforeHour) => inTransaction(() => void purge.run(beforeHour)),
    truncateLog: () => turns.brief(() => void db.pragma('wal_checkpoint(TRUNCATE)')),
    ready: async () => {
      try {
        if (failing && !hasRoom(file)) return false;
        // It is being written, by another process; whoever waits for this answer is not to wait for that.
        if (turns.isLong()) return !failing;
        // The lock is had on a full disk too; only a write tells whether it may be written again.
        await inTransaction(() =>
          failing
            ? void writeAnything.run()
            : void runner.all(sqlOf.selectFrom('site').select(sql<number>`1`.as('one')).limit(1)),
        );
        return true;
      } catch {
        return false; // locked, full, read-only or gone: that is the answer
      }
    },
    close: async () => {
      if (!db.open) return;
      try {
        db.pragma('wal_checkpoint(TRUNCATE)');
      } catch {
        // On a full disk what was committed stays in the log, and is read from there at the next start.
      }
      db.close();
    },
  });
}
