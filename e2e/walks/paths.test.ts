/**
 * Paths through a shop in the ways that browsers have of going from page to page: what is counted of each, exactly.
 */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hide, show, throughBackForwardCache } from '../support/browser.ts';
import { type Counts, countsOf, only } from './shop.ts';
import { jsonLd, openStage, type Walk, withMenu } from './walk.ts';

const stage = openStage();

const NOON = Date.UTC(2026, 10, 23, 12);
const MINUTE_MS = 60_000;
const VIEWS = ['visit', 'visit.entry', 'page.view', 'flow.page'] as const;
const views = (counts: Counts): Counts => only(counts, ...VIEWS);

describe('a walk by links', () => {
  it('is counted as the pages that it led over, and as the moves between them', async () => {
    const walk = await stage.enter();
    await walk.go('/');
    await walk.follow('Kettles', '/c/kettles');
    await walk.follow('Swan', '/p/swan');
    const counts = await walk.end();
    expect(only(counts, ...VIEWS, 'visit.onward', 'visit.depth', 'page.onward')).toEqual({
      visit: 1,
      'visit.entry /': 1,
      'visit.onward /': 1,
      'visit.depth 1': 1,
      'visit.depth 2': 1,
      'visit.depth 3': 1,
      'page.view /': 1,
      'page.view /c/kettles': 1,
      'page.view /p/swan': 1,
      'page.onward /': 1,
      'page.onward /c/kettles': 1,
      'flow.page (entry) /': 1,
      'flow.page / /c/kettles': 1,
      'flow.page /c/kettles /p/swan': 1,
    });
    const facts = ['category.view', 'category.onward', 'flow.category', 'flow.step', 'flow.trail'] as const;
    expect(only(counts, ...facts)).toEqual({
      'category.view (home)': 1,
      'category.view kettles': 2,
      'category.onward (home)': 1,
      'category.onward kettles': 1,
      'flow.category (entry) (home)': 1,
      'flow.category (home) kettles': 1,
      'flow.category kettles kettles': 1,
      'flow.step 1 (entry) (home)': 1,
      'flow.step 2 (home) kettles': 1,
      'flow.step 3 kettles kettles': 1,
      'flow.trail (home) kettles kettles': 1,
    });
  });

  it('that leads to the page itself is another view of it', async () => {
    const walk = await stage.enter();
    await walk.go('/about');
    await walk.page.getByRole('link', { name: 'About' }).click();
    await walk.isCounted('/about', 2);
    expect(views(await walk.end())).toEqual({
      visit: 1,
      'visit.entry /about': 1,
      'page.view /about': 2,
      'flow.page (entry) /about': 1,
      'flow.page /about /about': 1,
    });
  });
});

describe('back and forward', () => {
  it('are moves like any other', async () => {
    const walk = await stage.enter();
    await walk.go('/');
    await walk.follow('Kettles', '/c/kettles');
    await walk.page.goBack();
    await walk.isCounted('/', 3);
    await walk.page.goForward();
    await walk.isCounted('/c/kettles', 4);
    expect(views(await walk.end())).toEqual({
      visit: 1,
      'visit.entry /': 1,
      'page.view /': 2,
      'page.view /c/kettles': 2,
      'flow.page (entry) /': 1,
      'flow.page / /c/kettles': 2,
      'flow.page /c/kettles /': 1,
    });
  });

  it('to a page that the browser has kept are moves to it, though nothing is loaded', async () => {
    const walk = await stage.enter();
    await walk.go('/');
    const meanwhile = await walk.context.newPage();
    await meanwhile.goto(`${stage.shop.url}/c/kettles`);
    await walk.isCounted('/c/kettles');
    await meanwhile.close();
    await throughBackForwardCache(walk.page);
    await walk.isCounted('/', 3);
    expect(views(await walk.end())).toEqual({
      visit: 1,
      'visit.entry /': 1,
      'page.view /': 2,
      'page.view /c/kettles': 1,
      'flow.page (entry) /': 1,
      'flow.page / /c/kettles': 1,
      'flow.page /c/kettles /': 1,
    });
  });
});

