import { describe, expect, it } from 'vitest';
import { daysBefore, daysOf, finishedDays, readRange, writeRange } from './range.ts';

const horizon = { firstDay: '2026-03-05', lastDay: '2026-11-22' };

describe('a preset', () => {
  it.each([
    { preset: '7d', from: '2026-11-16' },
    { preset: '28d', from: '2026-10-26' },
    { preset: '90d', from: '2026-08-25' },
    { preset: 'month', from: '2026-11-01' },
    { preset: 'all', from: '2026-03-05' },
  ] as const)('of $preset begins on $from and ends with the last day of the site', ({ preset, from }) => {
    expect(daysOf({ preset }, horizon)).toEqual({ from, to: '2026-11-22' });
  });

  it('begins no earlier than the history', () => {
    const young = { firstDay: '2026-11-20', lastDay: '2026-11-22' };
    expect(daysOf({ preset: '28d' }, young)).toEqual({ from: '2026-11-20', to: '2026-11-22' });
  });
});

it('leaves fixed days as they were asked for', () => {
  const fixed = { from: '2025-01-01', to: '2025-01-31' };
  expect(daysOf(fixed, horizon)).toEqual(fixed);
});

describe('the days that are over', () => {
  const live = { kind: 'live', lastDay: '2026-11-22' } as const;

  it('leave out today', () => {
    expect(finishedDays({ from: '2026-11-16', to: '2026-11-22' }, live)).toEqual({
      from: '2026-11-16',
      to: '2026-11-21',
    });
  });

  it('are none where today alone was asked for', () => {
    expect(finishedDays({ from: '2026-11-22', to: '2026-11-22' }, live)).toBeNull();
  });

  it('are all days before today, and all of an archive', () => {
    const past = { from: '2026-11-01', to: '2026-11-21' };
    expect(finishedDays(past, live)).toEqual(past);
    const end = { from: '2008-05-01', to: '2008-05-31' };
    expect(finishedDays(end, { kind: 'archive', lastDay: '2008-05-31' })).toEqual(end);
  });
});

describe('the days before', () => {
  it('are as many, just before', () => {
    expect(daysBefore({ from: '2026-11-16', to: '2026-11-22' }, horizon)).toEqual({
      from: '2026-11-09',
      to: '2026-11-15',
    });
  });

  it('are none where the history does not reach back so far', () => {
    expect(daysBefore({ from: '2026-03-06', to: '2026-03-12' }, horizon)).toBeNull();
    expect(daysBefore({ from: '2026-03-06', to: '2026-03-12' }, { ...horizon, firstDay: null })).toBeNull();
  });
});

describe('a range in an address', () => {
  it.each([
    { search: '', range: { preset: '28d' } },
    { search: 'range=90d', range: { preset: '90d' } },
    { search: 'from=2026-11-01&to=2026-11-05', range: { from: '2026-11-01', to: '2026-11-05' } },
  ] as const)('is read from "$search" and written again', ({ search, range }) => {
    expect(readRange(new URLSearchParams(search))).toEqual(range);
    expect(new URLSearchParams(writeRange(range)).toString()).toBe(search);
  });

  it.each([
    'range=forever',
    'from=2026-11-31&to=2026-12-02',
    'from=2026-11-05&to=2026-11-01',
    'from=2026-11-05',
  ])('falls back to 28 days for "%s"', (search) => {
    expect(readRange(new URLSearchParams(search))).toEqual({ preset: '28d' });
  });
});
