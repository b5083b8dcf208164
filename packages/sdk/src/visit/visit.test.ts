import { type DimensionValue, factOf } from '@holloway/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Count } from './count.ts';
import type { Arrival, Observation, Page } from './observation.ts';
import { fold, type Visit } from './visit.ts';

const MINUTE = 60_000;
const NOON = Date.UTC(2026, 10, 23, 12);

const DIRECT: Arrival = { source: 'direct', daysSinceLastVisit: null };
const HOME: Page = { path: '/', type: 'home', category: null };
const KETTLES: Page = { path: '/c/kettles', type: 'category', category: 'kettles' };
const KETTLE: Page = { path: '/p/ke-101', type: 'product', category: 'kettles' };
const CART: Page = { path: '/cart', type: 'cart', category: null };

const pageview = (page: Page, arrival = DIRECT, hourOfWeek: number | null = null): Observation => ({
  kind: 'pageview',
  page,
  arrival,
  hourOfWeek,
});
const pause = (engagedMs: number): Observation => ({ kind: 'pause', engagedMs });
const scroll = (tenth: number): Observation => ({ kind: 'scroll', tenth });
const click = (slot: string): Observation => ({
  kind: 'slot',
  measure: 'clicked',
  page: '/c/kettles',
  slot,
  item: 'KE-101',
  viewport: 's',
});

type Timed = readonly [observation: Observation, at: number];

function foldAll(seen: readonly Timed[]): { visit: Visit | null; counts: Count[] } {
  let visit: Visit | null = null;
  const counts: Count[] = [];
  for (const [observation, at] of seen) {
    const folded = fold(visit, observation, at);
    visit = folded.visit;
    counts.push(...folded.counts);
  }
  return { visit, counts };
}

/** `fact dimension dimension` to its sum, without those that are not asked about. */
function sums(counts: readonly Count[], facts: readonly string[]): Record<string, number> {
  const result: Record<string, number> = {};
  for (const { fact, dimensions, n } of counts) {
    if (!facts.includes(fact)) continue;
    const key = [fact, ...dimensions].join(' ');
    result[key] = (result[key] ?? 0) + n;
  }
  return result;
}

/** Pages seen one after the other, a minute apart. */
const walk = (...pages: Page[]): Count[] =>
  foldAll(pages.map((page, i) => [pageview(page), NOON + i * MINUTE])).counts;

