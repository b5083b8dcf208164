import { describe, expect, it } from 'vitest';
import { changeWords } from './comparison-words.ts';

const week = { from: '2026-11-16', to: '2026-11-22' };
const untilYesterday = { from: '2026-11-16', to: '2026-11-21' };

describe('a change in words', () => {
  it.each([
    ['before', '+8.0% on the 7 days before'],
    ['weekdays', '+8.0% on the same weekdays before'],
    ['year', '+8.0% on 52 weeks before'],
  ] as const)('says what it was compared with: %s', (kind, words) => {
    expect(changeWords(0.08, kind, week, week)).toBe(words);
  });

  it.each([
    ['before', '−25% on the 6 days before, without today'],
    ['weekdays', '−25% on the same weekdays before, without today'],
    ['year', '−25% on 52 weeks before, without today'],
  ] as const)('says that today is left out: %s', (kind, words) => {
    expect(changeWords(-0.25, kind, week, untilYesterday)).toBe(words);
  });

  it('says why there is none', () => {
    expect(changeWords(null, 'none', week, week)).toBe('not compared');
    expect(changeWords(null, 'before', week, null)).toBe('today is not over');
    expect(changeWords(null, 'year', week, week)).toBe('no earlier days to compare');
  });
});
