/**
 * The storefront as merchandisers will see it: every report filled by browsers that shopped there, and by nothing else.
 */
import { join } from 'node:path';
import { type RunningStorefront, serveStorefront, storefrontCatalogue } from '@holloway/example-storefront';
import { REPORT_NAMES, type ReportName } from '@holloway/protocol';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, createApi } from './support/api.ts';
import { hide, newVisitor, openBrowser, type VisitorOptions } from './support/browser.ts';
import { type Collector, createCollector } from './support/collector.ts';
import { declareCatalogue } from './support/declare-catalogue.ts';
import { LOOKED_MS, look } from './support/drawn.ts';
import { type Ear, openEar } from './support/ear.ts';
import { isCounted } from './walks/walk.ts';

const POLICY = join(import.meta.dirname, '../examples/storefront/holloway-policy.json');
/** An address of an Italian provider's, which the collector looks up and forgets. */
const ITALY = '151.36.0.1';
const DAYS_AWAY = 3;
const DAY_MS = 24 * 60 * 60 * 1_000;

let browser: Browser;
let collector: Collector;
let ear: Ear;
let shop: RunningStorefront;
let api: Api;

async function go(page: Page, path: string, query = ''): Promise<void> {
  await page.goto(`${shop.url}${path}${query}`);
  await isCounted(page, path);
}

async function follow(page: Page, selector: string, path: string): Promise<void> {
  await page.locator(selector).first().click();
  await page.waitForURL(`**${path}*`);
  await isCounted(page, path);
}

async function shopIn(options: VisitorOptions, walk: (page: Page) => Promise<void>): Promise<void> {
  const { page, close } = await newVisitor(browser, options);
  await page.clock.install();
  await page.goto(shop.url, { referer: 'https://www.google.com/' });
  await page.getByRole('button', { name: 'Accept all' }).click();
  await isCounted(page, '/');
  await walk(page);
  const before = ear.batches().length;
  await hide(page);
  await ear.until((batches) => batches.length > before);
  await close();
}

const FROTHER = 'main a[href^="/p/"][data-holloway-item="BH-301"]';

/** Looks for the milk frother among the coffee machines, finds it among the blenders, and buys it. */
async function buyTheFrother(page: Page): Promise<void> {
  await follow(page, 'header a[href="/c/coffee"]', '/c/coffee');
  await look(page);
  await follow(page, 'main a[href="/c/coffee/espresso"]', '/c/coffee/espresso');
  await follow(page, 'header a[href="/c/blenders"]', '/c/blenders');
  await follow(page, 'main a[href="/c/blenders/hand"]', '/c/blenders/hand');
  await look(page);
  const path = (await page.locator(FROTHER).first().getAttribute('href')) ?? '';
  await follow(page, FROTHER, path);
  await page.locator('form[data-event=add_to_cart] button').click();
  await page.waitForURL('**/cart');
  await isCounted(page, '/cart');
  await follow(page, 'a[href="/checkout"]', '/checkout');
  for (const field of await page.locator('form[action="/checkout"] input').all()) {
    const name = await field.getAttribute('name');
    await field.fill(name === 'email' ? 'visitor@home.example' : name === 'postcode' ? '10115' : 'Nobody');
  }
  await page.locator('form[action="/checkout"] button').click();
  await page.waitForURL('**/order/*');
  await isCounted(page, '/order/:id');
}

/** Searches in other words, clicks in vain and in anger, and says which colour is the favourite. */
async function searchAndStumble(page: Page): Promise<void> {
  // A click that stays on its page, so that where it was is told for certain.
  await page.locator('#q').click();
  await look(page);
  await page.locator('#q').fill('frothing thing');
  await page.locator('#q').press('Enter');
  await isCounted(page, '/search');
  await page.locator('#q').fill('frother');
  await page.locator('#q').press('Enter');
  await page.waitForURL('**q=frother');
  await page.waitForFunction(() => localStorage.getItem('holloway.visit')?.includes('"search":"frother"'));
  await look(page);
  await page.locator('main a[href^="/p/"]').first().click();
  await page.waitForURL('**/p/*');
  await page.waitForFunction(() => localStorage.getItem('holloway.visit')?.includes('"type":"product"'));
  const picture = page.locator('article.product > img');
  for (let i = 0; i < 3; i += 1) await picture.click({ position: { x: 40, y: 40 } });
  await look(page); // in vain
  await page.locator('#holloway-control, [data-holloway-open]').first().click();
  await page.getByLabel('Your colour').selectOption({ index: 1 });
}