describe('a visit', () => {
  it('begins with the first pageview: its entry, its hour, and moves from (entry)', () => {
    const { counts } = foldAll([[pageview(HOME, DIRECT, 12), NOON]]);
    expect(counts).toEqual([
      { fact: 'visit', dimensions: [], n: 1 },
      { fact: 'visit.entry', dimensions: ['/'], n: 1 },
      { fact: 'visit.hour', dimensions: [12], n: 1 },
      { fact: 'page.view', dimensions: ['/'], n: 1 },
      { fact: 'category.view', dimensions: ['(home)'], n: 1 },
      { fact: 'flow.page', dimensions: ['(entry)', '/'], n: 1 },
      { fact: 'flow.category', dimensions: ['(entry)', '(home)'], n: 1 },
      { fact: 'flow.step', dimensions: [1, '(entry)', '(home)'], n: 1 },
      { fact: 'visit.depth', dimensions: [1], n: 1 },
    ]);
  });

  it('says where it came from and how long ago the last one was', () => {
    const arrival: Arrival = {
      source: 'campaign',
      referrer: 'news.example',
      campaign: 'spring',
      daysSinceLastVisit: 9,
    };
    const { visit, counts } = foldAll([[pageview(HOME, arrival), NOON]]);
    expect(visit).toMatchObject({ source: 'campaign', visitor: 'returning' });
    expect(sums(counts, ['visit.return', 'source.referrer', 'source.campaign'])).toEqual({
      'visit.return 9': 1,
      'source.referrer news.example': 1,
      'source.campaign spring': 1,
    });
  });

  it.each([
    { daysSinceLastVisit: null, visitor: 'new', counted: {} },
    { daysSinceLastVisit: 0, visitor: 'returning', counted: {} },
    { daysSinceLastVisit: 400, visitor: 'returning', counted: { 'visit.return 60': 1 } },
  ])('after $daysSinceLastVisit days is $visitor', ({ daysSinceLastVisit, visitor, counted }) => {
    const { visit, counts } = foldAll([[pageview(HOME, { source: 'direct', daysSinceLastVisit }), NOON]]);
    expect(visit?.visitor).toBe(visitor);
    expect(sums(counts, ['visit.return'])).toEqual(counted);
  });

  it('counts moves at page and category level, by step, and in threes', () => {
    const facts = ['flow.page', 'flow.category', 'flow.step', 'flow.trail'];
    expect(sums(walk(HOME, KETTLES, KETTLE, CART), facts)).toEqual({
      'flow.page (entry) /': 1,
      'flow.page / /c/kettles': 1,
      'flow.page /c/kettles /p/ke-101': 1,
      'flow.page /p/ke-101 /cart': 1,
      'flow.category (entry) (home)': 1,
      'flow.category (home) kettles': 1,
      'flow.category kettles kettles': 1,
      'flow.category kettles (cart)': 1,
      'flow.step 1 (entry) (home)': 1,
      'flow.step 2 (home) kettles': 1,
      'flow.step 3 kettles kettles': 1,
      'flow.step 4 kettles (cart)': 1,
      'flow.trail (home) kettles kettles': 1,
      'flow.trail kettles kettles (cart)': 1,
    });
  });

  it('is a bounce unless it moves on, which it says once', () => {
    expect(sums(walk(HOME), ['visit.onward'])).toEqual({});
    expect(sums(walk(HOME, KETTLES, HOME), ['visit.onward'])).toEqual({ 'visit.onward /': 1 });
  });

  it('counts its first eight steps, and every pageview from the fiftieth on as the fiftieth', () => {
    const counts = walk(...Array.from({ length: 60 }, () => HOME));
    expect(counts.filter(({ fact }) => fact === 'flow.step')).toHaveLength(8);
    expect(sums(counts, ['visit.depth'])).toMatchObject({ 'visit.depth 49': 1, 'visit.depth 50': 11 });
  });

  it('ends after more than 30 minutes of inactivity', () => {
    const at = (minutes: number): Timed => [pageview(HOME), NOON + minutes * MINUTE];
    expect(foldAll([at(0), at(30), at(60)]).visit?.depth).toBe(3);
    expect(foldAll([at(0), [pageview(HOME), NOON + 30 * MINUTE + 1]]).visit?.depth).toBe(1);
  });

  it('goes on when the clock runs backwards', () => {
    const { visit } = foldAll([
      [pageview(HOME), NOON],
      [pageview(KETTLES), NOON - 60 * MINUTE],
    ]);
    expect(visit?.depth).toBe(2);
  });

  it('counts nothing but pageviews before it has begun or after it is over', () => {
    expect(fold(null, pause(5000), NOON).counts).toEqual([]);
    const { visit } = foldAll([[pageview(HOME), NOON]]);
    expect(fold(visit, click('grid/1'), NOON + 31 * MINUTE)).toEqual({ visit, counts: [] });
  });
});

describe('engagement', () => {
  const facts = ['page.engagement', 'page.resumed', 'visit.duration', 'visit.resumed'];

  it('is counted at a pause, and taken back by the next when it went on', () => {
    const seen: Timed[] = [
      [pageview(HOME), NOON],
      [pause(1000), NOON + 1000],
      [pause(10_000), NOON + 20_000],
    ];
    expect(sums(foldAll(seen).counts, facts)).toEqual({
      'page.engagement / 6': 1,
      'page.resumed / 6': 1,
      'page.engagement / 18': 1,
      'visit.duration 6': 1,
      'visit.resumed 6': 1,
      'visit.duration 18': 1,
    });
  });

  it('is counted of a page that was read for longer than a visit lasts without anything', () => {
    const { visit, counts } = foldAll([
      [pageview(HOME), NOON],
      [pause(44 * MINUTE), NOON + 45 * MINUTE],
      [pageview(KETTLES), NOON + 46 * MINUTE],
    ]);
    expect(visit?.depth).toBe(2);
    expect(sums(counts, ['visit', 'page.engagement'])).toEqual({ visit: 1, 'page.engagement / 44': 1 });
  });

  it.each([
    { says: 'was', seen: [] },
    // What was read before the page was hidden does not make up for the time after it.
    { says: 'had been read, but then was', seen: [[pause(20 * MINUTE), NOON] as const] },
  ])('is not counted of a page that $says not looked at for more than 30 minutes', ({ seen }) => {
    const { visit } = foldAll([[pageview(HOME), NOON], ...seen]);
    const engagedMs = (visit?.pageEngagedMs ?? 0) + 10 * MINUTE;
    expect(fold(visit, pause(engagedMs), NOON + 40 * MINUTE + 1)).toEqual({ visit, counts: [] });
    expect(fold(visit, pause(engagedMs), NOON + 40 * MINUTE).counts).not.toEqual([]);
  });

  it('is not counted again while the bucket is the same', () => {
    const seen: Timed[] = [
      [pageview(HOME), NOON],
      [pause(10_000), NOON],
      [pause(10_001), NOON],
    ];
    expect(sums(foldAll(seen).counts, facts)).toEqual({ 'page.engagement / 18': 1, 'visit.duration 18': 1 });
  });

  it('adds up over the pages of a visit', () => {
    const seen: Timed[] = [
      [pageview(HOME), NOON],
      [pause(1000), NOON + 1000],
      [pageview(KETTLES), NOON + 2000],
      [pause(9000), NOON + 11_000],
    ];
    expect(sums(foldAll(seen).counts, facts)).toEqual({
      'page.engagement / 6': 1,
      'page.engagement /c/kettles 17': 1,
      'visit.duration 6': 1,
      'visit.resumed 6': 1,
      'visit.duration 18': 1,
    });
  });
});

