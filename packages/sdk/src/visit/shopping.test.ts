import { describe, expect, it } from 'vitest';
import type { Count } from './count.ts';
import type { Observation, Page, Position } from './observation.ts';
import { fold, type Visit } from './visit.ts';

const NOON = Date.UTC(2026, 10, 23, 12);
const MINUTE = 60_000;

const HOME: Page = { path: '/', type: 'home', category: null };
const shelf = (category: string): Page => ({ path: `/c/${category}`, type: 'category', category });
const COFFEE = shelf('coffee');
const ESPRESSO = shelf('coffee/espresso');
const GRINDERS = shelf('coffee/grinders');
const BLENDERS = shelf('blenders');
const HAND = shelf('blenders/hand');
const FROTHER: Page = {
  path: '/p/puffin',
  type: 'product',
  category: 'blenders/hand',
  item: 'BH-301',
};
const KETTLE: Page = { path: '/p/swan', type: 'product', category: 'kettles', item: 'KE-101' };
const CHECKOUT: Page = { path: '/checkout', type: 'checkout', category: null };
const searchPage = (term: string, isEmpty: boolean | null = false): Page => ({
  path: '/search',
  type: 'search',
  category: null,
  search: { term, isEmpty },
});

const see = (page: Page): Observation => ({
  kind: 'pageview',
  page,
  arrival: { source: 'direct', daysSinceLastVisit: null },
  hourOfWeek: null,
});
const STAY: Observation = { kind: 'settled' };
const at = (page: Page, slot: string, item: string): Position => ({
  page: page.path,
  slot,
  item,
  viewport: 'l',
});
const click = (page: Page, slot: string, to: Page): Observation => ({
  kind: 'slot',
  measure: 'clicked',
  to: to.path,
  ...at(page, slot, to.item ?? to.path),
});
const trade = (
  stage: 'cart' | 'checkout' | 'order',
  items: readonly (readonly [item: string, value: number])[],
  more: { currency?: string | null; order?: string; isHome?: boolean; value?: number } = {},
): Observation => ({
  kind: 'commerce',
  stage,
  items: items.map(([item, value]) => ({ item, value })),
  currency: 'EUR',
  isHome: true,
  value: items.reduce((sum, [, value]) => sum + value, 0),
  ...more,
});

/** What is seen, a minute apart. */
function counted(facts: readonly string[], ...seen: readonly Observation[]): Record<string, string> {
  let visit: Visit | null = null;
  const all: Count[] = [];
  seen.forEach((one, i) => {
    const folded = fold(visit, one, NOON + i * MINUTE);
    visit = folded.visit;
    all.push(...folded.counts);
  });
  const sums: Record<string, readonly [n: number, total: number]> = {};
  for (const { fact, dimensions, n, total = 0 } of all) {
    if (!facts.includes(fact) || (n === 0 && total === 0)) continue;
    const key = [fact, ...dimensions].join(' ');
    const [before, totalBefore] = sums[key] ?? [0, 0];
    sums[key] = [before + n, totalBefore + total];
  }
  return Object.fromEntries(
    Object.entries(sums).map(([key, [n, total]]) => [key, total ? `${n} of ${total}` : `${n}`]),
  );
}

const finds = (...pages: (Page | Observation)[]): string[] =>
  Object.keys(counted(['find'], ...pages.map((one) => ('kind' in one ? one : see(one)))));

