import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openStore, temporaryFolder } from '../../test/temporary.ts';
import { digestsContract } from './digests.contract.ts';
import { openSqliteStore } from './sqlite.ts';
import { type Driver, storeContract } from './store.contract.ts';
import { StoreUnavailableError } from './store.ts';
import { workspaceContract } from './workspace.contract.ts';

// Some of these start a process for every day that is closed.
vi.setConfig({ testTimeout: 60_000 });

const temporaryFile = (): string => join(temporaryFolder(), 'holloway.sqlite');

/** A connection of the test's own, beside that of the store. */
function inspect(file: string): Database.Database {
  const db = new Database(file);
  onTestFinished(() => void db.close());
  return db;
}

/** Every byte that stands on disk, write-ahead log and all. */
const bytesOf = (folder: string): Buffer =>
  Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));

const driver: Driver = {
  open() {
    const file = temporaryFile();
    return { store: openStore(file), second: () => openStore(file) };
  },
};
storeContract('SQLite', driver);
workspaceContract('SQLite', driver);
digestsContract('SQLite', driver);

storeContract('SQLite (days closed beside)', {
  open() {
    const file = temporaryFile();
    const open = () => openStore(file, { rowsInPlace: -1 });
    return { store: open(), second: open };
  },
});

describe('the file of the SQLite store', () => {
  it('has no table with a rowid, which would replay the order of arrival', () => {
    const file = temporaryFile();
    openStore(file);
    const tables = inspect(file)
      .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table'")
      .all() as {
      name: string;
      sql: string;
    }[];
    expect(tables.map(({ name }) => name).sort()).toEqual([
      'absent',
      'action_state',
      'annotation',
      'batch',
      'catalogue',
      'cell',
      'crawled',
      'digest',
      'digest_delivery',
      'fact',
      'intake',
      'lately',
      'nameless',
      'other_before',
      'public_key',
      'revision',
      'saved_view',
      'site',
      'statement',
      'term',
      'told',
      'waiting',
      'wording',
    ]);
    for (const { name, sql } of tables) expect(sql, name).toMatch(/\)\s*STRICT,\s*WITHOUT ROWID\s*$/);
  });

  it('has no column finer than an hour', () => {
    const file = temporaryFile();
    openStore(file);
    const columns = inspect(file)
      .prepare('SELECT DISTINCT p.name FROM sqlite_schema s JOIN pragma_table_info(s.name) p ORDER BY 1')
      .pluck()
      .all();
    expect(columns).toEqual(
      [
        ...['a', 'b', 'c', 'd', 'category', 'day', 'fact', 'hour', 'id', 'k', 'kind', 'label', 'n', 'name'],
        ...['nonce', 'origins', 'people', 'provenance', 'reach', 'routes', 'sealed_through', 'since', 'site'],
        ...['slice', 'slices', 'slug', 'statement', 'text', 'time_zone', 'total'],
        ...['content', 'currency', 'hash', 'jwk', 'kid', 'number', 'policy', 'signature'],
        // `modified` is what a page of the store answers to everybody.
        ...['ceilings', 'etag', 'experiments', 'modified', 'url'],
        // `made` is the day on which somebody of the staff wrote it.
        ...['address', 'author', 'history', 'made'],
        ...[
          'cells',
          'counted',
          'hidden',
          'kept',
          'kept_reach',
          'level',
          'names',
          'other',
          'promised',
          'shown',
        ],
        // Of letters to staff, and of no visitor.
        ...['plan', 'progress', 'receiver', 'week'],
        // How often names were taken away counts months, not visitors.
        ...[
          'is_settled',
          'keep_days',
          'keep_months',
          'kept_from',
          'months_through',
          'names_forgotten',
          'state',
        ],
      ].sort(),
    );
  });

  it('opens again with what was committed', async () => {
    const file = temporaryFile();
    const before = openSqliteStore(file);
    await before.declare(1, [{ kind: 'page', text: '/a' }]);
    await before.close();
    expect(await openStore(file).terms(1)).toEqual([{ site: 1, kind: 'page', id: 1, text: '/a' }]);
  });

  it('that breaks while it is open is told apart from a bug, and is not ready', async () => {
    const file = temporaryFile();
    await openSqliteStore(file).close();
    const store = openStore(file);
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0xa5, 4096));
    await expect(store.terms(1)).rejects.toThrow(
      new StoreUnavailableError('nothing was committed: SQLITE_CORRUPT'),
    );
    const commit = store.commit(['one'], 1, () => ({ terms: [], rows: [] }));
    await expect(commit).rejects.toThrow(StoreUnavailableError);
    expect(await store.ready()).toBe(false);
  });

  it('holds no byte of a string that was deleted, once the log is emptied', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'holloway.sqlite');
    const store = openStore(file);
    const canary = 'canary-7f3a91';
    await store.commit([canary], 100, () => ({ terms: [], rows: [] }));
    await store.truncateLog();
    expect(bytesOf(folder).includes(canary)).toBe(true);
    await store.purgeNonces(101);
    await store.truncateLog();
    expect(bytesOf(folder).includes(canary)).toBe(false);
  });
});
