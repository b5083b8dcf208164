import { dayFromNumber, dayNumber } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { monthOf, monthsBefore } from './month.ts';

const monthAround = (day: string) => {
  const { first, last } = monthOf(dayNumber(day));
  return [dayFromNumber(first), dayFromNumber(last)];
};
const before = (day: string, months: number) => dayFromNumber(monthsBefore(dayNumber(day), months));

describe('a calendar month', () => {
  it.each([
    ['2026-11-27', '2026-11-01', '2026-11-30'],
    ['2026-12-31', '2026-12-01', '2026-12-31'],
    ['2027-01-01', '2027-01-01', '2027-01-31'],
    ['2024-02-10', '2024-02-01', '2024-02-29'],
    ['2026-02-28', '2026-02-01', '2026-02-28'],
  ])('of %s begins on %s and ends on %s', (day, first, last) => {
    expect(monthAround(day)).toEqual([first, last]);
  });
});

describe('so many months before a day', () => {
  it.each([
    ['2026-11-27', 25, '2024-10-27'],
    ['2026-11-27', 1, '2026-10-27'],
    ['2026-01-15', 1, '2025-12-15'],
    ['2026-11-27', 12, '2025-11-27'],
  ])('%s, %i months, is %s', (day, months, expected) => {
    expect(before(day, months)).toBe(expected);
  });

  it('is the last of a month that has no such day', () => {
    expect(before('2026-03-31', 1)).toBe('2026-02-28');
    expect(before('2024-03-30', 1)).toBe('2024-02-29');
  });
});
