import { describe, expect, it } from 'vitest';
import { dueWeek, weekBefore } from './week.ts';

const MONDAY_8 = { weekday: 1, hour: 8 };
const at = (iso: string): number => Date.parse(iso);
const WEEK = { from: '2026-11-16', to: '2026-11-22' };

describe('a digest of Monday at 8', () => {
  it.each([
    ['2026-11-23T06:59:59Z', null],
    ['2026-11-23T07:00:00Z', WEEK],
    // A collector that was off until Tuesday.
    ['2026-11-24T20:00:00Z', WEEK],
    ['2026-11-25T06:59:59Z', WEEK],
    ['2026-11-25T07:00:00Z', null],
    ['2026-11-29T20:00:00Z', null],
    ['2026-11-30T07:00:00Z', { from: '2026-11-23', to: '2026-11-29' }],
  ])('is due in Berlin at %s for %o', (now, week) => {
    expect(dueWeek(at(now), MONDAY_8, 'Europe/Berlin')).toEqual(week);
  });

  it('follows the clock of the site, wherever the collector is', () => {
    const now = at('2026-11-23T07:00:00Z');
    expect(dueWeek(now, MONDAY_8, 'America/New_York')).toBeNull();
    expect(dueWeek(at('2026-11-23T13:00:00Z'), MONDAY_8, 'America/New_York')).toEqual(WEEK);
    // Monday there is Sunday here; a quarter of an hour apart from everybody.
    expect(dueWeek(at('2026-11-22T18:59:00Z'), MONDAY_8, 'Pacific/Auckland')).toBeNull();
    expect(dueWeek(at('2026-11-22T19:00:00Z'), MONDAY_8, 'Pacific/Auckland')).toEqual(WEEK);
    expect(dueWeek(at('2026-11-23T02:14:00Z'), MONDAY_8, 'Asia/Kathmandu')).toBeNull();
    expect(dueWeek(at('2026-11-23T02:15:00Z'), MONDAY_8, 'Asia/Kathmandu')).toEqual(WEEK);
  });
});

describe('a digest of another day', () => {
  it('tells of the last week that is over', () => {
    expect(dueWeek(at('2026-11-27T17:00:00Z'), { weekday: 5, hour: 17 }, 'UTC')).toEqual(WEEK);
    expect(dueWeek(at('2026-11-29T23:30:00Z'), { weekday: 7, hour: 23 }, 'UTC')).toEqual(WEEK);
  });

  it('tells of the same week when it is sent late, in the week after', () => {
    expect(dueWeek(at('2026-11-30T09:00:00Z'), { weekday: 7, hour: 23 }, 'UTC')).toEqual(WEEK);
  });
});

describe('an hour of the night when the clock changes', () => {
  const SUNDAY_2 = { weekday: 7, hour: 2 };

  it('that is left out is over with the next one', () => {
    // 29 March 2026: 01:59:59 is followed by 03:00:00.
    expect(dueWeek(at('2026-03-29T00:59:59Z'), SUNDAY_2, 'Europe/Berlin')).toBeNull();
    expect(dueWeek(at('2026-03-29T01:00:00Z'), SUNDAY_2, 'Europe/Berlin')).toEqual({
      from: '2026-03-16',
      to: '2026-03-22',
    });
  });

  it('that comes twice is due from the first, for one week', () => {
    // 25 October 2026: from 02:00 to 03:00 twice.
    const week = { from: '2026-10-12', to: '2026-10-18' };
    for (const now of ['2026-10-25T00:00:00Z', '2026-10-25T01:00:00Z', '2026-10-25T02:00:00Z'])
      expect(dueWeek(at(now), SUNDAY_2, 'Europe/Berlin')).toEqual(week);
  });

  it('does not move what is due at 8', () => {
    expect(dueWeek(at('2026-03-30T06:00:00Z'), MONDAY_8, 'Europe/Berlin')).toEqual({
      from: '2026-03-23',
      to: '2026-03-29',
    });
    expect(dueWeek(at('2026-03-30T05:59:59Z'), MONDAY_8, 'Europe/Berlin')).toBeNull();
  });
});

describe('the last whole week', () => {
  it('is the one before this, on every day of it', () => {
    expect(weekBefore('2026-11-23')).toEqual(WEEK);
    expect(weekBefore('2026-11-29')).toEqual(WEEK);
    expect(weekBefore('2026-11-22')).toEqual({ from: '2026-11-09', to: '2026-11-15' });
  });
});
