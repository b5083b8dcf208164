import { describe, expect, it } from 'vitest';
import { comparedDays } from './comparison.ts';

const horizon = { firstDay: '2024-01-01', lastDay: '2026-11-22' };
const week = { from: '2026-11-16', to: '2026-11-22' };

describe('the days that a range is compared with', () => {
  it('are as many just before', () => {
    expect(comparedDays('before', { from: '2026-11-13', to: '2026-11-22' }, horizon)).toEqual({
      from: '2026-11-03',
      to: '2026-11-12',
    });
  });

  it('begin on the same day of the week, however long the range', () => {
    expect(comparedDays('weekdays', week, horizon)).toEqual({ from: '2026-11-09', to: '2026-11-15' });
    expect(comparedDays('weekdays', { from: '2026-11-13', to: '2026-11-22' }, horizon)).toEqual({
      from: '2026-10-30',
      to: '2026-11-08',
    });
  });

  it('are those of 52 weeks before', () => {
    expect(comparedDays('year', week, horizon)).toEqual({ from: '2025-11-17', to: '2025-11-23' });
  });

  it('are never among the days themselves, not even for a whole year', () => {
    expect(comparedDays('year', { from: '2025-11-23', to: '2026-11-22' }, horizon)).toEqual({
      from: '2024-11-17',
      to: '2025-11-16',
    });
  });

  it('are none where the history does not reach back, or nothing is asked for', () => {
    expect(comparedDays('year', week, { ...horizon, firstDay: '2026-01-01' })).toBeNull();
    expect(comparedDays('weekdays', week, { ...horizon, firstDay: null })).toBeNull();
    expect(comparedDays('none', week, horizon)).toBeNull();
  });
});
