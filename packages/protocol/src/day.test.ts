import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayAt, dayFromNumber, dayNumber, isDay, localTime } from './day.ts';

describe('a day', () => {
  it.each(['1970-01-01', '2024-02-29', '2026-11-23', '9999-12-31'])('may be %s', (day) => {
    expect(isDay(day)).toBe(true);
  });

  it.each([
    '',
    '2026-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '1969-12-31',
    '2026-1-1',
    '2026-11-23 ',
    '2026-11-23T00:00:00Z',
    '+02026-11-23',
    20261123,
    null,
    ['2026-11-23'],
  ])('may not be %j', (value) => {
    expect(isDay(value)).toBe(false);
  });

  it('has a number, days since 1970', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('2000-03-01')).toBe(11_017);
    expect(dayFromNumber(11_017)).toBe('2000-03-01');
  });

  it('is followed by the next of the calendar', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });

  it('is the same again from its number, and is a day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_900_000 }), (number) => {
        expect(isDay(dayFromNumber(number))).toBe(true);
        expect(dayNumber(dayFromNumber(number))).toBe(number);
      }),
    );
  });
});

describe('local time', () => {
  // Monday 0:00 is hour 0, so Sunday 23:00 is hour 167.
  it.each([
    { at: '1970-01-01T00:00:00Z', zone: 'UTC', day: '1970-01-01', hourOfWeek: 72 },
    { at: '2026-11-23T00:00:00Z', zone: 'UTC', day: '2026-11-23', hourOfWeek: 0 },
    { at: '2026-11-22T23:59:59Z', zone: 'UTC', day: '2026-11-22', hourOfWeek: 167 },
    // Midnight is hour 0 of the new day, not hour 24 of the old.
    { at: '2026-11-22T23:00:00Z', zone: 'Europe/Rome', day: '2026-11-23', hourOfWeek: 0 },
    { at: '2026-11-23T15:00:00Z', zone: 'Asia/Tokyo', day: '2026-11-24', hourOfWeek: 24 },
    { at: '2026-11-23T05:00:00Z', zone: 'America/Los_Angeles', day: '2026-11-22', hourOfWeek: 165 },
    // Half and quarter hours from UTC.
    { at: '2026-11-22T18:30:00Z', zone: 'Asia/Kolkata', day: '2026-11-23', hourOfWeek: 0 },
    { at: '2026-11-22T18:14:59Z', zone: 'Asia/Kathmandu', day: '2026-11-22', hourOfWeek: 167 },
    { at: '2026-11-22T10:00:00Z', zone: 'Pacific/Kiritimati', day: '2026-11-23', hourOfWeek: 0 },
    // Rome puts its clocks forward on 29 March 2026, from 2:00 to 3:00 ...
    { at: '2026-03-29T00:59:59Z', zone: 'Europe/Rome', day: '2026-03-29', hourOfWeek: 145 },
    { at: '2026-03-29T01:00:00Z', zone: 'Europe/Rome', day: '2026-03-29', hourOfWeek: 147 },
    // ... and back on 25 October, when the hour from 2:00 comes twice.
    { at: '2026-10-25T00:30:00Z', zone: 'Europe/Rome', day: '2026-10-25', hourOfWeek: 146 },
    { at: '2026-10-25T01:30:00Z', zone: 'Europe/Rome', day: '2026-10-25', hourOfWeek: 146 },
    { at: '2026-10-25T22:59:59Z', zone: 'Europe/Rome', day: '2026-10-25', hourOfWeek: 167 },
    { at: '2026-10-25T23:00:00Z', zone: 'Europe/Rome', day: '2026-10-26', hourOfWeek: 0 },
    // Cairo puts its clocks forward at midnight: 24 April 2026 begins at 1:00.
    { at: '2026-04-23T22:00:00Z', zone: 'Africa/Cairo', day: '2026-04-24', hourOfWeek: 97 },
  ])('of $at in $zone is hour $hourOfWeek of the week, on $day', ({ at, zone, day, hourOfWeek }) => {
    expect(localTime(Date.parse(at), zone)).toEqual({ day, hourOfWeek });
    expect(dayAt(Date.parse(at), zone)).toBe(day);
  });

  it('throws for a zone that does not exist', () => {
    expect(() => localTime(0, 'Europe/Atlantis')).toThrow(RangeError);
  });

  it('never goes back to an earlier day as time goes on', () => {
    const zone = fc.constantFrom(
      'UTC',
      'Europe/Rome',
      'America/Los_Angeles',
      'Asia/Kolkata',
      'Pacific/Auckland',
    );
    const instant = fc.integer({ min: 0, max: 4_102_444_800_000 });
    fc.assert(
      fc.property(zone, instant, fc.integer({ min: 0, max: 90_000_000 }), (timeZone, at, later) => {
        expect(dayAt(at, timeZone) <= dayAt(at + later, timeZone)).toBe(true);
      }),
    );
  });
});