describe('scrolling', () => {
  it('is counted once for each pageview, as it was told first', () => {
    const { counts } = foldAll([
      [pageview(HOME), NOON],
      [scroll(4), NOON + 1000],
      [scroll(10), NOON + 2000],
      [pageview(HOME), NOON + 3000],
      [scroll(10), NOON + 4000],
      [pageview(KETTLES), NOON + 5000],
      [scroll(4), NOON + 6000],
    ]);
    expect(sums(counts, ['page.scroll'])).toEqual({
      'page.scroll / 4': 1,
      'page.scroll / 10': 1,
      'page.scroll /c/kettles 4': 1,
    });
  });

  it('is not counted once the visit is over', () => {
    const { visit } = foldAll([[pageview(HOME), NOON]]);
    expect(fold(visit, scroll(4), NOON + 31 * MINUTE)).toEqual({ visit, counts: [] });
  });
});

describe('a position', () => {
  it('counts a visit once and its clicks in the total', () => {
    const { counts } = foldAll([
      [pageview(KETTLES), NOON],
      [click('grid/3'), NOON + 1000],
      [click('grid/3'), NOON + 2000],
      [click('grid/4'), NOON + 3000],
    ]);
    expect(counts.filter(({ fact }) => fact === 'slot.clicked')).toEqual([
      { fact: 'slot.clicked', dimensions: ['/c/kettles', 'grid/3', 'KE-101', 's'], n: 1, total: 1 },
      { fact: 'slot.clicked', dimensions: ['/c/kettles', 'grid/3', 'KE-101', 's'], n: 0, total: 1 },
      { fact: 'slot.clicked', dimensions: ['/c/kettles', 'grid/4', 'KE-101', 's'], n: 1, total: 1 },
    ]);
  });

  it('counts the next visit again', () => {
    const { counts } = foldAll([
      [pageview(KETTLES), NOON],
      [click('grid/3'), NOON],
      [pageview(KETTLES), NOON + 40 * MINUTE],
      [click('grid/3'), NOON + 40 * MINUTE],
    ]);
    expect(sums(counts, ['slot.clicked'])).toEqual({ 'slot.clicked /c/kettles grid/3 KE-101 s': 2 });
  });

  it('has the viewport (other) where the history does not say', () => {
    const seen: Observation = { ...click('grid/1'), viewport: null } as Observation;
    const { counts } = foldAll([
      [pageview(KETTLES), NOON],
      [seen, NOON],
    ]);
    expect(counts.at(-1)?.dimensions).toEqual(['/c/kettles', 'grid/1', 'KE-101', '(other)']);
  });
});

