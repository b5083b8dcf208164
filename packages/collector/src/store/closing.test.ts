import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SHOP } from '../../test/core.ts';
import { openStore, temporaryFolder } from '../../test/temporary.ts';
import { freeze } from './connection.ts';
import type { SealPlan } from './seal-plan.ts';
import { type IntakeRow, StoppingError, type Store, StoreUnavailableError } from './store.ts';

/** Threads and processes are started, which takes as long as it takes where others work too. */
const A_MINUTE = 60_000;
const VIEW = 1;
const DAY = 20_000;
const K = 10;
const PLAN: SealPlan = {
  facts: [VIEW],
  histograms: [],
  families: [],
  twins: [],
  sliceTwins: [],
  toldWith: [],
  slices: true,
};
const QUERY = { site: 1, fact: VIEW, slice: 0 };
const ALWAYS = { from: 0, to: 100_000 };

/** A cell a number: of even numbers ten browsers were counted, of odd ones one. */
const rowOf = (i: number, day = DAY): IntakeRow => {
  const count = i % 2 === 0 ? K : 1;
  return {
    ...{ site: 1, fact: VIEW, slices: [0, 1, 2, 3], day, a: i + 1, b: 0, c: 0, d: 0 },
    ...{ n: count, people: count, reach: count, total: 0 },
  };
};

interface Full {
  readonly file: string;
  readonly store: Store;
}

/** A store whose site has a day of so many cells; days of more than `rowsInPlace` are closed beside. */
async function openFull(cells: number, rowsInPlace = 0): Promise<Full> {
  const file = join(temporaryFolder(), 'holloway.sqlite');
  const store = openStore(file, { rowsInPlace });
  await store.saveSite({ ...SHOP, k: K });
  const rows = Array.from({ length: cells }, (_, i) => rowOf(i));
  await store.commit(['a batch'], 1, () => ({ terms: [], rows }));
  return { file, store };
}

const seal = (store: Store, signal?: AbortSignal): Promise<void> => store.seal(1, DAY, K, PLAN, signal);

const sum = (rows: readonly { readonly n: number }[]): number => rows.reduce((all, { n }) => all + n, 0);

/** What is counted in the whole, by where it stands. */
const counted = async (store: Store) => ({
  open: sum(await store.intake(QUERY, ALWAYS)),
  sealed: sum(await store.sumCells(QUERY, ALWAYS)),
  waiting: sum(await store.waiting(QUERY)),
  sealedThrough: (await store.sites())[0]?.sealedThrough,
});

/** Of two thousand cells. */
const OPEN = { open: 11_000, sealed: 0, waiting: 0, sealedThrough: null };
const SEALED = { open: 0, sealed: 10_000, waiting: 1_000, sealedThrough: DAY };

function another(file: string): Database.Database {
  const db = new Database(file, { timeout: 0 });
  onTestFinished(() => void db.close());
  return db;
}

/** Resolves when somebody else writes. */
async function untilWriting(db: Database.Database): Promise<void> {
  for (;;) {
    try {
      db.exec('BEGIN IMMEDIATE; ROLLBACK');
    } catch {
      return; // busy
    }
    await setImmediate();
  }
}

/** In the midst of closing the day, counts so many pairs or triples of its rows: a moment, or for ever. */
const delay = (db: Database.Database, rows: 'intake x, intake y' | 'intake x, intake y, intake z'): void =>
  void db.exec(`CREATE TRIGGER delay BEFORE DELETE ON intake WHEN OLD.a = 1000
    BEGIN SELECT count(*) FROM ${rows} WHERE x.d < y.a; END`);