/**
 * A page whose address says so is hidden until `show`: opened behind another, or prerendered. A headless browser shows
 * every page at once, and one that is driven prerenders none (`PrerenderingDisabledByDevTools`).
 */
const hiddenAtFirst = (): void => {
  const asked = new URLSearchParams(location.search);
  if (!asked.has('behind') && !asked.has('ahead')) return;
  const pretend = (name: string, value: unknown) =>
    Object.defineProperty(document, name, { configurable: true, get: () => value });
  pretend('visibilityState', 'hidden');
  pretend('hidden', true);
  if (asked.has('ahead')) pretend('prerendering', true);
};

type Click = NonNullable<Parameters<Page['click']>[1]>;

/**
 * Clicks on a link that opens another tab, and opens it in the browser's place: of the tabs that headless Chromium opens by
 * such clicks, the driver never hears of one in thirty, whatever is on the page.
 */
async function openTab(walk: Walk, link: string, click: Click = {}): Promise<Page> {
  await walk.page.evaluate(() => {
    const ending = new AbortController();
    const stop = (event: Event): void => {
      event.preventDefault();
      ending.abort();
    };
    window.addEventListener('click', stop, ending);
    window.addEventListener('auxclick', stop, ending);
  });
  const target = walk.page.getByText(link);
  await target.click(click);
  const tab = await walk.context.newPage();
  await tab.goto(new URL((await target.getAttribute('href')) ?? '', stage.shop.url).href);
  return tab;
}

describe('several tabs', () => {
  it.each<[string, Click]>([
    ['with Control', { modifiers: ['Control'] }],
    ['with the middle button', { button: 'middle' }],
  ])('opened by a click %s behind the page are counted when they are looked at', async (_, click) => {
    const { shop } = stage;
    shop.page('/', withMenu('<a href="/c/kettles?behind">Behind</a>'));
    const walk = await stage.enter();
    await walk.context.addInitScript(hiddenAtFirst);
    await walk.go('/');
    const tab = await openTab(walk, 'Behind', click);
    await tab.waitForLoadState('networkidle');

    await walk.follow('About', '/about'); // the visitor reads on, with the tab waiting behind
    await hide(walk.page);
    await show(tab);
    await walk.isCounted('/c/kettles');
    await hide(tab);
    await show(walk.page); // and back to the first: a page looked at again is no other pageview
    await walk.follow('Cart', '/cart');
    expect(views(await walk.end())).toEqual({
      visit: 1,
      'visit.entry /': 1,
      'page.view /': 1,
      'page.view /about': 1,
      'page.view /c/kettles': 1,
      'page.view /cart': 1,
      'flow.page (entry) /': 1,
      'flow.page / /about': 1,
      'flow.page /about /c/kettles': 1,
      'flow.page /c/kettles /cart': 1,
    });
  });

  it('opened by a link that asks for one belong to the same visit', async () => {
    stage.shop.page('/', withMenu('<a href="/c/kettles" target="_blank">Elsewhere</a>'));
    const walk = await stage.enter();
    await walk.go('/');
    const tab = await openTab(walk, 'Elsewhere');
    await hide(walk.page);
    await walk.isCounted('/c/kettles');
    await walk.end(tab);
    expect(views(stage.shop.counts())).toEqual({
      visit: 1,
      'visit.entry /': 1,
      'page.view /': 1,
      'page.view /c/kettles': 1,
      'flow.page (entry) /': 1,
      'flow.page / /c/kettles': 1,
    });
  });

  it('in which pages are looked at by turns count each page once, and as many moves as pageviews', async () => {
    const walk = await stage.enter();
    await walk.go('/c/kettles');
    const tab = await walk.context.newPage();
    await hide(walk.page);
    await tab.goto(`${stage.shop.url}/c/coffee`);
    await walk.isCounted('/c/coffee');
    for (let turn = 0; turn < 3; turn++) {
      await hide(tab);
      await show(walk.page);
      await hide(walk.page);
      await show(tab);
    }
    await hide(tab);
    await show(walk.page);
    await walk.follow('Swan', '/p/swan');
    expect(only(await walk.end(), ...VIEWS, 'page.onward')).toEqual({
      visit: 1,
      'visit.entry /c/kettles': 1,
      'page.view /c/kettles': 1,
      'page.view /c/coffee': 1,
      'page.view /p/swan': 1,
      'page.onward /c/kettles': 1,
      'page.onward /c/coffee': 1,
      'flow.page (entry) /c/kettles': 1,
      'flow.page /c/kettles /c/coffee': 1,
      'flow.page /c/coffee /p/swan': 1,
    });
  });
});

