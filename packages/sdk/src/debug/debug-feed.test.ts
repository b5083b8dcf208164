import { describe, expect, it, vi } from 'vitest';
import { mapStore } from '../../test/ui-deps.ts';
import type { Seen } from '../record/memory.ts';
import { createPending } from '../transport/pending.ts';
import type { Page } from '../visit/observation.ts';
import { createFeed } from './debug-feed.ts';
import type { Net } from './watch-net.ts';

const HOME: Page = { path: '/', type: 'home', category: null };
const KETTLES: Page = { path: '/c/kettles', type: 'category', category: 'kettles' };

const pageview = (page: Page): Seen => ({
  kind: 'pageview',
  page,
  provenance: { source: 'direct' },
  isReload: false,
});

function feed() {
  const onChange = vi.fn();
  const net = {
    Request,
    fetch: async () => new Response(null, { status: 204 }),
    navigator: { sendBeacon: () => true, onLine: true },
  } as Net;
  const own = mapStore({ 'holloway.sent': '["a"]' });
  return { onChange, ...createFeed({ net, isDry: false, own, now: () => 1_000, onChange }) };
}

describe('what a developer is shown', () => {
  it('is the page as it was described last', () => {
    const { tap, page, onChange } = feed();
    expect(page()).toBeNull();
    tap.onSeen(pageview(HOME));
    tap.onSeen({ kind: 'settled', path: '/' });
    expect(page()).toEqual(HOME);
    tap.onSeen(pageview(KETTLES));
    expect(page()).toEqual(KETTLES);
    expect(onChange).toHaveBeenCalledTimes(3);
  });

  it('is what was seen, the newest first, the last two hundred', () => {
    const { tap, seen } = feed();
    for (let i = 0; i < 210; i++) tap.onSeen({ kind: 'pause', path: '/', engagedMs: i });
    expect(seen()).toHaveLength(200);
    expect(seen()[0]).toEqual({
      number: 210,
      at: 1_000,
      seen: { kind: 'pause', path: '/', engagedMs: 209 },
    });
    expect(seen()[199]?.number).toBe(11);
  });

  it('is what failed on this page, also before it was described', () => {
    const { tap, faults } = feed();
    tap.onSeen({ kind: 'fault', reason: 'device' });
    tap.onSeen(pageview(HOME));
    tap.onSeen({ kind: 'fault', reason: 'layout' });
    expect(faults()).toEqual(['device', 'layout']);
    tap.onSeen(pageview(KETTLES));
    expect(faults()).toEqual([]);
  });

  it('is what waits and what was sent', async () => {
    const { tap, waiting, bodies, onChange } = feed();
    expect(waiting()).toEqual([]);
    const pending = tap.pending(createPending());
    Object.assign(pending.tallyOf({ day: '2026-11-23', slices: {} }), {
      cell: ['page.view', ['/'], 1],
    });
    expect(waiting()).toEqual([{ day: '2026-11-23', slices: {}, increments: [['page.view', ['/'], 1]] }]);
    await tap.net.fetch('https://stats.example/', { body: 'a' });
    expect(bodies()).toEqual([{ text: 'a', bytes: 1, at: 1_000, state: '204, counted' }]);
    pending.take();
    expect(waiting()).toEqual([]);
    expect(onChange).toHaveBeenCalledTimes(4);
  });
});