describe('what belongs to no visit', () => {
  const choice: Observation = {
    kind: 'choice',
    statement: 'c9f1d2a4',
    surface: 'banner',
    choice: 'accepted',
  };
  const preference: Observation = { kind: 'preference', key: 'colour', value: 'green' };
  const counts = [
    { fact: 'consent.choice', dimensions: ['c9f1d2a4', 'banner', 'accepted'], n: 1 },
    { fact: 'preference', dimensions: ['colour', 'green'], n: 1 },
  ];

  it('is counted before the first pageview', () => {
    expect([choice, preference].map((seen) => fold(null, seen, NOON))).toEqual(
      counts.map((count) => ({ visit: null, counts: [count] })),
    );
  });

  it('neither keeps a visit going nor begins another', () => {
    const { visit } = foldAll([[pageview(HOME), NOON]]);
    for (const at of [NOON + 29 * MINUTE, NOON + 31 * MINUTE]) {
      expect(fold(visit, choice, at).visit).toBe(visit);
      expect(fold(visit, preference, at).visit).toBe(visit);
    }
  });
});

describe('whatever a browser does', () => {
  const pages = fc.constantFrom(HOME, KETTLES, KETTLE, CART);
  const observation: fc.Arbitrary<Observation> = fc.oneof(
    { weight: 3, arbitrary: pages.map((page) => pageview(page, DIRECT, 5)) },
    { weight: 1, arbitrary: fc.nat(4_000_000).map(pause) },
    { weight: 1, arbitrary: fc.constantFrom('grid/1', 'grid/2').map(click) },
  );
  const gap = fc.integer({ min: -10 * MINUTE, max: 45 * MINUTE });
  const history = fc.array(fc.tuple(observation, gap), { maxLength: 80 }).map((steps) => {
    let at = NOON;
    return steps.map(([seen, ms]): Timed => {
      at += ms;
      return [seen, at];
    });
  });

  /** Sums of a fact by one of its dimensions. */
  function by(counts: readonly Count[], fact: string, dimension: number): Map<DimensionValue, number> {
    const result = new Map<DimensionValue, number>();
    for (const count of counts) {
      const value = count.dimensions[dimension];
      if (count.fact === fact && value !== undefined) result.set(value, (result.get(value) ?? 0) + count.n);
    }
    return result;
  }

  it.each(['page', 'category'])('flows conserve at every %s', (level) => {
    fc.assert(
      fc.property(history, (seen) => {
        const { counts } = foldAll(seen);
        const views = by(counts, `${level}.view`, 0);
        const onward = by(counts, `${level}.onward`, 0);
        const arrivals = by(counts, `flow.${level}`, 1);
        const departures = by(counts, `flow.${level}`, 0);
        departures.delete('(entry)');
        expect(arrivals).toEqual(views);
        expect(departures).toEqual(onward);
        for (const [node, n] of onward) expect(views.get(node) ?? 0).toBeGreaterThanOrEqual(n);
      }),
    );
  });

  it('every visit has one entry, and no more visits move on than enter', () => {
    fc.assert(
      fc.property(history, (seen) => {
        const { counts } = foldAll(seen);
        const visits = counts.filter(({ fact }) => fact === 'visit').length;
        const entries = by(counts, 'visit.entry', 0);
        expect([...entries.values()].reduce((a, b) => a + b, 0)).toBe(visits);
        expect(by(counts, 'flow.page', 0).get('(entry)') ?? 0).toBe(visits);
        for (const [page, n] of by(counts, 'visit.onward', 0)) {
          expect(entries.get(page) ?? 0).toBeGreaterThanOrEqual(n);
        }
      }),
    );
  });

  it('a page has at most one engagement per view, once what resumed is taken off', () => {
    fc.assert(
      fc.property(history, (seen) => {
        const { counts } = foldAll(seen);
        const views = by(counts, 'page.view', 0);
        const resumed = by(counts, 'page.resumed', 0);
        for (const [page, n] of by(counts, 'page.engagement', 0)) {
          expect(n - (resumed.get(page) ?? 0)).toBeLessThanOrEqual(views.get(page) ?? 0);
        }
      }),
    );
  });

  it('every dimension stays within the bounds of its fact', () => {
    fc.assert(
      fc.property(history, (seen) => {
        for (const { fact, dimensions } of foldAll(seen).counts) {
          const declared = factOf(fact).dimensions;
          expect(dimensions).toHaveLength(declared.length);
          declared.forEach((dimension, i) => {
            const value = dimensions[i];
            if (dimension.kind !== 'count') return;
            expect(value).toBeGreaterThanOrEqual(dimension.min);
            expect(value).toBeLessThanOrEqual(dimension.max);
          });
        }
      }),
    );
  });
});
