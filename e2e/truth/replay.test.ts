/**
 * The first week of the real click-stream, sent as a bad network and a bad day would send them: out of order,
 * twice, and with the collector killed in between. Every report must come out as from a clean import.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eshop2008 } from '@holloway/collector';
import type { HistoricalBatch } from '@holloway/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, createApi } from '../support/api.ts';
import { type Collector, createCollector } from '../support/collector.ts';
import { declareCatalogue } from '../support/declare-catalogue.ts';
import { seededRandom, shuffled } from '../support/random.ts';
import { canonical } from './expected-reports.ts';
import { REPORT_CASES } from './report-cases.ts';
import { type Sealed, seal } from './sealing.ts';
import { findFolder, readSessions } from './sessions.ts';
import { toldCells } from './told-cells.ts';
import { countByDay } from './truth.ts';

const SITE = 'eshop2008';
const HALVES = [
  { from: '2008-04-01', to: '2008-04-04' },
  { from: '2008-04-05', to: '2008-04-07' },
];
const WEEK = { from: '2008-04-01', to: '2008-04-07' };
const SEED = 20_080_401;
const BATCHES_PER_REQUEST = 40;
const CONNECTIONS = 8;

const folder = findFolder();
if (folder === null) {
  console.warn('the real eshop2008 data is not at hand (HOLLOWAY_ESHOP2008): it is not replayed');
}

type Request = readonly HistoricalBatch[];

/** A site of that name with the catalogue of the shop, and nothing counted yet. */
async function emptyShop(catalogue: ReturnType<typeof eshop2008>['catalogue']): Promise<Collector> {
  const collector = await createCollector();
  await collector.holloway('site', 'add', SITE, '--kind', 'archive', '--time-zone', 'Europe/Warsaw');
  await declareCatalogue(collector, SITE, catalogue);
  return collector;
}

/** Out of order, every third batch once more, cut into requests of which every third goes out twice at once. */
function badly(batches: readonly HistoricalBatch[], random: () => number): Request[] {
  const twice = batches.filter((_, i) => i % 3 === 0);
  const arriving = shuffled([...batches, ...twice], random);
  const requests = Array.from({ length: Math.ceil(arriving.length / BATCHES_PER_REQUEST) }, (_, i) =>
    arriving.slice(i * BATCHES_PER_REQUEST, (i + 1) * BATCHES_PER_REQUEST),
  );
  return requests.flatMap((request, i) => (i % 3 === 0 ? [request, request] : [request]));
}

/**
 * Sends every request until it is acknowledged, over several connections. When half of them are, the collector is
 * killed with the others under way, and started again.
 */
async function sendThroughACrash(collector: Collector, api: () => Api, requests: readonly Request[]) {
  const queue = [...requests];
  let answered = 0;
  let duplicates = 0;
  let unanswered = 0;
  let crash: Promise<void> | null = null;
  const connection = async (): Promise<void> => {
    for (let request = queue.shift(); request !== undefined; request = queue.shift()) {
      try {
        duplicates += (await api().import(request)).duplicates;
        answered += 1;
      } catch (error) {
        if (crash === null) throw error;
        unanswered += 1;
        queue.push(request);
        await crash;
        continue;
      }
      if (answered >= requests.length / 2 && crash === null) {
        crash = collector.kill().then(() => collector.start());
        await crash;
      }
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, connection));
  return { answered, duplicates, unanswered };
}

/** Every report as JSON and CSV, byte by byte. */
async function everything(api: Api): Promise<Record<string, string>> {
  const texts: Record<string, string> = { slices: JSON.stringify(await api.slices()) };
  for (const slice of ['*', 'country:PL', 'country:CZ']) {
    for (const { name, report, query } of REPORT_CASES.filter(({ sliced }) => slice === '*' || sliced)) {
      for (const format of ['json', 'csv']) {
        const asked = { ...query, ...WEEK, slice, format };
        texts[`${name} in ${slice} as ${format}`] = await api.reportText(report, asked);
      }
    }
  }
  return texts;
}

describe.skipIf(folder === null)('a week of the real click-stream', () => {
  const collectors: Collector[] = [];
  let batches: HistoricalBatch[] = [];
  let clean: Record<string, string> = {};
  let sealed: Sealed = { rows: [], waiting: new Map(), other: new Map() };

  const shop = async (): Promise<{ collector: Collector; api: () => Api }> => {
    const { catalogue } = eshop2008(folder ?? '');
    const collector = await emptyShop(catalogue);
    collectors.push(collector);
    const key = await collector.addKey(SITE);
    return { collector, api: () => createApi(collector.url, SITE, key) };
  };
  const batchesOf = ({ from, to }: { from: string; to: string }): HistoricalBatch[] =>
    batches.filter(({ day }) => day >= from && day <= to);

  beforeAll(async () => {
    const { days } = eshop2008(folder ?? '');
    for (const { day, batches: ofDay } of days) {
      if (day > WEEK.to) break;
      batches = [...batches, ...ofDay];
    }
    // Before anything is asked: a connection that idles while this computes may be closed by then.
    const counted = countByDay(readSessions(folder ?? '')).filter(({ day }) => day <= WEEK.to);
    const { collector, api } = await shop();
    const file = join(collector.data, 'history.jsonl');
    await writeFile(file, batches.map((batch) => JSON.stringify(batch)).join('\n'));
    await collector.holloway('import', SITE, file, '--seal', WEEK.to);
    await collector.start();
    clean = await everything(api());
    const everyDay = counted.map(({ day }) => day);
    sealed = seal(counted, undefined, await toldCells(api(), '*', everyDay));
    await collector.stop();
  });
  afterAll(() => Promise.all(collectors.map((collector) => collector.remove())));

  it('are, imported cleanly, what the truth says', () => {
    for (const { name, expected } of REPORT_CASES) {
      const { rows } = JSON.parse(clean[`${name} in * as json`] ?? '{}');
      expect(canonical(rows)).toEqual(canonical(expected(sealed, WEEK)));
    }
  });

  it('come out the same when batches arrive out of order, twice, and through two crashes', async () => {
    const { collector, api } = await shop();
    const random = seededRandom(SEED);
    await collector.start();
    for (const half of HALVES) {
      const requests = badly(batchesOf(half), random);
      const sent = await sendThroughACrash(collector, api, requests);
      expect(sent.answered).toBe(requests.length);
      expect(sent.duplicates).toBeGreaterThan(0);
      expect(sent.unanswered).toBeGreaterThan(0);
      expect(await api().import([], half.to)).toMatchObject({ committed: 0, sealedThrough: half.to });
    }
    await collector.kill();
    await collector.start();
    expect(await everything(api())).toEqual(clean);
  });
});
