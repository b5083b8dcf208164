/**
 * What an outsider can make a site's database weigh in a day, at most: a day filled up to its ceiling with combinations
 * that somebody made up, each in every slice that a browser has; how long that day takes to be closed; and nonces.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Core, openCore, openSite } from '@holloway/collector';
import { type Day, dayNumber, type HistoricalBatch, type Increment } from '@holloway/protocol';
import { makeFolder, shopNamed } from '../collector.ts';
import type { Figure } from '../figure.ts';
import { seededRandom } from '../traffic/random.ts';
import { nonce } from '../traffic/visits.ts';
import { memory } from './heap.ts';
import { watch } from './watch.ts';

const DAY: Day = '2026-11-27';
const NOW = Date.parse(`${DAY}T12:00:00Z`);
const SITE = 'flooded';
const PAGES = 2_000;
const INCREMENTS = 200;
const STRINGS = 100_000;
const AT_ONCE = 100;
const SLICES: HistoricalBatch['slices'] = {
  viewport: 's',
  source: 'search',
  visitor: 'new',
  device: 'phone',
  country: 'DE',
  browser: 'Chrome',
  os: 'Android',
};

/** Bytes in use: the pages of the file less those on its free list, as its header tells. */
function bytesInUse(folder: string): number {
  const header = readFileSync(join(folder, 'holloway.sqlite')).subarray(0, 100);
  return header.readUInt16BE(16) * (header.readUInt32BE(28) - header.readUInt32BE(36));
}

type Site = Awaited<ReturnType<typeof openSite>>;

const pageOf = (i: number): string => `/p/${i}`;

/** Another move each time. */
const moveOf = (i: number): Increment => [
  'flow.page',
  [pageOf(i % PAGES), pageOf(Math.floor(i / PAGES))],
  1,
  2,
];

const batchOf = (random: () => number, increments: readonly Increment[]): HistoricalBatch => ({
  v: 1,
  site: SITE,
  day: DAY,
  batch: nonce(random),
  statement: '00000000',
  basis: 'chosen',
  slices: SLICES,
  increments,
});

/** @returns Bytes of the database, its log emptied. */
async function weigh(core: Core, folder: string): Promise<number> {
  await core.store.truncateLog();
  return bytesInUse(folder);
}

/** From as many networks as there are batches, so that none of them brings too many. */
async function madeUpStrings(core: Core, site: Site, random: () => number): Promise<Figure[]> {
  const before = memory().heapMb;
  const flood = async (round: number): Promise<number> => {
    for (let sent = 0; sent < STRINGS / INCREMENTS; sent += AT_ONCE) {
      const group = Array.from({ length: AT_ONCE }, (_, i) => {
        const of = `/${round}/${sent + i}`;
        const increments = Array.from(
          { length: INCREMENTS },
          (__, j): Increment => ['page.view', [`${of}/${j}`.padEnd(200, 'x')], 1, 2],
        );
        return core.committer.add({
          site,
          day: dayNumber(DAY) + 1,
          supporter: `network ${of}`.padEnd(64, 'x'),
          batch: batchOf(random, increments),
        });
      });
      await Promise.all([...group, core.committer.drain()]);
    }
    return memory().heapMb - before;
  };
  const [once, again] = [await flood(1), await flood(2)];
  return [
    { name: 'ceiling: heap, 100,000 made-up strings', value: once, unit: 'MB more', budget: 50 },
    { name: 'ceiling: heap, 100,000 others', value: again - once, unit: 'MB more', budget: 5 },
  ];
}

export async function benchCeiling(cells: number, say: (line: string) => void): Promise<Figure[]> {
  const folder = makeFolder();
  const core = await openCore(folder, { now: () => NOW }, { cellsADay: cells, rowsInPlace: 4_000 });
  try {
    const added = await openSite(
      core,
      shopNamed(SITE),
      Array.from({ length: PAGES }, (_, i) => ({ kind: 'page', text: pageOf(i) }) as const),
    );
    const random = seededRandom(1);
    const empty = await weigh(core, folder);
    let moves = 0;
    // Twice as much as there is room for: the second half is to weigh nothing.
    const batches = Math.ceil((2 * cells) / (Object.keys(SLICES).length + 1) / INCREMENTS);
    const begun = performance.now();
    let halfBytes = 0;
    for (let sent = 0; sent < batches; sent += AT_ONCE) {
      const group = Array.from({ length: AT_ONCE }, () =>
        core.committer.add({
          site: added,
          day: dayNumber(DAY),
          supporter: 'a network',
          batch: batchOf(
            random,
            Array.from({ length: INCREMENTS }, () => moveOf(moves++)),
          ),
        }),
      );
      await Promise.all([...group, core.committer.drain()]);
      if (halfBytes === 0 && sent >= batches / 2) halfBytes = (await weigh(core, folder)) - empty;
    }
    const seconds = (performance.now() - begun) / 1000;
    const openBytes = (await weigh(core, folder)) - empty;
    say(`ceiling: filled in ${Math.round(seconds)} s`);
    const closing = await watch(
      () => core.sealer.sealThrough(SITE, dayNumber(DAY)),
      () =>
        core.committer.add({
          site: added,
          day: dayNumber(DAY) + 1,
          supporter: 'a network',
          batch: batchOf(random, [['page.view', [pageOf(0)], 1, 2]]),
        }),
    );
    await core.committer.drain();
    const sealedBytes = (await weigh(core, folder)) - empty;
    const nonces = 200_000;
    const before = await weigh(core, folder);
    for (let i = 0; i < nonces; i += 1_000) {
      const some = Array.from({ length: 1_000 }, () => `1:${nonce(random)}`);
      await core.store.commit(some, 0, () => ({ terms: [], rows: [] }));
    }
    const nonceBytes = ((await weigh(core, folder)) - before) / nonces;
    const strings = await madeUpStrings(core, added, random);
    const mb = (bytes: number): number => bytes / 1e6;
    const [name, unit] = [`ceiling, ${cells.toLocaleString('en')} cells`, 'MB'];
    return [
      {
        name: `${name}: a full day, open`,
        value: mb(openBytes),
        unit,
        detail: `filled in ${Math.round(seconds)} s`,
      },
      {
        name: `${name}: as much again`,
        value: mb(openBytes - halfBytes),
        unit: 'MB more',
        budget: mb(openBytes) / 20,
      },
      {
        name: `${name}: closed`,
        value: mb(sealedBytes),
        unit,
        detail: `${(sealedBytes / cells).toFixed(0)} bytes a cell`,
      },
      { name: `${name}: closing it`, value: closing.seconds, unit: 's' },
      {
        name: `${name}: closing it, longest pause of the process`,
        value: closing.longestPauseMs,
        unit: 'ms',
        budget: 250,
      },
      {
        name: `${name}: closing it, longest wait of a batch`,
        value: closing.longestWaitMs,
        unit: 'ms',
        budget: 2_000,
        detail: `${closing.counted} counted, ${closing.refused} refused with 503`,
      },
      { name: 'ceiling: a nonce', value: nonceBytes, unit: 'B' },
      ...strings,
    ];
  } finally {
    await core.close();
    rmSync(folder, { recursive: true });
  }
}
