/** What is counted arrives exactly once, however a page ends and whatever the collector does; and the page pays nothing. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { hide, newVisitor, openBrowser, show, type Visitor } from '../support/browser.ts';
import { only, openShop, type Shop } from './shop.ts';

let browser: Browser;
let shop: Shop;
const visitors: Visitor[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  await Promise.all(visitors.splice(0).map((visitor) => visitor.close()));
  await shop.close();
});

async function open(): Promise<void> {
  shop = await openShop();
  shop.page('/', '<a id="next" href="/b">B</a><form action="/b"><button>Send</button></form>');
  shop.page('/b', '<a href="/">Home</a>');
}

async function visit(): Promise<Visitor> {
  const visitor = await newVisitor(browser, { kept: shop.agreed });
  visitors.push(visitor);
  return visitor;
}

/** The pageview is taken down; nothing of it need have been sent. */
const isCounted = (page: Page, path: string) =>
  page.waitForFunction(
    (expected) => JSON.parse(localStorage.getItem('holloway.visit') ?? '{}').visit?.page.path === expected,
    path,
  );

async function read(page: Page, path: string): Promise<void> {
  await page.goto(shop.url + path);
  await isCounted(page, path);
}

const views = () => only(shop.counts(), 'page.view');
const hasBoth = () => shop.until((counts) => Boolean(counts['page.view /'] && counts['page.view /b']));

describe('a page that ends', () => {
  it.each<[string, (page: Page) => Promise<unknown>]>([
    ['by a link', (page) => page.locator('#next').click()],
    ['by a form', (page) => page.locator('form button').click()],
    ['by a script', (page) => page.evaluate(() => location.assign('/b'))],
    ['in favour of another', (page) => page.evaluate(() => location.replace('/b'))],
    ['by an address that is typed', (page) => page.goto(`${shop.url}/b`)],
  ])('%s sends what it has counted, once', async (_how, leave) => {
    await open();
    const { page } = await visit();
    await read(page, '/');
    await leave(page);
    await isCounted(page, '/b');
    await hide(page);
    await hasBoth();
    expect(views()).toEqual({ 'page.view /': 1, 'page.view /b': 1 });
    expect(only(shop.counts(), 'visit')).toEqual({ visit: 1 });
  });

  it.each<[string, (page: Page) => Promise<unknown>]>([
    ['is closed', (page) => page.close()],
    ['is hidden', hide],
    ['goes to another site', (page) => page.goto('about:blank')],
  ])('for good when it %s', async (_how, leave) => {
    await open();
    const { page } = await visit();
    await read(page, '/');
    await leave(page);
    await shop.until((counts) => counts['page.view /'] === 1);
    expect(views()).toEqual({ 'page.view /': 1 });
  });

  it('without a word, as a crash does, has sent what was counted 20 seconds before', async () => {
    await open();
    const { page } = await visit();
    await page.clock.install();
    await read(page, '/');
    await page.clock.runFor(21_000);
    await shop.until((counts) => counts['page.view /'] === 1);
    const session = await page.context().newCDPSession(page);
    session.send('Page.crash').catch(() => {}); // it has no answer
    await page.waitForEvent('crash');
    expect(views()).toEqual({ 'page.view /': 1 });
  });

  it('keeps no page from the back/forward cache, and asks nobody to stay', async () => {
    await open();
    const { page, context } = await visit();
    await context.addInitScript(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      const { addEventListener } = EventTarget.prototype;
      EventTarget.prototype.addEventListener = function (...args) {
        heard.push(args[0]);
        return addEventListener.apply(this, args);
      };
    });
    await read(page, '/');
    const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    expect(heard).toContain('pagehide');
    expect(heard).not.toContain('unload');
    expect(heard).not.toContain('beforeunload');
  });
});

