import { describe, expect, it } from 'vitest';
import { daysOf, outsideOf } from './shared-days.ts';

describe('the days of an address', () => {
  it.each([
    ['#/shop/pages?from=2026-11-01&to=2026-11-07', { from: '2026-11-01', to: '2026-11-07' }],
    [
      '#/shop/pages?slice=device%3Aphone&from=2026-11-01&to=2026-11-01',
      { from: '2026-11-01', to: '2026-11-01' },
    ],
    ['#/shop/pages', null],
    ['#/shop/pages?range=28d', null],
    ['#/shop/pages?from=2026-11-01', null],
    ['#/shop/pages?to=2026-11-01', null],
    ['#/shop/pages?from=2026-11-08&to=2026-11-07', null],
    ['#/shop/pages?from=2026-02-30&to=2026-11-07', null],
    ['#/shop/from=2026-11-01&to=2026-11-07', null],
  ])('%s are %j', (address, days) => {
    expect(daysOf(address)).toEqual(days);
  });
});

describe('a range', () => {
  const days = { from: '2026-11-01', to: '2026-11-07' };
  const told = (from: string, to: string) => outsideOf(days, { from, to, monthsThrough: null });

  it('is within the days up to the first and last of them', () => {
    expect([told('2026-11-01', '2026-11-07'), told('2026-11-03', '2026-11-03')]).toEqual([null, null]);
  });

  it('is outside them with a day before or after', () => {
    expect(told('2026-10-31', '2026-11-07')).toEqual({
      field: 'from',
      rule: 'must not be before the days that the link shows',
    });
    expect(told('2026-11-01', '2026-11-08')).toEqual({
      field: 'to',
      rule: 'must not be after the days that the link shows',
    });
  });
});
