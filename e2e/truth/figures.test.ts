/** What the rule of ten costs on the real data: the figures that the documentation may claim. */
import { describe, expect, it } from 'vitest';
import { type Sealed, seal } from './sealing.ts';
import { findFolder, readSessions } from './sessions.ts';
import { type CellName, type Counts, countByDay, named, sum, totalOf } from './truth.ts';

const folder = findFolder();
if (folder === null) {
  console.warn('the real eshop2008 data is not at hand (HOLLOWAY_ESHOP2008): its figures are not tested');
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
const shownOf = ({ rows }: Sealed): Counts => sum(rows.map(({ counts }) => counts));
const movesOnly = (counts: Counts): Counts =>
  new Map([...counts].filter(([key]) => key.startsWith('["page move"') && !key.includes('(entry)')));

describe.skipIf(folder === null)('the real click-stream', () => {
  const sessions = folder === null ? [] : readSessions(folder);
  const days = countByDay(sessions);
  const truth = sum(days.map(({ counts }) => counts));
  const sealed = seal(days);
  const shown = shownOf(sealed);

  it('has 24,026 visits with 165,474 pageviews of 217 products on 135 days from 47 countries', () => {
    expect(totalOf(truth, 'visit').n).toBe(24_026);
    expect(totalOf(truth, 'page').n).toBe(165_474);
    expect(named(truth, 'page')).toHaveLength(217);
    expect(days).toHaveLength(135);
    expect(named(truth, 'country')).toHaveLength(47);
  });

  it('conserves: entries and arrivals are exits and departures, at every page and category', () => {
    for (const [nodes, moves] of [
      ['page', 'page move'],
      ['category', 'category move'],
    ] as const) {
      const into = new Map<string, number>();
      const outOf = new Map<string, number>();
      for (const { cell, count } of named(truth, moves)) {
        into.set(cell[2], (into.get(cell[2]) ?? 0) + count.n);
        outOf.set(cell[1], (outOf.get(cell[1]) ?? 0) + count.n);
      }
      for (const { cell, count } of named(truth, nodes)) {
        expect(into.get(cell[1])).toBe(count.n);
        expect((outOf.get(cell[1]) ?? 0) + count.also).toBe(count.n);
      }
    }
  });

  it.each<{ of: CellName; share: string }>([
    { of: 'visit', share: '100.0 %' },
    { of: 'category', share: '100.0 %' },
    { of: 'category move', share: '99.9 %' },
    { of: 'step', share: '99.6 %' },
    { of: 'trail', share: '99.7 %' },
    { of: 'page', share: '99.5 %' },
    { of: 'slot', share: '99.5 %' },
    { of: 'country', share: '98.6 %' },
    { of: 'entry', share: '90.3 %' },
  ])('shows $share of what is counted of $of', ({ of, share }) => {
    expect(percent(totalOf(shown, of).n, totalOf(truth, of).n)).toBe(share);
  });

  it('shows 35 % of the moves from page to page', () => {
    const moves = totalOf(movesOnly(truth), 'page move').n;
    expect(percent(totalOf(movesOnly(shown), 'page move').n, moves)).toBe('35.4 %');
  });

  it('shows a page view 0.6 days late on average', () => {
    const dayNumber = (day: string): number => Date.parse(day) / 86_400_000;
    // Views by the day on which they were counted, carried along to the day on which they show.
    const counted = days.map(({ day, counts }) => ({
      day,
      counts: new Map([...counts].map(([key, count]) => [key, { ...count, also: count.n * dayNumber(day) }])),
    }));
    let views = 0;
    let lateDays = 0;
    for (const { day, counts } of seal(counted).rows) {
      const { n, also } = totalOf(counts, 'page');
      views += n;
      lateDays += n * dayNumber(day) - also;
    }
    expect((lateDays / views).toFixed(1)).toBe('0.6');
  });
});
