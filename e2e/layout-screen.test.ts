/**
 * The picture of a page as a merchandiser sees it, of the storefront's own numbers: browsers shopped there, and each of
 * them is told of many times, as if as many like them had come.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RunningStorefront, serveStorefront, storefrontCatalogue } from '@holloway/example-storefront';
import type { Batch } from '@holloway/protocol';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Dashboard, newPerson, OWNER, type Person, setUp, signIn } from './access/dashboard.ts';
import { findingsOfAxe } from './support/axe.ts';
import { hide, newVisitor, openBrowser, type VisitorOptions } from './support/browser.ts';
import { type Collector, createCollector } from './support/collector.ts';
import { declareCatalogue } from './support/declare-catalogue.ts';
import { look } from './support/drawn.ts';
import { type Ear, openEar } from './support/ear.ts';
import { isCounted } from './walks/walk.ts';

const PICTURES = join(import.meta.dirname, '../test-results/layout');
const POLICY = join(import.meta.dirname, '../examples/storefront/holloway-policy.json');
const LIST = '/c/kettles';

let browser: Browser;
let collector: Collector;
let ear: Ear;
let shop: RunningStorefront;
let dashboard: Dashboard;
let person: Person;

interface Shopper {
  readonly window: VisitorOptions;
  /** How far down the list, in windows. */
  readonly windows: number;
  /** Which product is opened, counted from the first. */
  readonly opens?: number;
  /** As how many it is told of. */
  readonly times: number;
}

const DESKTOP = { width: 1280, height: 800 };
const SHOPPERS: readonly Shopper[] = [
  { window: DESKTOP, windows: 1, opens: 0, times: 34 },
  { window: DESKTOP, windows: 1, opens: 2, times: 12 },
  { window: DESKTOP, windows: 3, opens: 5, times: 9 },
  { window: DESKTOP, windows: 5, times: 30 },
  { window: { width: 390, height: 844, model: 'SM-S911B' }, windows: 2, opens: 1, times: 20 },
];

async function browse({ window, windows, opens, times }: Shopper): Promise<void> {
  const { page, close } = await newVisitor(browser, window);
  const known = ear.batches().length;
  await page.clock.install();
  await page.goto(shop.url + LIST);
  await page.getByRole('button', { name: 'Accept all' }).click();
  await isCounted(page, LIST);
  for (let at = 0; at < windows; at++) {
    await page.evaluate((n) => scrollTo(0, n * innerHeight * 0.8), at);
    await look(page);
  }
  if (opens !== undefined) {
    await page.locator('main a[href^="/p/"][data-holloway-item]').nth(opens).click();
    await page.waitForURL('**/p/*');
  }
  await hide(page);
  await ear.until((batches) =>
    batches.slice(known).some(({ increments }) => increments.some(([fact]) => fact === 'zone.exposed')),
  );
  await close();
  const posts = ear.heard.filter(
    ({ path, method, status }) => path === '/v1/collect' && method === 'POST' && status === 204,
  );
  const own = new Set(
    ear
      .batches()
      .slice(known)
      .map(({ batch }) => batch),
  );
  for (const { body, headers } of posts) {
    const batch = JSON.parse(body) as Batch;
    if (!own.delete(batch.batch)) continue;
    for (let more = 1; more < times; more++) await sendAgain(batch, headers);
  }
}

async function sendAgain(
  batch: Batch,
  {
    origin,
    'user-agent': agent,
    'content-type': type,
  }: { readonly [name: string]: string | string[] | undefined },
): Promise<void> {
  const headers = {
    origin: String(origin),
    'user-agent': String(agent).replaceAll('HeadlessChrome', 'Chrome'),
    'content-type': String(type),
  };
  const body = JSON.stringify({ ...batch, batch: randomBytes(8).toString('base64url') });
  const answer = await fetch(`${collector.url}/v1/collect`, { method: 'POST', headers, body });
  expect(answer.status).toBe(204);
}

beforeAll(async () => {
  await mkdir(PICTURES, { recursive: true });
  browser = await openBrowser();
  collector = await createCollector({ HOLLOWAY_RATE_PER_NETWORK: '0', HOLLOWAY_TRUST_PROXY: '1' });
  await collector.start();
  ear = await openEar(collector.url);
  shop = await serveStorefront({ port: 0, host: '127.0.0.1', collectorUrl: ear.url, site: 'shop' });
  await collector.holloway(
    'site',
    'add',
    'shop',
    '--origin',
    shop.url,
    '--kind',
    'test',
    '--name',
    'Storefront',
  );
  await declareCatalogue(collector, 'shop', storefrontCatalogue());
  await collector.holloway('statement', 'publish', 'shop', POLICY);
  for (const shopper of SHOPPERS) await browse(shopper);
  dashboard = {
    collector,
    url: collector.url.replace('127.0.0.1', 'localhost'),
    setupCode: async () => (await readFile(join(collector.data, 'setup-code'), 'utf8')).trim(),
  };
  person = await newPerson(browser, dashboard);
  await setUp(person, dashboard);
}, 240_000);
afterAll(async () => {
  await browser.close();
  await shop.close();
  await ear.close();
  await collector.remove();
});