/** Asks for something that is noticed only once the page itself has been counted, or was not. */
async function isListenedTo(page: Page): Promise<void> {
  await page.evaluate(() => window.holloway?.track('search', { search_term: 'listening' }));
  await page.waitForFunction(
    () => JSON.parse(localStorage.getItem('holloway.visit') ?? '{}').visit?.search === 'listening',
  );
}

describe('a page that is loaded again', () => {
  it('is no other pageview', async () => {
    const walk = await stage.enter();
    await walk.go('/c/kettles');
    await walk.page.reload();
    await walk.page.waitForLoadState();
    await isListenedTo(walk.page);
    expect(views(await walk.end())).toEqual({
      visit: 1,
      'visit.entry /c/kettles': 1,
      'page.view /c/kettles': 1,
      'flow.page (entry) /c/kettles': 1,
    });
  });

  it('begins a visit where there is none any more', async () => {
    const walk = await stage.enter();
    await walk.go('/c/kettles');
    await walk.page.evaluate(() => {
      const kept = JSON.parse(localStorage.getItem('holloway.visit') ?? '{}');
      kept.visit.lastAt -= 31 * 60_000;
      kept.visit.page.path = '/long-ago';
      localStorage.setItem('holloway.visit', JSON.stringify(kept));
    });
    await walk.page.reload();
    await walk.isCounted('/c/kettles', 1);
    expect(views(await walk.end())).toEqual({
      visit: 2,
      'visit.entry /c/kettles': 2,
      'page.view /c/kettles': 2,
      'flow.page (entry) /c/kettles': 2,
    });
  });
});

describe('a page that is rendered ahead of a click', () => {
  const renderAhead = async () => {
    const walk = await stage.enter();
    await walk.context.addInitScript(hiddenAtFirst);
    await walk.go('/');
    const ahead = await walk.context.newPage();
    await ahead.goto(`${stage.shop.url}/c/kettles?ahead`, { waitUntil: 'networkidle' });
    return { walk, ahead };
  };

  it('is counted once it is shown', async () => {
    const { walk, ahead } = await renderAhead();
    expect(await ahead.evaluate(() => document.visibilityState)).toBe('hidden');
    await hide(walk.page);
    await ahead.evaluate(() => {
      Reflect.deleteProperty(document, 'prerendering');
      document.dispatchEvent(new Event('prerenderingchange'));
    });
    await show(ahead);
    await walk.isCounted('/c/kettles', 2);
    expect(views(await walk.end(ahead))).toEqual({
      visit: 1,
      'visit.entry /': 1,
      'page.view /': 1,
      'page.view /c/kettles': 1,
      'flow.page (entry) /': 1,
      'flow.page / /c/kettles': 1,
    });
  });

  it('is counted as the page that it has gone on to before it is shown', async () => {
    const { walk, ahead } = await renderAhead();
    await ahead.evaluate(() => history.pushState({}, '', '/p/swan'));
    await hide(walk.page);
    await show(ahead);
    await walk.isCounted('/p/swan', 2);
    expect(views(await walk.end(ahead))).toEqual({
      visit: 1,
      'visit.entry /': 1,
      'page.view /': 1,
      'page.view /p/swan': 1,
      'flow.page (entry) /': 1,
      'flow.page / /p/swan': 1,
    });
  });

  it('tells what it has to tell once it is shown, and one view of itself', async () => {
    const { walk, ahead } = await renderAhead();
    await ahead.evaluate(() => {
      window.holloway?.pageview();
      window.holloway?.track('add_to_cart', { items: [{ item_id: 'KE-101' }] });
    });
    await hide(walk.page);
    await show(ahead);
    await walk.isCounted('/c/kettles', 2);
    expect(only(await walk.end(ahead), 'page.view', 'commerce.added')).toEqual({
      'page.view /': 1,
      'page.view /c/kettles': 1,
      'commerce.added KE-101 EUR': 1,
    });
  });

  it('and never shown is not counted', async () => {
    const { walk, ahead } = await renderAhead();
    await ahead.close();
    await walk.follow('About', '/about');
    expect(views(await walk.end())).toEqual({
      visit: 1,
      'visit.entry /': 1,
      'page.view /': 1,
      'page.view /about': 1,
      'flow.page (entry) /': 1,
      'flow.page / /about': 1,
    });
  });
});

