/**
 * The whole way through: from a click in a real Chromium on the example storefront to a number in a report.
 */
import { type RunningStorefront, serveStorefront, storefrontCatalogue } from '@holloway/example-storefront';
import { type Batch, dayAt, type FlowRow } from '@holloway/protocol';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from './support/api.ts';
import { hide, newVisitor, openBrowser, type Visitor } from './support/browser.ts';
import { type Collector, createCollector } from './support/collector.ts';
import { declareCatalogue } from './support/declare-catalogue.ts';
import { countsOf, type Ear, openEar } from './support/ear.ts';

const PRODUCT = '/p/heron-gooseneck-kettle-ink';
const NOTHING = { cookies: [], local: [], session: [], databases: [], caches: [] };
const CHOICE_ALONE = { ...NOTHING, local: ['holloway.choice'] };

let browser: Browser;
let collector: Collector;
let ear: Ear;
let shop: RunningStorefront;
let key: string;
const visitors: Visitor[] = [];

/** Nobody shops on the machine that the shop runs on: an answer takes its time to come. */
async function atADistance(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 40,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
}

async function visit(): Promise<Visitor> {
  const visitor = await newVisitor(browser);
  visitors.push(visitor);
  await atADistance(visitor.page);
  await visitor.page.goto(shop.url, { waitUntil: 'networkidle' });
  return visitor;
}

const choose = (page: Page, label: 'Accept all' | 'Reject all'): Promise<void> =>
  page.getByRole('button', { name: label }).click();

/** A visitor needs longer to choose a link than the SDK to read its configuration; a program has to be told to wait. */
async function isCounted(page: Page, path: string): Promise<void> {
  await page.waitForFunction(
    (expected) => JSON.parse(localStorage.getItem('holloway.visit') ?? '{}').visit?.page.path === expected,
    path,
  );
}

/** Home, the kettles, one of them, the cart; then away. */
async function walkToTheCart({ page }: Visitor, isThere: typeof isCounted): Promise<void> {
  await isThere(page, '/');
  await page.getByRole('navigation').getByRole('link', { name: 'Kettles' }).first().click();
  await page.waitForURL('**/c/kettles');
  await isThere(page, '/c/kettles');
  await page.locator(`main a[href="${PRODUCT}"]`).first().click();
  await page.waitForURL(`**${PRODUCT}`);
  await isThere(page, PRODUCT);
  await page.getByRole('link', { name: /cart/i }).first().click();
  await page.waitForURL('**/cart');
  await isThere(page, '/cart');
  await hide(page);
}

const isIdle = (page: Page): Promise<void> => page.waitForLoadState('networkidle');

const hasSeenTheCart = (batches: readonly Batch[]): boolean =>
  countsOf(batches)['page.view /cart'] !== undefined;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

async function openShop(siteOptions: readonly string[]): Promise<void> {
  collector = await createCollector({ HOLLOWAY_RATE_PER_NETWORK: '0' });
  await collector.start();
  ear = await openEar(collector.url);
  shop = await serveStorefront({ port: 0, host: '127.0.0.1', collectorUrl: ear.url, site: 'shop' });
  await collector.holloway('site', 'add', 'shop', '--origin', shop.url, ...siteOptions);
  await declareCatalogue(collector, 'shop', storefrontCatalogue());
  key = await collector.addKey('shop');
}
afterEach(async () => {
  await Promise.all(visitors.splice(0).map((visitor) => visitor.close()));
  await shop.close();
  await ear.close();
  await collector.remove();
});

const collected = () => ear.heard.filter(({ path }) => path === '/v1/collect');

describe('a visitor who was not asked yet', () => {
  it('sends nothing and keeps nothing, whatever they do', async () => {
    await openShop(['--kind', 'test']);
    const visitor = await visit();
    await visitor.page.mouse.wheel(0, 2000);
    await walkToTheCart(visitor, isIdle);
    expect(await visitor.kept()).toEqual(NOTHING);
    await visitor.close();
    expect(collected()).toEqual([]);
  });
});

describe('a visitor who rejects', () => {
  it('sends nothing, keeps the choice alone, and is not asked again', async () => {
    await openShop(['--kind', 'test']);
    const visitor = await visit();
    await choose(visitor.page, 'Reject all');
    expect(await visitor.kept()).toEqual(CHOICE_ALONE);
    await walkToTheCart(visitor, isIdle);
    expect(await visitor.page.getByRole('button', { name: 'Reject all' }).count()).toBe(0);
    expect(await visitor.kept()).toEqual(CHOICE_ALONE);
    await visitor.close();
    expect(collected()).toEqual([]);
  });
});