beforeAll(async () => {
  browser = await openBrowser();
  collector = await createCollector({ HOLLOWAY_RATE_PER_NETWORK: '0', HOLLOWAY_TRUST_PROXY: '1' });
  await collector.start();
  ear = await openEar(collector.url, { from: ITALY });
  shop = await serveStorefront({ port: 0, host: '127.0.0.1', collectorUrl: ear.url, site: 'shop' });
  await collector.holloway('site', 'add', 'shop', '--origin', shop.url, '--kind', 'test');
  await declareCatalogue(collector, 'shop', storefrontCatalogue());
  await collector.holloway('statement', 'publish', 'shop', POLICY);
  api = createApi(collector.url, 'shop', await collector.addKey('shop'));
  await shopIn({}, buyTheFrother);
  await shopIn({ width: 390, height: 844, model: 'SM-S911B' }, async (page) => {
    await go(page, '/stories', '?utm_campaign=winter&utm_medium=email');
    await searchAndStumble(page);
  });
  const { page, close } = await newVisitor(browser);
  const now = Date.now();
  await page.clock.install({ time: now });
  await page.goto(`${shop.url}/c/kettles?utm_campaign=winter&utm_medium=email`);
  await page.getByRole('button', { name: 'Accept all' }).click();
  await isCounted(page, '/c/kettles');
  await hide(page);
  await ear.until((batches) => JSON.stringify(batches).includes('winter'));
  await page.clock.setSystemTime(now + DAYS_AWAY * DAY_MS);
  await go(page, '/about');
  await hide(page);
  await ear.until((batches) => JSON.stringify(batches).includes('visit.return'));
  await close();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await shop.close();
  await ear.close();
  await collector.remove();
});

/** What stays empty where all is well: nothing failed, and no layout is tested. */
const GOOD_IF_EMPTY: readonly ReportName[] = ['faults', 'experiments'];

