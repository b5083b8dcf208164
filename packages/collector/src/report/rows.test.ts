import { bucketOf, lowerEdgeMs } from '@holloway/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { none, told } from '../../test/shown.ts';
import {
  categoryRows,
  faultRows,
  flowRows,
  overviewRows,
  pageRows,
  stepRows,
  trailRows,
  valueRows,
} from './rows.ts';

const PAGE = { views: none, onward: none, entries: none, moved: none, paused: none, resumed: none };
const uncategorised = () => null;

describe('the rows of pages', () => {
  it('tell views, visitors, entries, exits and bounces', () => {
    const rows = pageRows(
      1,
      {
        ...PAGE,
        views: told([['/a'], 40, { people: 30 }], [['/b'], 90, { people: 50 }]),
        onward: told([['/a'], 25], [['/b'], 80]),
        entries: told([['/a'], 20]),
        moved: told([['/a'], 12]),
      },
      (page) => (page === '/a' ? 'kettles' : null),
    );
    expect(rows).toEqual([
      {
        page: '/b',
        category: null,
        views: 90,
        visitors: 50,
        entries: null,
        exits: 10,
        bounces: null,
        settledViews: 90,
        settledEntries: null,
        engagement: null,
        engagementLower: null,
        engagementUpper: null,
      },
      {
        page: '/a',
        category: 'kettles',
        views: 40,
        visitors: 30,
        entries: 20,
        exits: 15,
        bounces: 8,
        settledViews: 40,
        settledEntries: 20,
        engagement: null,
        engagementLower: null,
        engagementUpper: null,
      },
    ]);
  });

  it('take every view as an exit where none went on', () => {
    expect(pageRows(1, { ...PAGE, views: told([['/a'], 12]) }, uncategorised)).toMatchObject([{ exits: 12 }]);
  });

  it('take exits from exact numbers alone: what is rounded may not be subtracted', () => {
    const views = told([['/a'], 50, { exactN: 33 }]);
    const onward = told([['/a'], 40, { exactN: 30 }]);
    expect(pageRows(1, { ...PAGE, views, onward }, uncategorised)).toMatchObject([
      { views: 50, exits: 3, settledViews: 33 },
    ]);
  });

  it('tell no exits and bounces while nothing of a page is settled, which is not 0', () => {
    const views = told([['/a'], 50, { exactN: 0 }]);
    const entries = told([['/a'], 20, { exactN: 0 }]);
    expect(pageRows(10, { ...PAGE, views, entries }, uncategorised)).toMatchObject([
      { views: 50, entries: 20, exits: null, bounces: null, settledViews: null, settledEntries: null },
    ]);
  });

  it.each([
    { left: 30, exits: 0 },
    { left: 29, exits: null },
    { left: 21, exits: null },
    { left: 20, exits: 10 },
  ])('tell $exits exits where 30 views had $left followers and k is 10', ({ left, exits }) => {
    const cells = { ...PAGE, views: told([['/a'], 30]), onward: told([['/a'], left]) };
    expect(pageRows(10, cells, uncategorised)).toMatchObject([{ exits }]);
  });

  it('never tell more exits than views, nor fewer than none', () => {
    const measure = fc.nat({ max: 100 });
    fc.assert(
      fc.property(measure, measure, measure, measure, (seen, rounded, left, entered) => {
        const [row] = pageRows(
          1,
          {
            ...PAGE,
            views: told([['/a'], seen + rounded, { exactN: seen }]),
            onward: told([['/a'], left]),
            entries: told([['/a'], entered]),
            moved: told([['/a'], left]),
          },
          uncategorised,
        );
        expect(row?.exits ?? 0).toBeGreaterThanOrEqual(0);
        expect(row?.exits ?? 0).toBeLessThanOrEqual(row?.views ?? 0);
        expect(row?.bounces ?? 0).toBeGreaterThanOrEqual(0);
        expect(row?.bounces ?? 0).toBeLessThanOrEqual(row?.entries ?? 0);
      }),
    );
  });

  it('tell the median of engagement, less the pauses that were not the last', () => {
    const [short, long] = [bucketOf(2_000), bucketOf(60_000)];
    const [row] = pageRows(
      1,
      {
        ...PAGE,
        views: told([['/a'], 12]),
        // Ten paused after two seconds; eight of them came back and stayed for a minute.
        paused: told([['/a', short], 10], [['/a', long], 8]),
        resumed: told([['/a', short], 8]),
      },
      uncategorised,
    );
    expect(row?.engagement).toBeGreaterThanOrEqual(lowerEdgeMs(long));
    expect(row?.engagement).toBeLessThanOrEqual(lowerEdgeMs(long + 1));
  });

  it('tell the quartiles of engagement, between which the middle half of the views is', () => {
    const [short, usual, long] = [bucketOf(2_000), bucketOf(20_000), bucketOf(200_000)];
    const [row] = pageRows(
      1,
      {
        ...PAGE,
        views: told([['/a'], 20]),
        // Five of the eleven that paused after two seconds went on.
        paused: told([['/a', short], 11], [['/a', usual], 8], [['/a', long], 6]),
        resumed: told([['/a', short], 5]),
      },
      uncategorised,
    );
    const edges = (bucket: number): [number, number] => [lowerEdgeMs(bucket), lowerEdgeMs(bucket + 1)];
    for (const [told, [from, to]] of [
      [row?.engagementLower, edges(short)],
      [row?.engagement, edges(usual)],
      [row?.engagementUpper, edges(long)],
    ] as const) {
      expect(told).toBeGreaterThanOrEqual(from);
      expect(told).toBeLessThanOrEqual(to);
    }
  });

  it('tell no engagement where none was measured, which is not 0', () => {
    expect(pageRows(1, { ...PAGE, views: told([['/a'], 12]) }, uncategorised)).toMatchObject([
      { engagement: null, engagementLower: null, engagementUpper: null },
    ]);
  });
});

