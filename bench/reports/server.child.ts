/** Fills a data folder with a year, closes it, and starts a collector on it, for reports to be asked over HTTP. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCore, openSite, type RunningCollector, readConfig, startCollector } from '@holloway/collector';
import { dayNumber } from '@holloway/protocol';
import { answer } from '../child.ts';
import { catalogueOf } from '../traffic/shop.ts';
import { SITE } from '../traffic/visits.ts';
import { type Filled, type Filling, fillYear, K, LAST_DAY, YEAR_TERMS } from './year.ts';

const MS_PER_DAY = 86_400_000;
/** Noon of the day after the last. */
const clock = { now: () => (dayNumber(LAST_DAY) + 1.5) * MS_PER_DAY };
const dataFolder = mkdtempSync(join(tmpdir(), 'holloway-bench-'));
let collector: RunningCollector | null = null;

async function fill({ days, pages }: Filling): Promise<Filled> {
  const shop = { pages, categories: 40 };
  const core = await openCore(dataFolder, clock);
  const site = await openSite(
    core,
    {
      slug: SITE,
      name: SITE,
      kind: 'live',
      k: K,
      timeZone: 'UTC',
      currency: 'EUR',
      origins: ['https://shop.example'],
      routes: [],
      provenance: null,
      // So long that every day of the year is kept by itself.
      retention: { days: 400, months: 25 },
    },
    [...catalogueOf(shop), ...YEAR_TERMS],
  );
  await fillYear(core, site, shop, days);
  await core.close();
  collector = await startCollector(
    readConfig({
      PORT: '0',
      HOLLOWAY_DATA: dataFolder,
      HOLLOWAY_RATE_PER_NETWORK: '0',
      HOLLOWAY_RATE_PER_SITE: '0',
    }),
    {
      clock,
      report: (error) => console.error(error),
      warn: (message) => console.error(message),
    },
  );
  const key = await collector.access.addKey({ name: 'bench', sites: [SITE], permissions: ['read'] });
  return { url: collector.url, key };
}

answer(fill, async () => {
  await collector?.stop();
  rmSync(dataFolder, { recursive: true });
});
