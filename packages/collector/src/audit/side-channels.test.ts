/**
 * What files tell beside what stands in them: how often somebody wrote, when, and in which order. What is told by rows that
 * were deleted, by logs and by answers has tests where it belongs: docs/privacy-model.md names them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Increment } from '@holloway/protocol';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { assemble, contributionOf, declared, NOON, type TestCore } from '../../test/core.ts';
import { openStore, temporaryFolder } from '../../test/temporary.ts';
import type { IntakeRow } from '../store/store.ts';

const REQUESTS = 50;
const VIEW: Increment = ['page.view', ['/a'], 1, 2];

async function open() {
  const file = join(temporaryFolder(), 'holloway.sqlite');
  const store = openStore(file);
  const core = await assemble(store);
  const site = await core.addSite({}, declared('page', '/a'));
  await store.truncateLog();
  return { file, store, core, site };
}

/** Of the file format: the frames of a log after which a transaction was over. */
function transactionsIn(log: Buffer): number {
  const [head, frameHead] = [32, 24];
  const frame = frameHead + log.readUInt32BE(8);
  let count = 0;
  for (let at = head; at + frame <= log.length; at += frame) if (log.readUInt32BE(at + 4) !== 0) count += 1;
  return count;
}
const changeCounter = (file: string): number => readFileSync(file).readUInt32BE(24);

describe('how often the files were written', () => {
  const written = async (
    commit: (core: TestCore, each: () => ReturnType<typeof contributionOf>) => Promise<unknown>,
  ) => {
    const { file, store, core, site } = await open();
    const before = changeCounter(file);
    await commit(core, () => contributionOf(site, [VIEW]));
    const transactions = transactionsIn(readFileSync(`${file}-wal`));
    await store.truncateLog();
    return { transactions, counted: changeCounter(file) - before };
  };

  it('tells that something came, and not how much: what arrives together is one transaction', async () => {
    expect(await written((core, each) => core.commit(each()))).toEqual({ transactions: 1, counted: 0 });
    expect(await written((core, each) => core.commit(...Array.from({ length: REQUESTS }, each)))).toEqual({
      transactions: 1,
      counted: 0,
    });
  });

  it('would tell each request where each were written by itself', async () => {
    const oneByOne = await written(async (core, each) => {
      for (let i = 0; i < REQUESTS; i += 1) await core.commit(each());
    });
    expect(oneByOne.transactions).toBe(REQUESTS);
  });
});

describe('what is kept of a batch', () => {
  it('is the hour in which it came, whatever the minute', async () => {
    const { file, core, site } = await open();
    core.clock.ms = NOON + 34 * 60_000 + 56_789;
    await core.commit(contributionOf(site, [VIEW]));
    const db = new Database(file, { readonly: true });
    const rows = db.prepare('SELECT * FROM batch').all();
    db.close();
    expect(rows).toEqual([
      { nonce: expect.stringMatching(/^1:\d{11}$/), hour: NOON / 3_600_000, site: null, day: null },
    ]);
  });

  it('lies in the order of its nonce, which is drawn', async () => {
    const { file, core, site } = await open();
    const nonces = ['zzzzzzzzzzz', 'mmmmmmmmmmm', 'aaaaaaaaaaa'];
    for (const batch of nonces) await core.commit(contributionOf(site, [VIEW], { batch }));
    const db = new Database(file, { readonly: true });
    const kept = db.prepare('SELECT nonce FROM batch').pluck().all();
    db.close();
    expect(kept).toEqual(nonces.toReversed().map((nonce) => `1:${nonce}`));
  });
});

describe('keys of several numbers', () => {
  it('are no text in which 1 and 23 are the same as 12 and 3', async () => {
    const { store, core, site } = await open();
    const fact = core.codes.id('flow.page');
    const row = (a: number, b: number): IntakeRow => ({
      ...{ site: site.id, fact, day: 20_780, slices: [0], a, b, c: 0, d: 0 },
      ...{ n: 1, people: 1, reach: 1, total: 0 },
    });
    await store.commit(['1:AAAAAAAAAAA'], 0, () => ({ terms: [], rows: [row(1, 23), row(12, 3)] }));
    const query = { site: site.id, fact, slice: 0 };
    const kept = await store.intake(query, { from: 0, to: 30_000 });
    expect(kept.map(({ a, b, n }) => [a, b, n])).toEqual([
      [1, 23, 1],
      [12, 3, 1],
    ]);
  });
});
