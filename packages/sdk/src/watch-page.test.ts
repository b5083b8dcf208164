// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CONFIG } from '../test/config.ts';
import { setUrl } from '../test/dom.ts';
import { type Analytics, startAnalytics } from './analytics.ts';
import type { Seen } from './record/memory.ts';
import type { Told } from './session.ts';
import { createStore } from './storage.ts';

/** Until a page that a script shows is described, whether its content came or not. */
const AWAITED_MS = 1_500;

let told: Told[];
let seen: Seen[];
let analytics: Analytics;

/** Pageviews by their paths, and what else was seen by its kind; but for pauses, which come with every move. */
const story = () =>
  seen.flatMap((one) => (one.kind === 'pageview' ? one.page.path : one.kind === 'pause' ? [] : one.kind));

function become(visibility: 'visible' | 'hidden'): void {
  Object.defineProperty(document, 'visibilityState', { value: visibility, configurable: true });
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
}

function begin(): void {
  analytics = startAnalytics({
    window,
    config: { ...CONFIG, routes: [{ pattern: '/search', type: 'search' }] },
    basis: () => 'chosen',
    collector: 'https://stats.example/',
    shared: createStore(() => localStorage),
    own: createStore(() => sessionStorage),
    told,
    isRemembered: true,
    tap: { pending: (real) => real, net: window, onSeen: (one) => seen.push(one) },
  });
}

function tell(...call: Told): void {
  told.push(call);
  analytics.listen();
}

const ADDED: Told = ['add_to_cart', { items: [{ item_id: 'KE-101' }] }];
const go = (path: string) => window.history.pushState({}, '', path);
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 11) });
  localStorage.clear();
  sessionStorage.clear();
  setUrl('https://shop.example/a');
  document.body.innerHTML = '<main><a href="/next">Next</a></main>';
  told = [];
  seen = [];
  // happy-dom knows no requests that outlive a page; without them a beacon would be sent.
  Object.defineProperty(window.Request.prototype, 'keepalive', { value: true, configurable: true });
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  vi.spyOn(window, 'fetch').mockImplementation(async () => new Response(null, { status: 204 }));
});
afterEach(() => {
  analytics.stop();
  Reflect.deleteProperty(document, 'visibilityState');
  Reflect.deleteProperty(window, 'dataLayer');
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a page that is opened behind another', () => {
  beforeEach(() => {
    become('hidden');
  });

  it('is counted where it has gone on to by the time it is seen', async () => {
    begin();
    go('/b');
    await pass(5_000);
    expect(story()).toEqual([]);
    become('visible');
    expect(story()).toEqual(['/b']);
    expect(seen[0]).toMatchObject({ page: { path: '/b' } });
  });

  it('has its layout observed where it has gone on to', async () => {
    begin();
    go('/b');
    become('visible');
    await pass(1_000); // long enough to know the page
    document.querySelector('main')?.click();
    await pass(0);
    const places = seen.flatMap((one) => ('viewport' in one ? one.page : []));
    expect(new Set(places)).toEqual(new Set(['/b']));
  });

  it('is told of what it tells once it is seen, after its pageview', async () => {
    begin();
    tell(...ADDED);
    await pass(5_000);
    expect(story()).toEqual([]);
    become('visible');
    expect(story()).toEqual(['/a', 'commerce']);
  });

  it('counts one view, whatever it says of its views before', async () => {
    begin();
    tell('page_view');
    go('/b');
    tell('page_view');
    become('visible');
    await pass(AWAITED_MS);
    expect(story()).toEqual(['/b']);
  });

  it('is never counted where it is never seen', async () => {
    begin();
    tell(...ADDED);
    await pass(60_000);
    window.dispatchEvent(new Event('pagehide'));
    expect(story()).toEqual([]);
  });
});

describe('a view that the page tells of', () => {
  it('is the first one, where it was told before anybody listened', async () => {
    told.push(['page_view'], ADDED);
    begin();
    await pass(AWAITED_MS);
    expect(story()).toEqual(['/a', 'commerce']);
  });

  it.each([
    [
      'before its path changes',
      () => {
        tell('page_view');
        go('/b');
      },
    ],
    [
      'after it',
      () => {
        go('/b');
        tell('page_view');
      },
    ],
    [
      'before and after it',
      () => {
        tell('page_view');
        go('/b');
        tell('page_view');
      },
    ],
  ])('is the one that is noticed by itself, told %s', async (_, move) => {
    // biome-ignore format: a table
    begin();
    move();
    await pass(AWAITED_MS);
    expect(story().filter((one) => one.startsWith('/'))).toEqual(['/a', '/b']);
  });

  it('is the one that is noticed by itself, told while its content is awaited', async () => {
    begin();
    go('/b');
    await pass(300);
    tell('page_view');
    await pass(AWAITED_MS);
    expect(story()).toEqual(['/a', '/b']);
  });

  it('is another one once the page is described', async () => {
    begin();
    tell('page_view');
    await pass(AWAITED_MS);
    tell('page_view');
    await pass(AWAITED_MS);
    expect(story()).toEqual(['/a', '/a', '/a']);
  });

  it('is the one that what is told next belongs to', () => {
    begin();
    tell('page_view');
    tell(...ADDED);
    expect(story()).toEqual(['/a', '/a', 'commerce']);
  });
});

