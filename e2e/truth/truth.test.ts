import { describe, expect, it } from 'vitest';
import { countryCode } from './countries.ts';
import { parseSessions } from './sessions.ts';
import { type Cell, type Counts, countByDay, keyOf, named, sum, totalOf } from './truth.ts';

const HEADER =
  'year;month;day;order;country;session ID;page 1 (main category);page 2 (clothing model);colour;location;' +
  'model photography;price;price 2;page';

/** Three visits: trousers A1 (twice), skirt B2, A1; skirt B2 alone; the next day B2, then A1. */
const THREE_VISITS = [
  HEADER,
  '2008;4;2;1;44;3;2;B2;1;5;1;40;1;2',
  '2008;4;2;2;44;3;1;A1;1;1;1;28;2;1',
  '2008;4;1;1;9;2;2;B2;1;5;1;40;1;2',
  '2008;4;1;3;29;1;2;B2;1;5;1;40;1;2',
  '2008;4;1;1;29;1;1;A1;1;1;1;28;2;1',
  '2008;4;1;2;29;1;1;A1;1;1;1;28;2;1',
  '2008;4;1;4;29;1;1;A1;1;1;1;28;2;1',
  '',
].join('\n');

/** `[n, also, browsers]` of every cell of one name, by its dimensions. */
const listOf = (counts: Counts, name: Cell[0]): Record<string, [number, number, number]> =>
  Object.fromEntries(
    named(counts, name).map(({ cell, count }) => [
      cell.slice(1).join(' '),
      [count.n, count.also, count.browsers],
    ]),
  );

describe('the sessions of the click-stream', () => {
  it('are visits in the order of their clicks, however the rows are ordered', () => {
    const sessions = parseSessions(THREE_VISITS);
    expect(sessions.map(({ id, day, country }) => ({ id, day, country }))).toEqual([
      { id: 1, day: '2008-04-01', country: 'PL' },
      { id: 2, day: '2008-04-01', country: 'CZ' },
      { id: 3, day: '2008-04-02', country: '.com' },
    ]);
    expect(sessions.map(({ pageviews }) => pageviews.map(({ page }) => page))).toEqual([
      ['/p/A1', '/p/A1', '/p/B2', '/p/A1'],
      ['/p/B2'],
      ['/p/B2', '/p/A1'],
    ]);
  });

  it('name the page, its category, and the place in the list where it was clicked', () => {
    expect(parseSessions(THREE_VISITS)[1]?.pageviews).toEqual([
      { page: '/p/B2', category: 'skirts', list: '/c/skirts/2', slot: 'grid/5', item: 'B2' },
    ]);
  });

  it('follow the row where a product stands under a category that is not its own', () => {
    const [session] = parseSessions(`${HEADER}\n2008;4;10;1;29;2766;2;A18;4;6;1;38;2;1\n`);
    expect(session?.pageviews).toEqual([
      { page: '/p/A18', category: 'skirts', list: '/c/skirts/1', slot: 'grid/6', item: 'A18' },
    ]);
  });

  it('read the same with the line ends of the original', () => {
    expect(parseSessions(THREE_VISITS.replaceAll('\n', '\r\n'))).toEqual(parseSessions(THREE_VISITS));
  });

  it.each([
    { fault: 'another header', csv: 'a;b;c\n' },
    { fault: 'a missing column', csv: `${HEADER}\n2008;4;1;1;29;1;1;A1;1;1;1;28;2\n` },
    { fault: 'a fifth category', csv: `${HEADER}\n2008;4;1;1;29;1;5;A1;1;1;1;28;2;1\n` },
    { fault: 'a 48th country', csv: `${HEADER}\n2008;4;1;1;48;1;1;A1;1;1;1;28;2;1\n` },
    { fault: 'a gap in a session', csv: `${HEADER}\n2008;4;1;2;29;1;1;A1;1;1;1;28;2;1\n` },
    {
      fault: 'a session on two days',
      csv: `${HEADER}\n2008;4;1;1;29;1;1;A1;1;1;1;28;2;1\n2008;4;2;2;29;1;1;A1;1;1;1;28;2;1\n`,
    },
    {
      fault: 'a session from two countries',
      csv: `${HEADER}\n2008;4;1;1;29;1;1;A1;1;1;1;28;2;1\n2008;4;1;2;9;1;1;A1;1;1;1;28;2;1\n`,
    },
  ])('are refused with $fault', ({ csv }) => {
    expect(() => parseSessions(csv)).toThrow();
  });

  it.each([
    { number: 1, code: 'AU' },
    { number: 4, code: 'VG' },
    { number: 5, code: 'KY' },
    { number: 6, code: 'CX' },
    { number: 12, code: 'ZZ' },
    { number: 13, code: 'FO' },
    { number: 29, code: 'PL' },
    { number: 42, code: 'US' },
    { number: 43, code: '.biz' },
    { number: 47, code: '.org' },
  ])('say $code for country $number', ({ number, code }) => {
    expect(countryCode(number)).toBe(code);
  });
});

