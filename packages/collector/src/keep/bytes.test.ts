/** Attack 13: after folding and deleting, old values are in no file; not even where SQLite left copies of them. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, type Day, dayNumber } from '@holloway/protocol';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { bytesOf, CANARY, found } from '../../test/canary.ts';
import { assemble, type TestCore } from '../../test/core.ts';
import { openStore, temporaryFolder } from '../../test/temporary.ts';
import { backUp } from '../store/backup.ts';
import type { SiteRecord, Term } from '../store/store.ts';

const NAME = '/the-canary-of-a-page-name';
const NOON_OF_NOVEMBER_FIRST = Date.parse('2026-11-01T12:00:00Z');

/** The same every time: in which order rows arrive decides where SQLite leaves copies. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

interface Filling {
  readonly file: string;
  readonly site: number;
  readonly fact: number;
  /** On which rows have the canary as their count, but for the last. */
  readonly days: readonly Day[];
  /** How many of them have it; default: all. */
  readonly share?: number;
}

/**
 * Rows of those days and of some that stay, in no order and in many transactions. Each cell is also there on the last of
 * the days, so that what it is added up to is another number.
 */
function fill({ file, site, fact, days, share = 1 }: Filling): void {
  const next = random(7);
  const all = [...days, ...RECENT];
  const db = new Database(file);
  db.pragma('secure_delete = ON');
  const insert = db.prepare(
    `INSERT INTO cell (site, fact, slice, day, a, b, c, d, n, people, reach, total)
     VALUES (?, ?, ?, ?, ?, 0, 0, 0, ?, 9, 9, 0) ON CONFLICT DO NOTHING`,
  );
  for (let turn = 0; turn < 150; turn += 1) {
    db.transaction(() => {
      for (let i = 0; i < 60; i += 1) {
        const day = all[Math.floor(next() * all.length)] ?? '';
        const [slice, a] = [Math.floor(next() * 12), 1 + Math.floor(next() * 9_000)];
        const n = days.includes(day) && day !== days.at(-1) && next() < share ? CANARY : 12;
        insert.run(site, fact, slice, dayNumber(day), a, n);
        insert.run(site, fact, slice, dayNumber(days.at(-1) ?? ''), a, 13);
      }
    })();
  }
  db.close();
}

const data = () => {
  const folder = join(temporaryFolder(), 'data');
  mkdirSync(folder);
  return { folder, file: join(folder, 'holloway.sqlite') };
};

async function openShop(file: string, sealedThrough: Day) {
  const core = await assemble(openStore(file));
  const site = await core.addSite({ k: 3 });
  await core.sealer.sealThrough(site.slug, dayNumber(sealedThrough));
  return { core, site, fact: core.codes.id('page.view') };
}

async function name(core: TestCore, site: SiteRecord, ...texts: readonly string[]): Promise<void> {
  const terms = texts.map((text, i): Term => ({ site: site.id, kind: 'page', id: 20_000 + i, text }));
  await core.store.commit(['names'], 0, () => ({ terms, rows: [] }));
  core.registry.forget();
}

const RECENT = Array.from({ length: 25 }, (_, i) => addDays('2026-10-01', i));
const DUE = Array.from({ length: 25 }, (_, i) => addDays('2024-09-01', i));
const OLD = Array.from({ length: 25 }, (_, i) => addDays('2026-05-02', i));

describe('after months are added up, and old ones deleted', { timeout: 30_000 }, () => {
  it.each([
    ['a month that is deleted', DUE],
    ['days that are added up', OLD],
  ])('no number of %s is in database, log, shared memory or backup', async (_, days) => {
    const { folder, file } = data();
    const { core, site, fact } = await openShop(file, '2026-10-31');
    fill({ file, site: site.id, fact, days });
    await core.store.truncateLog();
    expect(found(folder, CANARY)).not.toEqual({});
    await core.retainer.retain(NOON_OF_NOVEMBER_FIRST);
    await core.retainer.scrub();
    const target = join(folder, '..', 'backup');
    backUp(folder, target);
    expect([found(folder, CANARY), found(target, CANARY)]).toEqual([{}, {}]);
  });

  it('nor is a name that only those referred to', async () => {
    const { folder, file } = data();
    const { core, site, fact } = await openShop(file, '2026-10-31');
    await name(core, site, NAME, ...Array.from({ length: 500 }, (_, i) => `/another-${(i * 7919) % 500}`));
    const db = new Database(file);
    db.prepare('INSERT INTO cell VALUES (?, ?, 0, ?, 20000, 0, 0, 0, 9, 9, 9, 0)').run(
      site.id,
      fact,
      dayNumber('2024-09-10'),
    );
    db.close();
    expect(found(folder, NAME)).not.toEqual({});
    await core.retainer.retain(NOON_OF_NOVEMBER_FIRST);
    await core.retainer.scrub();
    expect(found(folder, NAME)).toEqual({});
  });
});

describe('overwriting what SQLite leaves behind', { timeout: 30_000 }, () => {
  it('is needed: secure_delete alone leaves copies of deleted rows in the gaps of pages', async () => {
    const { folder, file } = data();
    const { core, site, fact } = await openShop(file, '2026-10-31');
    fill({ file, site: site.id, fact, days: DUE, share: 0.3 });
    const db = new Database(file);
    db.pragma('secure_delete = ON');
    db.prepare('DELETE FROM cell WHERE n = ?').run(CANARY);
    db.close();
    await core.store.truncateLog();
    expect(found(folder, CANARY)).not.toEqual({});
    await core.retainer.scrub();
    expect(found(folder, CANARY)).toEqual({});
  });

  it('leaves every row as it was, while others write', async () => {
    const { folder, file } = data();
    const { core, site, fact } = await openShop(file, '2026-10-31');
    fill({ file, site: site.id, fact, days: OLD });
    const writer = new Database(file);
    const rows = () => writer.prepare('SELECT * FROM cell ORDER BY fact, slice, day, a').all();
    const before = rows();
    for (let page: number | null = 1, i = 0; page !== null; i += 1) {
      page = await core.store.scrub(page, 7);
      writer.prepare('INSERT INTO batch (nonce, hour) VALUES (?, 1)').run(`nonce ${i}`);
    }
    expect(rows()).toEqual(before);
    expect(writer.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(writer.prepare('SELECT count(*) FROM batch').pluck().get()).toBeGreaterThan(10);
    writer.close();
    expect(found(folder, 'nonce 3')).not.toEqual({});
  });

  it('does not let a connection write back the pages that it has in memory', async () => {
    const { folder, file } = data();
    const { core, site, fact } = await openShop(file, '2026-10-31');
    fill({ file, site: site.id, fact, days: DUE });
    const other = new Database(file);
    other.pragma('secure_delete = ON');
    other.prepare('DELETE FROM cell WHERE n = ?').run(CANARY);
    other.prepare('SELECT sum(n) FROM cell').get();
    await core.retainer.scrub();
    expect(found(folder, CANARY)).toEqual({});
    // Changes a row on every page.
    other.prepare('UPDATE cell SET people = people + 1').run();
    other.close();
    await core.store.truncateLog();
    expect(found(folder, CANARY)).toEqual({});
  });

  it('would be seen to fail: what is still there is found', () => {
    expect(bytesOf(CANARY)).toHaveLength(6);
    const { folder, file } = data();
    const db = new Database(file);
    db.exec('CREATE TABLE kept (n INTEGER)');
    db.prepare('INSERT INTO kept VALUES (?)').run(CANARY);
    db.close();
    expect(found(folder, CANARY)).toEqual({ 'holloway.sqlite': 1 });
  });
});