/** Shows a page as routers do: the address first, and what stands on it later, if it is still shown then. */
function route({
  how,
  address,
  laterMs,
  sku,
}: {
  how: string;
  address: string;
  laterMs: number;
  sku?: string;
}) {
  const { navigation } = window as unknown as { navigation: EventTarget & { navigate(url: string): void } };
  if (how === 'navigate') {
    const intercept = (event: Event & { intercept?(how: object): void }) => event.intercept?.({});
    navigation.addEventListener('navigate', intercept, { once: true });
    navigation.navigate(address);
  } else if (how === 'hash') location.hash = address;
  else if (how === 'replaceState') history.replaceState({}, '', address);
  else history.pushState({}, '', address);

  const shown = location.href;
  setTimeout(() => {
    if (location.href !== shown) return;
    document.querySelector('main')?.replaceChildren('Something else');
    document.querySelector('script[type="application/ld+json"]')?.remove();
    if (sku === undefined) return;
    const script = Object.assign(document.createElement('script'), { type: 'application/ld+json' });
    script.textContent = JSON.stringify({ '@type': 'Product', sku, category: 'kettles' });
    document.head.append(script);
  }, laterMs);
}

describe('a shop that shows its pages without loading them', () => {
  const PUFFIN = jsonLd({ '@type': 'Product', sku: 'CO-201', category: 'coffee' });

  it.each([
    ['pushState', '/p/puffin', '/p/swan'],
    ['replaceState', '/p/puffin', '/p/swan'],
    ['navigate', '/p/puffin', '/p/swan'],
    ['hash', '/#/p/puffin', '#/p/swan'],
  ])('by %s is counted by what the next page says of itself, however late', async (how, first, address) => {
    stage.shop.page('/', withMenu('<h1>Puffin</h1>'), PUFFIN);
    const walk = await stage.enter({ clock: NOON });
    await walk.page.goto(stage.shop.url + first);
    await walk.isCounted('/p/puffin');
    await walk.page.evaluate(route, { how, address, laterMs: 300, sku: 'KE-101' });
    await walk.context.clock.runFor(500);
    await walk.isCounted('/p/swan');
    await walk.page.evaluate(() => window.holloway?.track('add_to_cart', { items: [{ item_id: 'KE-101' }] }));
    expect(only(await walk.end(), 'page.view', 'flow.page', 'flow.category', 'funnel')).toEqual({
      'page.view /p/puffin': 1,
      'page.view /p/swan': 1,
      'flow.page (entry) /p/puffin': 1,
      'flow.page /p/puffin /p/swan': 1,
      'flow.category (entry) coffee': 1,
      'flow.category coffee kettles': 1,
      'funnel (any) product': 1,
      'funnel coffee product': 1,
      'funnel kettles product': 1,
      'funnel (any) cart': 1,
      'funnel kettles cart': 1,
    });
  });

  it('counts a page that was left before its content came, as far as its address tells', async () => {
    const walk = await stage.enter({ clock: NOON });
    await walk.go('/p/puffin');
    await walk.page.evaluate(route, { how: 'pushState', address: '/c/kettles', laterMs: 300 });
    await walk.context.clock.runFor(50);
    await walk.page.evaluate(route, { how: 'pushState', address: '/about', laterMs: 300 });
    await walk.context.clock.runFor(2_000);
    await walk.isCounted('/about');
    expect(only(await walk.end(), 'page.view', 'flow.page', 'category.view')).toEqual({
      'page.view /p/puffin': 1,
      'page.view /c/kettles': 1,
      'page.view /about': 1,
      'flow.page (entry) /p/puffin': 1,
      'flow.page /p/puffin /c/kettles': 1,
      'flow.page /c/kettles /about': 1,
      'category.view coffee': 1,
      'category.view kettles': 1,
      'category.view (page)': 1,
    });
  });

  it('that never says what its pages are is counted by their addresses, and not by what was there first', async () => {
    const walk = await stage.enter({ clock: NOON });
    await walk.go('/p/puffin');
    await walk.page.evaluate(() => history.pushState({}, '', '/about'));
    await walk.context.clock.runFor(2_000);
    await walk.isCounted('/about');
    expect(only(await walk.end(), 'category.view', 'funnel')).toEqual({
      'category.view coffee': 1,
      'category.view (page)': 1,
      'funnel (any) product': 1,
      'funnel coffee product': 1,
    });
  });

  it.each([['before'], ['after']])(
    'counts one view where it tells of it too, %s its address',
    async (when) => {
      const walk = await stage.enter({ clock: NOON });
      await walk.go('/');
      await walk.page.evaluate((order) => {
        if (order === 'before') window.holloway?.pageview();
        history.pushState({}, '', '/about');
        if (order === 'after') window.holloway?.pageview();
      }, when);
      await walk.context.clock.runFor(2_000);
      await walk.isCounted('/about');
      expect(views(await walk.end())).toEqual({
        visit: 1,
        'visit.entry /': 1,
        'page.view /': 1,
        'page.view /about': 1,
        'flow.page (entry) /': 1,
        'flow.page / /about': 1,
      });
    },
  );

  it('is told of what is put into the cart by the page it is on, before that has its content', async () => {
    stage.shop.page('/p/puffin', withMenu('<h1>Puffin</h1>'), PUFFIN);
    const walk = await stage.enter({ clock: NOON });
    await walk.go('/p/puffin');
    await walk.page.evaluate(route, { how: 'pushState', address: '/c/kettles', laterMs: 900 });
    await walk.context.clock.runFor(100);
    await walk.page.evaluate(() => window.holloway?.track('add_to_cart', { items: [{ item_id: 'KE-101' }] }));
    await walk.isCounted('/c/kettles', 2);
    await walk.context.clock.runFor(2_000);
    expect(only(await walk.end(), 'page.view', 'flow.page', 'commerce.added')).toEqual({
      'page.view /p/puffin': 1,
      'page.view /c/kettles': 1,
      'flow.page (entry) /p/puffin': 1,
      'flow.page /p/puffin /c/kettles': 1,
      'commerce.added KE-101 EUR': 1,
    });
  });

  it('goes back and forward by moves like any other', async () => {
    const walk = await stage.enter({ clock: NOON });
    await walk.go('/');
    for (const address of ['/about', '/cart']) {
      await walk.page.evaluate(route, { how: 'pushState', address, laterMs: 0 });
      await walk.context.clock.runFor(2_000);
      await walk.isCounted(address);
    }
    for (const [step, path] of [
      [-1, '/about'],
      [1, '/cart'],
    ] as const) {
      // biome-ignore format: steps
      await walk.page.evaluate((delta) => history.go(delta), step);
      await walk.page.waitForURL(`**${path}`);
      await walk.context.clock.runFor(2_000);
      await walk.isCounted(path);
    }
    expect(views(await walk.end())).toEqual({
      visit: 1,
      'visit.entry /': 1,
      'page.view /': 1,
      'page.view /about': 2,
      'page.view /cart': 2,
      'flow.page (entry) /': 1,
      'flow.page / /about': 1,
      'flow.page /about /cart': 2,
      'flow.page /cart /about': 1,
    });
  });

  it('counts no other page for another query, another fragment, or the same address again', async () => {
    const walk = await stage.enter({ clock: NOON });
    await walk.go('/c/kettles');
    await walk.page.evaluate(() => {
      history.pushState({}, '', '/c/kettles?sort=price');
      history.replaceState({}, '', '/c/kettles?sort=price&page=2');
      location.hash = '#reviews';
      history.pushState({}, '', '/c/kettles/');
    });
    await walk.context.clock.runFor(2_000);
    await walk.page.goBack();
    await walk.context.clock.runFor(2_000);
    expect(views(await walk.end())).toEqual({
      visit: 1,
      'visit.entry /c/kettles': 1,
      'page.view /c/kettles': 1,
      'flow.page (entry) /c/kettles': 1,
    });
  });
});

