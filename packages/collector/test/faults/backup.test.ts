/** The commands as an operator gives them, beside a collector under load. */
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createBrowsers } from './browsers.ts';
import { temporaryData } from './data.ts';
import { prepareFolder, startServing } from './serving.ts';

const MAIN = join(import.meta.dirname, '../../src/cli/main.ts');
const run = promisify(execFile);
const holloway = async (folder: string, ...words: string[]): Promise<string> =>
  (await run(process.execPath, [MAIN, ...words], { env: { ...process.env, HOLLOWAY_DATA: folder } })).stdout;

/** What belongs to one run, or can be had again. */
const PASSING = /-(wal|shm)$|^serving\.lock$|^setup-code$/;

describe('holloway backup', { timeout: 120_000 }, () => {
  it('beside a collector under load saves one whole state of it, from which another goes on', async () => {
    const folder = temporaryData();
    await prepareFolder(folder);
    const serving = await startServing(folder);
    const browsers = createBrowsers();
    const backup = join(temporaryData(), 'backup');
    const restored = join(temporaryData(), 'var');
    let over = false;
    const load = browsers.load(serving.url, 8, () => over);
    try {
      expect(await holloway(folder, 'backup', backup)).toMatch(/^Saved and checked\./);
      expect(readdirSync(backup).sort()).toEqual(
        readdirSync(folder)
          .filter((name) => !PASSING.test(name))
          .sort(),
      );
      over = true;
      await load;
      expect(browsers.compare(join(folder, 'holloway.sqlite'))).toMatchObject({ lost: 0, doubled: 0 });
      expect(browsers.compare(join(backup, 'holloway.sqlite'))).toMatchObject({ doubled: 0 });
    } finally {
      over = true;
      await serving.kill('SIGKILL');
    }
    expect(await holloway(restored, 'restore', backup)).toMatch(/^Restored and checked\./);
    expect(await holloway(restored, 'check')).toMatch(/^The data folder is whole/);
    const { lost } = browsers.compare(join(restored, 'holloway.sqlite'));
    const next = await startServing(restored);
    try {
      // What it did not hold counts now, what it held does not count again.
      await browsers.resend(next.url, Number.MAX_SAFE_INTEGER);
      expect(browsers.compare(join(restored, 'holloway.sqlite'))).toMatchObject({ lost: 0, doubled: 0 });
      expect(lost).toBeGreaterThan(0);
    } finally {
      await next.kill('SIGKILL');
    }
  });
});
