import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { RELEASED, VERSION_1, VERSION_2 } from '../../test/released-schemas.ts';
import { openStore, temporaryFolder } from '../../test/temporary.ts';
import { complaintsOf } from './integrity.ts';
import { CURRENT_VERSION, migrate } from './migrate.ts';
import { openSqliteStore } from './sqlite.ts';
import { StoreUnusableError } from './unusable.ts';

const temporaryFile = (): string => join(temporaryFolder(), 'holloway.sqlite');

/** A connection of the test's own, beside that of the store. */
function inspect(file: string): Database.Database {
  const db = new Database(file);
  onTestFinished(() => void db.close());
  return db;
}

/** Every row of every table, as text that can be compared. */
const contentOf = (db: Database.Database): string[] =>
  (db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[]).flatMap(
    (name) =>
      db
        .prepare(`SELECT * FROM ${name}`)
        .all()
        .map((row) => `${name} ${JSON.stringify(row)}`),
  );

describe('a database of an older schema', () => {
  it('of schema version 1 opens with all that it held, and a place for statements', async () => {
    const file = temporaryFile();
    const old = inspect(file);
    old.exec(VERSION_1);
    const store = openStore(file);
    expect(inspect(file).pragma('user_version', { simple: true })).toBe(CURRENT_VERSION);
    expect(await store.sites()).toMatchObject([
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
    expect(inspect(file).pragma('user_version', { simple: true })).toBe(CURRENT_VERSION);
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
    expect(() => openSqliteStore(file)).toThrow(StoreUnusableError);
    expect(() => openSqliteStore(file)).toThrow(
      `newer than ${CURRENT_VERSION}, the newest that this program knows`,
    );
    expect(inspect(file).pragma('user_version', { simple: true })).toBe(99);
  });

  it.each(RELEASED)('of version $version is whole once it is brought to the current one', ({ sql }) => {
    const file = temporaryFile();
    inspect(file).exec(sql);
    openStore(file);
    expect(complaintsOf(inspect(file), 'full')).toEqual([]);
  });

  it('of version 3 keeps its rows, and its nonces are those of browsers', async () => {
    const file = temporaryFile();
    inspect(file).exec(RELEASED[2]?.sql ?? '');
    const store = openStore(file);
    expect((await store.sites()).map(({ slug, currency }) => [slug, currency])).toEqual([
      ['shop', 'EUR'],
      ['other', 'CHF'],
    ]);
    await store.purgeNonces(400_001);
    expect(await store.claimed(['claimed'])).toEqual([false]);
  });

  it('of version 4 keeps its rows, and has room for what people keep beside the numbers', async () => {
    const file = temporaryFile();
    inspect(file).exec(RELEASED[3]?.sql ?? '');
    const store = openStore(file);
    expect((await store.sites()).map(({ slug, retention }) => [slug, retention.days])).toEqual([
      ['shop', 60],
      ['other', 92],
    ]);
    expect([...(await store.crawled(1))]).toEqual([
      ['https://shop.example/a', { etag: 'etag', modified: null }],
    ]);
    expect([
      await store.views(1),
      await store.notes(1, { from: 0, to: 100_000 }),
      await store.actions(1),
    ]).toEqual([[], [], []]);
    const view = { id: 'a', name: 'A', address: '#/shop/pages', author: 'mira', made: 20_000 };
    expect(await store.addView(1, view, 1)).toBe(true);
    expect(await store.views(1)).toEqual([view]);
  });

  it.each(RELEASED)('of version $version has the columns that the migrations make', ({ version, sql }) => {
    const old = inspect(temporaryFile());
    old.exec(sql);
    const columns = (db: Database.Database) =>
      db
        .prepare(
          `SELECT s.name || '.' || p.name || ' ' || p.type FROM sqlite_schema s JOIN pragma_table_info(s.name) p
           WHERE s.type = 'table' ORDER BY 1`,
        )
        .pluck()
        .all();
    const made = inspect(temporaryFile());
    migrate(made, version);
    expect(columns(made)).toEqual(columns(old));
  });
});

describe('a migration whose process is killed in the middle', () => {
  /** Does half of what `migrate` is about to do in one go, then dies as by `kill -9`. */
  const DIES = `
    import Database from 'better-sqlite3';
    import { migrate } from ${JSON.stringify(join(import.meta.dirname, 'migrate.ts'))};
    const db = new Database(process.argv[1]);
    db.pragma('journal_mode = WAL');
    const exec = db.exec.bind(db);
    db.exec = (sql) => {
      // Everything but the last statement is done, more than the cache holds is on the disk.
      db.pragma('cache_size = 1');
      exec(sql.slice(0, sql.lastIndexOf(';', sql.lastIndexOf(';') - 1) + 1));
      exec(\`CREATE TABLE half (x); INSERT INTO half
        WITH RECURSIVE i (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < 50) SELECT randomblob(4000) FROM i\`);
      process.kill(process.pid, 'SIGKILL');
    };
    migrate(db);
  `;

  const die = (file: string) =>
    spawnSync(process.execPath, ['--input-type=module', '--eval', DIES, file], { cwd: import.meta.dirname });

  it.each(RELEASED)(
    'leaves version $version as it was, to be done at the next start',
    async ({ version, sql }) => {
      const file = temporaryFile();
      const before = inspect(file);
      before.exec(sql);
      const content = contentOf(before);
      before.close();
      expect(die(file).signal).toBe('SIGKILL');
      expect(existsSync(`${file}-wal`)).toBe(true);
      const after = inspect(file);
      expect(after.pragma('user_version', { simple: true })).toBe(version);
      expect(contentOf(after)).toEqual(content);
      openStore(file);
      expect(after.pragma('user_version', { simple: true })).toBe(CURRENT_VERSION);
      expect(complaintsOf(after, 'full')).toEqual([]);
    },
  );
});
