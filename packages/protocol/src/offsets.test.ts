import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localTime } from './day.ts';
import { localTimeBy, offsetsOf } from './offsets.ts';

const FROM = Date.UTC(2026, 0, 1);
const TO = Date.UTC(2027, 0, 1);
const at = (text: string): number => Date.parse(text);

describe('the clock of a site', () => {
  it.each([
    { zone: 'UTC', offsets: [[FROM, 0]] },
    { zone: 'Asia/Kolkata', offsets: [[FROM, 330]] },
    {
      zone: 'Europe/Berlin',
      offsets: [
        [FROM, 60],
        [at('2026-03-29T01:00Z'), 120],
        [at('2026-10-25T01:00Z'), 60],
      ],
    },
    {
      // Half an hour.
      zone: 'Australia/Lord_Howe',
      offsets: [
        [FROM, 660],
        [at('2026-04-04T15:00Z'), 630],
        [at('2026-10-03T15:30Z'), 660],
      ],
    },
  ])('of $zone is put forward and back when it is', ({ zone, offsets }) => {
    expect(offsetsOf(zone, FROM, TO)).toEqual(offsets);
  });

  it.each(['Europe/Rome', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Chatham', 'America/St_Johns'])(
    'of %s tells the same day and hour as the platform',
    (zone) => {
      const offsets = offsetsOf(zone, FROM, TO);
      fc.assert(
        fc.property(fc.integer({ min: FROM, max: TO }), (instant) => {
          expect(localTimeBy(instant, offsets)).toEqual(localTime(instant, zone));
        }),
      );
      for (const [from] of offsets) {
        for (const instant of [from - 1, from, from + 1]) {
          expect(localTimeBy(instant, offsets)).toEqual(localTime(instant, zone));
        }
      }
    },
  );

  it('goes on as it was beyond what is known', () => {
    const offsets = offsetsOf('Europe/Berlin', FROM, TO);
    expect(localTimeBy(at('2025-07-01T23:30Z'), offsets).day).toBe('2025-07-02');
    expect(localTimeBy(at('2027-07-01T22:30Z'), offsets).day).toBe('2027-07-01');
  });

  it('is not told for a zone that does not exist', () => {
    expect(() => offsetsOf('Moor/Heath', FROM, TO)).toThrow(RangeError);
  });
});
