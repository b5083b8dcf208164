// @vitest-environment happy-dom
import { parseBatch, type SiteConfig } from '@holloway/protocol';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { refusalBatch, sendRefusal } from './refusal.ts';

const SITE = { site: 'store', statement: 'c9f1d2a4' };
const NONCE = 'pXx0Yw4mJ9s';

const batchOf = (before: { readonly statement: string } | null) =>
  refusalBatch(SITE, { surface: 'banner', before, day: '2026-11-23' }, NONCE);

describe('a refusal that is counted', () => {
  it('says that somebody refused, and nothing else', () => {
    expect(batchOf(null)).toEqual({
      v: 1,
      site: 'store',
      day: '2026-11-23',
      batch: NONCE,
      statement: 'c9f1d2a4',
      basis: 'default',
      slices: {},
      increments: [['consent.choice', ['c9f1d2a4', 'banner', 'rejected'], 1, 2]],
    });
  });

  it('is one that the collector takes', () => {
    expect(parseBatch(JSON.parse(JSON.stringify(batchOf(null))))).toMatchObject({ ok: true });
  });

  it('of a browser that had chosen by another statement is its first by this one', () => {
    expect(batchOf({ statement: '00000001' }).increments).toEqual([
      ['consent.choice', ['c9f1d2a4', 'banner', 'rejected'], 1, 2],
    ]);
  });

  it('of a browser that had chosen by this statement is no other browser', () => {
    expect(batchOf({ statement: 'c9f1d2a4' }).increments).toEqual([
      ['consent.choice', ['c9f1d2a4', 'banner', 'rejected'], 1],
    ]);
  });
});

describe('sending it', () => {
  const fetch = vi.fn<typeof globalThis.fetch>();
  const send = () =>
    sendRefusal(
      { fetch, crypto },
      'https://stats.example/',
      { ...SITE, offsets: [[0, 540]] } as unknown as SiteConfig,
      'centre',
      null,
    );

  beforeEach(() => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 20) });
    fetch.mockReset().mockResolvedValue(new Response(null, { status: 204 }));
    localStorage.clear();
    sessionStorage.clear();
  });
  afterEach(() => void vi.useRealTimers());

  it('is one request without cookies and referrer, on the day of the site', async () => {
    await send();
    const [[url, request] = []] = fetch.mock.calls;
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(url).toBe('https://stats.example/v1/collect');
    expect(request).toMatchObject({
      method: 'POST',
      keepalive: true,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    expect(JSON.parse(String(request?.body))).toMatchObject({ day: '2026-11-24', slices: {} });
  });

  it('stores nothing, and is not tried again where it does not arrive', async () => {
    fetch.mockRejectedValue(new TypeError('Failed to fetch'));
    await send();
    vi.advanceTimersByTime(24 * 60 * 60_000);
    expect(fetch).toHaveBeenCalledTimes(1);
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
  });
});
