import { describe, expect, it } from 'vitest';
import { ACTIONS, partsOf, weekOf } from '../../test/digest-parts.ts';
import { composeDigest } from './compose.ts';

describe('the digest of a week', () => {
  it('is this, as a program gets it', () => {
    expect(composeDigest(partsOf())).toEqual({
      kind: 'weekly-digest',
      version: 1,
      test: false,
      language: 'en',
      site: { id: 'garden', name: 'Garden & Tea', currency: 'EUR' },
      k: 10,
      week: { from: '2026-11-16', to: '2026-11-22' },
      before: { from: '2026-11-09', to: '2026-11-15' },
      lastYear: { from: '2025-11-17', to: '2025-11-23' },
      figures: [
        { name: 'visits', now: 1204, before: 1115, lastYear: 2408 },
        { name: 'visitors', now: 160, before: 160, lastYear: null },
        { name: 'pageviews', now: 3612, before: 3345, lastYear: 7224 },
        { name: 'orders', now: 52, before: 52, lastYear: null },
        { name: 'value', now: 123450, before: 120000, lastYear: null },
        { name: 'coverage', now: 0.614, before: null, lastYear: null },
      ],
      changed: [
        { of: 'categories', key: '(home)', name: 'Home page', before: 0.41, now: 0.3 },
        { of: 'pages', key: '/c/kettles', name: 'All kettles <new>', before: 0.1, now: 0.18 },
      ],
      actions: [
        {
          id: 'cross-list:1',
          type: 'cross-list',
          title: 'List “Heron “Gold”” in Kettles / Gooseneck too',
          gain: { of: 'finds', perWeek: 10.5, low: 7 },
        },
        { id: 'no-result:1', type: 'no-result', title: 'Teach the search “tea pot”', gain: null },
        { id: 'traffic-split:1', type: 'traffic-split', title: 'Repair the test “hero”', gain: null },
        { id: 'bury:1', type: 'bury', title: 'Move “Heron “Gold”” further down', gain: null },
        { id: 'keep-first:1', type: 'keep-first', title: 'Keep “Heron “Gold”” in front', gain: null },
      ],
      waiting: { rows: 12, n: 1040 },
      url: 'https://stats.example.com/#/garden/overview?from=2026-11-16&to=2026-11-22',
    });
  });

  it('has no line for orders where the store tells of none, nor for agreement where refusals are not counted', () => {
    const week = weekOf('2026-11-16', '2026-11-22', { visits: 40 });
    const { figures } = composeDigest(partsOf({ now: week, before: week, lastYear: null }));
    expect(figures.map(({ name }) => name)).toEqual(['visits', 'visitors', 'pageviews']);
  });

  it('has no value where that is not told, though orders are', () => {
    const now = weekOf('2026-11-16', '2026-11-22', {
      orders: [{ currency: 'EUR', orders: 11, value: null }],
    });
    const { figures } = composeDigest(partsOf({ now, before: null, lastYear: null }));
    expect(figures.slice(3, 5)).toEqual([
      { name: 'orders', now: 11, before: null, lastYear: null },
      { name: 'value', now: null, before: null, lastYear: null },
    ]);
  });

  it('tells six shifts at most, the furthest first', () => {
    const names = ['/a', '/b', '/c', '/d', '/e', '/f', '/g', '/h'];
    const viewsOf = (from: number) => Object.fromEntries(names.map((name, at) => [name, from + 8 * at]));
    const { changed } = composeDigest(
      partsOf({
        now: weekOf('2026-11-16', '2026-11-22', { pages: viewsOf(100), categories: { a: 300, b: 400 } }),
        before: weekOf('2026-11-09', '2026-11-15', {
          pages: Object.fromEntries(names.map((name) => [name, 20])),
          categories: { a: 150, b: 300 },
        }),
      }),
    );
    expect(changed.map(({ key }) => key)).toEqual(['a', '/h', '/g', '/f', '/e', '/d']);
  });

  it('names nothing that somebody planned, did or dismissed', () => {
    const decided = new Set(ACTIONS.map(({ id }) => id));
    expect(composeDigest(partsOf({ decided })).actions).toEqual([]);
  });
});