describe('a collector', () => {
  it('that says when to come back is left alone until then, and gets the same batch', async () => {
    await open();
    shop.answer((_, nth) => (nth === 1 ? { status: 429, headers: { 'Retry-After': '30' } } : null));
    const { page } = await visit();
    await page.clock.install();
    await read(page, '/');
    await hide(page);
    await expect.poll(() => shop.bodies.length).toBe(1);
    await show(page);
    await page.clock.runFor(29_000);
    await hide(page);
    await show(page);
    expect(shop.bodies).toHaveLength(1);
    await page.clock.runFor(21_000);
    await shop.until((counts) => counts['page.view /'] === 1);
    expect(shop.bodies[1]).toBe(shop.bodies[0]);
  });

  it('that cannot commit is asked again by the next page', async () => {
    await open();
    shop.answer((_, nth) => (nth === 1 ? { status: 503 } : null));
    const { page } = await visit();
    await page.clock.install();
    await read(page, '/');
    await hide(page);
    await expect.poll(() => shop.bodies.length).toBe(1);
    await show(page);
    await page.clock.runFor(41_000);
    await shop.until((counts) => counts['page.view /'] === 1);
    expect(views()).toEqual({ 'page.view /': 1 });
  });

  it('that never answers is not asked about the same batch again and again', async () => {
    await open();
    shop.answer(() => 'never');
    const { page } = await visit();
    await page.clock.install();
    await read(page, '/');
    await page.clock.runFor(300_000);
    expect(new Set(shop.bodies).size).toBe(shop.bodies.length);
    expect(shop.bodies.length).toBeLessThanOrEqual(2);
  });

  it('that is gone costs the page nothing: no error, no storm, and what was counted comes later', async () => {
    await open();
    const { page } = await visit();
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    let asked = 0;
    await page.route('**/v1/collect', (route) => {
      asked += 1;
      return route.abort('connectionrefused');
    });
    await page.clock.install();
    await read(page, '/');
    await page.clock.runFor(120_000);
    await page.locator('#next').click();
    await isCounted(page, '/b');
    expect(errors).toEqual([]);
    expect(asked).toBeLessThanOrEqual(8);
    await page.unroute('**/v1/collect');
    await page.clock.runFor(601_000);
    await hasBoth();
    expect(views()).toEqual({ 'page.view /': 1, 'page.view /b': 1 });
  });

  it('that refuses a batch for good does not get it again', async () => {
    await open();
    shop.answer((_, nth) => (nth === 1 ? { status: 400 } : null));
    const { page } = await visit();
    await read(page, '/');
    await hide(page);
    await expect.poll(() => shop.bodies.length).toBe(1);
    await read(page, '/b');
    await hide(page);
    await shop.until((counts) => counts['page.view /b'] === 1);
    expect(views()).toEqual({ 'page.view /b': 1 });
  });

  it('that loses its answers counts each batch once all the same', async () => {
    await open();
    shop.answer((_, nth) => (nth % 2 === 1 ? { status: 503, headers: { 'Retry-After': '1' } } : null));
    const { page } = await visit();
    await page.clock.install();
    for (const path of ['/', '/b', '/', '/b']) {
      await read(page, path);
      await page.clock.runFor(25_000);
    }
    const views = { 'page.view /': 2, 'page.view /b': 2 };
    await expect
      .poll(async () => {
        await page.clock.runFor(21_000);
        return only(shop.counts(), 'page.view');
      })
      .toEqual(views);
    expect(shop.bodies.length).toBeGreaterThan(new Set(shop.bodies).size);
    expect(only(shop.counts(), 'visit', 'page.onward')).toEqual({
      visit: 1,
      'page.onward /': 2,
      'page.onward /b': 1,
    });
  });
});

describe('a visitor without a connection', () => {
  it('is counted once they have one again', async () => {
    await open();
    const { page, context } = await visit();
    await read(page, '/');
    await context.setOffline(true);
    await hide(page);
    await show(page);
    expect(views()).toEqual({});
    // It has heard that there is no connection.
    await page.waitForFunction(() => !sessionStorage.getItem('holloway.outbox')?.includes('sentAt'));
    await context.setOffline(false);
    await shop.until((counts) => counts['page.view /'] === 1);
    expect(views()).toEqual({ 'page.view /': 1 });
  });
});

describe('what is sent', () => {
  it('is at most 16 KiB at a time, without cookies, referrer or a preflight', async () => {
    shop = await openShop();
    const links = Array.from({ length: 400 }, (_, i) => `<a href="/c/${'kettles-'.repeat(8)}${i}">x</a>`);
    shop.page('/', `<main style="font-size:6px">${links.join(' ')}</main>`);
    const { page, context } = await visit();
    await context.addCookies([{ name: 'session', value: 'secret', url: shop.collectorUrl }]);
    const requests: Record<string, string>[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/v1/collect'))
        requests.push({ method: request.method(), ...request.headers() });
    });
    await read(page, '/');
    const last = `/c/${'kettles-'.repeat(8)}299`;
    for (let i = 0; i < 300; i += 1) {
      await page.evaluate((n) => history.pushState({}, '', `/c/${'kettles-'.repeat(8)}${n}`), i);
    }
    await hide(page);
    await shop.until((counts) => counts[`page.view ${last}`] === 1);
    expect(shop.bodies.length).toBeGreaterThan(1);
    for (const body of shop.bodies) expect(Buffer.byteLength(body)).toBeLessThanOrEqual(16 * 1024);
    for (const { method, cookie, referer, 'content-type': type } of requests) {
      expect({ method, cookie, referer: referer || undefined, type }).toEqual({
        method: 'POST',
        cookie: undefined,
        referer: undefined,
        type: 'text/plain;charset=UTF-8',
      });
    }
  });
});