describe('a page that is left and returned to', () => {
  const leaveFor = async (minutes: number) => {
    const walk = await stage.enter({ clock: NOON });
    await walk.go('/about');
    await hide(walk.page);
    await walk.context.clock.fastForward(minutes * MINUTE_MS);
    await show(walk.page);
    await walk.context.clock.runFor(1_000);
    return walk;
  };

  it('after 29 minutes is the same view of the same visit', async () => {
    const walk = await leaveFor(29);
    await walk.follow('Cart', '/cart');
    expect(views(await walk.end())).toEqual({
      visit: 1,
      'visit.entry /about': 1,
      'page.view /about': 1,
      'page.view /cart': 1,
      'flow.page (entry) /about': 1,
      'flow.page /about /cart': 1,
    });
  });

  it('after 31 minutes is where another visit begins', async () => {
    const walk = await leaveFor(31);
    await walk.follow('Cart', '/cart');
    expect(only(await walk.end(), ...VIEWS, 'page.onward')).toEqual({
      visit: 2,
      'visit.entry /about': 2,
      'page.view /about': 2,
      'page.view /cart': 1,
      'page.onward /about': 1,
      'flow.page (entry) /about': 2,
      'flow.page /about /cart': 1,
    });
  });

  it('from the browser’s cache after 31 minutes is where another visit begins', async () => {
    const walk = await stage.enter({ clock: NOON });
    await walk.go('/about');
    await walk.context.clock.fastForward(31 * MINUTE_MS);
    await throughBackForwardCache(walk.page);
    await walk.context.clock.runFor(1_000);
    expect(views(await walk.end())).toEqual({
      visit: 2,
      'visit.entry /about': 2,
      'page.view /about': 2,
      'flow.page (entry) /about': 2,
    });
  });
});

