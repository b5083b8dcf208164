/**
 * Attack 14: nine visitors where k is ten left a name, a page and a value that are nobody else's. All that leaves the house
 * is searched for them: every screen of the dashboard as it is drawn, its source and what it asked for; every file that
 * may be taken along; the export of the site.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type HistoricalBatch, REPORT_NAMES } from '@holloway/protocol';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createBrowser } from '../../packages/collector/test/browser.ts';
import { createApi } from '../support/api.ts';
import { openBrowser } from '../support/browser.ts';
import { faultyCollector } from './mutants.ts';
import type { Hay } from './needles.ts';
import { type Watched, watchCollector } from './process.ts';

/** On which the many came alone: whatever waits along with what few left, this does not. */
const THE_DAY_BEFORE = '2026-10-04';
const DAY = '2026-10-05';
const K = 10;
const OWNER = 'owner@store.example';
const SCREENS = [
  'overview',
  'paths',
  'categories',
  'pages',
  'layout',
  'devices',
  'countries',
  'sources',
  'consent',
] as const;
/** A page and a product that are declared, a page that is not, and what the nine paid in all. */
const QUIET = '/quiet-7f3a91';
const ITEM = 'item-7f3a91';
const RARE = '/rare-7f3a91';
const EACH = 7_654_321;
const PAID = (K - 1) * EACH;
/** As a number stands in data, and as it is written for people. */
const NAMED = [QUIET, ITEM];
const THEIRS = [RARE, String(EACH), String(PAID), '76,543.21', '688,888.89', '688,889'];

let visits = 0;
/** One visit of a browser that was never there before, with an order at its end. */
function batchOf(day: string, pages: readonly string[], item: string, country: string): HistoricalBatch {
  const paid = country === 'MT' ? EACH : 1_000;
  const visit = createBrowser(`browser ${++visits}`, { slices: { country, device: 'phone' } }).visit(
    day,
    pages,
  );
  return {
    ...visit,
    batch: String(visits).padStart(11, '0'),
    increments: [
      ...visit.increments,
      ['commerce.purchase', ['EUR'], 1, 2, paid],
      ['commerce.ordered', [item, 'EUR'], 1, 2, paid],
    ],
  };
}

let browser: Browser;
const closing: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

interface Opened {
  readonly collector: Watched;
  readonly key: string;
  readonly password: string;
}

/** Many visitors of whom it may be told, and nine of whom nothing may. */
async function open(program?: string): Promise<Opened> {
  const collector = await watchCollector(program);
  closing.push(() => collector.remove());
  await collector.start();
  await collector.holloway('site', 'add', 'shop', '--kind', 'archive', '--k', String(K), '--name', 'Shop');
  // Known to the store whoever comes.
  const catalogue = join(collector.data, 'catalogue.csv');
  await writeFile(catalogue, `kind,text,label,category\npage,${QUIET},,\nproduct,${ITEM},,\n`);
  await collector.holloway('catalogue', 'import', 'shop', catalogue);
  const key = await collector.holloway(
    'key',
    'add',
    'test',
    '--permission',
    'read',
    '--permission',
    'import',
  );
  const added = await collector.holloway('user', 'add', OWNER, '--role', 'owner');
  await createApi(collector.url, 'shop', key.trim()).import(
    [
      ...[THE_DAY_BEFORE, DAY].flatMap((day) =>
        Array.from({ length: 3 * K }, () => batchOf(day, ['/', '/kettles'], 'kettle', 'DE')),
      ),
      ...Array.from({ length: K - 1 }, () => batchOf(DAY, [QUIET, RARE], ITEM, 'MT')),
    ],
    DAY,
  );
  return { collector, key: key.trim(), password: added.trim().split(' ').at(-1) ?? '' };
}

/** Every screen as an owner sees it: what is drawn, what it is drawn from, and what was asked for to draw it. */
async function screensOf({ collector, password }: Opened): Promise<Hay[]> {
  const context = await browser.newContext();
  closing.push(() => context.close());
  const page = await context.newPage();
  const hay: Hay[] = [];
  const reading: Promise<unknown>[] = [];
  page.on('response', (answer) => {
    if (!answer.url().includes('/v1/')) return;
    reading.push(
      answer.body().then(
        (bytes) => hay.push({ where: answer.url(), bytes }),
        () => undefined, // it had none
      ),
    );
  });
  await page.goto(collector.url);
  await page.getByLabel(/mail/i).fill(OWNER);
  await page.getByLabel(/password/i).fill(password);
  await page.getByRole('button', { name: /sign in/i }).click();
  await page.getByRole('navigation').first().waitFor();
  for (const screen of SCREENS) {
    await page.goto(`${collector.url}/#/shop/${screen}?from=${THE_DAY_BEFORE}&to=${DAY}`);
    await page.locator('main :is(.panel, .message)').first().waitFor();
    await page.waitForLoadState('networkidle');
    hay.push({ where: `the screen ${screen}`, bytes: Buffer.from(await page.content()) });
  }
  await Promise.all(reading);
  return hay;
}

/** Every file that may be taken along. */
async function filesOf({ collector, key }: Opened): Promise<Hay[]> {
  const api = createApi(collector.url, 'shop', key);
  const hay: Hay[] = [];
  for (const report of REPORT_NAMES) {
    for (const format of ['json', 'csv'] as const) {
      const text = await api.reportText(report, { from: THE_DAY_BEFORE, to: DAY, format });
      hay.push({ where: `${report}.${format}`, bytes: Buffer.from(text) });
    }
  }
  const exported = join(collector.data, 'shop.export');
  await collector.holloway('export', 'shop', exported);
  hay.push({ where: 'the export', bytes: await readFile(exported) });
  return hay;
}

/** Which of these stand where. */
const standing = (texts: readonly string[], hay: readonly Hay[]): string[] =>
  hay.flatMap(({ where, bytes }) =>
    texts.filter((text) => bytes.includes(text)).map((text) => `${text} in ${where}`),
  );

describe('what nine visitors left', { timeout: 240_000 }, () => {
  it('is in no screen, no file and no export, and what many left is in all of them', async () => {
    const opened = await open();
    const files = await filesOf(opened);
    const screens = await screensOf(opened);
    expect(screens.filter(({ where }) => where.startsWith('the screen'))).toHaveLength(SCREENS.length);
    expect(standing(THEIRS, [...files, ...screens])).toEqual([]);
    // What the store declared of itself is in the export, whoever came.
    const told = [...files, ...screens].filter(({ where }) => where !== 'the export');
    expect(standing(NAMED, told)).toEqual([]);
    const theirs = standing(['/kettles'], [...files, ...screens]);
    expect(theirs).toEqual(
      expect.arrayContaining([
        '/kettles in pages.json',
        '/kettles in pages.csv',
        '/kettles in the export',
        '/kettles in the screen pages',
      ]),
    );
  });

  it('is found where days are sealed whoever is behind them', async () => {
    const program = faultyCollector({
      file: 'collector/src/store/close-day.ts',
      from: 'k: kForSealing(runner, site, day, k)',
      to: 'k: 1',
    });
    const opened = await open(program);
    const told = [...(await filesOf(opened)), ...(await screensOf(opened))];
    const found = standing([...NAMED, ...THEIRS], told);
    expect(found).toEqual(
      expect.arrayContaining([
        `${QUIET} in pages.json`,
        `${QUIET} in pages.csv`,
        `${QUIET} in the screen pages`,
        `${PAID} in the export`,
      ]),
    );
  });
});
