import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore, temporaryFolder } from '../../test/temporary.ts';
import { BackupError, backUp, restore } from './backup.ts';
import { openSqliteStore } from './sqlite.ts';
import type { Store } from './store.ts';
import { StoreUnusableError } from './unusable.ts';

const nothing = () => ({ terms: [], rows: [] });

/** A data folder that is in use, with accounts and secrets. */
async function lived(): Promise<{ folder: string; store: Store }> {
  const folder = temporaryFolder();
  const store = openStore(join(folder, 'holloway.sqlite'));
  await store.commit(['before the backup'], 1, nothing);
  const accounts = new Database(join(folder, 'access.sqlite'));
  onTestFinished(() => void accounts.close());
  accounts.pragma('journal_mode = WAL');
  accounts.exec("CREATE TABLE user (email TEXT); INSERT INTO user VALUES ('owner@shop.example')");
  writeFileSync(join(folder, 'secret'), 'secret of cookies', { mode: 0o644 });
  writeFileSync(join(folder, 'statement-key.json'), '{"secret":"of statements"}');
  writeFileSync(join(folder, 'serving.lock'), '');
  return { folder, store };
}

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);
const bytesOf = (folder: string): Buffer =>
  Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));

describe('a backup', () => {
  it('holds what a collector needs to go on, readable by its owner alone, and nothing else', async () => {
    const { folder } = await lived();
    const target = join(temporaryFolder(), 'daily', 'monday');
    backUp(folder, target);
    expect(readdirSync(target).sort()).toEqual([
      'access.sqlite',
      'holloway.sqlite',
      'secret',
      'statement-key.json',
    ]);
    expect(modeOf(target)).toBe('700');
    for (const name of readdirSync(target)) expect(modeOf(join(target, name)), name).toBe('600');
    expect(readdirSync(join(target, '..'))).toEqual(['monday']);
    const accounts = new Database(join(target, 'access.sqlite'), { readonly: true });
    expect(accounts.prepare('SELECT email FROM user').pluck().all()).toEqual(['owner@shop.example']);
    accounts.close();
  });

  it('holds what was committed before it, also what stands in the log alone, and nothing after it', async () => {
    const { folder, store } = await lived();
    const target = join(temporaryFolder(), 'backup');
    backUp(folder, target);
    await store.commit(['after the backup'], 1, nothing);
    const copy = openStore(join(target, 'holloway.sqlite'));
    expect(await copy.claimed(['before the backup', 'after the backup'])).toEqual([true, false]);
  });

  it('is one state of the database, while another connection is in the middle of a transaction', async () => {
    const { folder } = await lived();
    const writer = new Database(join(folder, 'holloway.sqlite'));
    onTestFinished(() => void writer.close());
    writer.exec("BEGIN IMMEDIATE; INSERT INTO batch (nonce, hour) VALUES ('under way', 1)");
    const target = join(temporaryFolder(), 'backup');
    backUp(folder, target);
    writer.exec('COMMIT');
    const copy = openStore(join(target, 'holloway.sqlite'));
    expect(await copy.claimed(['before the backup', 'under way'])).toEqual([true, false]);
  });

  it('holds no byte of what was deleted, though the log still does', async () => {
    const { folder, store } = await lived();
    const canary = 'canary-7f3a91';
    await store.commit([canary], 1, nothing);
    await store.purgeNonces(2);
    expect(bytesOf(folder).includes(canary)).toBe(true);
    const target = join(temporaryFolder(), 'backup');
    backUp(folder, target);
    expect(bytesOf(target).includes(canary)).toBe(false);
  });

  it('of data that is damaged is not made, and leaves nothing behind', async () => {
    const { folder, store } = await lived();
    await store.close();
    const db = new Database(join(folder, 'holloway.sqlite'));
    db.exec('INSERT INTO waiting VALUES (1, 1, 0, 19990, 1, 0, 0, 0, -1, 0, 0, 0)');
    db.close();
    const parent = temporaryFolder();
    expect(() => backUp(folder, join(parent, 'backup'))).toThrow(StoreUnusableError);
    expect(() => backUp(folder, join(parent, 'backup'))).toThrow(
      'the copy is not whole: holloway.sqlite: 1 rows of waiting have a negative count.',
    );
    expect(readdirSync(parent)).toEqual([]);
  });

  it('overwrites nothing', async () => {
    const { folder } = await lived();
    const target = temporaryFolder();
    writeFileSync(join(target, 'mine'), 'mine');
    expect(() => backUp(folder, target)).toThrow(BackupError);
    expect(readdirSync(target)).toEqual(['mine']);
  });

  it('of a folder without data is refused', () => {
    const target = join(temporaryFolder(), 'backup');
    expect(() => backUp(temporaryFolder(), target)).toThrow(
      'HOLLOWAY_DATA holds no data that could be saved',
    );
    expect(existsSync(target)).toBe(false);
  });
});

describe('restoring', () => {
  it('puts a backup into a folder that is not there, readable by its owner alone', async () => {
    const { folder } = await lived();
    const target = join(temporaryFolder(), 'backup');
    backUp(folder, target);
    const restored = join(temporaryFolder(), 'var');
    restore(target, restored);
    expect(readdirSync(restored).sort()).toEqual(readdirSync(target).sort());
    for (const name of readdirSync(restored)) expect(modeOf(join(restored, name)), name).toBe('600');
    expect(readFileSync(join(restored, 'secret'), 'utf8')).toBe('secret of cookies');
    const store = openSqliteStore(join(restored, 'holloway.sqlite'));
    expect(await store.claimed(['before the backup'])).toEqual([true]);
    await store.close();
  });

  it('into a folder that holds something is refused, and changes nothing', async () => {
    const { folder } = await lived();
    const target = join(temporaryFolder(), 'backup');
    backUp(folder, target);
    const before = bytesOf(folder);
    expect(() => restore(target, folder)).toThrow(BackupError);
    expect(bytesOf(folder)).toEqual(before);
  });

  it('of a backup that is damaged is refused, and restores nothing', async () => {
    const { folder } = await lived();
    const target = join(temporaryFolder(), 'backup');
    backUp(folder, target);
    const file = join(target, 'holloway.sqlite');
    const bytes = readFileSync(file);
    bytes.fill(0xa5, 4096, 8192);
    writeFileSync(file, bytes);
    const restored = join(temporaryFolder(), 'var');
    expect(() => restore(target, restored)).toThrow(/^the backup is not whole: holloway\.sqlite: /);
    expect(existsSync(restored)).toBe(false);
  });

  it('of what is no backup is refused', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'empty'));
    expect(() => restore(join(folder, 'empty'), join(folder, 'var'))).toThrow(
      'the backup must be a folder with holloway.sqlite',
    );
  });
});