describe('what happens before a page is described', () => {
  it.each([
    ['that its address told of', go],
    ['that nothing told of', (path: string) => setUrl(`https://shop.example${path}`)],
  ])('is told of the page %s, and not of the one before', async (_, move) => {
    begin();
    move('/b');
    await pass(100);
    tell(...ADDED);
    expect(story()).toEqual(['/a', '/b', 'commerce']);
    await pass(AWAITED_MS);
    expect(story()).toEqual(['/a', '/b', 'commerce']);
  });

  it('is told of it where it is pushed into the dataLayer', async () => {
    const dataLayer: object[] = [];
    Object.assign(window, { dataLayer });
    begin();
    go('/b');
    await pass(100);
    dataLayer.push({ event: 'add_to_cart', ecommerce: { items: [{ item_id: 'KE-101' }] } });
    await pass(1_000);
    expect(story()).toEqual(['/a', '/b', 'commerce']);
  });

  it('is told of the page before where it was pushed there', async () => {
    const dataLayer: object[] = [];
    Object.assign(window, { dataLayer });
    begin();
    dataLayer.push({ event: 'add_to_cart', ecommerce: { items: [{ item_id: 'KE-101' }] } });
    go('/b');
    await pass(AWAITED_MS);
    expect(story()).toEqual(['/a', 'commerce', '/b']);
  });

  it('has the page before it, where it is a click that leads on', async () => {
    begin();
    document.querySelector('a')?.addEventListener('click', (event) => event.preventDefault());
    go('/b');
    await pass(100);
    document.querySelector('a')?.click();
    expect(seen.slice(0, 4)).toMatchObject([
      { page: { path: '/a' } },
      { kind: 'pause', path: '/a' },
      { page: { path: '/b' } },
      { kind: 'pause', path: '/b' },
    ]);
  });

  it('is no reason to describe it, where it counts nothing', async () => {
    begin();
    go('/b');
    await pass(100);
    tell('scroll', {});
    expect(story()).toEqual(['/a']);
  });
});

describe('a change of the path that nothing tells of', () => {
  it('is noticed within a second', async () => {
    begin();
    setUrl('https://shop.example/b');
    await pass(1_000 + AWAITED_MS);
    expect(story()).toEqual(['/a', '/b']);
  });
});

describe('an entry of the dataLayer that throws', () => {
  it('is counted as a fault, and takes no other along', async () => {
    const broken = Object.defineProperty({}, 'event', {
      get() {
        throw new DOMException('cross-origin', 'SecurityError');
      },
    });
    const added = { event: 'add_to_cart', ecommerce: { items: [{ item_id: 'KE-101' }] } };
    Object.assign(window, { dataLayer: [broken, added] });
    begin();
    await pass(0);
    expect(story().sort()).toEqual(['/a', 'commerce', 'fault']);
    expect(seen).toContainEqual({ kind: 'fault', reason: 'commerce' });
  });
});

describe('a search for something else on the same page', () => {
  const searches = () => seen.flatMap((one) => (one.kind === 'pageview' ? one.page.search?.term : []));
  beforeEach(() => {
    setUrl('https://shop.example/search?q=tea');
    begin();
  });

  it('is another view, once its address stands still', async () => {
    for (const letters of ['c', 'co', 'cof', 'coff', 'coffe', 'coffee']) {
      go(`/search?q=${letters}`);
      await pass(300);
    }
    await pass(1_000 + AWAITED_MS);
    expect(searches()).toEqual(['tea', 'coffee']);
  });

  it('is another view before what is told next', () => {
    go('/search?q=coffee');
    tell(...ADDED);
    expect(story()).toEqual(['/search', '/search', 'commerce']);
    expect(searches()).toEqual(['tea', 'coffee']);
  });

  it('is another view where the page is left, and the one that the page tells of', async () => {
    go('/search?q=coffee');
    tell('page_view');
    await pass(AWAITED_MS);
    go('/search?q=cups');
    become('hidden');
    expect(searches()).toEqual(['tea', 'coffee', 'cups']);
  });

  it.each(['/search?q=tea&sort=price', '/search?q=tea#results', '/search'])(
    'is none at %s',
    async (address) => {
      go(address);
      await pass(5_000);
      expect(story().filter((one) => one.startsWith('/'))).toEqual(['/search']);
    },
  );
});

describe('a search without a result', () => {
  const NONE = '<main><p data-holloway-results="0">None</p></main>';
  beforeEach(() => {
    setUrl('https://shop.example/search?q=unicorn');
    document.body.innerHTML = '<main></main>';
  });

  it('is told of once its answer has come', async () => {
    begin();
    document.body.innerHTML = NONE;
    await pass(4_000);
    expect(seen).toContainEqual({ kind: 'search', search: { term: 'unicorn', isEmpty: true } });
  });

  it('is not told of by the answer to another', async () => {
    begin();
    go('/search?q=dragon');
    document.body.innerHTML = NONE;
    await pass(4_000);
    expect(story()).not.toContain('search');
  });
});
