/**
 * What a developer sees of the counting, on the example storefront under its strict policy: before consent what would be
 * counted, without a byte stored or sent for it, and after it what waits and what was sent.
 */
import { type RunningStorefront, serveStorefront } from '@holloway/example-storefront';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findingsOfAxe } from './support/axe.ts';
import { newVisitor, openBrowser, type Visitor, type VisitorOptions } from './support/browser.ts';
import { type Collector, createCollector } from './support/collector.ts';
import { type Ear, openEar } from './support/ear.ts';

/** Time, size and answer. */
const COUNTED = /^\d\d:\d\d:\d\d · \d+ bytes · 204, counted$/;
const NOTHING = { cookies: [], local: [], session: [], databases: [], caches: [] };

let browser: Browser;
let collector: Collector;
let ear: Ear;
let shop: RunningStorefront;
const visitors: Visitor[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  collector = await createCollector({ HOLLOWAY_RATE_PER_NETWORK: '0' });
  await collector.start();
});
afterAll(async () => {
  await browser.close();
  await collector.remove();
});

let shops = 0;
beforeEach(async () => {
  ear = await openEar(collector.url);
  const site = `shop-${++shops}`;
  shop = await serveStorefront({ port: 0, host: '127.0.0.1', collectorUrl: ear.url, site });
  await collector.holloway('site', 'add', site, '--origin', shop.url, '--kind', 'test');
});
afterEach(async () => {
  await Promise.all(visitors.splice(0).map((visitor) => visitor.close()));
  await shop.close();
  await ear.close();
});

/** What the browser's own console complained of, the policy's refusals among it. */
let complaints: string[];

async function visit(path: string, options: VisitorOptions = {}): Promise<Visitor> {
  const visitor = await newVisitor(browser, options);
  visitors.push(visitor);
  // What is closed to the page's own scripts is closed to a test too.
  await visitor.context.addInitScript(() => {
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function (init) {
      return attachShadow.call(this, { ...init, mode: 'open' });
    };
  });
  complaints = [];
  visitor.page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  visitor.page.on('pageerror', (error) => complaints.push(error.message));
  await visitor.page.goto(shop.url + path, { waitUntil: 'networkidle' });
  return visitor;
}

const overlayOf = (page: Page): Locator => page.getByRole('region', { name: 'Holloway debug' });
const barOf = (page: Page): Locator => overlayOf(page).getByRole('button', { name: /^Holloway/ });
/** Of a cell that is shown: its count. */
const cellOf = (page: Page, name: string): Locator =>
  overlayOf(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
    .getByRole('cell');

const accept = (page: Page): Promise<void> => page.getByRole('button', { name: 'Accept all' }).click();

/** By a click on a link, which leads nowhere: what waits goes out with it all the same. */
async function send(page: Page): Promise<void> {
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = '#here';
    link.textContent = 'Here';
    document.querySelector('main')?.prepend(link);
  });
  await page.getByRole('link', { name: 'Here', exact: true }).click();
}

/** Waits for a body that says of itself what became of it. */
const sentAs = (page: Page, head: RegExp): Promise<void> => overlayOf(page).getByText(head).first().waitFor();

/** What was asked of the collector, without the hashes of parts. @param after How many requests are left out. */
const asked = (after = 0): string[] =>
  ear.heard.slice(after).map(({ path }) => path.replace(/-[0-9a-f]{8}\.js$/, ''));

describe('a page without debugging', () => {
  it('has no overlay', async () => {
    const { page } = await visit('/');
    await page.getByRole('button', { name: 'Accept all' }).waitFor();
    expect(await page.locator('[data-holloway-debug]').count()).toBe(0);
    expect(asked().join()).not.toMatch(/overlay|explain/);
  });
});

describe('before consent', () => {
  it('the overlay shows what would be counted, and nothing is stored or sent for it', async () => {
    const plain = await visit('/');
    await plain.close();
    const before = asked();

    const { page, kept } = await visit('/?holloway-debug');
    const overlay = overlayOf(page);
    await overlay.getByText('Dry run: statistics are off').waitFor();
    await overlay.getByText('nothing is on: the visitor has not chosen yet').waitFor();
    await cellOf(page, '(entry) · /').first().waitFor();
    expect(await cellOf(page, '(entry) · /').first().textContent()).toBe('1, new in 28 days');
    expect(await barOf(page).textContent()).toMatch(/^Holloway · dry run · \d+ would wait$/);

    expect(await kept()).toEqual(NOTHING);

    // What would have been sent when the page is left, by a click and by its end.
    await page.getByRole('navigation').getByRole('link', { name: 'Kettles' }).first().click();
    await page.waitForURL('**/c/kettles');
    await page.waitForLoadState('networkidle');
    expect(await kept()).toEqual(NOTHING);
    const more = asked(before.length).filter((path) => !before.includes(path));
    expect(new Set(more)).toEqual(new Set(['/holloway/analytics', '/holloway/explain', '/holloway/overlay']));
    expect(complaints).toEqual([]);
  });

  it('what would be sent is shown as not sent', async () => {
    const { page } = await visit('/?holloway-debug');
    await cellOf(page, '(entry) · /').first().waitFor();
    await send(page);
    await sentAs(page, /^\d\d:\d\d:\d\d · \d+ bytes · not sent$/);
    await overlayOf(page).getByText('Would have been sent: 1').waitFor();
    expect(ear.heard.filter(({ path }) => path === '/v1/collect')).toEqual([]);
  });

  it('what a page tells by track is tried, and told to nobody', async () => {
    const { page, kept } = await visit('/?holloway-debug');
    await cellOf(page, '(entry) · /').first().waitFor();
    await page.evaluate(() =>
      window.holloway?.track('add_to_cart', { currency: 'EUR', items: [{ item_id: 'KE-101', price: 49.9 }] }),
    );
    await overlayOf(page).getByText('cart KE-101 4990 (EUR, minor units)').waitFor();
    expect(await kept()).toEqual(NOTHING);
  });

  it('a refusal leaves it a dry run, and the choice alone', async () => {
    const { page, kept } = await visit('/?holloway-debug');
    await cellOf(page, '(entry) · /').first().waitFor();
    await page.getByRole('button', { name: 'Reject all' }).click();
    await overlayOf(page).getByText('nothing is on: the visitor refused everything').waitFor();
    await overlayOf(page).getByText('Dry run: statistics are off').waitFor();
    expect(await kept()).toEqual({ ...NOTHING, local: ['holloway.choice'] });
  });
});

