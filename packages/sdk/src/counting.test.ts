// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CONFIG } from '../test/config.ts';
import { createCounting } from './counting.ts';
import type { Tap } from './debug/debug-feed.ts';
import { createFeed } from './debug/debug-feed.ts';
import type { Seen } from './record/memory.ts';
import { createStore } from './storage.ts';

const HOME: Seen = {
  kind: 'pageview',
  page: { path: '/', type: 'home', category: null },
  provenance: { source: 'direct' },
  isReload: false,
};
const broken = {
  kind: 'slot',
  measure: 'exposed',
  get page() {
    throw new Error('broken');
  },
} as unknown as Seen;

let sent: string[];
let status: number;

const create = (tap?: Tap) =>
  createCounting(
    {
      window,
      basis: () => 'chosen',
      config: CONFIG,
      collector: 'https://stats.example/',
      shared: createStore(() => localStorage),
      own: createStore(() => sessionStorage),
      tap,
    },
    new AbortController().signal,
  );

/** Of all batches: each reason with how often it was counted. */
const faults = () =>
  sent
    .flatMap((body) => JSON.parse(body).increments as [string, string[], number][])
    .filter(([fact]) => fact === 'fault')
    .map(([, [reason], n]) => [reason, n]);

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  sent = [];
  status = 204;
  Object.defineProperty(window.Request.prototype, 'keepalive', { value: true, configurable: true });
  vi.spyOn(window, 'fetch').mockImplementation(async (_, init) => {
    sent.push(String(init?.body));
    return new Response(null, { status });
  });
});

describe('a batch that the collector refuses for good', () => {
  it('is counted as a fault of sending, once until it takes another', async () => {
    const { record, flush } = create();
    const send = async () => {
      await record(HOME);
      await flush(false);
    };
    await send();
    expect(faults()).toEqual([]);
    status = 400;
    await send();
    await send();
    status = 204;
    await send();
    expect(faults()).toEqual([['send', 1]]);
  });

  it('is none where the collector cannot take it at the moment', async () => {
    status = 503;
    const { record, flush } = create();
    await record(HOME);
    await flush(false);
    await record(HOME);
    status = 204;
    await flush(true);
    expect(faults()).toEqual([]);
  });
});

describe('what cannot be taken down', () => {
  it('is counted as a fault of recording, and shown to developers', async () => {
    const feed = createFeed({
      net: window,
      isDry: false,
      own: createStore(() => sessionStorage),
      now: () => 0,
      onChange() {},
    });
    const { record, flush } = create(feed.tap);
    await record(HOME);
    expect(feed.faults()).toEqual([]);
    await record(broken);
    expect(feed.faults()).toEqual(['record']);
    await flush(false);
    expect(faults()).toEqual([['record', 1]]);
  });
});

describe('what a page that is left tells', () => {
  it('is shown to developers too', () => {
    const onSeen = vi.fn();
    const { recordNow } = create({ pending: (real) => real, net: window, onSeen });
    recordNow({ kind: 'pause', path: '/', engagedMs: 400 }, { kind: 'scroll', path: '/', tenth: 4 });
    expect(onSeen.mock.calls.map(([{ kind }]) => kind)).toEqual(['pause', 'scroll']);
  });
});
