import type { BrowserSlices } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { addToTally } from '../visit/tally.ts';
import { createPending } from './pending.ts';

const DAY = 20_000;
const search: BrowserSlices = { source: 'search' };
const direct: BrowserSlices = { source: 'direct' };

/** Adds one pageview of each path. */
function add(
  pending: ReturnType<typeof createPending>,
  day: string,
  slices: BrowserSlices,
  ...paths: string[]
) {
  const counts = paths.map((path) => ({ fact: 'page.view', dimensions: [path], n: 1 }) as const);
  addToTally(pending.tallyOf({ day, slices }), counts, null, DAY);
}

describe('counts that wait', () => {
  it('are added up', () => {
    const pending = createPending();
    add(pending, '2026-11-23', search, '/');
    add(pending, '2026-11-23', search, '/', '/a');
    const increments = [
      ['page.view', ['/'], 2],
      ['page.view', ['/a'], 1],
    ];
    expect(pending.take()).toEqual([{ day: '2026-11-23', slices: search, increments }]);
    expect(pending.take()).toEqual([]);
  });

  it('never share a batch with those of another day or other slices', () => {
    const pending = createPending();
    add(pending, '2026-11-23', search, '/');
    add(pending, '2026-11-23', direct, '/');
    add(pending, '2026-11-24', direct, '/');
    add(pending, '2026-11-23', search, '/');
    const increments = [['page.view', ['/'], 1]];
    expect(pending.take()).toEqual([
      { day: '2026-11-23', slices: search, increments: [['page.view', ['/'], 2]] },
      { day: '2026-11-23', slices: direct, increments },
      { day: '2026-11-24', slices: direct, increments },
    ]);
  });

  it('come in batches of 200 increments', () => {
    const pending = createPending();
    add(pending, '2026-11-23', search, ...Array.from({ length: 401 }, (_, i) => `/${i}`));
    expect(pending.take().map(({ increments }) => increments.length)).toEqual([200, 200, 1]);
  });

  it('lose their marks, whatever they share, where these cannot be remembered', () => {
    const pending = createPending();
    const ledger = { count: () => 2 as const };
    const counts = [{ fact: 'page.view', dimensions: ['/'], n: 1 }] as const;
    for (const slices of [search, direct]) {
      addToTally(pending.tallyOf({ day: '2026-11-23', slices }), counts, ledger, DAY);
    }
    pending.unmark();
    const increments = [['page.view', ['/'], 1]];
    expect(pending.take().map((taken) => taken.increments)).toEqual([increments, increments]);
  });

  it.each([
    { says: '200 cells', paths: Array.from({ length: 200 }, (_, i) => `/${i}`) },
    { says: '12 KiB', paths: Array.from({ length: 70 }, (_, i) => `/${'x'.repeat(170)}${i}`) },
  ])('are enough to be sent at $says', ({ paths }) => {
    const pending = createPending();
    add(pending, '2026-11-23', search, ...paths.slice(0, -10));
    expect(pending.isFull()).toBe(false);
    add(pending, '2026-11-23', search, ...paths);
    expect(pending.isFull()).toBe(true);
  });
});
