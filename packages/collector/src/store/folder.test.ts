import { openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../test/temporary.ts';
import { acceptLoss, assertWhole, examine } from './folder.ts';
import { openSqliteStore } from './sqlite.ts';
import { StoreUnusableError } from './unusable.ts';

const COMMITS = 6;
const FRAME_BYTES = 24 + 4096;

/** A data folder as a killed collector leaves it: the commits stand in the log alone. */
async function killedFolder(): Promise<string> {
  const lived = join(temporaryFolder(), 'holloway.sqlite');
  const store = openSqliteStore(lived);
  await store.truncateLog();
  for (let i = 0; i < COMMITS; i += 1) await store.commit([`nonce ${i}`], 1, () => ({ terms: [], rows: [] }));
  const folder = temporaryFolder();
  await copyFile(lived, join(folder, 'holloway.sqlite'));
  await copyFile(`${lived}-wal`, join(folder, 'holloway.sqlite-wal'));
  await store.close();
  return folder;
}

/** Overwrites some bytes, as a failing disk does. */
function scratch(file: string, at: number, bytes = 200): void {
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, Buffer.alloc(bytes, 0xa5), 0, bytes, at);
}

async function committed(folder: string): Promise<number> {
  const store = openSqliteStore(join(folder, 'holloway.sqlite'));
  const nonces = Array.from({ length: COMMITS }, (_, i) => `nonce ${i}`);
  const known = (await store.claimed(nonces)).filter((each) => each).length;
  await store.close();
  return known;
}

describe('a data folder', () => {
  it('that a killed collector left is whole, and holds what was committed', async () => {
    const folder = await killedFolder();
    assertWhole(folder);
    expect(await committed(folder)).toBe(COMMITS);
  });

  it('that is empty is whole', () => {
    expect(examine(temporaryFolder(), 'full')).toEqual([]);
  });

  it('with a log that is damaged before its end is refused before anything of it is forgotten', async () => {
    const folder = await killedFolder();
    const log = join(folder, 'holloway.sqlite-wal');
    scratch(log, 32 + 2 * FRAME_BYTES + 500);
    const before = readFileSync(log);
    expect(() => assertWhole(folder)).toThrow(StoreUnusableError);
    expect(() => assertWhole(folder)).toThrow(
      /holloway\.sqlite: its write-ahead log is damaged: 2 transactions stand before the damage, and at least 3/,
    );
    expect(() => assertWhole(folder)).toThrow(/holloway restore <backup>[\s\S]+holloway check --accept-loss/);
    expect(readFileSync(log)).toEqual(before);
  });

  it('goes on with what stands before the damage when somebody says so', async () => {
    const folder = await killedFolder();
    scratch(join(folder, 'holloway.sqlite-wal'), 32 + 2 * FRAME_BYTES + 500);
    expect(acceptLoss(folder)).toEqual(['holloway.sqlite']);
    assertWhole(folder);
    expect(await committed(folder)).toBe(2);
    expect(acceptLoss(folder)).toEqual([]);
  });

  it.each([
    { what: 'a page', at: 4096 * 2 },
    { what: 'the head of the file', at: 0 },
  ])('with $what overwritten is refused, with what to do about it', async ({ at }) => {
    const folder = await killedFolder();
    const file = join(folder, 'holloway.sqlite');
    openSqliteStore(file).close();
    scratch(file, at);
    expect(() => assertWhole(folder)).toThrow(StoreUnusableError);
    expect(() => assertWhole(folder)).toThrow(/move the data folder away, then holloway restore <backup>/);
  });

  it('with accounts that are damaged is refused too', async () => {
    const folder = await killedFolder();
    const file = join(folder, 'access.sqlite');
    const db = new Database(file);
    db.exec('CREATE TABLE user (id TEXT PRIMARY KEY)');
    db.close();
    expect(examine(folder, 'quick')).toEqual([]);
    scratch(file, 4096, statSync(file).size - 4096);
    expect(examine(folder, 'quick').map(({ file: name }) => name)).toContain('access.sqlite');
  });

  it('with something else in place of the database says so', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'holloway.sqlite'), 'x'.repeat(5000));
    expect(() => assertWhole(folder)).toThrow(/holloway\.sqlite: it is damaged \(SQLITE_NOTADB\)/);
    expect(() => openSqliteStore(join(folder, 'holloway.sqlite'))).toThrow(StoreUnusableError);
  });
});
