import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createBrowsers } from './browsers.ts';
import { temporaryData } from './data.ts';
import { prepareFolder, startServing } from './serving.ts';

describe('one batch that is sent a thousand times at once', { timeout: 60_000 }, () => {
  it('counts once, and is acknowledged each time, also after the collector was killed and started again', async () => {
    const folder = temporaryData();
    await prepareFolder(folder);
    const browsers = createBrowsers();
    const statuses: number[] = [];
    for (let start = 0; start < 2; start += 1) {
      const serving = await startServing(folder);
      statuses.push(...(await browsers.storm(serving.url, 1_000)).map(({ status }) => status));
      await serving.kill('SIGKILL');
    }
    expect(statuses).toHaveLength(2_000);
    expect(new Set(statuses)).toEqual(new Set([204]));
    expect(browsers.compare(join(folder, 'holloway.sqlite'))).toEqual({
      acknowledged: 1,
      lost: 0,
      doubled: 0,
    });
  });
});