describe('a visit across midnight', () => {
  const rome = openStage({ timeZone: 'Europe/Rome' });

  it('is one visit, whose pageviews are counted on their own days in the time zone of the site', async () => {
    const walk = await rome.enter({ clock: Date.UTC(2026, 10, 23, 22, 50) });
    await walk.go('/');
    await walk.follow('Kettles', '/c/kettles');
    await walk.context.clock.fastForward(20 * MINUTE_MS);
    await walk.follow('Swan', '/p/swan');
    await walk.follow('Kettles', '/c/kettles');
    await walk.end();
    const on = (day: string) => views(countsOf(rome.shop.batches().filter((batch) => batch.day === day)));
    expect(on('2026-11-23')).toEqual({
      visit: 1,
      'visit.entry /': 1,
      'page.view /': 1,
      'page.view /c/kettles': 1,
      'flow.page (entry) /': 1,
      'flow.page / /c/kettles': 1,
    });
    expect(on('2026-11-24')).toEqual({
      'page.view /p/swan': 1,
      'page.view /c/kettles': 1,
      'flow.page /c/kettles /p/swan': 1,
      'flow.page /p/swan /c/kettles': 1,
    });
    expect(new Set(rome.shop.batches().map(({ day }) => day)).size).toBe(2);
  });
});