describe('a product that is found', () => {
  it('was expected where it was found, if no shelf was left', () => {
    expect(finds(HOME, COFFEE, ESPRESSO, FROTHER, STAY)).toEqual([
      'find BH-301 coffee/espresso coffee/espresso direct',
    ]);
  });

  it('was expected on the shelf that was tried first and left for another', () => {
    expect(finds(HOME, COFFEE, ESPRESSO, BLENDERS, HAND, FROTHER, STAY)).toEqual([
      'find BH-301 coffee/espresso blenders/hand detour',
    ]);
  });

  it('was a detour also by the way back up, and where the first shelf had it after all', () => {
    expect(finds(COFFEE, ESPRESSO, COFFEE, GRINDERS, FROTHER, STAY)).toEqual([
      'find BH-301 coffee/espresso coffee/grinders detour',
    ]);
    expect(finds(ESPRESSO, BLENDERS, ESPRESSO, FROTHER, STAY)).toEqual([
      'find BH-301 coffee/espresso coffee/espresso detour',
    ]);
  });

  it('may be found by the search, or from a page that is no shelf', () => {
    expect(finds(ESPRESSO, searchPage('frother'), FROTHER, STAY)).toEqual([
      'find BH-301 coffee/espresso (search) detour',
    ]);
    expect(finds(HOME, FROTHER, STAY)).toEqual(['find BH-301 (home) (home) direct']);
    expect(finds(ESPRESSO, KETTLE, FROTHER, STAY)).toEqual(['find BH-301 coffee/espresso (product) direct']);
  });

  it('is found by whoever stays or puts it into the cart, not by whoever looks and goes back', () => {
    expect(finds(ESPRESSO, KETTLE, ESPRESSO, HAND, FROTHER, STAY)).toEqual([
      'find BH-301 coffee/espresso blenders/hand detour',
    ]);
    expect(finds(HAND, FROTHER, trade('cart', [['BH-301', 4900]]), STAY)).toEqual([
      'find BH-301 blenders/hand blenders/hand direct',
    ]);
  });

  it('ends the search for it: the next is looked for anew', () => {
    expect(finds(ESPRESSO, HAND, FROTHER, STAY, GRINDERS, KETTLE, STAY)).toEqual([
      'find BH-301 coffee/espresso blenders/hand detour',
      'find KE-101 coffee/grinders coffee/grinders direct',
    ]);
  });

  it('was not looked for by a visit that began with it', () => {
    expect(finds(FROTHER, STAY)).toEqual([]);
  });

  it('counts a visit once, however often it is seen', () => {
    const again = [see(HAND), see(FROTHER), STAY];
    expect(counted(['find'], ...again, ...again)).toEqual({
      'find BH-301 blenders/hand blenders/hand direct': '1',
    });
  });
});

describe('a product that does not hold its visitor', () => {
  const facts = ['slot.returned'];

  it('counts the position that led to it, once a visit and each time in the total', () => {
    const there = [click(HAND, 'grid/3', FROTHER), see(FROTHER), see(HAND)];
    expect(counted(facts, see(HAND), ...there, ...there)).toEqual({
      'slot.returned /c/blenders/hand grid/3 BH-301 l': '1 of 2',
    });
  });

  it.each([
    { but: 'after a stay', seen: [click(HAND, 'grid/3', FROTHER), see(FROTHER), STAY, see(HAND)] },
    { but: 'to another list', seen: [click(HAND, 'grid/3', FROTHER), see(FROTHER), see(BLENDERS)] },
    { but: 'from one that no position led to', seen: [see(FROTHER), see(HAND)] },
  ])('counts nothing $but', ({ seen }) => {
    expect(counted(facts, see(HAND), ...seen)).toEqual({});
  });
});