describe('the truth', () => {
  const days = countByDay(parseSessions(THREE_VISITS));
  const all = sum(days.map(({ counts }) => counts));

  it('has the days of the visits, the earliest first', () => {
    expect(days.map(({ day }) => day)).toEqual(['2008-04-01', '2008-04-02']);
  });

  it('counts visits and pageviews by day', () => {
    expect(days.map(({ counts }) => listOf(counts, 'visit'))).toEqual([{ '': [2, 5, 2] }, { '': [1, 2, 1] }]);
    expect(days.map(({ counts }) => totalOf(counts, 'page').n)).toEqual([5, 2]);
  });

  it('counts visits by country', () => {
    expect(listOf(all, 'country')).toEqual({ PL: [1, 0, 1], CZ: [1, 0, 1], '.com': [1, 0, 1] });
  });

  it('counts views, exits and browsers of pages and categories', () => {
    expect(listOf(all, 'page')).toEqual({ '/p/A1': [4, 2, 2], '/p/B2': [3, 1, 3] });
    expect(listOf(all, 'category')).toEqual({ trousers: [4, 2, 2], skirts: [3, 1, 3] });
  });

  it('counts entries, and as bounces those that no pageview followed', () => {
    expect(listOf(all, 'entry')).toEqual({ '/p/A1': [1, 0, 1], '/p/B2': [2, 1, 2] });
  });

  it('counts every pair of consecutive pageviews, a page or category to itself included', () => {
    expect(listOf(all, 'page move')).toEqual({
      '(entry) /p/A1': [1, 0, 1],
      '(entry) /p/B2': [2, 0, 2],
      '/p/A1 /p/A1': [1, 0, 1],
      '/p/A1 /p/B2': [1, 0, 1],
      '/p/B2 /p/A1': [2, 0, 2],
    });
    expect(listOf(all, 'category move')).toEqual({
      '(entry) trousers': [1, 0, 1],
      '(entry) skirts': [2, 0, 2],
      'trousers trousers': [1, 0, 1],
      'trousers skirts': [1, 0, 1],
      'skirts trousers': [2, 0, 2],
    });
  });

  it('counts the steps of a visit from its entry', () => {
    expect(listOf(all, 'step')).toEqual({
      '1 (entry) trousers': [1, 0, 1],
      '1 (entry) skirts': [2, 0, 2],
      '2 trousers trousers': [1, 0, 1],
      '2 skirts trousers': [1, 0, 1],
      '3 trousers skirts': [1, 0, 1],
      '4 skirts trousers': [1, 0, 1],
    });
  });

  it('counts no step after the eighth', () => {
    const rows = Array.from({ length: 10 }, (_, i) => `2008;4;1;${i + 1};29;1;1;A1;1;1;1;28;2;1`);
    const [day] = countByDay(parseSessions([HEADER, ...rows].join('\n')));
    expect(totalOf(day?.counts ?? new Map(), 'step').n).toBe(8);
    expect(totalOf(day?.counts ?? new Map(), 'category move').n).toBe(10);
  });

  it('counts three categories in a row', () => {
    expect(listOf(all, 'trail')).toEqual({
      'trousers trousers skirts': [1, 0, 1],
      'trousers skirts trousers': [1, 0, 1],
    });
  });

  it('counts a slot once a visit, and every click beside it', () => {
    expect(listOf(all, 'slot')).toEqual({
      '/c/trousers/1 grid/1 A1': [2, 4, 2],
      '/c/skirts/2 grid/5 B2': [3, 3, 3],
    });
  });

  it('keeps cells apart whose dimensions read alike when joined', () => {
    expect(keyOf(['page move', 'a b', 'c'])).not.toBe(keyOf(['page move', 'a', 'b c']));
  });
});
