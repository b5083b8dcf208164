/**
 * How far down pages are seen: told in tenths of their height, once for each view, when it is first left.
 */
import { describe, expect, it } from 'vitest';
import { hide, show, throughBackForwardCache } from '../support/browser.ts';
import { isDrawn } from '../support/drawn.ts';
import { type Counts, only } from './shop.ts';
import { isCounted, openStage, type Walk, withMenu } from './walk.ts';

const stage = openStage();

const NOON = Date.UTC(2026, 10, 23, 12);
/** More than a page that rushes by. */
const SEEN_MS = 200;
/** By then a router's page is described. */
const SHOWN_MS = 2_000;
const WINDOW_PX = 800;
const LIST = '/c/list';
const NEXT = '/c/next';

const scrolls = (counts: Counts): Counts => only(counts, 'page.scroll');

/** Without the margins of a page, so that it is exactly so high. */
const high = (px: number, more = ''): string =>
  `<style>body{margin:0}main{height:${px}px}</style><main id="list">${more}</main>`;

/** So much time passes, by the clock of the browser, and what there is to see is seen. */
async function look({ page, context }: Walk, ms = SEEN_MS): Promise<void> {
  await isDrawn(page);
  await context.clock.runFor(ms);
  await isDrawn(page);
}

async function scrollTo(walk: Walk, top: number): Promise<void> {
  await walk.page.evaluate((to) => window.scrollTo(0, to), top);
  await look(walk);
}

async function read(path = LIST): Promise<Walk> {
  const walk = await stage.enter({ clock: NOON });
  await walk.go(path);
  await look(walk);
  return walk;
}

describe('a page', () => {
  it.each([
    { px: 8_000, top: 0, tenth: 1 },
    { px: 8_000, top: 3_000, tenth: 5 },
    { px: 8_000, top: 7_200, tenth: 10 },
    { px: 500, top: 0, tenth: 10 },
  ])('$px pixels high is seen to tenth $tenth from $top on', async ({ px, top, tenth }) => {
    stage.shop.page(LIST, high(px));
    const walk = await read();
    if (top > 0) await scrollTo(walk, top);
    expect(scrolls(await walk.end())).toEqual({ [`page.scroll ${LIST} ${tenth}`]: 1 });
  });

  it('is seen as far as the visitor came, though they went back up', async () => {
    stage.shop.page(LIST, high(8_000));
    const walk = await read();
    await scrollTo(walk, 4_700);
    await scrollTo(walk, 0);
    expect(scrolls(await walk.end())).toEqual({ [`page.scroll ${LIST} 7`]: 1 });
  });

  it('is not seen further by what is scrolled inside it', async () => {
    const inner =
      '<div id="inner" style="height:300px;overflow:auto"><p style="height:9000px">Long</p></div>';
    stage.shop.page(LIST, high(8_000, inner));
    const walk = await read();
    await walk.page.evaluate(() => document.getElementById('inner')?.scrollTo(0, 8_000));
    await look(walk);
    expect(scrolls(await walk.end())).toEqual({ [`page.scroll ${LIST} 1`]: 1 });
  });

  it('whose body alone has its height is seen to its end all the same', async () => {
    const style = '<style>html,body{margin:0;height:100%}main{height:4000px}</style>';
    stage.shop.page(LIST, `${style}<main>Long</main>`);
    const walk = await read();
    await scrollTo(walk, 1_600);
    expect(scrolls(await walk.end())).toEqual({ [`page.scroll ${LIST} 6`]: 1 });
  });
});