describe('the rows of categories', () => {
  it('take entries from the moves out of (entry)', () => {
    const rows = categoryRows(
      1,
      told([['kettles'], 30], [['pans'], 40, { people: 11 }]),
      told([['kettles'], 22]),
      told([['(entry)', 'kettles'], 12], [['pans', 'kettles'], 9]),
      '(entry)',
    );
    expect(rows).toEqual([
      { category: 'pans', views: 40, visitors: 11, entries: null, exits: 40, settledViews: 40 },
      { category: 'kettles', views: 30, visitors: 30, entries: 12, exits: 8, settledViews: 30 },
    ]);
  });
});

describe('the rows of an overview', () => {
  it('stand by day, and a measure that is not shown is null', () => {
    const { rows, totals } = overviewRows(
      [
        { day: '2026-11-22', n: 20, people: 15 },
        { day: '2026-11-20', n: 10, people: 10 },
      ],
      [
        { day: '2026-11-22', n: 60, people: 0 },
        { day: '2026-11-21', n: 10, people: 0 },
      ],
    );
    expect(rows).toEqual([
      { day: '2026-11-20', visits: 10, visitors: 10, pageviews: null },
      { day: '2026-11-21', visits: null, visitors: null, pageviews: 10 },
      { day: '2026-11-22', visits: 20, visitors: 15, pageviews: 60 },
    ]);
    expect(totals).toEqual({ visits: 30, visitors: 25, pageviews: 70 });
  });

  it('begin with the day, for those who read them as a table', () => {
    const { rows } = overviewRows([{ day: '2026-11-22', n: 1, people: 1 }], []);
    expect(Object.keys(rows[0] ?? {})).toEqual(['day', 'visits', 'visitors', 'pageviews']);
  });

  it('without days have totals of null, not of 0', () => {
    expect(overviewRows([], [])).toEqual({
      rows: [],
      totals: { visits: null, visitors: null, pageviews: null },
    });
  });
});

describe('the rows of moves', () => {
  it('list the most frequent first', () => {
    expect(flowRows(told([['a', 'b'], 10], [['(entry)', 'a'], 30, { people: 12 }]))).toEqual([
      { from: '(entry)', to: 'a', n: 30, people: 12 },
      { from: 'a', to: 'b', n: 10, people: 10 },
    ]);
  });

  it('by step list the steps in order, and in each the most frequent first', () => {
    const rows = stepRows(told([[2, 'a', 'b'], 10], [[1, '(entry)', 'a'], 20], [[2, 'a', 'c'], 15]));
    expect(rows.map(({ step, to, n }) => [step, to, n])).toEqual([
      [1, 'a', 20],
      [2, 'c', 15],
      [2, 'b', 10],
    ]);
  });

  it('of trails carry the path as three names', () => {
    expect(trailRows(told([['a', 'b', 'a'], 11, { people: 10 }]))).toEqual([
      { path: ['a', 'b', 'a'], n: 11, people: 10 },
    ]);
  });

  it('of values carry the value as text', () => {
    expect(valueRows(told([['DE'], 10], [['PL'], 20]))).toEqual([
      { value: 'PL', n: 20, people: 20 },
      { value: 'DE', n: 10, people: 10 },
    ]);
  });
});

describe('the rows of faults', () => {
  it('name the part that failed, the most frequent first', () => {
    expect(faultRows(told([['layout'], 10], [['send'], 40, { people: 12 }]))).toEqual([
      { reason: 'send', n: 40, people: 12 },
      { reason: 'layout', n: 10, people: 10 },
    ]);
  });
});