describe('a visitor who accepts', () => {
  it('is counted as what they did, and the reports say so', async () => {
    await openShop(['--kind', 'test', '--time-zone', 'Europe/Berlin']);
    const visitor = await visit();
    await choose(visitor.page, 'Accept all');
    await walkToTheCart(visitor, isCounted);
    await ear.until(hasSeenTheCart);

    expect(countsOf(ear.batches())).toMatchObject({
      visit: 1,
      'visit.entry /': 1,
      'visit.onward /': 1,
      'page.view /': 1,
      'page.view /c/kettles': 1,
      [`page.view ${PRODUCT}`]: 1,
      'page.view /cart': 1,
      'flow.page (entry) /': 1,
      'flow.page / /c/kettles': 1,
      [`flow.page /c/kettles ${PRODUCT}`]: 1,
      [`flow.page ${PRODUCT} /cart`]: 1,
      'flow.category (entry) (home)': 1,
      'flow.category (home) kettles': 1,
      'flow.trail (home) kettles kettles/gooseneck': 1,
    });
    const api = createApi(collector.url, 'shop', key);
    const today = dayAt(Date.now(), 'Europe/Berlin');
    const overview = await api.report('overview');
    expect(overview.rows).toEqual([{ day: today, visits: 1, visitors: 1, pageviews: 4 }]);
    const flows = await api.report('flows', { level: 'page' });
    expect(flows.rows).toHaveLength(4);
    expect(flows.rows).toContainEqual<FlowRow>({ from: '/c/kettles', to: PRODUCT, n: 1, people: 1 });
    expect(flows.waiting).toEqual({ rows: 0, n: 0 });
    const pages = await api.report('pages');
    expect(pages.rows.find(({ page }) => page === '/cart')).toMatchObject({
      views: 1,
      exits: 1,
      entries: null,
    });
    expect(pages.rows.find(({ page }) => page === '/')).toMatchObject({
      views: 1,
      exits: 0,
      entries: 1,
      bounces: 0,
    });
    const layout = await api.report('layout');
    expect(layout.rows).toMatchObject([{ page: '/c/kettles', clicked: 1, clicks: 1, exposed: null }]);
    expect((await api.report('devices', { dimension: 'browser' })).rows).toEqual([
      { value: 'Chrome', n: 1, people: 1 },
    ]);
    expect((await api.report('devices', { dimension: 'os' })).rows).toEqual([
      { value: 'Windows', n: 1, people: 1 },
    ]);
    expect((await api.report('overview', { slice: 'device:desktop' })).totals.visits).toBe(1);
  });

  it('sends neither cookies nor a referrer, and nothing that is not a declared cell', async () => {
    await openShop(['--kind', 'test']);
    const visitor = await visit();
    await choose(visitor.page, 'Accept all');
    await walkToTheCart(visitor, isCounted);
    await ear.until(hasSeenTheCart);
    for (const { headers } of collected()) {
      expect(headers.cookie).toBeUndefined();
      expect(headers.referer).toBeUndefined();
      expect(headers['content-type']).toMatch(/^text\/plain/);
    }
    for (const batch of ear.batches()) {
      expect(Object.keys(batch)).toEqual([
        'v',
        'site',
        'day',
        'batch',
        'statement',
        'basis',
        'slices',
        'increments',
      ]);
    }
  });
});

describe('a live site with k = 10', () => {
  it('shows a walk only once ten browsers have done it', async () => {
    await openShop(['--kind', 'live', '--k', '10']);
    const api = createApi(collector.url, 'shop', key);
    const walk = async (count: number): Promise<void> => {
      for (let i = 0; i < count; i++) {
        const visitor = await visit();
        await choose(visitor.page, 'Accept all');
        await walkToTheCart(visitor, isCounted);
        const seen = visitors.length;
        await ear.until((batches) => (countsOf(batches)['page.view /cart'] ?? 0) >= seen);
      }
    };
    await walk(9);
    const before = await api.report('flows', { level: 'page' });
    expect(before.rows).toEqual([]);
    expect((await api.report('overview')).totals).toEqual({ visits: null, visitors: null, pageviews: null });

    await walk(1);
    const after = await api.report('flows', { level: 'page' });
    expect(after.rows).toContainEqual<FlowRow>({ from: '/c/kettles', to: PRODUCT, n: 10, people: 10 });
    expect(after.rows).toHaveLength(4);
    expect((await api.report('overview')).totals).toEqual({ visits: 10, visitors: 10, pageviews: 40 });
  });
});
