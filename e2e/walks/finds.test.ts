/**
 * Where visitors of the example storefront look for a product, and where they find it: from the clicks to the report.
 */
import { type RunningStorefront, serveStorefront } from '@holloway/example-storefront';
import type { FindRow } from '@holloway/protocol';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApi } from '../support/api.ts';
import { newVisitor, openBrowser, type Visitor } from '../support/browser.ts';
import { type Collector, createCollector } from '../support/collector.ts';
import { type Ear, openEar } from '../support/ear.ts';
import { type Counts, countsOf, only } from './shop.ts';
import { isCounted, leave } from './walk.ts';

const FROTHER = { sku: 'BH-302', path: '/p/puffin-milk-frother-butter' };
const SETTLED_MS = 8_000;
const PATIENCE_MS = 15_000;

let browser: Browser;
let collector: Collector;
let ear: Ear;
let shop: RunningStorefront;
let visitor: Visitor;
let site: string;
let sites = 0;

beforeAll(async () => {
  browser = await openBrowser();
  collector = await createCollector({ HOLLOWAY_RATE_PER_NETWORK: '0' });
  await collector.start();
});
beforeEach(async () => {
  site = `shop-${++sites}`;
  ear = await openEar(collector.url);
  shop = await serveStorefront({ port: 0, host: '127.0.0.1', collectorUrl: ear.url, site });
  await collector.holloway('site', 'add', site, '--origin', shop.url, '--kind', 'test');
  visitor = await newVisitor(browser);
  visitor.context.setDefaultTimeout(PATIENCE_MS);
});
afterEach(async () => {
  await visitor.close();
  await shop.close();
  await ear.close();
});
afterAll(async () => {
  await browser.close();
  await collector.remove();
});

/** Comes to the first page of the shop, and agrees; time passes, and faster where the test says so. */
async function enter(): Promise<Page> {
  const { page } = visitor;
  await page.clock.install({ time: Date.now() });
  await page.goto(shop.url);
  await page.getByRole('button', { name: 'Accept all' }).click();
  await isCounted(page, '/');
  return page;
}

/** Follows the first link to a page. */
async function follow(page: Page, path: string): Promise<void> {
  await page.locator(`a[href="${path}"]`).first().click();
  await isCounted(page, path);
}

async function back(page: Page, path: string): Promise<void> {
  await page.goBack();
  await isCounted(page, path);
}

async function toEspressoMachines(page: Page): Promise<void> {
  await follow(page, '/c/coffee');
  await follow(page, '/c/coffee/espresso');
}

async function toHandBlenders(page: Page): Promise<void> {
  await follow(page, '/c/blenders');
  await follow(page, '/c/blenders/hand');
}

/** Stays for as long as whoever has found what they were looking for. */
async function stay(page: Page): Promise<void> {
  await page.clock.runFor(SETTLED_MS + 1_000);
  await page.waitForFunction(
    () => JSON.parse(localStorage.getItem('holloway.visit') ?? '{}').visit?.isSettled === true,
  );
}

async function addToCart(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await isCounted(page, '/cart');
}

async function end(page: Page): Promise<Counts> {
  const isAll = await leave(page);
  const refused = () => ear.heard.filter(({ path, status }) => path === '/v1/collect' && status === 400);
  await ear.until((batches) => isAll(batches) || refused().length > 0);
  expect(refused()).toEqual([]);
  return countsOf(ear.batches());
}

async function reported(): Promise<readonly FindRow[]> {
  const key = await collector.addKey(site);
  return (await createApi(collector.url, site, key).report('finds')).rows;
}

describe('a product that is looked for on the wrong shelf', () => {
  it('is told with the shelf that was tried first, and the one that it was found on', async () => {
    const page = await enter();
    await toEspressoMachines(page);
    await page.clock.runFor(4_000);
    await toHandBlenders(page);
    await follow(page, FROTHER.path);
    await addToCart(page);
    expect(only(await end(page), 'find')).toEqual({
      'find BH-302 coffee/espresso blenders/hand detour': 1,
    });
    expect(await reported()).toEqual([
      { item: 'BH-302', tried: 'coffee/espresso', found: 'blenders/hand', route: 'detour', n: 1, people: 1 },
    ]);
  });

  it('is told so too where the visitor went back from a product of that shelf, and stayed with this one', async () => {
    const page = await enter();
    await toEspressoMachines(page);
    const espresso = await page.locator('main a[href^="/p/"]').first().getAttribute('href');
    await follow(page, espresso ?? '');
    await page.clock.runFor(2_000);
    await back(page, '/c/coffee/espresso');
    await toHandBlenders(page);
    await follow(page, FROTHER.path);
    await stay(page);
    expect(only(await end(page), 'find')).toEqual({
      'find BH-302 coffee/espresso blenders/hand detour': 1,
    });
  });
});

describe('a product that is looked for where it is', () => {
  it('is told as found there directly, though the way led over the shelf above', async () => {
    const page = await enter();
    await toHandBlenders(page);
    await follow(page, FROTHER.path);
    await stay(page);
    await addToCart(page); // found already: no second find
    expect(only(await end(page), 'find')).toEqual({
      'find BH-302 blenders/hand blenders/hand direct': 1,
    });
    expect(await reported()).toEqual([
      { item: 'BH-302', tried: 'blenders/hand', found: 'blenders/hand', route: 'direct', n: 1, people: 1 },
    ]);
  });

  it('is not told as found by a visitor who looks and goes on', async () => {
    const page = await enter();
    await toHandBlenders(page);
    await follow(page, FROTHER.path);
    await page.clock.runFor(SETTLED_MS - 2_000);
    await follow(page, '/c/kettles');
    expect(only(await end(page), 'find')).toEqual({});
  });
});

describe('a visitor who is back from a product', () => {
  const lookAt = async (page: Page, ms: number): Promise<Counts> => {
    await toHandBlenders(page);
    await page.clock.runFor(2_000); // visitors look before they click
    await page.locator(`main a[href="${FROTHER.path}"]`).first().click();
    await isCounted(page, FROTHER.path);
    await page.clock.runFor(ms);
    await back(page, '/c/blenders/hand');
    return only(await end(page), 'slot.clicked', 'slot.returned');
  };

  it('within 8 seconds is told as returned to the position that led there', async () => {
    const counts = await lookAt(await enter(), 3_000);
    const [clicked = ''] = Object.keys(only(counts, 'slot.clicked'));
    const position = clicked.split(' ').slice(1).join(' ');
    expect(position).toMatch(/^\/c\/blenders\/hand \S+\/\d+ BH-302 l$/);
    expect(counts).toEqual({ [`slot.clicked ${position}`]: '1/1', [`slot.returned ${position}`]: '1/1' });
  });

  it('later is not', async () => {
    const counts = await lookAt(await enter(), SETTLED_MS + 1_000);
    expect(Object.keys(counts)).toEqual([expect.stringMatching(/^slot\.clicked /)]);
  });
});
