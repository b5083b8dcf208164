/**
 * What stands on the disk when the power goes, at any boundary between two writes and in the middle of one, against what
 * had been acknowledged by then. The log only ever grows between two checkpoints, so that a state of the disk is the file
 * of the database and a beginning of the log; in a checkpoint it is the whole log and any part of the new pages.
 * Whether a write was flushed before it was acknowledged cannot be seen in a copy: `npm run bench -- trials` cuts a disk off.
 */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openStore, temporaryFolder } from '../../test/temporary.ts';
import { complaintsOf } from './integrity.ts';
import { openSqliteStore } from './sqlite.ts';

const COMMITS = 20;
const PAGE_BYTES = 4096;
const LOG_HEADER_BYTES = 32;
const FRAME_BYTES = 24 + PAGE_BYTES;
const QUERY = { site: 1, fact: 1, slice: 0 };
const ALWAYS = { from: 0, to: 100_000 };

/** Always the same, so that a failure can be looked into. */
function* numbers(): Generator<number, never> {
  for (let state = 1; ; ) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

interface Written {
  /** The database before the commits, and the log with all of them. */
  readonly database: Buffer;
  readonly log: Buffer;
  /** The database once all pages of the log were copied into it. */
  readonly checkpointed: Buffer;
  /** For each commit, how long the log was when it was acknowledged; and, as a mutant would have it, when it was asked for. */
  readonly acknowledgedAt: readonly number[];
  readonly askedAt: readonly number[];
}

/** Commits of different sizes, each with one count more than the one before in sum: commit i adds i. */
async function write(): Promise<Written> {
  const file = join(temporaryFolder(), 'holloway.sqlite');
  const store = openStore(file);
  await store.truncateLog();
  const database = readFileSync(file);
  const acknowledgedAt: number[] = [];
  const askedAt: number[] = [];
  for (let i = 1; i <= COMMITS; i += 1) {
    askedAt.push(statSync(`${file}-wal`).size);
    await store.commit([`nonce ${i}`], 1, () => ({
      terms: [{ site: 1, kind: 'page', id: i, text: `/${'p'.repeat(i * 100)}` }],
      rows: Array.from({ length: i }, (_, a) => ({
        ...{ site: 1, fact: 1, day: 20_000, slices: [0], a: a + 1, b: i % 3, c: 0, d: 0 },
        ...{ n: 1, people: 1, reach: 1, total: 0 },
      })),
    }));
    acknowledgedAt.push(statSync(`${file}-wal`).size);
  }
  const log = readFileSync(`${file}-wal`);
  const other = new Database(file);
  other.pragma('wal_checkpoint(PASSIVE)');
  other.close();
  return { database, log, checkpointed: readFileSync(file), acknowledgedAt, askedAt };
}

interface Found {
  readonly sum: number;
  readonly nonces: number;
  readonly complaints: readonly string[];
}

/** What a collector finds that starts on these files. */
async function restart(database: Buffer, log: Buffer): Promise<Found> {
  const folder = mkdtempSync(join(tmpdir(), 'holloway-power-'));
  const file = join(folder, 'holloway.sqlite');
  try {
    writeFileSync(file, database);
    writeFileSync(`${file}-wal`, log);
    const store = openSqliteStore(file);
    try {
      const rows = await store.intake(QUERY, ALWAYS);
      const nonces = Array.from({ length: COMMITS }, (_, i) => `nonce ${i + 1}`);
      const known = (await store.claimed(nonces)).filter((each) => each).length;
      const db = new Database(file, { readonly: true });
      const complaints = complaintsOf(db, 'full');
      db.close();
      return { sum: rows.reduce((sum, { n }) => sum + n, 0), nonces: known, complaints };
    } finally {
      await store.close();
    }
  } catch {
    return { sum: Number.NaN, nonces: 0, complaints: ['it cannot be opened'] };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The first `commits` of them: 1 + 2 + ... */
const sumOf = (commits: number): number => (commits * (commits + 1)) / 2;
const whole = (commits: number): Found => ({ sum: sumOf(commits), nonces: commits, complaints: [] });
const countUpTo = (sizes: readonly number[], cut: number): number =>
  sizes.filter((size) => size <= cut).length;

function* boundaries(log: Buffer): Generator<number> {
  yield 0;
  for (let at = LOG_HEADER_BYTES; at <= log.length; at += FRAME_BYTES) yield at;
}

describe('a power cut', { timeout: 60_000 }, () => {
  it('between two writes loses nothing that was acknowledged, and keeps nothing by half', async () => {
    const { database, log, acknowledgedAt } = await write();
    const cuts = [...boundaries(log)];
    expect(cuts.length).toBeGreaterThan(3 * COMMITS);
    for (const cut of cuts) {
      const found = await restart(database, log.subarray(0, cut));
      expect(found, `cut at ${cut} of ${log.length}`).toEqual(whole(countUpTo(acknowledgedAt, cut)));
    }
  });

  it('in the middle of a write does neither, whatever the rest of the sector holds', async () => {
    const { database, log, acknowledgedAt } = await write();
    const random = numbers();
    const next = (): number => random.next().value;
    for (const cut of [...boundaries(log)].slice(1)) {
      const torn = cut + 1 + Math.floor(next() * (FRAME_BYTES - 2));
      if (torn >= log.length) continue;
      const garbage = Buffer.from(Array.from({ length: FRAME_BYTES }, () => Math.floor(next() * 256)));
      const found = await restart(database, Buffer.concat([log.subarray(0, torn), garbage]));
      expect(found, `torn at ${torn}`).toEqual(whole(countUpTo(acknowledgedAt, torn)));
    }
  });

  it('in the middle of a checkpoint loses nothing, whichever pages had been copied, by half or not', async () => {
    const { database, log, checkpointed } = await write();
    const random = numbers();
    const next = (): number => random.next().value;
    for (let trial = 0; trial < 30; trial += 1) {
      const mixed = Buffer.from(checkpointed);
      for (let at = 0; at < database.length; at += PAGE_BYTES) {
        const keeps = next();
        const bytes = keeps < 0.4 ? PAGE_BYTES : keeps < 0.6 ? 512 * Math.floor(next() * 8) : 0;
        database.copy(mixed, at, at, at + bytes);
      }
      expect(await restart(mixed, log)).toEqual(whole(COMMITS));
    }
  });

  it('is told apart from one that loses: a log that was forgotten before its pages were copied', async () => {
    const { database, log, checkpointed } = await write();
    const mixed = Buffer.concat([database.subarray(0, PAGE_BYTES), checkpointed.subarray(PAGE_BYTES)]);
    expect(await restart(database, log.subarray(0, 0))).not.toEqual(whole(COMMITS));
    expect((await restart(mixed, log.subarray(0, 0))).complaints).not.toEqual([]);
  });

  it('is told apart from one that loses: a commit that was acknowledged before it was written', async () => {
    const { database, log, askedAt } = await write();
    const lost: number[] = [];
    for (const cut of boundaries(log)) {
      const { nonces } = await restart(database, log.subarray(0, cut));
      lost.push(Math.max(0, countUpTo(askedAt, cut) - nonces));
    }
    expect(Math.max(...lost)).toBe(1);
  });
});
