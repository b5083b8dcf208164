/**
 * Bytes of the database: after a day of traffic, after the same traffic on a second day, and after ten times as much on
 * that day. What grows with traffic would show as bytes for each further increment.
 */
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Core, openCore, openSite } from '@holloway/collector';
import {
  addDays,
  BROWSERS,
  type Day,
  DEVICES,
  dayNumber,
  type HistoricalBatch,
  SYSTEMS,
} from '@holloway/protocol';
import { BENCH_SHOP, makeFolder } from './collector.ts';
import type { Figure } from './figure.ts';
import { pick, seededRandom } from './traffic/random.ts';
import { catalogueOf } from './traffic/shop.ts';
import { createVisits, nonce, SITE } from './traffic/visits.ts';

const SHOP = { pages: 2_000, categories: 40 };
const FIRST_DAY = '2026-11-20';
const SEED = 7;
const MORE_TRAFFIC = 10;
/** Committed together, as a busy collector does. */
const GROUP = 2_000;
const COUNTRIES = ['DE', 'FR', 'GB', 'IT', 'US'] as const;
/** An event that was kept would cost thirty bytes and more; a cell that now k browsers stand behind costs its row once. */
const MOST_BYTES_A_FURTHER_INCREMENT = 1;

/** Bytes in use: the pages of the file less those on its free list, as its header tells. */
function bytesInUse(folder: string): number {
  const header = readFileSync(join(folder, 'holloway.sqlite')).subarray(0, 100);
  return header.readUInt16BE(16) * (header.readUInt32BE(28) - header.readUInt32BE(36));
}

/** Whole visits of a day, with what a collector would have known of each. */
function drawDay(visits: number): HistoricalBatch[] {
  const random = seededRandom(SEED);
  const next = createVisits(SHOP, FIRST_DAY, 'whole', random);
  return Array.from({ length: visits }, () => {
    const batch = next();
    const known = {
      device: pick(DEVICES, random),
      country: pick(COUNTRIES, random),
      browser: pick(BROWSERS, random),
      os: pick(SYSTEMS, random),
    };
    return { ...batch, slices: { ...batch.slices, ...known } };
  });
}

const clock = { now: () => Date.parse(`${addDays(FIRST_DAY, 3)}T12:00:00Z`) };

/** Counts the batches on `day`, `times` over, each time as other visitors; seals the day and forgets its nonces. */
async function countDay(
  core: Core,
  batches: readonly HistoricalBatch[],
  day: Day,
  times: number,
): Promise<void> {
  const random = seededRandom(dayNumber(day));
  const site = await core.registry.site(SITE);
  if (site === undefined) throw new Error('the site is missing');
  for (let time = 0; time < times; time += 1) {
    for (let i = 0; i < batches.length; i += GROUP) {
      const committed = batches.slice(i, i + GROUP).map((batch) => {
        const fresh = { ...batch, day, batch: nonce(random) };
        return core.committer.add({ site, day: dayNumber(day), batch: fresh, supporter: fresh.batch });
      });
      await core.committer.drain();
      await Promise.all(committed);
    }
  }
}

const sealDay = async (core: Core, day: Day): Promise<void> => {
  await core.sealer.sealThrough(SITE, dayNumber(day));
  await core.store.purgeNonces(Number.MAX_SAFE_INTEGER);
};

/** Opens the folder, does `work`, closes it. @returns Bytes in use then. */
async function after(folder: string, work: (core: Core) => Promise<void>): Promise<number> {
  const core = await openCore(folder, clock);
  await work(core);
  await core.close();
  return bytesInUse(folder);
}

export async function benchStorage(quick: boolean, say: (line: string) => void): Promise<Figure[]> {
  const batches = drawDay(quick ? 1_000 : 6_000);
  const increments = batches.reduce((sum, batch) => sum + batch.increments.length, 0);
  const folder = makeFolder();
  const busier = makeFolder();
  try {
    const empty = await after(folder, async (core) => {
      await openSite(core, BENCH_SHOP, catalogueOf(SHOP));
    });
    say(`storage: a day of ${batches.length.toLocaleString('en')} visits`);
    const open = await after(folder, (core) => countDay(core, batches, FIRST_DAY, 1));
    const first = await after(folder, (core) => sealDay(core, FIRST_DAY));
    cpSync(folder, busier, { recursive: true });
    say('storage: the same on a second day');
    const next = addDays(FIRST_DAY, 1);
    const second = await after(folder, async (core) => {
      await countDay(core, batches, next, 1);
      await sealDay(core, next);
    });
    say(`storage: ${MORE_TRAFFIC} times as much on the second day`);
    const tenfoldOpen = await after(busier, (core) => countDay(core, batches, next, MORE_TRAFFIC));
    const tenfold = await after(busier, (core) => sealDay(core, next));
    const aMillion = (bytes: number): number => bytes / increments;
    const figure = (name: string, bytes: number, detail?: string): Figure => ({
      name: `database, ${name}`,
      value: aMillion(bytes),
      unit: 'MB a million increments',
      ...(detail === undefined ? {} : { detail }),
    });
    return [
      figure('day 1, open', open - empty, `${increments.toLocaleString('en')} increments, nonces included`),
      figure('day 1, sealed', first - empty),
      figure('day 2 of the same traffic, sealed', second - first),
      {
        name: `database, day 2 with ${MORE_TRAFFIC} times the traffic: bytes a further increment`,
        value: (tenfold - second) / (increments * (MORE_TRAFFIC - 1)),
        unit: 'B',
        budget: MOST_BYTES_A_FURTHER_INCREMENT,
        detail: `${((tenfoldOpen - tenfold) / (increments * MORE_TRAFFIC)).toFixed(1)} B more for a day while it is open`,
      },
    ];
  } finally {
    for (const each of [folder, busier]) rmSync(each, { recursive: true });
  }
}