const ADDRESS = `#/shop/layout?page=${encodeURIComponent(LIST)}&window=l`;

async function open({ page, go }: Person, hash = ADDRESS): Promise<void> {
  await go(hash);
  await page.locator('.wireframe').waitFor();
  await page.waitForFunction(() => document.querySelector('.skeleton') === null);
}

const focusedBox = (page: Page): Promise<string | null> =>
  page.evaluate(
    () => document.activeElement?.closest('.wireframe [role=button]')?.getAttribute('aria-label') ?? null,
  );

describe('the picture of a list of the storefront', () => {
  it('shows head, list and positions, with the names of their products', async () => {
    await open(person);
    const names = await person.page
      .locator('.wireframe [role=button]')
      .evaluateAll((boxes) => boxes.map((box) => box.getAttribute('aria-label') ?? ''));
    expect(names.filter((name) => /^Product list \d+, \w+.*, \d+%$/.test(name)).length).toBeGreaterThan(5);
    expect(names[0]).toMatch(/^Header, on all pages, \d+%$/);
  });

  it('is walked by the keyboard alone, from the first box to the last', async () => {
    const { page } = person;
    await page.locator('.layers input').last().focus();
    await page.keyboard.press('Tab');
    const drawn = await page
      .locator('.wireframe [role=button]')
      .evaluateAll((boxes) => boxes.map((box) => box.getAttribute('aria-label')));
    const walked: (string | null)[] = [await focusedBox(page)];
    for (let step = 1; step < drawn.length; step++) {
      await page.keyboard.press('ArrowRight');
      walked.push(await focusedBox(page));
      const title = await page.locator('.box-panel h3').textContent();
      expect(walked.at(-1)?.startsWith(title ?? 'none')).toBe(true);
    }
    expect(walked).toEqual(drawn);
    expect(new Set(drawn).size).toBe(drawn.length);
    // One stop for all of them: the next key leaves the picture.
    await page.keyboard.press('Tab');
    expect(await focusedBox(page)).toBeNull();
  });

  it('has the box that a link led to in view, far down as it is', async () => {
    const { page, go } = person;
    await go('#/shop/actions');
    await page.getByRole('heading', { level: 1, name: 'Actions' }).waitFor();
    await open(person, `${ADDRESS}&box=grid%2F9`);
    const box = page.getByRole('button', { name: /^Product list 9,/, pressed: true });
    await box.waitFor();
    await page.screenshot({ path: join(PICTURES, 'led.png') });
    const { top, bottom } = await box.evaluate((drawn) => drawn.getBoundingClientRect().toJSON());
    const { scrolled, height } = await page.evaluate(() => ({ scrolled: scrollY, height: innerHeight }));
    expect([scrolled > 0, top >= 0, bottom <= height]).toEqual([true, true, true]);
    expect(await page.locator('.box-panel h3').textContent()).toBe('Product list 9');
  });

  it('takes a screenshot beneath it, which stays in the browser until it is removed', async () => {
    const { page, complaints } = person;
    const sent: string[] = [];
    page.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()));
    const buffer = await page.screenshot();
    const file = { name: 'page.png', mimeType: 'image/png', buffer };
    await page.locator('.screenshot input[type=file]').setInputFiles(file);
    await page.locator('canvas.underlay').waitFor();
    await page.screenshot({ path: join(PICTURES, 'with-screenshot.png') });
    await page.reload();
    await page.locator('canvas.underlay').waitFor();
    await person.press('Remove screenshot');
    await page.locator('canvas.underlay').waitFor({ state: 'detached' });
    await page.reload();
    await page.locator('.wireframe').waitFor();
    expect(await page.locator('canvas.underlay').count()).toBe(0);
    expect(sent).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('says so where a file is no picture', async () => {
    const file = { name: 'page.png', mimeType: 'image/png', buffer: Buffer.from('no picture') };
    await person.page.locator('.screenshot input[type=file]').setInputFiles(file);
    await person.page.getByRole('alert').getByText('no picture that the browser can read').waitFor();
  });

  it.each([
    { width: 360, height: 740, colorScheme: 'light' },
    { width: 1280, height: 900, colorScheme: 'light' },
    { width: 1280, height: 900, colorScheme: 'dark' },
    { width: 2560, height: 1400, colorScheme: 'light' },
  ] as const)('is legible and whole at $width px in $colorScheme', async (look) => {
    const other = await newPerson(browser, dashboard, { ...look, bypassCSP: true });
    await other.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await signIn(other, OWNER);
    await other.page.locator('.shell').waitFor();
    await open(other, `${ADDRESS}&layer=boxes&layer=links&layer=heatmap&layer=scroll`);
    await other.page.locator('.box-slot').first().click();
    await other.page.screenshot({
      path: join(PICTURES, `list-${look.width}-${look.colorScheme}.png`),
      fullPage: true,
    });
    const { scrollWidth, clientWidth } = await other.page.evaluate(() => ({
      scrollWidth: document.documentElement.scrollWidth,
      clientWidth: document.documentElement.clientWidth,
    }));
    expect(scrollWidth).toBe(clientWidth);
    expect(await findingsOfAxe(other.page)).toEqual([]);
    await other.close();
  });
});
