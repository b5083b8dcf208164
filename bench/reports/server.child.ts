/** Fills a data folder with a year, closes it, and starts a collector on it, for reports to be asked over HTTP. */
import { rmSync } from 'node:fs';
import { openCore, openSite, type RunningCollector } from '@holloway/collector';
import { dayNumber } from '@holloway/protocol';
import { answer } from '../child.ts';
import { BENCH_SHOP, makeFolder, startOn } from '../collector.ts';
import { catalogueOf } from '../traffic/shop.ts';
import { SITE } from '../traffic/visits.ts';
import { type Asked, type Filled, type Filling, fillYear, LAST_DAY, YEAR_TERMS } from './year.ts';

const MS_PER_DAY = 86_400_000;
/** How much faster than ours it goes: whoever asks for all without a pause is made to wait, and that is not measured here. */
const HASTE = 10;
/** From noon of the day after the last. */
const clock = { now: () => (dayNumber(LAST_DAY) + 1.5) * MS_PER_DAY + HASTE * performance.now() };
const OWNER = { email: 'owner@store.example', password: 'worn by many feet' };
const folder = makeFolder();
let collector: RunningCollector | null = null;

async function fill({ days, pages }: Filling): Promise<Filled> {
  const shop = { pages, categories: 40 };
  const core = await openCore(folder, clock);
  const site = await openSite(
    core,
    {
      ...BENCH_SHOP,
      // Made-up cells do not add up as visits do: for the sake of their sums most would wait.
      kind: 'test',
      k: 1,
      origins: [],
      // So long that every day of the year is kept by itself.
      retention: { days: 400, months: 25 },
    },
    [...catalogueOf(shop), ...YEAR_TERMS],
  );
  await fillYear(core, site, shop, days);
  await core.close();
  collector = await startOn(folder, { clock });
  const key = await collector.access.addKey({ name: 'bench', sites: [SITE], permissions: ['read'] });
  await collector.access.addUser({ ...OWNER, role: 'owner' });
  return { url: collector.url, key, owner: OWNER };
}

/** CPU of the longest turn of the event loop since this was asked last: how long others wait, whoever else works on the machine. */
let longestMs = 0;
let last = process.cpuUsage();
setInterval(() => {
  const { user, system } = process.cpuUsage(last);
  longestMs = Math.max(longestMs, (user + system) / 1000);
  last = process.cpuUsage();
}, 1).unref();
function longestPauseMs(): number {
  const ms = longestMs;
  longestMs = 0;
  return ms;
}

answer<Asked, Filled | number>(
  (asked) => (asked === 'pause' ? longestPauseMs() : fill(asked)),
  async () => {
    await collector?.stop();
    rmSync(folder, { recursive: true });
  },
);