describe('after consent', () => {
  it('the overlay shows what waits, and what was sent with its answer, to the letter', async () => {
    const { page } = await visit('/?holloway-debug');
    await cellOf(page, '(entry) · /').first().waitFor();
    await accept(page);
    const overlay = overlayOf(page);
    await overlay.getByText(/analytics.* on: the visitor chose so on/).waitFor();
    await overlay.getByText('Dry run:').waitFor({ state: 'hidden' });
    await cellOf(page, '(entry) · /').first().waitFor();
    await overlay.getByText(/ · banner · accepted$/).waitFor();

    await send(page);
    await sentAs(page, COUNTED);
    await overlay.getByText(COUNTED).first().click();
    const shown = await overlay.locator('pre').first().textContent();
    const collected = ear.heard.filter(({ path }) => path === '/v1/collect').map(({ body }) => body);
    expect(collected.map((body) => JSON.parse(body))).toContainEqual(JSON.parse(shown ?? ''));
    expect(complaints).toEqual([]);
  });

  it('what an earlier page of the tab sent is still there', async () => {
    const { page } = await visit('/?holloway-debug');
    await accept(page);
    await overlayOf(page)
      .getByText(/ · banner · accepted$/)
      .waitFor();
    await send(page);
    await sentAs(page, COUNTED);
    await page.goto(`${shop.url}/c/kettles?holloway-debug`);
    await sentAs(page, /^\d+ bytes · sent by an earlier page$/);
    await overlayOf(page).getByText('page /c/kettles, type category, category kettles').waitFor();
  });

  it('a withdrawal makes it a dry run again', async () => {
    const { page, kept } = await visit('/?holloway-debug');
    await accept(page);
    await overlayOf(page).getByText('Dry run:').waitFor({ state: 'hidden' });
    await page.evaluate(() =>
      window.holloway?.consent.set({ preferences: false, analytics: false, marketing: false }),
    );
    await overlayOf(page).getByText('Dry run: statistics are off').waitFor();
    await cellOf(page, '(entry) · /').first().waitFor();
    expect(await kept()).toEqual({ ...NOTHING, local: ['holloway.choice'] });
  });
});

describe('the overlay in the page', () => {
  it.each([
    { width: 1280, height: 800, colorScheme: 'light', isOpen: true },
    { width: 1280, height: 800, colorScheme: 'dark', isOpen: true },
    { width: 360, height: 740, colorScheme: 'light', isOpen: false },
  ] as const)('stands clear of the banner at $width px in $colorScheme, without a finding', async (look) => {
    const { page } = await visit('/?holloway-debug', { ...look, bypassCSP: true });
    await barOf(page).waitFor();
    expect(await barOf(page).getAttribute('aria-expanded')).toBe(String(look.isOpen));
    const [overlay, banner] = [
      await overlayOf(page).boundingBox(),
      await page.locator('#holloway-ui').boundingBox(),
    ];
    if (!overlay || !banner) throw new Error('both are shown');
    expect(overlay.y + overlay.height).toBeLessThan(banner.y);
    expect(overlay.x + overlay.width).toBeLessThanOrEqual(look.width);
    if (!look.isOpen) await barOf(page).click();
    expect(await findingsOfAxe(page)).toEqual([]);
  });

  it('is worked by the keyboard alone', async () => {
    const { page } = await visit('/?holloway-debug', { width: 700 });
    const bar = barOf(page);
    await bar.waitFor();
    await bar.focus();
    await page.keyboard.press('Enter');
    expect(await bar.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Tab');
    const focused = overlayOf(page).locator(':focus');
    expect(await focused.getAttribute('aria-label')).toBe('What is counted');
    await page.keyboard.press('Escape');
    expect(await bar.getAttribute('aria-expanded')).toBe('false');
    expect(await overlayOf(page).locator(':focus').getAttribute('aria-expanded')).toBe('false');
  });
});
