// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CONFIG } from '../../test/config.ts';
import { setUrl } from '../../test/dom.ts';
import type { Told } from '../session.ts';
import { beginDryRun, type DryRun } from './dry-run.ts';

const CART: Told = [
  'add_to_cart',
  { currency: 'EUR', items: [{ item_id: 'KE-101', price: 49.9, quantity: 1 }] },
];

let told: Told[];
let dryRun: DryRun;

const facts = (): string[] =>
  dryRun.feed.waiting().flatMap(({ increments }) => increments.map(([fact]) => fact));

beforeEach(async () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 11) });
  localStorage.clear();
  sessionStorage.clear();
  vi.spyOn(window, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  setUrl('https://shop.example/story');
  told = [];
  dryRun = await beginDryRun({
    window: window as Window & typeof globalThis,
    config: CONFIG,
    collector: 'https://stats.example/',
    told,
    now: Date.now,
    onChange: () => {},
  });
  await vi.advanceTimersByTimeAsync(500);
});
afterEach(() => {
  dryRun.stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a dry run', () => {
  it('counts as counting does', () => {
    expect(dryRun.feed.page()?.path).toBe('/story');
    expect(facts()).toEqual(expect.arrayContaining(['visit', 'page.view', 'flow.page']));
  });

  it('stores nothing and sends nothing, also when the page is left', async () => {
    window.dispatchEvent(new Event('pagehide'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(dryRun.feed.bodies().map(({ state }) => state)).toContain('not sent');
    expect(window.fetch).not.toHaveBeenCalled();
    expect(localStorage.length + sessionStorage.length).toBe(0);
    expect(document.cookie).toBe('');
  });

  it('hears what the page tells, once, and leaves it to be told', async () => {
    told.push(CART);
    dryRun.listen();
    dryRun.listen();
    await vi.advanceTimersByTimeAsync(500);
    expect(dryRun.feed.seen().filter(({ seen }) => seen.kind === 'commerce')).toHaveLength(1);
    expect(told).toEqual([CART]);
  });

  it('ends', async () => {
    dryRun.stop();
    const before = facts();
    told.push(CART);
    dryRun.listen();
    await vi.advanceTimersByTimeAsync(500);
    expect(facts()).toEqual(before);
  });
});
