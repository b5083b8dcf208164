import type { Action } from '@holloway/insight';
import type { LayoutRow } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { ADVISED_TYPES, advised } from '../../test/advised.ts';
import { daysAround, type Figure, figureKind, type Rows } from './action-figure.ts';

const slot = (item: string, exposed: number, clicked: number | null, page = '/c/pots'): LayoutRow => ({
  ...{ page, zone: 'grid', slot: 1, item, viewport: 'l', exposed, clicked },
  ...{ added: null, ordered: null, returned: null, clicks: null, value: null },
});
const page = {
  ...{ visitors: 1, entries: null, bounces: null, settledViews: 500, settledEntries: null },
  ...{ engagement: null, engagementLower: null, engagementUpper: null },
};
const element = { page: '/c/pots', rage: null };

const ROWS: Rows = {
  layout: [slot('K1', 100, 10), slot('K1', 50, 5), slot('K9', 200, 4), slot('K1', 900, 9, '/')],
  finds: [
    { item: 'K1', tried: 'pots', found: 'pots', route: 'direct', n: 60, people: 60 },
    { item: 'K1', tried: 'pans', found: 'pots', route: 'detour', n: 40, people: 40 },
    { item: 'K9', tried: 'pans', found: 'pots', route: 'detour', n: 9, people: 9 },
  ],
  trails: [
    { path: ['pots', '(home)', 'pans/lids'], n: 80, people: 80 },
    { path: ['pots', 'pans', 'pans/lids'], n: 30, people: 30 },
  ],
  flows: [{ from: 'pots', to: 'pans/lids', n: 20, people: 20 }],
  pages: [{ page: '/c/pots', category: 'pots', views: 500, exits: 450, ...page }],
  categories: [{ category: 'pots', views: 900, visitors: 1, entries: null, exits: 90, settledViews: 900 }],
  search: [{ term: 'tajine', asked: 90, empty: null, clicked: 5, refined: null }],
  elements: [
    { ...element, element: 'hero', viewport: 's', exposed: 900, clicked: 100, dead: 70 },
    { ...element, element: 'tile:/c/pots', viewport: 's', exposed: 2000, clicked: 4, dead: null },
    { ...element, element: 'tile:/c/pots', viewport: 'l', exposed: 2000, clicked: 160, dead: null },
  ],
};

const figureOf = (action: Action): Figure | undefined => figureKind(action)?.of(ROWS);

describe('the figure of an action', () => {
  it.each([
    ['move-up', { hits: 4, of: 200 }],
    ['keep-first', { hits: 15, of: 150 }],
    // What stands there in its place counts.
    ['bury', { hits: 19, of: 350 }],
    ['cross-list', { hits: 40, of: 100 }],
    ['add-link', { hits: 80, of: 100 }],
    ['dead-end', { hits: 450, of: 500 }],
    // That none found nothing is not told, but that it was asked is.
    ['no-result', { hits: 0, of: 90 }],
    ['dead-click', { hits: 70, of: 100 }],
  ] as const)('of %s is taken of the reports that it comes from', (type, figure) => {
    expect(figureOf(advised(type))).toEqual(figure);
  });

  it('of windows of one size is taken of these alone', () => {
    const subject = { page: '/c/pots', viewport: 's', element: 'tile:/c/pots' } as const;
    expect(figureOf(advised('device-break', {}, { subject }))).toEqual({ hits: 4, of: 2000 });
  });

  it('of a category is that of the category', () => {
    expect(figureOf(advised('dead-end', { node: 'pots', kind: 'category' }))).toEqual({ hits: 90, of: 900 });
  });

  it('is not told where nothing is counted', () => {
    for (const type of ADVISED_TYPES) {
      const { hits = null, of = null } = figureKind(advised(type))?.of({}) ?? {};
      expect([type, hits, of]).toEqual([type, null, null]);
    }
  });

  it('of a list is how many came past where nearly all stop', () => {
    const { of: figure } = figureKind(advised('long-list', { seenTo: 1 })) ?? { of: () => null };
    const layout = [slot('K1', 100, 10), { ...slot('K2', 7, 1), slot: 2 }, { ...slot('K3', 4, 0), slot: 3 }];
    expect(figure({ layout })).toEqual({ hits: 7, of: 100 });
    // Once it is shorter nobody does.
    expect(figure({ layout: layout.slice(0, 1) })).toEqual({ hits: 0, of: 100 });
    expect(figure({})).toEqual({ hits: null, of: null });
  });

  it('of positions that rotate is that of all their pages', () => {
    const action = advised('rotation-test');
    const [found] = action.findings;
    const home = { ...found, subject: { page: '/', zone: 'grid' } };
    expect(figureOf({ ...action, findings: [found, home] })).toEqual({ hits: 28, of: 1250 });
  });

  it('of several things is that of all of them', () => {
    const action = advised('cross-list');
    const [found] = action.findings;
    const other = { ...found, subject: { item: 'K9', category: 'pans' } };
    expect(figureOf({ ...action, findings: [found, other] })).toEqual({ hits: 49, of: 109 });
  });

  it('is none of a test, which compares by itself', () => {
    expect(ADVISED_TYPES.filter((type) => figureKind(advised(type)) === null)).toEqual([
      'layout-verdict',
      'traffic-split',
    ]);
  });
});

describe('the days before and since', () => {
  const site = { kind: 'live', firstDay: '2026-09-24', lastDay: '2026-11-22' } as const;

  it('are up to four weeks each, without the day itself and without today', () => {
    expect(daysAround('2026-11-10', site)).toEqual({
      before: { from: '2026-10-13', to: '2026-11-09' },
      since: { from: '2026-11-11', to: '2026-11-21' },
    });
    expect(daysAround('2026-10-01', site)).toEqual({
      before: { from: '2026-09-24', to: '2026-09-30' },
      since: { from: '2026-10-02', to: '2026-10-29' },
    });
  });

  it('are too few within a week, and none before the first', () => {
    expect(daysAround('2026-11-18', site)).toEqual({ missing: 4 });
    expect(daysAround('2026-11-22', site)).toEqual({ missing: 7 });
    expect(daysAround('2026-09-24', site)).toEqual({ missing: 0 });
  });
});
