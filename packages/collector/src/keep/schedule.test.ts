import { addDays, type Day, dayFromNumber, dayNumber } from '@holloway/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Kept } from '../store/keeping.ts';
import { monthOf } from '../store/month.ts';
import { scheduleOf } from './schedule.ts';

const DEFAULT = { days: 92, months: 25 };
const NOTHING: Kept = { from: null, monthsThrough: null };

/** What is kept on a day of a site that was sealed on the day before. */
function keptOn(today: Day, retention = DEFAULT, kept: Kept = NOTHING) {
  const site = { sealedThrough: dayNumber(today) - 1, kept };
  const schedule = scheduleOf(retention, site, dayNumber(today));
  if (schedule === null) return null;
  return {
    from: dayFromNumber(schedule.from ?? 0),
    monthsThrough: dayFromNumber(schedule.monthsThrough ?? 0),
  };
}

describe('the schedule', () => {
  it('adds a month up when its last day is older than 92 days', () => {
    // July 31st is 92 days old on October 31st.
    expect(keptOn('2026-10-31')?.monthsThrough).toBe('2026-06-30');
    expect(keptOn('2026-11-01')?.monthsThrough).toBe('2026-07-31');
  });

  it('deletes a month when its first day is 25 months old, so that nothing is older', () => {
    expect(keptOn('2026-10-31')?.from).toBe('2024-10-01');
    expect(keptOn('2026-11-01')?.from).toBe('2024-11-01');
  });

  it('deletes day by day where days are not added up before they are due', () => {
    const short = { days: 92, months: 1 };
    expect(keptOn('2026-11-27', short)).toEqual({ from: '2026-10-28', monthsThrough: '2026-07-31' });
  });

  it('says nothing before a day is sealed, for older ones may still come', () => {
    expect(scheduleOf(DEFAULT, { sealedThrough: null, kept: NOTHING }, dayNumber('2026-11-27'))).toBeNull();
  });

  it('goes no further than what is sealed', () => {
    const sealedThrough = dayNumber('2024-03-10');
    const schedule = scheduleOf(DEFAULT, { sealedThrough, kept: NOTHING }, dayNumber('2026-11-27'));
    expect(schedule).toMatchObject({ monthsThrough: dayNumber('2024-02-29'), from: sealedThrough + 1 });
  });

  it('never gives back what it took, whatever is set later', () => {
    const before = keptOn('2026-11-27', { days: 28, months: 6 });
    const kept = {
      from: dayNumber(before?.from ?? ''),
      monthsThrough: dayNumber(before?.monthsThrough ?? ''),
    };
    expect(keptOn('2026-11-27', DEFAULT, kept)).toEqual(before);
  });

  it('keeps every day of the last 92 by itself, and none that is older than 25 months, on any day', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2000 }), (offset) => {
        const today = addDays('2024-01-01', offset);
        const kept = keptOn(today);
        const [from, monthsThrough] = [dayNumber(kept?.from ?? ''), dayNumber(kept?.monthsThrough ?? '')];
        expect(dayNumber(today) - monthsThrough).toBeGreaterThan(92);
        expect(dayNumber(today) - monthsThrough).toBeLessThanOrEqual(92 + 31);
        expect(monthOf(monthsThrough).last).toBe(monthsThrough);
        expect(monthOf(from).first).toBe(from);
        // 25 months are 760 to 763 days; a whole month goes when its first day is so old.
        expect(dayNumber(today) - from).toBeLessThanOrEqual(763);
        expect(dayNumber(today) - from).toBeGreaterThan(763 - 35);
      }),
    );
  });
});
