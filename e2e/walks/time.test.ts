/**
 * How long pages and visits are looked at: time visible and focused, told in buckets, once for each view.
 */
import { bucketOf } from '@holloway/protocol';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hide, show, throughBackForwardCache } from '../support/browser.ts';
import { type Counts, only } from './shop.ts';
import { openStage, type Walk } from './walk.ts';

const stage = openStage();

const NOON = Date.UTC(2026, 10, 23, 12);
const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

const TIMES = ['page.engagement', 'page.resumed', 'visit.duration', 'visit.resumed'] as const;
const times = (counts: Counts): Counts => only(counts, ...TIMES);

async function read(path = '/about'): Promise<Walk & { pass(ms: number): Promise<void> }> {
  const walk = await stage.enter({ clock: NOON });
  await walk.go(path);
  return { ...walk, pass: (ms) => walk.context.clock.runFor(ms) };
}

/** The window loses the focus, and is seen as before: to another window beside it. */
async function focus(page: Page, isFocused: boolean): Promise<void> {
  await page.evaluate((has) => {
    document.hasFocus = () => has;
    window.dispatchEvent(new Event(has ? 'focus' : 'blur'));
  }, isFocused);
}

describe('a visit of one page', () => {
  it.each([[2 * SECOND_MS], [45 * SECOND_MS], [12 * MINUTE_MS]])(
    'that is read for %d ms is told as that long, when it is left',
    async (ms) => {
      const { pass, end } = await read();
      await pass(ms);
      expect(times(await end())).toEqual({
        [`page.engagement /about ${bucketOf(ms)}`]: 1,
        [`visit.duration ${bucketOf(ms)}`]: 1,
      });
    },
  );

  it('that is left at once is told as the shortest time, or as none', async () => {
    const { pass, end } = await read();
    await pass(100);
    expect(times(await end())).toEqual({ 'page.engagement /about 0': 1, 'visit.duration 0': 1 });
  });
});

describe('a visit of several pages', () => {
  it('is told for each page, and all together once', async () => {
    const { pass, follow, end } = await read('/c/kettles');
    await pass(20 * SECOND_MS);
    await follow('Swan', '/p/swan');
    await pass(40 * SECOND_MS);
    const counts = await end();
    expect(only(counts, 'page.engagement', 'page.resumed')).toEqual({
      [`page.engagement /c/kettles ${bucketOf(20 * SECOND_MS)}`]: 1,
      [`page.engagement /p/swan ${bucketOf(40 * SECOND_MS)}`]: 1,
    });
    expect(only(counts, 'visit.duration', 'visit.resumed')).toEqual({
      [`visit.duration ${bucketOf(20 * SECOND_MS)}`]: 1,
      [`visit.resumed ${bucketOf(20 * SECOND_MS)}`]: 1,
      [`visit.duration ${bucketOf(60 * SECOND_MS)}`]: 1,
    });
  });
});

