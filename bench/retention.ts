/**
 * A year of 10,000 pages of which all but the last months are added up by month, while visits come in: how long a part of
 * that keeps everybody else waiting, how long a visit waits, and how long it takes in all. The same for erasing the site.
 */
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Core, openSite, type RunningCollector } from '@holloway/collector';
import { dayAt, dayNumber } from '@holloway/protocol';
import { BENCH_SHOP, makeFolder, shopNamed, startOn } from './collector.ts';
import { type Figure, rounded } from './figure.ts';
import { percentile } from './statistics.ts';
import { whileServing } from './while-serving.ts';

const PAGES = 10_000;
/** What reports/year has of a shop of so many pages on an average day; each cell is there on every thirteenth. */
const CELLS_A_DAY = 33_000;
const EVERY_DAYS = 13;
const FACTS = 20;
const SEED = 13;
const US_PER_MS = 1e3;
const BYTES_PER_MB = 1e6;
const ROWS_AT_ONCE = 11_000;
const LONGEST_PART_MS = 250;
const SLOWEST_ANSWER_MS = 500;

/** Through the door that an import takes: sealing so many days would take an hour. */
async function fillYear({ store, registry }: Core, today: number, days: number): Promise<number> {
  const site = await store.expect();
  for (let day = today - days; day < today; day += 1) {
    for (let first = 0; first < CELLS_A_DAY; first += ROWS_AT_ONCE) {
      const rows = Array.from({ length: ROWS_AT_ONCE }, (_, i) => {
        const cell = (first + i) * EVERY_DAYS + (day % EVERY_DAYS);
        const [fact, a, b] = [1 + (cell % FACTS), 1 + (cell % PAGES), Math.floor(cell / PAGES)];
        return { fact, slice: 0, day, a, b, c: 0, d: 0, n: 12, people: 11, reach: 10, total: 0 };
      });
      await store.receive(site, [], rows);
    }
  }
  const kept = { from: null, monthsThrough: null };
  const arrival = {
    site: shopNamed('year'),
    statement: '00000000',
    policy: null,
    sealedThrough: today - 1,
    kept,
  };
  await store.arrive(site, arrival);
  registry.forget();
  return site;
}

interface Held {
  /** Of each part of the work: while it goes on nothing is answered. */
  readonly partsMs: readonly number[];
  /** The longest in CPU time, which other programs of the machine do not lengthen. */
  readonly cpuMs: number;
  readonly answerMs: number;
  readonly tookMs: number;
}

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / US_PER_MS;
};

/** Times every call of a method of the store. Each is one part: they are done in one go. */
function timed(store: Core['store'], method: 'settle' | 'scrub' | 'eraseRows') {
  const partsMs: number[] = [];
  let mostCpuMs = 0;
  const call = store[method] as (...given: unknown[]) => Promise<unknown>;
  Object.assign(store, {
    [method]: async (...given: unknown[]) => {
      const [begun, cpu] = [performance.now(), cpuMs()];
      const result = await call(...given);
      partsMs.push(performance.now() - begun);
      mostCpuMs = Math.max(mostCpuMs, cpuMs() - cpu);
      return result;
    },
  });
  return () => ({ partsMs, cpuMs: mostCpuMs });
}

async function held(
  { url, core }: RunningCollector,
  method: Parameters<typeof timed>[1],
  work: () => Promise<unknown>,
): Promise<Held> {
  const parts = timed(core.store, method);
  const begun = performance.now();
  const { answerMs } = await whileServing(url, SEED, work);
  return { ...parts(), answerMs, tookMs: performance.now() - begun };
}

const figures = (
  what: string,
  { partsMs, cpuMs: most, answerMs, tookMs }: Held,
  detail: string,
): Figure[] => [
  {
    name: `longest part while ${what}`,
    value: Math.max(...partsMs),
    lowest: most,
    unit: 'ms',
    budget: LONGEST_PART_MS,
    detail: `${detail}, ${rounded(tookMs / 1000)} s; p99 of ${partsMs.length} parts ${rounded(percentile(partsMs, 0.99))} ms, most CPU ${rounded(most)} ms`,
  },
  { name: `slowest answer while ${what}`, value: answerMs, unit: 'ms', budget: SLOWEST_ANSWER_MS },
];

export async function benchRetention(quick: boolean, say: (line: string) => void): Promise<Figure[]> {
  const days = quick ? 150 : 365;
  const folder = makeFolder();
  const collector = await startOn(folder);
  const { core } = collector;
  const cells = rounded(days * CELLS_A_DAY);
  try {
    await openSite(core, BENCH_SHOP);
    say(`retention: filling ${days} days, ${cells} cells`);
    const site = await fillYear(core, dayNumber(dayAt(Date.now(), 'UTC')), days);
    const megabytes = statSync(join(folder, 'holloway.sqlite')).size / BYTES_PER_MB;
    say(`retention: adding up by month, ${rounded(megabytes)} MB`);
    const folding = await held(collector, 'settle', () => core.retainer.retain(Date.now()));
    say('retention: overwriting');
    const scrubbing = await held(collector, 'scrub', () => core.retainer.scrub());
    say('retention: erasing');
    const erasing = await held(collector, 'eraseRows', async () => {
      await core.store.eraseSite(site);
      core.registry.forget(site);
      await core.retainer.clear(false);
    });
    return [
      ...figures('months are added up', folding, `${cells} cells`),
      ...figures('unused parts are overwritten', scrubbing, `${rounded(megabytes)} MB`),
      ...figures('a site is erased', erasing, `${cells} cells before they were added up`),
    ];
  } finally {
    await collector.stop();
    rmSync(folder, { recursive: true });
  }
}
