import { describe, expect, it } from 'vitest';
import { figureOf, trendOf } from './overview.ts';

const numbers = {
  totals: { visits: 30, visitors: 24, pageviews: 90 },
  rows: [
    { day: '2026-11-20', visits: 10, visitors: 8, pageviews: 30 },
    { day: '2026-11-22', visits: 20, visitors: 16, pageviews: 60 },
  ],
};

describe('a figure', () => {
  it('of visitors is the average of the days that tell it, since people of two days cannot be told apart', () => {
    expect(figureOf('visitors', numbers, null)).toEqual({ value: 12, change: null });
  });

  it('of depth is pageviews by visits', () => {
    expect(figureOf('depth', numbers, null).value).toBe(3);
  });

  it('shows all its days, and changes by those that are over', () => {
    const now = { totals: { visits: 27, visitors: 22, pageviews: 80 }, rows: [] };
    const before = { totals: { visits: 24, visitors: 20, pageviews: 60 }, rows: [] };
    expect(figureOf('visits', numbers, { now, before })).toEqual({ value: 30, change: 0.125 });
  });

  it.each([
    { told: 'nothing', visits: null },
    { told: '0', visits: 0 },
  ])('has no change against $told', ({ visits }) => {
    const before = { totals: { visits, visitors: null, pageviews: null }, rows: [] };
    expect(figureOf('visits', numbers, { now: numbers, before }).change).toBeNull();
  });

  it('is null, not 0, where too few came to tell', () => {
    const few = { totals: { visits: null, visitors: null, pageviews: null }, rows: [] };
    expect(figureOf('visits', few, null).value).toBeNull();
    expect(figureOf('visitors', few, null).value).toBeNull();
  });
});

const july = { day: '2026-07-01', through: '2026-07-31', visits: 62, visitors: 31, pageviews: 186 };

it('shows on every day of a month that is kept as a whole what it was on average', () => {
  const rows = [july, { day: '2026-08-01', visits: 5, visitors: 4, pageviews: 10 }];
  const points = trendOf('visits', rows, { from: '2026-07-01', to: '2026-08-02' });
  expect(points).toHaveLength(33);
  expect(points.slice(29)).toEqual([
    { day: '2026-07-30', value: 2 },
    { day: '2026-07-31', value: 2 },
    { day: '2026-08-01', value: 5 },
    { day: '2026-08-02', value: null },
  ]);
  expect(trendOf('depth', rows, { from: '2026-07-01', to: '2026-07-01' })).toEqual([
    { day: '2026-07-01', value: 3 },
  ]);
});

it('takes a month for as many days as it has in the average of visitors', () => {
  const rows = [july, { day: '2026-08-01', visits: 5, visitors: 33, pageviews: 10 }];
  const totals = { visits: 67, visitors: 64, pageviews: 196 };
  expect(figureOf('visitors', { totals, rows }, null).value).toBe(2);
});

it('has a point for every day of the range, null where the day is not told', () => {
  expect(trendOf('visits', numbers.rows, { from: '2026-11-20', to: '2026-11-23' })).toEqual([
    { day: '2026-11-20', value: 10 },
    { day: '2026-11-21', value: null },
    { day: '2026-11-22', value: 20 },
    { day: '2026-11-23', value: null },
  ]);
});
