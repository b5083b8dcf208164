import { dayNumber } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { arrivalDay } from './arrival-day.ts';

/** 00:30 on the 23rd in Berlin, still 23:30 on the 22nd in UTC. */
const NOW = Date.parse('2026-11-22T23:30:00Z');
const berlin = { timeZone: 'Europe/Berlin', sealedThrough: dayNumber('2026-11-20') };

describe('the day a batch counts for', () => {
  it.each([
    { claimed: '2026-11-23', counts: '2026-11-23', why: 'today in the time zone of the site' },
    { claimed: '2026-11-22', counts: '2026-11-22', why: 'yesterday, which is still open' },
    { claimed: '2026-11-21', counts: '2026-11-23', why: 'older than any batch that a browser keeps' },
    { claimed: '2026-11-24', counts: '2026-11-23', why: 'a clock that runs ahead' },
    { claimed: '2030-01-01', counts: '2026-11-23', why: 'a clock that is far off' },
  ])('is $counts for a batch of $claimed: $why', ({ claimed, counts }) => {
    expect(arrivalDay(claimed, berlin, NOW)).toBe(dayNumber(counts));
  });

  it('is today once yesterday is sealed', () => {
    const sealed = { ...berlin, sealedThrough: dayNumber('2026-11-22') };
    expect(arrivalDay('2026-11-22', sealed, NOW)).toBe(dayNumber('2026-11-23'));
  });

  it('may be yesterday on a site that sealed nothing yet', () => {
    expect(arrivalDay('2026-11-22', { ...berlin, sealedThrough: null }, NOW)).toBe(dayNumber('2026-11-22'));
  });

  it('follows the time zone of the site', () => {
    const counted = (timeZone: string) => arrivalDay('2026-11-22', { ...berlin, timeZone }, NOW);
    expect(counted('UTC')).toBe(dayNumber('2026-11-22'));
    expect(arrivalDay('2026-11-23', { ...berlin, timeZone: 'UTC' }, NOW)).toBe(dayNumber('2026-11-22'));
  });
});
