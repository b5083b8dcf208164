import { dayFromNumber, dayNumber } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { keptRange, monthEnd, toldRange } from './kept-range.ts';

const site = { kept: { from: dayNumber('2024-11-01'), monthsThrough: dayNumber('2026-07-31') } };
const young = { kept: { from: null, monthsThrough: null } };

describe('a range', () => {
  it.each([
    // [asked, told, by month through]
    ['2026-08-01 2026-11-26', '2026-08-01 2026-11-26', null],
    ['2026-07-31 2026-11-26', '2026-07-01 2026-11-26', '2026-07-31'],
    ['2026-05-15 2026-06-02', '2026-05-01 2026-06-30', '2026-06-30'],
    ['2026-05-01 2026-05-31', '2026-05-01 2026-05-31', '2026-05-31'],
  ])('of %s is told as %s', (asked, told, monthsThrough) => {
    const [from = '', to = ''] = asked.split(' ');
    const range = toldRange(site, { from, to });
    expect([`${range.from} ${range.to}`, range.monthsThrough]).toEqual([told, monthsThrough]);
  });

  it('is told as it was asked for where every day is kept', () => {
    expect(toldRange(young, { from: '2026-05-15', to: '2026-06-02' })).toEqual({
      from: '2026-05-15',
      to: '2026-06-02',
      monthsThrough: null,
    });
  });

  it('has nothing of what is deleted', () => {
    const range = (from: string, to: string) => {
      const kept = keptRange(site, { from: dayNumber(from), to: dayNumber(to) });
      return [dayFromNumber(kept.from), dayFromNumber(kept.to)];
    };
    expect(range('2024-01-01', '2025-02-10')).toEqual(['2024-11-01', '2025-02-28']);
    const { from, to } = keptRange(site, { from: dayNumber('2024-01-01'), to: dayNumber('2024-02-01') });
    expect(from).toBeGreaterThan(to);
  });
});

describe('a row', () => {
  it('of a month says where it ends, one of a day does not', () => {
    expect(monthEnd(site, '2026-06-01')).toEqual({ through: '2026-06-30' });
    expect(monthEnd(site, '2026-08-01')).toEqual({});
    expect(monthEnd(young, '2026-06-01')).toEqual({});
  });
});