describe('a cart and an order', () => {
  it('credit the position that led there, with the value of the order', () => {
    expect(
      counted(
        ['slot.added', 'slot.ordered'],
        see(HAND),
        click(HAND, 'grid/3', FROTHER),
        see(FROTHER),
        trade('cart', [['BH-301', 4900]]),
        see(CHECKOUT),
        trade('order', [['BH-301', 4900]]),
      ),
    ).toEqual({
      'slot.added /c/blenders/hand grid/3 BH-301 l': '1 of 1',
      'slot.ordered /c/blenders/hand grid/3 BH-301 l': '1 of 4900',
    });
  });

  it('credit it by the address of the page where list and shop name the product differently', () => {
    const byPath: Observation = { ...click(HAND, 'grid/3', FROTHER), item: '/p/puffin' } as Observation;
    expect(
      counted(['slot.added'], see(HAND), byPath, see(FROTHER), trade('cart', [['BH-301', 4900]])),
    ).toEqual({ 'slot.added /c/blenders/hand grid/3 /p/puffin l': '1 of 1' });
  });

  it('credit no position in money of another currency, and none that led elsewhere', () => {
    expect(
      counted(
        ['slot.ordered'],
        see(HAND),
        click(HAND, 'grid/3', FROTHER),
        trade(
          'order',
          [
            ['BH-301', 5300],
            ['KE-101', 9900],
          ],
          { currency: 'CHF', isHome: false },
        ),
      ),
    ).toEqual({ 'slot.ordered /c/blenders/hand grid/3 BH-301 l': '1' });
  });

  it('count products by currency, once a visit and with all of their value', () => {
    const add = trade('cart', [['BH-301', 4900]]);
    const order = trade('order', [['BH-301', 9800]], { value: 10_300, order: '100001' });
    expect(
      counted(['commerce.added', 'commerce.ordered', 'commerce.purchase'], see(FROTHER), add, add, order),
    ).toEqual({
      'commerce.added BH-301 EUR': '1 of 9800',
      'commerce.ordered BH-301 EUR': '1 of 9800',
      'commerce.purchase EUR': '1 of 10300',
    });
  });

  it('count an order that is told twice once, days later too', () => {
    const order = trade('order', [['BH-301', 4900]], { order: '100001' });
    let visit: Visit | null = null;
    const counts: Count[] = [];
    for (const day of [0, 0, 3]) {
      for (const seen of [see(CHECKOUT), order]) {
        const folded = fold(visit, seen, NOON + day * 24 * 60 * MINUTE);
        visit = folded.visit;
        counts.push(...folded.counts);
      }
    }
    expect(counts.filter(({ fact }) => fact === 'commerce.purchase')).toHaveLength(1);
    expect(JSON.stringify(counts)).not.toContain('100001');
  });

  it('reach the stages of their categories, of those above, and of (any), once a visit', () => {
    const walk = [see(HAND), see(FROTHER), trade('cart', [['BH-301', 1]]), see(CHECKOUT)];
    expect(
      Object.entries(
        counted(['funnel'], ...walk, ...walk, trade('order', [['BH-301', 1]], { order: '1' })),
      ).map(([cell, n]) => `${cell} ${n}`),
    ).toEqual(
      ['list', 'product', 'cart', 'checkout', 'order'].flatMap((stage) =>
        ['(any)', 'blenders', 'blenders/hand'].map((category) => `funnel ${category} ${stage} 1`),
      ),
    );
  });

  it('believe the category of the page before that of the call', () => {
    const named = (item: string): Observation => ({
      kind: 'commerce',
      stage: 'cart',
      items: [{ item, value: 1, category: 'outlet' }],
      currency: 'EUR',
      isHome: true,
      value: 1,
    });
    expect(Object.keys(counted(['funnel'], see(FROTHER), named('BH-301'), named('XX-1')))).toEqual([
      'funnel (any) product',
      'funnel blenders product',
      'funnel blenders/hand product',
      'funnel (any) cart',
      'funnel blenders cart',
      'funnel blenders/hand cart',
      'funnel outlet cart',
    ]);
  });
});

