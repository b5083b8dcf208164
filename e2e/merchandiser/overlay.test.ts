/**
 * The numbers over the live page: a merchandiser opens the storefront from the dashboard and sees them on what they are of,
 * under the shop's strict policy, without being counted and without a byte stored.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type RunningStorefront, serveStorefront } from '@holloway/example-storefront';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../access/dashboard.ts';
import { newVisitor } from '../support/browser.ts';
import { type Ear, openEar } from '../support/ear.ts';
import { openShop, SHOP, type Shop, settled } from './store.ts';

const PICTURES = join(import.meta.dirname, '../../test-results/overlay');
const LIST = '/c/kettles';
const DAYS = 2;

let shop: Shop;
let ear: Ear;
let storefront: RunningStorefront;
let owner: Person;
/** The store's page, with the numbers over it. */
let live: Page;
/** Where it was opened, code and all. */
let address = '';
/** What its browser complained of. */
const complaints: string[] = [];

beforeAll(async () => {
  await mkdir(PICTURES, { recursive: true });
  shop = await openShop({ days: DAYS, real: false });
  ear = await openEar(shop.dashboard.collector.url);
  storefront = await serveStorefront({ port: 0, host: '127.0.0.1', collectorUrl: ear.url, site: SHOP });
  await shop.dashboard.collector.holloway('site', 'set', SHOP, '--origin', storefront.url);
  owner = await shop.sit({ width: 1440, height: 900 });
  const context = owner.page.context();
  // What is closed to the page's own scripts is closed to a test too.
  await context.addInitScript(() => {
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function (init) {
      return attachShadow.call(this, { ...init, mode: 'open' });
    };
    document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => {
      console.error(`policy: ${violatedDirective}`);
    });
  });
  context.on('page', (page) => {
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  });
}, 240_000);
afterAll(async () => {
  await owner.close();
  await storefront.close();
  await ear.close();
  await shop.close();
});

/** Which boxes lie within two pixels of the parts of the page that they name, and which do not. */
const placed = (page: Page) =>
  page.evaluate(() => {
    const layer = document.querySelector('[data-holloway-overlay]')?.shadowRoot;
    const shown = [...(layer?.querySelectorAll('.box.slot:not([hidden])') ?? [])].map((box) =>
      box.getBoundingClientRect(),
    );
    const cards = [...document.querySelectorAll('[data-holloway-zone=grid] li')]
      .map((card) => card.getBoundingClientRect())
      .filter(({ top, bottom }) => bottom > 0 && top < innerHeight);
    const fits = cards.filter((card) =>
      shown.some((box) =>
        (['left', 'top', 'width', 'height'] as const).every((side) => Math.abs(box[side] - card[side]) <= 2),
      ),
    );
    return { cards: cards.length, fits: fits.length };
  });

/** What comes into the window is heard of after the frame in which it came, and stands there a frame later. */
const drawn = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let frames = 0; frames < 5; frames++) await new Promise((next) => requestAnimationFrame(next));
  });

// Each goes on where the one before ended.
describe('the live page', () => {
  it('is opened from the layout of a page, in a tab of its own', async () => {
    await owner.go(`#/${SHOP}/layout?page=${encodeURIComponent(LIST)}&window=l`);
    await settled(owner.page);
    await owner.press('Open on the live page');
    const link = owner.page.getByRole('link', { name: 'Open in a new tab' });
    await link.waitFor();
    await owner.page.screenshot({ path: join(PICTURES, 'dashboard.png') });
    address = (await link.getAttribute('href')) ?? '';
    expect(address).toMatch(/\/c\/kettles#holloway-overlay=[\w-]{43}$/);
    [live] = await Promise.all([owner.page.context().waitForEvent('page'), link.click()]);
    await live.locator('.chip').first().waitFor({ state: 'attached' });
    expect(live.url()).toBe(storefront.url + LIST);
    expect(await live.evaluate(() => window.opener)).toBeNull();
  });

  it('has its numbers over the products that they are of, with how sure they are', async () => {
    await live.getByLabel('Colour by').selectOption('Click rate');
    await live.locator('.chip.slot small').first().waitFor();
    await drawn(live);
    const { cards, fits } = await placed(live);
    expect(cards).toBeGreaterThan(3);
    expect(fits).toBe(cards);
    const texts = await live.locator('.chip.slot:not([hidden])').allTextContents();
    expect(texts[0]).toMatch(/^[\d.]+%[\d.]+%–[\d.]+%/);
    await live.screenshot({ path: join(PICTURES, 'list-1440.png') });
  });

  it('keeps them there as it is scrolled', async () => {
    await live.evaluate(() => scrollTo(0, 480));
    await drawn(live);
    const { cards, fits } = await placed(live);
    expect(cards).toBeGreaterThan(3);
    expect(fits).toBe(cards);
  });

  it('is walked through by its own links, page after page', async () => {
    await live.locator('[data-holloway-zone=grid] a').nth(2).click();
    await live.waitForURL('**/p/*');
    await live.locator('.panel .about', { hasText: '/p/' }).waitFor();
    await live.getByLabel('Colour by').waitFor();
    expect(new URL(live.url()).hash).toBe('');
    await live.setViewportSize({ width: 390, height: 844 });
    await live.locator('.panel .about', { hasText: 'Small' }).waitFor();
    await live.screenshot({ path: join(PICTURES, 'product-390.png') });
  });

  it('was never counted, and keeps nothing of it', async () => {
    const kept = await live.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
    expect(kept).toEqual([]);
    expect(ear.heard.filter(({ path }) => path === '/v1/collect')).toEqual([]);
    const asked = ear.heard.filter(({ path }) => path === '/v1/overlay');
    expect(asked.map(({ status, headers }) => [status, headers.cookie])).toEqual([
      [200, undefined],
      [200, undefined],
    ]);
    expect(complaints).toEqual([]);
  });

  it('is as it was once it is closed by its key', async () => {
    await live.keyboard.press('Escape');
    expect(await live.locator('[data-holloway-overlay]').count()).toBe(0);
  });

  it('shows nothing by a code that was used', async () => {
    const other = await newVisitor(shop.browser);
    await other.context.addInitScript(() => {
      const { attachShadow } = Element.prototype;
      Element.prototype.attachShadow = function (init) {
        return attachShadow.call(this, { ...init, mode: 'open' });
      };
    });
    await other.page.goto(address);
    await other.page.locator('.panel', { hasText: 'A code works once' }).waitFor();
    expect(await other.page.locator('.chip').count()).toBe(0);
    await other.close();
  });
});
