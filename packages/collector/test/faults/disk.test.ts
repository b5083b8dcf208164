/**
 * A disk without room, made by a limit on the size of a file, which any user may set; a real one that is full, and one that
 * is read-only: `npm run bench -- trials`.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createBrowsers } from './browsers.ts';
import { temporaryData } from './data.ts';
import { prepareFolder, type Serving, startServing } from './serving.ts';

/** Of Linux; elsewhere a disk without room is left out. */
const LIMIT = 'prlimit';
const limit = (pid: number, bytes: number | 'unlimited') =>
  spawnSync(LIMIT, ['--pid', String(pid), `--fsize=${bytes}:unlimited`]);
const CAN_LIMIT = limit(process.pid, 'unlimited').status === 0;

const readiness = async ({ url }: Serving): Promise<number> => (await fetch(`${url}/readyz`)).status;

describe.runIf(CAN_LIMIT)('a disk that runs full while batches come', { timeout: 60_000 }, () => {
  it('is answered with 503 and when to come back, and with nothing else; all counts once there is room', async () => {
    const folder = temporaryData();
    await prepareFolder(folder);
    const database = join(folder, 'holloway.sqlite');
    const serving = await startServing(folder);
    const browsers = createBrowsers();
    try {
      await browsers.load(serving.url, 8, () => browsers.compare(database).acknowledged >= 8);
      expect(await readiness(serving)).toBe(200);

      // Not a page more.
      limit(serving.pid, statSync(`${database}-wal`).size);
      let full = false;
      const statuses = await browsers.load(serving.url, 8, () => {
        full ||= browsers.waiting > 20;
        return full;
      });
      expect([...statuses.keys()]).toEqual([503]);
      expect(await readiness(serving)).toBe(503);
      const refused = await browsers.storm(serving.url, 1);
      expect(refused).toEqual([{ status: 503, retryAfter: '10' }]);
      expect(browsers.compare(database)).toMatchObject({ lost: 0, doubled: 0 });

      limit(serving.pid, 'unlimited');
      // By itself: no batch has to come for it to find out.
      expect(await readiness(serving)).toBe(200);
      expect(await browsers.resend(serving.url, 20)).toBe(true);
      expect(browsers.compare(database)).toMatchObject({ lost: 0, doubled: 0 });
      const said = serving.complaints();
      expect(said.match(/turned away, to be sent again/g)).toHaveLength(1);
      expect(said.match(/batches are counted again/g)).toHaveLength(1);
    } finally {
      await serving.kill('SIGKILL');
    }
  });
});

/** It ends instead of serving. @returns What it said. */
const refusal = async (folder: string): Promise<string> => {
  const failed: unknown = await startServing(folder).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(Error);
  return (failed as Error).message;
};

describe('a data folder that cannot be used', { timeout: 60_000 }, () => {
  it.each([
    { what: 'below something that is no folder', within: () => join(import.meta.filename, 'data') },
    { what: 'where nobody may write', within: () => '/sys/holloway' },
  ])('because it is $what ends the start with what to do, and without a stack', async ({ within }) => {
    const said = await refusal(within());
    expect(said).toMatch(
      /^it ended with 1: holloway: \S+ cannot be opened or written: .*HOLLOWAY_DATA must be/,
    );
    expect(said).not.toMatch(/^\s+at /m);
  });

  it('because a page is broken ends the start with what to do, and changes nothing', async () => {
    const folder = temporaryData();
    await prepareFolder(folder);
    const file = join(folder, 'holloway.sqlite');
    const bytes = readFileSync(file);
    bytes.fill(0xa5, 3 * 4096, 5 * 4096);
    writeFileSync(file, bytes);
    const said = await refusal(folder);
    expect(said).toMatch(
      /^it ended with 1: holloway: the data folder is not whole, and nothing in it was changed\./,
    );
    expect(said).toMatch(/holloway\.sqlite: .*\n[\s\S]*holloway restore <backup>/);
    expect(said).not.toMatch(/^\s+at /m);
    expect(readFileSync(file)).toEqual(bytes);
  });
});
