/**
 * A disk that becomes read-only under a collector, as where a file system is remounted after an error: SQLite refuses every
 * write. A real one, which only root can make: `npm run bench -- trials`.
 */
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { expect, it, onTestFinished, vi } from 'vitest';
import { startCollector } from '../../src/collector.ts';
import { readConfig } from '../../src/config.ts';
import { createBrowsers } from './browsers.ts';
import { temporaryData } from './data.ts';
import { prepareFolder } from './serving.ts';

/** Every connection that the collector opened. */
const { connections } = vi.hoisted(() => ({ connections: new Set<Database.Database>() }));

vi.mock('better-sqlite3', async (original) => {
  const { default: Actual } = await original<{ default: typeof Database }>();
  class Watched extends Actual {
    constructor(...given: ConstructorParameters<typeof Actual>) {
      super(...given);
      connections.add(this);
    }
  }
  return { default: Watched };
});

const disk = {
  set readOnly(is: boolean) {
    for (const connection of connections) if (connection.open) connection.pragma(`query_only = ${is}`);
  },
};

const OWNER = { email: 'mira@shop.example', password: 'a sunken lane worn', role: 'owner' } as const;

async function start() {
  const folder = temporaryData();
  await prepareFolder(folder);
  connections.clear();
  const [warnings, reported]: [string[], unknown[]] = [[], []];
  const collector = await startCollector(
    readConfig({ PORT: '0', HOLLOWAY_DATA: folder, HOLLOWAY_RATE_PER_NETWORK: '0' }),
    {
      clock: { now: Date.now },
      report: (error) => reported.push(error),
      warn: (message) => warnings.push(message),
    },
  );
  onTestFinished(() => collector.stop());
  await collector.access.addUser(OWNER);
  const key = await collector.access.addKey({ name: 'reader', permissions: ['read'], sites: 'all' });
  warnings.length = 0;
  const { url } = collector;
  const signInto = (): Promise<Response> =>
    fetch(`${url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { origin: url, 'content-type': 'application/json' },
      body: JSON.stringify({ email: OWNER.email, password: OWNER.password }),
    });
  const cookie = (await signInto()).headers
    .getSetCookie()
    .map((each) => each.split(';', 1)[0])
    .join('; ');
  const answerOf = async (asked: Promise<Response>) => {
    const { status, headers } = await asked;
    return [status, headers.get('retry-after')];
  };
  return {
    url,
    database: join(folder, 'holloway.sqlite'),
    warnings,
    reported,
    ready: () => answerOf(fetch(`${url}/readyz`)),
    look: () => answerOf(fetch(`${url}/v1/sites/shop/reports/overview`, { headers: { cookie } })),
    readByKey: () =>
      answerOf(
        fetch(`${url}/v1/sites/shop/reports/overview`, { headers: { authorization: `Bearer ${key}` } }),
      ),
    signIn: () => answerOf(signInto()),
    invite: () =>
      answerOf(
        fetch(`${url}/v1/people`, {
          method: 'POST',
          headers: { origin: url, cookie, 'content-type': 'application/json' },
          body: JSON.stringify({ email: 'noor@shop.example', role: 'auditor' }),
        }),
      ),
  };
}

it('a disk that becomes read-only is answered with 503 and when to come back; all counts once it may be written', {
  timeout: 60_000,
}, async () => {
  const { url, database, warnings, reported, ready, look, readByKey, signIn, invite } = await start();
  const browsers = createBrowsers();
  const staff = async () => [await look(), await readByKey(), await signIn(), await invite()];
  await browsers.load(url, 4, () => browsers.answered >= 8);

  disk.readOnly = true;
  const before = browsers.answered;
  const statuses = await browsers.load(url, 4, () => browsers.answered >= before + 8);
  expect([...statuses.keys()]).toEqual([503]);
  expect(await browsers.storm(url, 1)).toEqual([{ status: 503, retryAfter: '10' }]);
  expect(await ready()).toEqual([503, '5']);
  // Who is signed in goes on looking. The use of a key is written down with it, and so is a sign-in.
  expect(await staff()).toEqual([
    [200, null],
    [503, '10'],
    [503, '10'],
    [503, '10'],
  ]);
  expect(browsers.compare(database)).toMatchObject({ lost: 0, doubled: 0 });

  disk.readOnly = false;
  expect(await ready()).toEqual([200, null]);
  expect(await browsers.resend(url, 8)).toBe(true);
  expect(await staff()).toEqual([
    [200, null],
    [200, null],
    [200, null],
    [201, null],
  ]);
  expect(browsers.compare(database)).toMatchObject({ lost: 0, doubled: 0 });
  expect(warnings).toEqual([
    'batches are turned away, to be sent again, until they can be written: nothing was committed: the disk is read-only (SQLITE_READONLY)',
    'what staff look at is not written down, until it can be: the disk is read-only (SQLITE_READONLY)',
    'batches are counted again',
    'what staff look at is written down again',
  ]);
  expect(reported).toEqual([]);
});