describe('three browsers in the storefront', () => {
  it.each(REPORT_NAMES)('fill the report %s', async (name) => {
    const { rows } = await api.report(name);
    if (GOOD_IF_EMPTY.includes(name)) expect(rows).toEqual([]);
    else expect(rows.length).toBeGreaterThan(0);
  });

  it('are four visits of three people, from one country, by a search engine and a campaign', async () => {
    expect((await api.report('overview')).totals).toMatchObject({ visits: 4, visitors: 3 });
    expect((await api.report('countries')).rows).toEqual([{ value: 'IT', n: 4, people: 3 }]);
    expect((await api.report('sources')).rows).toEqual([{ value: 'google.com', n: 2, people: 2 }]);
    expect((await api.report('campaigns')).rows).toEqual([{ value: 'winter', n: 1, people: 1 }]);
    expect((await api.report('devices', { dimension: 'model' })).rows).toEqual([
      { value: 'Samsung Galaxy S23', n: 1, people: 1 },
    ]);
    expect((await api.report('devices', { dimension: 'viewport' })).rows).toEqual([
      { value: 'l', n: 3, people: 2 },
      { value: 's', n: 1, people: 1 },
    ]);
    // Slices, told of a test site before its first day is sealed. Who came by a search engine came back the same day.
    expect((await api.report('sources', { dimension: 'kind' })).rows).toEqual([
      { value: 'search', n: 2, people: 2 },
      { value: 'direct', n: 1, people: 0 },
      { value: 'email', n: 1, people: 1 },
    ]);
  });

  it('began in an hour of the week each, and say how long each took', async () => {
    const hours = (await api.report('hours')).rows;
    expect(hours.reduce((sum, { n }) => sum + n, 0)).toBe(4);
    const { rows, totals } = await api.report('durations');
    expect(rows.reduce((sum, { n }) => sum + n, 0)).toBe(totals.n);
    expect(totals.n).toBe(4);
    // The two that shopped looked around for seconds.
    expect(totals.upperQuartile).toBeGreaterThan(LOOKED_MS);
  });

  it('say who came back after three days', async () => {
    expect((await api.report('returns')).rows).toEqual([{ days: DAYS_AWAY, n: 1 }]);
  });

  it('say how far down pages were seen, once for each view', async () => {
    const { rows } = await api.report('scroll');
    const { rows: pages } = await api.report('pages');
    for (const { page, views } of pages) {
      const of = rows.filter((row) => row.page === page);
      expect(of.reduce((sum, { n }) => sum + (n ?? 0), 0)).toBeLessThanOrEqual(views);
      expect(of[0]?.reached ?? 0).toBeLessThanOrEqual(views);
    }
    // A list of products is longer than a window, and nobody scrolled it to its end.
    const list = rows.filter(({ page }) => page === '/c/blenders/hand');
    expect(list[0]).toMatchObject({ tenth: 1, reached: 1 });
    expect(list.length).toBeLessThan(10);
  });

  it('say that the milk frother stands on the wrong shelf', async () => {
    expect((await api.report('finds')).rows).toContainEqual({
      item: 'BH-301',
      tried: 'coffee/espresso',
      found: 'blenders/hand',
      route: 'detour',
      n: 1,
      people: 1,
    });
  });

  it('credit what was bought to the position that led there', async () => {
    const layout = (await api.report('layout')).rows.find(({ ordered }) => ordered);
    expect(layout).toMatchObject({
      page: '/c/blenders/hand',
      zone: 'grid',
      item: 'BH-301',
      clicked: 1,
      added: 1,
    });
    const [product] = (await api.report('products')).rows;
    expect(product).toMatchObject({ item: 'BH-301', currency: 'EUR', added: 1, ordered: 1 });
    expect((await api.report('purchases')).rows).toEqual([
      { currency: 'EUR', orders: 1, value: product?.orderedValue },
    ]);
    expect(layout?.value).toBe(product?.orderedValue);
    expect((await api.report('funnel')).rows).toContainEqual({
      category: 'blenders/hand',
      list: 1,
      product: expect.any(Number),
      cart: 1,
      checkout: 1,
      order: 1,
    });
  });

  it('say what was searched for, in vain and in other words', async () => {
    const { rows } = await api.report('search');
    expect(rows).toContainEqual({ term: 'frothing thing', asked: 1, empty: 1, clicked: null, refined: 1 });
    expect(rows).toContainEqual({ term: 'frother', asked: 1, empty: null, clicked: 1, refined: null });
    expect((await api.report('refinements')).rows).toEqual([
      { from: 'frothing thing', to: 'frother', n: 1, people: 1 },
    ]);
  });

  it('say what was clicked in vain and in anger', async () => {
    const { rows } = await api.report('elements');
    expect(rows.filter(({ dead }) => dead)).not.toEqual([]);
    expect(rows.filter(({ rage }) => rage)).not.toEqual([]);
  });

  it('draw the page by where its regions stand, and count menu and foot once for all pages', async () => {
    const boxes = (await api.report('boxes')).rows;
    const grid = boxes.find(
      ({ page, element, viewport }) =>
        page === '/c/blenders/hand' && element === 'grid/1' && viewport === 'l',
    );
    expect(grid).toMatchObject({ x: expect.any(Number), width: expect.any(Number) });
    expect(grid?.width).toBeGreaterThan(100);
    const zones = (await api.report('zones')).rows;
    expect(zones.find(({ page, zone }) => page === '(any)' && /header|shelves|nav/.test(zone))).toBeDefined();
  });

  it('state a favourite colour', async () => {
    expect((await api.report('preferences')).rows).toMatchObject([{ key: 'colour', n: 1 }]);
  });
});
