// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CONFIG } from '../test/config.ts';
import { setUrl } from '../test/dom.ts';
import { startAnalytics } from './analytics.ts';
import { createStore } from './storage.ts';

const ANSWER_MS = 200;

let sent: string[];

/** What is under way gets done, and its answers come. */
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** Reads a page and follows a link of it, which takes `leavingMs`. */
async function readPage(path: string, readingMs: number, leavingMs: number): Promise<void> {
  setUrl(`https://shop.example${path}`);
  document.body.innerHTML = '<a href="/next">Next</a>';
  const link = document.querySelector('a');
  link?.addEventListener('click', (event) => event.preventDefault());
  const analytics = startAnalytics({
    window,
    config: CONFIG,
    basis: () => 'chosen',
    collector: 'https://stats.example/',
    shared: createStore(() => localStorage),
    own: createStore(() => sessionStorage),
    told: [],
    isRemembered: true,
  });
  await pass(readingMs);
  link?.click();
  await pass(leavingMs);
  Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  window.dispatchEvent(new Event('pagehide'));
  await pass(0);
  Reflect.deleteProperty(document, 'visibilityState');
  analytics.stop(); // a page that is gone hears no answer
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 11) });
  localStorage.clear();
  sessionStorage.clear();
  sent = [];
  Object.defineProperty(window.Request.prototype, 'keepalive', { value: true, configurable: true });
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  vi.spyOn(window, 'fetch').mockImplementation(async (_, init) => {
    sent.push(String(init?.body));
    await new Promise((resolve) => setTimeout(resolve, ANSWER_MS));
    return new Response(null, { status: 204 });
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a walk', () => {
  // At once, before an answer can come; after it came; and so slowly that more was read meanwhile.
  it.each([0, 60, 190, 300, 900, 3000])(
    'makes at most three requests a page and loses nothing, where pages go %i ms after the click',
    async (leavingMs) => {
      for (let i = 1; i <= 20; i++) {
        const before = sent.length;
        await readPage(`/story-${'abcdefghijklmnopqrst'[i - 1]}`, 1500, leavingMs);
        expect(sent.length - before).toBeLessThanOrEqual(3);
      }
      const batches = new Map(sent.map((body) => [JSON.parse(body).batch, JSON.parse(body)]));
      const increments = [...batches.values()].flatMap((batch) => batch.increments);
      const of = (fact: string) => increments.filter(([name]) => name === fact);
      expect(of('page.view')).toHaveLength(20);
      expect(of('page.onward')).toHaveLength(19);
      expect(new Set(of('page.engagement').map(([, [path]]) => path)).size).toBe(20);
    },
  );

  it('sends what went out with a page again half a minute later, and not before', async () => {
    await readPage('/a', 1500, 0);
    expect(sent).toHaveLength(1);
    await readPage('/b', 1500, 0);
    await pass(30_000);
    await readPage('/c', 1500, 0);
    const times = [...new Set(sent)].map((body) => sent.filter((other) => other === body).length);
    expect(times).toEqual([2, 2, 1]);
  });
});

describe('a page that is left', () => {
  const engagements = () =>
    sent.flatMap((body) => JSON.parse(body).increments).filter(([fact]) => fact === 'page.engagement');

  it('is not read any more between the click and its end', async () => {
    await readPage('/a', 1500, 900);
    expect(engagements()).toEqual([['page.engagement', ['/a', 8], 1]]);
  });

  it('is read on where the click did not lead away', async () => {
    await readPage('/a', 1500, 3000);
    expect(engagements()).toEqual([
      ['page.engagement', ['/a', 8], 1],
      ['page.engagement', ['/a', 14], 1],
    ]);
  });
});

describe('a page whose dataLayer throws', () => {
  it('is counted, and stops when it is told to', async () => {
    const entry = Object.defineProperty({}, 'event', {
      get() {
        throw new DOMException('cross-origin', 'SecurityError');
      },
    });
    Object.assign(window, { dataLayer: [entry] });
    await readPage('/a', 1500, 0);
    Reflect.deleteProperty(window, 'dataLayer');
    expect(sent.join()).toContain('"page.view",["/a"]');
    const before = sent.length;
    window.dispatchEvent(new Event('pagehide'));
    await pass(60_000);
    expect(sent).toHaveLength(before);
  });
});