describe('time that a page is not looked at', () => {
  it('behind another tab is not counted, and the view is told as one', async () => {
    const { pass, page, end } = await read();
    await pass(10 * SECOND_MS);
    await hide(page);
    await pass(10 * MINUTE_MS);
    await show(page);
    await pass(5 * SECOND_MS);
    expect(times(await end())).toEqual({
      [`page.engagement /about ${bucketOf(10 * SECOND_MS)}`]: 1,
      [`page.resumed /about ${bucketOf(10 * SECOND_MS)}`]: 1,
      [`page.engagement /about ${bucketOf(15 * SECOND_MS)}`]: 1,
      [`visit.duration ${bucketOf(10 * SECOND_MS)}`]: 1,
      [`visit.resumed ${bucketOf(10 * SECOND_MS)}`]: 1,
      [`visit.duration ${bucketOf(15 * SECOND_MS)}`]: 1,
    });
  });

  it('beside another window that has the focus is not counted', async () => {
    const { pass, page, end } = await read();
    await pass(10 * SECOND_MS);
    await focus(page, false);
    await pass(2 * MINUTE_MS);
    await focus(page, true);
    await pass(10 * SECOND_MS);
    expect(times(await end())).toEqual({
      [`page.engagement /about ${bucketOf(20 * SECOND_MS)}`]: 1,
      [`visit.duration ${bucketOf(20 * SECOND_MS)}`]: 1,
    });
  });

  it.each([
    ['20 minutes', 20 * MINUTE_MS],
    ['8 hours', 8 * HOUR_MS],
  ])('because the machine slept for %s is counted as half a minute at most', async (_, ms) => {
    const { pass, page, context, end } = await read();
    await pass(10 * SECOND_MS);
    await hide(page);
    await show(page);
    await context.clock.fastForward(ms);
    const told = Object.keys(only(await end(), 'page.engagement', 'visit.duration'));
    const buckets = told.map((cell) => Number(cell.split(' ').at(-1)));
    expect(buckets).toContain(bucketOf(10 * SECOND_MS));
    expect(Math.max(...buckets)).toBeLessThanOrEqual(bucketOf(40 * SECOND_MS));
  });

  it('in the cache of the browser is not counted, and what comes after is a view of its own', async () => {
    const { pass, page, context, end } = await read();
    await pass(10 * SECOND_MS);
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
    await context.clock.fastForward(10 * MINUTE_MS);
    await throughBackForwardCache(page);
    await pass(3 * SECOND_MS);
    const counts = await end();
    expect(only(counts, 'page.view', 'page.engagement', 'page.resumed')).toEqual({
      'page.view /about': 2,
      [`page.engagement /about ${bucketOf(10 * SECOND_MS)}`]: 1,
      [`page.engagement /about ${bucketOf(3 * SECOND_MS)}`]: 1,
    });
  });

  it('because it was opened behind another and never shown is no time, and no view', async () => {
    const { pass, context, shop, follow, end } = { ...(await read()), shop: stage.shop };
    await context.addInitScript(() => {
      if (location.pathname !== '/cart') return;
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
    });
    const behind = await context.newPage();
    await behind.goto(`${shop.url}/cart`, { waitUntil: 'networkidle' });
    await behind.clock.runFor(MINUTE_MS);
    await behind.close();
    await pass(SECOND_MS);
    await follow('Kettles', '/c/kettles');
    expect(only(await end(), 'visit', 'page.view', 'page.engagement', 'flow.page')).toEqual({
      visit: 1,
      'page.view /about': 1,
      'page.view /c/kettles': 1,
      [`page.engagement /about ${bucketOf(61 * SECOND_MS)}`]: 1,
      'flow.page (entry) /about': 1,
      'flow.page /about /c/kettles': 1,
    });
  });
});

describe('a long read with pauses', () => {
  it('is one view, in one bucket once those it went on from are taken off', async () => {
    const { pass, page, end } = await read();
    for (const seconds of [5, 20, 90]) {
      await pass(seconds * SECOND_MS);
      await hide(page);
      await pass(3 * MINUTE_MS);
      await show(page);
    }
    await pass(10 * MINUTE_MS);
    const counts = await end();
    const net = (fact: string, resumed: string) => {
      const told: { [bucket: string]: number } = {};
      for (const [cell, n] of Object.entries(counts)) {
        const bucket = cell.split(' ').at(-1) ?? '';
        const sign = cell.startsWith(`${fact} `) ? 1 : cell.startsWith(`${resumed} `) ? -1 : 0;
        if (sign !== 0) told[bucket] = (told[bucket] ?? 0) + sign * Number(n);
      }
      return Object.entries(told).filter(([, n]) => n !== 0);
    };
    const all = bucketOf(715 * SECOND_MS);
    expect(net('page.engagement', 'page.resumed')).toEqual([[`${all}`, 1]]);
    expect(net('visit.duration', 'visit.resumed')).toEqual([[`${all}`, 1]]);
    expect(only(counts, 'page.view', 'visit')).toEqual({ 'page.view /about': 1, visit: 1 });
  });

  it('of more than half an hour is still the same visit, when it is followed by a click', async () => {
    const { pass, follow, end } = await read('/c/kettles');
    await pass(40 * MINUTE_MS);
    await follow('Swan', '/p/swan');
    expect(only(await end(), 'visit', 'flow.page')).toEqual({
      visit: 1,
      'flow.page (entry) /c/kettles': 1,
      'flow.page /c/kettles /p/swan': 1,
    });
  });
});
