/** What is deleted of accounts and of the log is in no file afterwards, nor where SQLite left copies of it. */
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openTestAccess, PASSWORD } from '../../test/access.ts';
import { found } from '../../test/canary.ts';

const DAY = 24 * 60 * 60_000;
const WHO = 'canary@shop.example';
const MIRA = { kind: 'person', id: '1', name: 'mira@shop.example' } as const;

/** Rows in no order, for so SQLite leaves copies. @param isGone Of a row that is deleted later. */
async function withFullLog(isGone: (minute: number) => boolean) {
  const opened = await openTestAccess();
  const { access, clock } = opened;
  const start = clock.ms;
  for (let i = 0; i < 6_000; i += 1) {
    const minute = (i * 7_919) % 6_000;
    clock.ms = start + minute * 60_000;
    const detail = `${isGone(minute) ? 'nightingale' : 'sparrow'} ${'*'.repeat(i % 60)}`;
    access.record({
      actor: { ...MIRA, id: `${i % 10}` },
      what: 'GET /v1/people',
      site: null,
      detail,
      result: 'granted',
    });
  }
  return { ...opened, start };
}

describe('after the accounts are tidied up', { timeout: 30_000 }, () => {
  it('nothing of a person who was removed, their sessions and their keys is in any file', async () => {
    const { access, browser, folder } = await openTestAccess();
    await access.addUser({ email: WHO, password: PASSWORD, role: 'merchandiser', sites: ['shop'] });
    const { id } = await access.userNamed(WHO);
    await browser().signIn(WHO);
    const [session] = await access.sessions(id);
    await access.addKey({ name: 'key-of-a-canary', permissions: ['read'], sites: 'all' });
    const [key] = await access.listKeys();
    const traces = ['canary@', 'key-of-a-canary', session?.id ?? '', key?.id ?? ''];
    await access.removeUser(id);
    await access.revokeKey(key?.id ?? '');
    // The log goes on saying who signed in.
    const database = new Database(`${folder}/access.sqlite`);
    database.pragma('secure_delete = ON');
    database.exec('DELETE FROM access_log');
    database.close();
    for (const trace of traces) expect(found(folder, trace)).not.toEqual({});
    await access.tidy();
    for (const trace of traces) expect(found(folder, trace)).toEqual({});
  });

  it('no row is in any file that the log kept for twelve months, and the others are', async () => {
    const { access, clock, folder, errors, start } = await withFullLog((minute) => minute < 2 * 24 * 60);
    clock.ms = start + (2 + 366) * DAY;
    await access.tidy();
    expect(found(folder, 'nightingale')).toEqual({});
    expect(found(folder, 'sparrow')).not.toEqual({});
    expect(access.readLog({ limit: 10_000, offset: 0 })).toHaveLength(6_000 - 2 * 24 * 60);
    expect(errors).toEqual([]);
  });

  it('which secure_delete and an empty write-ahead log alone do not see to', async () => {
    const { access, folder, file } = await withFullLog((minute) => minute % 3 === 0);
    const database = new Database(file);
    database.pragma('secure_delete = ON');
    database.exec("DELETE FROM access_log WHERE detail LIKE 'nightingale%'");
    database.pragma('wal_checkpoint(TRUNCATE)');
    expect(found(folder, 'nightingale')).toEqual({ 'access.sqlite': expect.any(Number) });
    await access.tidy();
    expect(found(folder, 'nightingale')).toEqual({});
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    database.close();
  });

  it('again only a day later, but for the write-ahead log', async () => {
    const { access, clock, file, folder } = await openTestAccess();
    await access.tidy();
    const database = new Database(file);
    database.exec('CREATE TABLE gone (what TEXT)');
    database.pragma('secure_delete = OFF');
    database.exec("INSERT INTO gone VALUES ('nightingale'); DELETE FROM gone");
    clock.ms += DAY - 1;
    await access.tidy();
    expect(found(folder, 'nightingale')).toEqual({ 'access.sqlite': 1 });
    clock.ms += 1;
    await access.tidy();
    expect(found(folder, 'nightingale')).toEqual({});
    database.close();
  });
});