describe('a day', { timeout: A_MINUTE }, () => {
  it.each([
    { rowsInPlace: 2_000, where: 'in place, at once' },
    { rowsInPlace: 1_999, where: 'beside, later' },
  ])('of 2,000 rows, where $rowsInPlace are closed in place, is closed $where', async ({ rowsInPlace }) => {
    const { file, store } = await openFull(2_000, rowsInPlace);
    const sealing = seal(store);
    const isAtOnce = another(file).prepare('SELECT sealed_through FROM site').pluck().get() === DAY;
    expect(isAtOnce).toBe(rowsInPlace === 2_000);
    await sealing;
    expect(await counted(store)).toEqual(SEALED);
  });

  it('with little of its own is closed beside where much waits: sixteen rows that wait are as one', async () => {
    const { file, store } = await openFull(64, 64);
    await seal(store);
    const sealing = store.seal(1, DAY + 1, K, PLAN);
    const other = another(file);
    const through = () => other.prepare('SELECT sealed_through FROM site').pluck().get();
    expect(through()).toBe(DAY + 1);
    await sealing;
    // 4 slices of 32 cells wait.
    const strict = openStore(file, { rowsInPlace: 7 });
    const strictly = strict.seal(1, DAY + 2, K, PLAN);
    expect(through()).toBe(DAY + 1);
    await strictly;
    expect(through()).toBe(DAY + 2);
  });
});

describe('while a day is closed beside', { timeout: A_MINUTE }, () => {
  it('reads are answered, with what was before, and at every moment with all that was counted', async () => {
    const { store } = await openFull(2_000);
    let over = false;
    const sealing = seal(store).finally(() => {
      over = true;
    });
    const seen = [];
    while (!over) {
      seen.push(await counted(store));
      await setImmediate();
    }
    await sealing;
    expect(seen.length).toBeGreaterThan(10);
    const isSealed = seen.map(({ sealedThrough }) => sealedThrough === DAY);
    expect(isSealed[0]).toBe(false);
    expect(isSealed).toEqual(isSealed.toSorted());
    for (const each of seen) expect(each).toEqual(each.sealedThrough === null ? OPEN : SEALED);
    expect(await counted(store)).toEqual(SEALED);
  });

  it('nobody sees it closed before the process hears of it, and then everybody does', async () => {
    const { file, store } = await openFull(2_000);
    const other = another(file);
    delay(other, 'intake x, intake y');
    const through = other.prepare('SELECT sealed_through FROM site').pluck();
    const sealing = seal(store);
    await untilWriting(other);
    // In one go, so that the process hears of nothing.
    while (through.get() !== DAY);
    expect(await counted(store)).toEqual(OPEN);
    await sealing;
    expect(await counted(store)).toEqual(SEALED);
  });

  it('it is ready at once, and what is to be written waits and is written', async () => {
    const { store } = await openFull(2_000);
    const order: string[] = [];
    const note = (what: string) => () => void order.push(what);
    const nextDay = () => ({ terms: [], rows: [rowOf(0, DAY + 1)] });
    await Promise.all([
      seal(store).then(note('sealed')),
      store.commit(['another'], 1, nextDay).then(note('committed')),
      store.ready().then((isReady) => note(isReady ? 'ready' : 'not ready')()),
    ]);
    expect(order[0]).toBe('ready');
    expect(order.toSorted()).toEqual(['committed', 'ready', 'sealed']);
    expect(await counted(store)).toEqual({ ...SEALED, open: K });
    expect(await store.claimed(['a batch', 'another'])).toEqual([true, true]);
  });

  it('the log is emptied and the file is scrubbed when it is over, not in its midst', async () => {
    const { store } = await openFull(2_000);
    const sealing = seal(store);
    const others = [
      store.truncateLog(),
      store.scrub(1, 10),
      store.settle(1, null, 100),
      store.eraseRows(2, 10),
    ];
    await Promise.all([sealing, ...others]);
    expect(await counted(store)).toEqual(SEALED);
  });

  it('another day waits for it, and the same day is closed once', async () => {
    const { store } = await openFull(2_000);
    await Promise.all([seal(store), seal(store), store.seal(1, DAY + 1, K, PLAN)]);
    expect(await counted(store)).toEqual({ ...SEALED, sealedThrough: DAY + 1 });
  });
});