describe('a search', () => {
  const facts = ['search.asked', 'search.empty', 'search.clicked', 'search.refined'];

  it('counts its term once a visit, and that it had no result', () => {
    expect(
      counted(facts, see(searchPage('frother', true)), see(HOME), see(searchPage('frother', true))),
    ).toEqual({ 'search.asked frother': '1', 'search.empty frother': '1' });
  });

  it('may learn later that it had no result', () => {
    expect(
      counted(facts, see(searchPage('frother', null)), {
        kind: 'search',
        search: { term: 'frother', isEmpty: true },
      }),
    ).toEqual({ 'search.asked frother': '1', 'search.empty frother': '1' });
  });

  it('is not the last one again where that is learnt after another was asked', () => {
    expect(
      counted(
        facts,
        see(searchPage('kettle', null)),
        see(searchPage('frother', null)),
        { kind: 'search', search: { term: 'kettle', isEmpty: true } },
        see(FROTHER),
      ),
    ).toEqual({
      'search.asked kettle': '1',
      'search.asked frother': '1',
      'search.refined kettle frother': '1',
      'search.empty kettle': '1',
      'search.clicked frother': '1',
    });
  });

  it('is not the last one again where that is learnt after a result was clicked', () => {
    expect(
      counted(
        facts,
        see(searchPage('kettle', null)),
        see(FROTHER),
        { kind: 'search', search: { term: 'kettle', isEmpty: true } },
        see(searchPage('grinder', null)),
      ),
    ).toEqual({
      'search.asked kettle': '1',
      'search.clicked kettle': '1',
      'search.empty kettle': '1',
      'search.asked grinder': '1',
    });
  });

  it('is the last one where a store tells it, also again, and where it tells it with what came of it', () => {
    const told = (term: string, isEmpty: boolean | null): Observation => ({
      kind: 'search',
      search: { term, isEmpty },
    });
    expect(
      counted(
        ['search.refined'],
        see(HOME),
        told('kettle', null),
        told('frother', true),
        told('kettle', null),
        told('grinder', null),
      ),
    ).toEqual({
      'search.refined kettle frother': '1',
      'search.refined frother kettle': '1',
      'search.refined kettle grinder': '1',
    });
  });

  it('is put in other words until a result is clicked', () => {
    expect(
      counted(
        facts,
        see(searchPage('frother', true)),
        see(searchPage('milk frother')),
        see(FROTHER),
        see(searchPage('grinder')),
      ),
    ).toEqual({
      'search.asked frother': '1',
      'search.empty frother': '1',
      'search.asked milk frother': '1',
      'search.refined frother milk frother': '1',
      'search.clicked milk frother': '1',
      'search.asked grinder': '1',
    });
  });

  it('counts a result that is opened in another tab', () => {
    const results = searchPage('frother');
    expect(counted(['search.clicked'], see(results), click(results, 'results/1', FROTHER))).toEqual({
      'search.clicked frother': '1',
    });
  });
});

describe('regions and elements', () => {
  const place = { page: '/c/blenders', viewport: 'l' as const };

  it('count a view once, and clicks of a region each time in the total', () => {
    const zone = (isFirst: boolean): Observation => ({
      kind: 'zone',
      measure: 'clicked',
      zone: 'grid',
      isFirst,
      ...place,
    });
    expect(counted(['zone.clicked'], see(BLENDERS), zone(true), zone(false), zone(true))).toEqual({
      'zone.clicked /c/blenders grid l': '2 of 3',
    });
  });

  it('count where they stand with the view, and where they were clicked each time', () => {
    const facts = ['element.exposed', 'element.clicked', 'click.grid'];
    const sides = ['x', 'y', 'width', 'height'].map((side) => `layout.box.${side}`);
    const element = (more: object) =>
      ({ kind: 'element', element: 'grid', isFirst: true, ...place, ...more }) as Observation;
    const box = { x: 0, y: 120, width: 800, height: 600 };
    expect(
      counted(
        [...facts, ...sides],
        see(BLENDERS),
        element({ measure: 'exposed', box }),
        element({ measure: 'exposed', box, isFirst: false }),
        element({ measure: 'clicked', cell: 17 }),
        element({ measure: 'clicked', cell: 17, isFirst: false }),
        element({ measure: 'clicked', isFirst: false }),
      ),
    ).toEqual({
      'element.exposed /c/blenders grid l': '1',
      'layout.box.x /c/blenders grid l': '1',
      'layout.box.y /c/blenders grid l': '1 of 120',
      'layout.box.width /c/blenders grid l': '1 of 800',
      'layout.box.height /c/blenders grid l': '1 of 600',
      'element.clicked /c/blenders grid l': '1',
      'click.grid /c/blenders l grid 17': '2',
    });
  });
});

describe('a fault of ours', () => {
  it('is counted by its reason, before the first pageview too', () => {
    expect(fold(null, { kind: 'fault', reason: 'layout' }, NOON).counts).toEqual([
      { fact: 'fault', dimensions: ['layout'], n: 1 },
    ]);
  });
});
