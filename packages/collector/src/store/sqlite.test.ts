import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore, temporaryFolder } from '../../test/temporary.ts';
import { openSqliteStore } from './sqlite.ts';
import { storeContract } from './store.contract.ts';

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

/** A database as version 1 of the schema wrote it. */
const VERSION_1 = `
  CREATE TABLE intake (site INTEGER NOT NULL, fact INTEGER NOT NULL, day INTEGER NOT NULL, a INTEGER NOT NULL,
    b INTEGER NOT NULL, c INTEGER NOT NULL, d INTEGER NOT NULL, slices TEXT NOT NULL,
    PRIMARY KEY (site, fact, day, a, b, c, d)) STRICT, WITHOUT ROWID;
  CREATE TABLE cell (site INTEGER NOT NULL, fact INTEGER NOT NULL, slice INTEGER NOT NULL, day INTEGER NOT NULL,
    a INTEGER NOT NULL, b INTEGER NOT NULL, c INTEGER NOT NULL, d INTEGER NOT NULL, n INTEGER NOT NULL,
    people INTEGER NOT NULL, reach INTEGER NOT NULL, total INTEGER NOT NULL,
    PRIMARY KEY (site, fact, slice, day, a, b, c, d)) STRICT, WITHOUT ROWID;
  CREATE TABLE waiting (site INTEGER NOT NULL, fact INTEGER NOT NULL, slice INTEGER NOT NULL, since INTEGER NOT NULL,
    a INTEGER NOT NULL, b INTEGER NOT NULL, c INTEGER NOT NULL, d INTEGER NOT NULL, n INTEGER NOT NULL,
    people INTEGER NOT NULL, reach INTEGER NOT NULL, total INTEGER NOT NULL,
    PRIMARY KEY (site, fact, slice, a, b, c, d)) STRICT, WITHOUT ROWID;
  CREATE TABLE batch (nonce TEXT PRIMARY KEY, hour INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE fact (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT, WITHOUT ROWID;
  CREATE TABLE term (site INTEGER NOT NULL, kind TEXT NOT NULL, id INTEGER NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (site, kind, id), UNIQUE (site, kind, text)) STRICT, WITHOUT ROWID;
  CREATE TABLE catalogue (site INTEGER NOT NULL, kind TEXT NOT NULL, id INTEGER NOT NULL, label TEXT, category TEXT,
    PRIMARY KEY (site, kind, id)) STRICT, WITHOUT ROWID;
  CREATE TABLE site (id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT NOT NULL,
    k INTEGER NOT NULL, time_zone TEXT NOT NULL, origins TEXT NOT NULL, statement TEXT NOT NULL,
    routes TEXT NOT NULL, provenance TEXT, sealed_through INTEGER) STRICT, WITHOUT ROWID;
  INSERT INTO site VALUES (1, 'shop', 'Shop', 'live', 10, 'Europe/Berlin', '["https://shop.example"]', '00000000',
    '[{"pattern":"/c/*"}]', NULL, 20000);
  INSERT INTO fact VALUES (1, 'page.view');
  INSERT INTO term VALUES (1, 'page', 1, '/a');
  INSERT INTO catalogue VALUES (1, 'page', 1, 'A', NULL);
  INSERT INTO cell VALUES (1, 1, 0, 20000, 1, 0, 0, 0, 30, 12, 10, 4);
  INSERT INTO waiting VALUES (1, 1, 0, 19990, 2, 0, 0, 0, 3, 3, 3, 0);
  INSERT INTO intake VALUES (1, 1, 20001, 1, 0, 0, 0, '[0,2,1,1,0]');
  INSERT INTO batch VALUES ('claimed', 400000);
  PRAGMA user_version = 1;
`;

/** The same after version 2, with a find of three dimensions in each table, and a name that browsers brought along. */
const VERSION_2 = `${VERSION_1}
  CREATE TABLE statement (site INTEGER NOT NULL, number INTEGER NOT NULL, id TEXT NOT NULL, hash TEXT NOT NULL,
    content TEXT NOT NULL, signature TEXT NOT NULL,
    PRIMARY KEY (site, number), UNIQUE (site, id)) STRICT, WITHOUT ROWID;
  CREATE TABLE wording (hash TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE public_key (kid TEXT PRIMARY KEY, jwk TEXT NOT NULL) STRICT, WITHOUT ROWID;
  ALTER TABLE site ADD COLUMN policy TEXT;
  INSERT INTO site VALUES (2, 'other', 'Other', 'live', 10, 'UTC', '[]', '00000000', '[]', NULL, NULL, NULL);
  INSERT INTO term VALUES (1, 'page', 7, '/b');
  INSERT INTO term VALUES (2, 'category', 5, '(any)');
  INSERT INTO fact VALUES (2, 'find');
  INSERT INTO cell VALUES (1, 2, 0, 20000, 4, 3, 2, 0, 30, 12, 10, 0);
  INSERT INTO cell VALUES (1, 2, 0, 20000, 4, 3, 1, 0, 20, 11, 11, 0);
  INSERT INTO waiting VALUES (1, 2, 0, 19990, 4, 2, 1, 0, 3, 3, 3, 0);
  INSERT INTO intake VALUES (1, 2, 20001, 4, 3, 2, 0, '[0,2,1,1,0]');
  PRAGMA user_version = 2;
`;