describe('a connection that is frozen', () => {
  it('sees nothing of what others commit until it is let go', async () => {
    const { file, store } = await openFull(2);
    const db = another(file);
    const rows = () => db.prepare('SELECT count(*) FROM intake').pluck().get();
    const letGo = freeze(db);
    await store.commit(['another'], 1, () => ({ terms: [], rows: [rowOf(2)] }));
    expect(rows()).toBe(2);
    letGo();
    expect(rows()).toBe(3);
    letGo();
    expect(rows()).toBe(3);
  });
});

describe('closing that is broken off', { timeout: A_MINUTE }, () => {
  it('by a signal leaves the day open, the store writable, and is done the next time', async () => {
    const { file, store } = await openFull(2_000);
    const stopping = new AbortController();
    const other = another(file);
    delay(other, 'intake x, intake y');
    const sealing = expect(seal(store, stopping.signal)).rejects.toThrow(StoppingError);
    await untilWriting(other);
    stopping.abort();
    await sealing;
    expect(await counted(store)).toEqual(OPEN);
    expect(await store.ready()).toBe(true);
    await store.commit(['another'], 1, () => ({ terms: [], rows: [rowOf(0)] }));
    expect(await counted(store)).toEqual({ ...OPEN, open: OPEN.open + K });
    other.exec('DROP TRIGGER delay');
    await seal(store);
    expect(await counted(store)).toEqual({ ...SEALED, sealed: SEALED.sealed + K });
  });

  it('by a signal that came before does not begin', async () => {
    const { store } = await openFull(2_000);
    await expect(seal(store, AbortSignal.abort())).rejects.toThrow(StoppingError);
    expect(await counted(store)).toEqual(OPEN);
  });

  it('by the engine leaves the day open, and says with what', async () => {
    const { file, store } = await openFull(2_000);
    const other = another(file);
    other.exec(`CREATE TRIGGER never BEFORE DELETE ON intake BEGIN SELECT RAISE(ABORT, 'no'); END`);
    await expect(seal(store)).rejects.toThrow(
      new StoreUnavailableError('nothing was committed: SQLITE_CONSTRAINT_TRIGGER'),
    );
    expect(await counted(store)).toEqual(OPEN);
    other.exec('DROP TRIGGER never');
    expect(await store.ready()).toBe(true);
    await seal(store);
    expect(await counted(store)).toEqual(SEALED);
  });

  it('by a bug is told as one', async () => {
    const { store } = await openFull(2_000);
    const broken = { ...PLAN, families: null } as unknown as SealPlan;
    const failure = await store.seal(1, DAY, K, broken).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TypeError);
    expect(await counted(store)).toEqual(OPEN);
  });

  it('by the end of the process leaves the day as it was, to be closed at the next start', async () => {
    const { file, store } = await openFull(2_000);
    await store.close();
    const other = another(file);
    delay(other, 'intake x, intake y, intake z');
    const program = `
      import { openSqliteStore } from ${JSON.stringify(join(import.meta.dirname, 'sqlite.ts'))};
      const store = openSqliteStore(process.argv[2], { rowsInPlace: 0 });
      console.log('open');
      await store.seal(1, ${DAY}, ${K}, ${JSON.stringify(PLAN)});
    `;
    const main = join(temporaryFolder(), 'main.mjs');
    writeFileSync(main, program);
    const child = spawn(process.execPath, [main, file]);
    await once(child.stdout, 'data');
    await untilWriting(other);
    child.kill('SIGKILL');
    const [, signal] = await once(child, 'exit');
    expect(signal).toBe('SIGKILL');
    const next = openStore(file, { rowsInPlace: 0 });
    expect(await counted(next)).toEqual(OPEN);
    // The process beside it, which would count for ever, ends with the one that started it.
    other.pragma('busy_timeout = 30000');
    other.exec('DROP TRIGGER delay');
    await seal(next);
    expect(await counted(next)).toEqual(SEALED);
  });
});
