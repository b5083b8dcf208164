import { type Day, dayNumber } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { leastK } from './least-k.ts';

const NOTHING_BY_MONTH = { from: null, monthsThrough: null };
const day = (text: Day): number => dayNumber(text);
const CHAIN = [
  { published: '2026-03-01', k: 5 },
  { published: '2026-06-10', k: 20 },
  { published: '2026-09-20', k: 10 },
];

describe('how many browsers had been promised for a day', () => {
  const least = leastK({ k: 10, kept: NOTHING_BY_MONTH }, CHAIN);

  it.each([
    ['2026-03-01', 5],
    ['2026-06-09', 5],
    ['2026-06-10', 20],
    ['2026-09-19', 20],
    ['2026-09-20', 10],
    ['2027-01-01', 10],
  ])('is what the statement of the day said: on %s %d', (text, k) => {
    expect(least(day(text))).toBe(k);
  });

  it('is the least of all for history from before the first statement', () => {
    expect(least(day('2025-12-24'))).toBe(5);
  });

  it('is the site’s own k where nothing was published', () => {
    expect(leastK({ k: 10, kept: NOTHING_BY_MONTH }, [])(day('2026-06-10'))).toBe(10);
  });

  it('is the least that held in a month that is kept as a whole', () => {
    const kept = { from: day('2026-01-01'), monthsThrough: day('2026-09-30') };
    const byMonth = leastK({ k: 10, kept }, CHAIN);
    expect(byMonth(day('2026-06-01'))).toBe(5);
    expect(byMonth(day('2026-07-01'))).toBe(20);
    expect(byMonth(day('2026-09-01'))).toBe(10);
    expect(byMonth(day('2026-10-01'))).toBe(10);
  });
});
