/** A collector as a process of its own, in the midst of closing a full day. */
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { dayNumber } from '@holloway/protocol';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openCore } from '../../src/core.ts';
import type { IntakeRow } from '../../src/store/store.ts';
import { batchOf } from '../core.ts';
import { temporaryData } from './data.ts';
import { ORIGIN, prepareFolder, type Serving, startServing } from './serving.ts';

const CELLS = 40_000;
const MS_PER_HOUR = 3_600_000;
const today = (): string => new Date().toISOString().slice(0, 10);

/** A folder whose site has a full day that is over since long enough to be closed; and a connection to it. */
async function openFull() {
  const folder = temporaryData();
  await prepareFolder(folder);
  const core = await openCore(folder, { now: Date.now });
  const [site] = await core.store.sites();
  if (site === undefined) throw new Error('it was prepared with a site');
  const day = dayNumber(new Date(Date.now() - 2 * MS_PER_HOUR).toISOString().slice(0, 10)) - 1;
  const rows = Array.from(
    { length: CELLS },
    (_, i): IntakeRow => ({
      ...{ site: site.id, fact: core.codes.id('search.asked'), slices: [0, 1, 2, 3], day },
      ...{ a: i + 1, b: 0, c: 0, d: 0, n: 1 + (i % 5), people: 1 + (i % 5), reach: 1 + (i % 5), total: 0 },
    }),
  );
  await core.store.commit(['the day'], 1, () => ({ terms: [], rows }));
  const visit = core.codes.id('visit');
  await core.close();
  const db = new Database(join(folder, 'holloway.sqlite'), { timeout: 0 });
  onTestFinished(() => void db.close());
  const one = (sql: string) => db.prepare<[], number>(sql).pluck().get() ?? 0;
  return {
    folder,
    day,
    db,
    /** In the whole, in the three places where a count may be. */
    counted: () => ({
      open: one(`SELECT sum(slices ->> 1) FROM intake WHERE day = ${day}`),
      sealed: one('SELECT sum(n) FROM cell WHERE slice = 0'),
      waiting: one('SELECT sum(n) FROM waiting WHERE slice = 0'),
    }),
    visits: () => one(`SELECT sum(slices ->> 1) FROM intake WHERE day > ${day} AND fact = ${visit}`),
    sealedThrough: () => one('SELECT sealed_through FROM site'),
  };
}

const ALL = (CELLS / 5) * (1 + 2 + 3 + 4 + 5);
/** k is 3. */
const SEALED = { open: 0, sealed: (CELLS / 5) * (3 + 4 + 5), waiting: (CELLS / 5) * (1 + 2) };

const isWriting = (db: Database.Database): boolean => {
  try {
    db.exec('BEGIN IMMEDIATE; ROLLBACK');
    return false;
  } catch {
    return true; // busy
  }
};

async function until(is: () => boolean): Promise<void> {
  while (!is()) await setImmediate();
}

const start = async (folder: string): Promise<Serving> => {
  const serving = await startServing(folder);
  onTestFinished(async () => void (await serving.kill('SIGKILL')));
  return serving;
};

describe('a collector that closes a full day', { timeout: 240_000 }, () => {
  it('answers meanwhile, and a batch that it turns away counts once when it is sent again', async () => {
    const { folder, day, db, counted, visits, sealedThrough } = await openFull();
    const { url } = await start(folder);
    const body = JSON.stringify({ ...batchOf([['visit', [], 1, 2]]), day: today() });
    const send = () =>
      fetch(`${url}/v1/collect`, {
        ...{ method: 'POST', body },
        headers: { origin: ORIGIN, 'content-type': 'text/plain', 'user-agent': 'Mozilla/5.0 Firefox/146.0' },
      });
    /** As browsers do, but at once. */
    const sendUntilTaken = async (): Promise<number> => {
      for (;;) {
        const { status } = await send();
        if (status !== 503) return status;
      }
    };
    await until(() => isWriting(db));
    const sent = send();
    const answers = await Promise.all(
      ['/readyz', '/healthz', '/v1/sites/shop/config.json'].map((path) => fetch(`${url}${path}`)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(isWriting(db)).toBe(true);
    expect(sealedThrough()).toBe(0);
    const answer = await sent;
    if (answer.status !== 204) {
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '10']);
    }
    await until(() => sealedThrough() === day);
    expect(counted()).toEqual(SEALED);
    expect(await sendUntilTaken()).toBe(204);
    expect((await send()).status).toBe(204);
    expect(visits()).toBe(1);
  });

  it('and is killed has closed it or not, and closes it when it is started again', async () => {
    const { folder, day, db, counted, sealedThrough } = await openFull();
    const serving = await start(folder);
    await until(() => isWriting(db));
    expect((await serving.kill('SIGKILL')).signal).toBe('SIGKILL');
    expect(counted()).toEqual(sealedThrough() === day ? SEALED : { open: ALL, sealed: 0, waiting: 0 });
    await start(folder);
    await until(() => sealedThrough() === day);
    expect(counted()).toEqual(SEALED);
  });

  it('and is told to stop does so in good order, and closes it when it is started again', async () => {
    const { folder, day, db, counted, sealedThrough } = await openFull();
    const serving = await start(folder);
    await until(() => isWriting(db));
    expect(await serving.kill('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(counted()).toEqual(sealedThrough() === day ? SEALED : { open: ALL, sealed: 0, waiting: 0 });
    expect(serving.complaints()).not.toMatch(/error/i);
    await start(folder);
    await until(() => sealedThrough() === day);
    expect(counted()).toEqual(SEALED);
  });
});