storeContract('SQLite', {
  open() {
    const file = temporaryFile();
    return { store: openStore(file), second: () => openStore(file) };
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
      'batch',
      'catalogue',
      'cell',
      'fact',
      'intake',
      'public_key',
      'site',
      'statement',
      'term',
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

  it('of schema version 1 opens with all that it held, and a place for statements', async () => {
    const file = temporaryFile();
    const old = inspect(file);
    old.exec(VERSION_1);
    const store = openStore(file);
    expect(inspect(file).pragma('user_version', { simple: true })).toBe(3);
    expect(await store.sites()).toEqual([
      {
        id: 1,
        slug: 'shop',
        name: 'Shop',
        kind: 'live',
        k: 10,
        timeZone: 'Europe/Berlin',
        currency: 'EUR',
        origins: ['https://shop.example'],
        statement: '00000000',
        policy: null,
        routes: [{ pattern: '/c/*' }],
        provenance: null,
        sealedThrough: 20_000,
      },
    ]);
    expect(await store.terms(1)).toContainEqual({ site: 1, kind: 'page', id: 1, text: '/a' });
    expect(await store.catalogue(1)).toContainEqual({ kind: 'page', text: '/a', label: 'A' });
    const of = { site: 1, fact: 1, slice: 0 };
    const always = { from: 0, to: 100_000 };
    const dimensions = { a: 1, b: 0, c: 0, d: 0 };
    expect(await store.sumCells(of, always)).toEqual([
      { ...dimensions, n: 30, people: 12, reach: 10, total: 4 },
    ]);
    expect(await store.intake(of, always)).toEqual([{ ...dimensions, n: 2, people: 1, reach: 1, total: 0 }]);
    expect(await store.waiting(of)).toEqual([
      { ...dimensions, a: 2, since: 19_990, n: 3, people: 3, reach: 3, total: 0 },
    ]);
    expect(await store.claimed(['claimed', 'fresh'])).toEqual([true, false]);
    expect((await store.facts(['page.view'])).get('page.view')).toBe(1);
    expect(await store.statements(1)).toEqual([]);
  });

  it('of schema version 2 opens with a currency, and with the names that every site has', async () => {
    const file = temporaryFile();
    inspect(file).exec(VERSION_2);
    const store = openStore(file);
    expect(inspect(file).pragma('user_version', { simple: true })).toBe(3);
    expect((await store.sites()).map(({ slug, currency }) => [slug, currency])).toEqual([
      ['shop', 'EUR'],
      ['other', 'EUR'],
    ]);
    const terms = async (site: number) =>
      (await store.terms(site)).map(({ kind, id, text }) => `${kind} ${id} ${text}`).sort();
    expect(await terms(1)).toEqual([
      'category 1 (any)',
      'currency 1 EUR',
      'page 1 /a',
      'page 7 /b',
      'page 8 (any)',
    ]);
    expect(await terms(2)).toEqual(['category 5 (any)', 'currency 1 EUR', 'page 1 (any)']);
    expect(await store.catalogue(2)).toEqual(
      expect.arrayContaining([
        { kind: 'category', text: '(any)' },
        { kind: 'currency', text: 'EUR' },
        { kind: 'page', text: '(any)' },
      ]),
    );
  });

  it('of schema version 2 opens with finds whose place is not known, and with how they were found', async () => {
    const file = temporaryFile();
    inspect(file).exec(VERSION_2);
    const store = openStore(file);
    const find = { site: 1, fact: 2, slice: 0 };
    const always = { from: 0, to: 100_000 };
    expect(await store.sumCells(find, always)).toEqual([
      { a: 4, b: 3, c: 0, d: 1, n: 20, people: 11, reach: 11, total: 0 },
      { a: 4, b: 3, c: 0, d: 2, n: 30, people: 12, reach: 10, total: 0 },
    ]);
    expect(await store.waiting(find)).toMatchObject([{ a: 4, b: 2, c: 0, d: 1, n: 3, since: 19_990 }]);
    expect(await store.intake(find, always)).toMatchObject([{ a: 4, b: 3, c: 0, d: 2, n: 2 }]);
    // Facts that were there and did not change are left alone.
    expect(await store.sumCells({ ...find, fact: 1 }, always)).toMatchObject([{ a: 1, c: 0, d: 0, n: 30 }]);
  });

  it('is left as it was where it cannot be brought to the current schema', () => {
    const file = temporaryFile();
    const old = inspect(file);
    old.exec(VERSION_2);
    old.exec('DROP TABLE waiting');
    expect(() => openSqliteStore(file)).toThrow('no such table: waiting');
    expect(old.pragma('user_version', { simple: true })).toBe(2);
    expect(
      old.prepare("SELECT count(*) FROM pragma_table_info('site') WHERE name = 'currency'").pluck().get(),
    ).toBe(0);
    expect(old.prepare('SELECT count(*) FROM term').pluck().get()).toBe(3);
  });

  it('of a newer schema than this program knows is refused, and left as it is', () => {
    const file = temporaryFile();
    openSqliteStore(file).close();
    inspect(file).pragma('user_version = 99');
    expect(() => openSqliteStore(file)).toThrow('newer than 3, the newest that this program knows');
    expect(inspect(file).pragma('user_version', { simple: true })).toBe(99);
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