describe('a page that grows', () => {
  it('while it loads is as high as it is then', async () => {
    stage.shop.page(LIST, high(500));
    const walk = await read();
    await walk.page.evaluate(() => document.getElementById('list')?.style.setProperty('height', '8000px'));
    await look(walk, SHOWN_MS);
    expect(scrolls(await walk.end())).toEqual({ [`page.scroll ${LIST} 1`]: 1 });
  });

  it('wherever its end comes near was seen to the end that it had', async () => {
    const more = `<script>addEventListener('scroll', () => {
      const list = document.getElementById('list');
      if (scrollY + ${WINDOW_PX} >= list.offsetHeight) setTimeout(() => { list.style.height = list.offsetHeight * 4 + 'px'; }, 300);
    })</script>`;
    stage.shop.page(LIST, high(2_000) + more);
    const walk = await read();
    await scrollTo(walk, 1_200);
    await look(walk, SHOWN_MS);
    expect(await walk.page.evaluate(() => document.body.scrollHeight)).toBe(8_000);
    await scrollTo(walk, 2_000);
    expect(scrolls(await walk.end())).toEqual({ [`page.scroll ${LIST} 10`]: 1 });
  });
});

describe('a view', () => {
  it('is told of once, as it was when it was first hidden', async () => {
    stage.shop.page(LIST, high(8_000));
    const walk = await read();
    await scrollTo(walk, 3_000);
    await hide(walk.page);
    await show(walk.page);
    await scrollTo(walk, 7_200);
    expect(scrolls(await walk.end())).toEqual({ [`page.scroll ${LIST} 5`]: 1 });
  });

  it('is the same where the page is loaded again', async () => {
    stage.shop.page(LIST, high(8_000));
    const walk = await read();
    await scrollTo(walk, 3_000);
    // A clock that is not the browser's own hides how a page was loaded.
    await walk.context.addInitScript(() => {
      performance.getEntriesByType = () => [{ type: 'reload' } as PerformanceNavigationTiming];
    });
    await walk.page.reload();
    await look(walk);
    await scrollTo(walk, 7_200);
    expect(only(await walk.end(), 'page.view', 'page.scroll')).toEqual({
      [`page.view ${LIST}`]: 1,
      [`page.scroll ${LIST} 5`]: 1,
    });
  });

  it('is told of where a link leads on, and the next by itself', async () => {
    stage.shop.page(LIST, withMenu(high(8_000)));
    const walk = await read();
    await scrollTo(walk, 3_900);
    await scrollTo(walk, 0);
    await walk.follow('About', '/about');
    await look(walk);
    const counts = scrolls(await walk.end());
    expect(counts).toEqual({ [`page.scroll ${LIST} 6`]: 1, 'page.scroll /about 10': 1 });
  });

  it('of a router is told of by itself, from the content that it shows', async () => {
    stage.shop.page(LIST, high(8_000));
    const walk = await read();
    await scrollTo(walk, 7_200);
    await walk.page.evaluate((path) => {
      history.pushState({}, '', path);
      window.scrollTo(0, 0);
    }, NEXT);
    await look(walk, SHOWN_MS);
    await walk.isCounted(NEXT);
    await look(walk);
    expect(scrolls(await walk.end())).toEqual({
      [`page.scroll ${LIST} 10`]: 1,
      [`page.scroll ${NEXT} 1`]: 1,
    });
  });

  it('out of the cache of the browser is another, from where it is shown', async () => {
    stage.shop.page(LIST, high(8_000));
    const walk = await read();
    await scrollTo(walk, 3_000);
    await throughBackForwardCache(walk.page);
    await look(walk, SHOWN_MS);
    await walk.isCounted(LIST, 2);
    await look(walk);
    expect(only(await walk.end(), 'page.view', 'page.scroll')).toEqual({
      [`page.view ${LIST}`]: 2,
      [`page.scroll ${LIST} 5`]: 2,
    });
  });

  it('behind another tab and never shown is none', async () => {
    stage.shop.page(LIST, high(8_000));
    const walk = await read('/');
    await walk.context.addInitScript(() => {
      if (location.pathname === '/') return;
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
    });
    const behind = await walk.context.newPage();
    await behind.goto(stage.shop.url + LIST);
    await scrollTo({ ...walk, page: behind }, 7_200);
    await behind.close();
    await isCounted(walk.page, '/');
    expect(scrolls(await walk.end())).toEqual({ 'page.scroll / 10': 1 });
  });
});
