import type { LayoutRow } from '@holloway/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionId } from './action.ts';
import { type AdviceInput, advise } from './advise.ts';

const NOTHING: AdviceInput = { days: 28, k: 10 };

const row = (item: string, slot: number, exposed: number | null, clicked: number | null): LayoutRow => ({
  page: '/c/kettles',
  zone: 'grid',
  slot,
  item,
  viewport: 'l',
  exposed,
  clicked,
  added: null,
  ordered: null,
  returned: null,
  clicks: null,
  value: null,
});

/** Twelve alike, but for one on top that nobody wants and one far down that everybody does. */
const GRID = Array.from({ length: 12 }, (_, i) => {
  const exposed = 4000 - 200 * i;
  return row(`item ${i + 1}`, i + 1, exposed, Math.round(exposed * (i === 0 ? 0.02 : i === 9 ? 0.12 : 0.05)));
});

/** One fault of each kind that reports of a shop show. */
const SHOP: AdviceInput = {
  ...NOTHING,
  layout: GRID,
  finds: [1, 2, 3].flatMap((number) => [
    { item: `pot ${number}`, tried: 'pots', found: 'pots', route: 'direct' as const, n: 300, people: 300 },
    {
      item: `pot ${number}`,
      tried: 'pans',
      found: 'pots',
      route: 'detour' as const,
      n: number === 3 ? 120 : 14,
      people: 14,
    },
  ]),
  trails: [
    { path: ['pots', '(home)', 'lids'], n: 240, people: 240 },
    { path: ['pots', 'pots', 'pots'], n: 500, people: 500 },
    { path: ['pans', 'pans', 'lids'], n: 20, people: 20 },
    { path: ['pans', 'pans', 'pans'], n: 900, people: 900 },
  ],
  flows: [{ from: 'pots', to: 'lids', n: 80, people: 80 }],
  pages: Array.from({ length: 20 }, (_, i) => ({
    page: `/p/${i}`,
    category: 'pots',
    views: 800,
    visitors: 700,
    entries: null,
    exits: i === 7 ? 560 : 230 + 3 * i,
    bounces: null,
    settledViews: 800,
    settledEntries: null,
    engagement: null,
    engagementLower: null,
    engagementUpper: null,
  })),
  categories: [
    { category: 'pots', views: 9000, visitors: 8000, entries: null, exits: null, settledViews: null },
  ],
  search: [{ term: 'casserole', asked: 90, empty: 88, clicked: null, refined: 40 }],
  refinements: [{ from: 'casserole', to: 'pot', n: 40, people: 40 }],
  elements: [
    { page: '/', element: 'hero', viewport: 's', exposed: 900, clicked: 100, dead: 70, rage: null },
    ...[1, 2, 3].flatMap((number) =>
      (['s', 'l'] as const).map((viewport) => ({
        page: '/',
        element: `tile:/c/${number}`,
        viewport,
        exposed: 2000,
        clicked: number === 3 && viewport === 's' ? null : 160,
        dead: null,
        rage: null,
      })),
    ),
  ],
  experiments: ['a', 'b'].flatMap((arm) =>
    ['(any)', 'order'].map((metric) => ({
      experiment: 'hero',
      arm,
      metric,
      exposed: 10_000,
      n: metric === 'order' ? (arm === 'b' ? 700 : 500) : 10_000,
      people: 500,
    })),
  ),
};

describe('advice on a shop', () => {
  const { actions, withheld } = advise(SHOP);
  const of = (type: string) => actions.filter((action) => action.type === type);

  it('names each fault once, what is tested or broken before what might be better', () => {
    expect(actions.map(({ type, verb, subject }) => [type, verb, Object.values(subject).join(' ')])).toEqual([
      ['layout-verdict', 'lock', 'hero b order'],
      ['device-break', 'fix', '/ s'],
      ['dead-click', 'fix', '/ hero'],
      ['no-result', 'synonym', 'casserole'],
      ['cross-list', 'cross-list', 'pots pans'],
      ['dead-end', 'add-link', '/p/7'],
      ['move-up', 'boost', '/c/kettles grid'],
      ['add-link', 'add-link', 'pots lids'],
      ['rotation-test', 'move', 'grid'],
    ]);
  });

  it('says with what the exchange is made, and that position is still in its rates', () => {
    expect(of('move-up')[0]?.claim).toMatchObject({
      key: 'move-up',
      values: { item: 'item 10', slot: 10, other: 'item 1', otherSlot: 1, positionFree: false },
    });
    expect(withheld).toEqual([
      { page: '/c/kettles', zone: 'grid', viewport: 'l', reason: 'one-slot-per-item', ranked: true },
    ]);
  });

  it('tells gains by the week: 120 finds in four weeks are 30', () => {
    expect(of('cross-list')[0]?.gain).toMatchObject({ of: 'finds', perWeek: 30 });
  });

  it('tells of a gain also what is sure of it, which is less, and more than one a week', () => {
    for (const { gain } of actions) {
      if (gain === null) continue;
      expect(gain.low).toBeGreaterThan(1);
      expect(gain.low).toBeLessThanOrEqual(gain.perWeek);
    }
  });

  it('leads a search to what was asked then, and to its category', () => {
    expect(of('no-result')[0]?.claim.values).toMatchObject({ meant: 'pot', category: 'pots' });
  });

  it('says how it can be tested, and with how many visits', () => {
    for (const { trial, gain } of actions) {
      expect(['experiment', 'rotation', 'before-after']).toContain(trial.by);
      if (trial.by === 'rotation') expect(trial.visits).toBeGreaterThan(4000);
      if (gain) expect(gain.perWeek).toBeGreaterThan(0);
    }
    // The exchange of 12 % for 2 %: a few hundred, not thousands.
    expect(of('move-up')[0]?.trial.visits).toBeGreaterThan(100);
    expect(of('move-up')[0]?.trial.visits).toBeLessThan(1000);
  });

  it('names an action alike whatever the counts, and another of each subject and slice', () => {
    const again = advise({
      ...SHOP,
      days: 7,
      layout: GRID.map((each) => ({ ...each, exposed: (each.exposed ?? 0) * 2 })),
    });
    const ids = actions.map(({ id }) => id);
    expect(again.actions.map(({ id }) => id).filter((id) => !ids.includes(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    const phones = advise({ ...SHOP, slice: 'device:phone' });
    expect(phones.actions[0]?.subject.slice).toBe('device:phone');
    expect(phones.actions.filter(({ id }) => ids.includes(id))).toEqual([]);
  });

  it('can be sent as JSON and come back as it was', () => {
    expect(JSON.parse(JSON.stringify(actions))).toEqual(actions);
  });
});

describe('advice', () => {
  it('on nothing is nothing', () => {
    expect(advise(NOTHING)).toEqual({ actions: [], withheld: [] });
  });

  it('on clicks without exposures is none, and says why', () => {
    const clicks = GRID.map((each) => ({ ...each, exposed: null }));
    expect(advise({ ...NOTHING, layout: clicks })).toEqual({
      actions: [],
      withheld: [{ page: '/c/kettles', zone: 'grid', viewport: 'l', reason: 'no-exposures', ranked: false }],
    });
  });

  it('does not take clicks that are not shown as none', () => {
    const hidden = GRID.map((each) => (each.slot === 1 ? { ...each, exposed: 90, clicked: null } : each));
    const { actions } = advise({ ...NOTHING, layout: hidden });
    expect(actions.filter(({ claim }) => claim.key === 'bury')).toEqual([]);
  });

  it('has the counts that it rests on, of windows of the size that they are of', () => {
    const { actions } = advise({ ...NOTHING, layout: GRID });
    const [finding] = actions.find(({ type }) => type === 'move-up')?.findings ?? [];
    expect(finding?.subject).toEqual({ page: '/c/kettles', zone: 'grid', item: 'item 10', viewport: 'l' });
    expect(finding?.evidence).toEqual({ exposed: 2200, clicked: 264, otherExposed: 4000, otherClicked: 80 });
  });

  it('tells of counts that are hidden in part how many they are at most', () => {
    const hidden = [...GRID, row('item 1', 2, 20, null)];
    const { actions } = advise({ ...NOTHING, layout: hidden });
    expect(actions.find(({ type }) => type === 'move-up')?.evidence).toEqual({
      ...{ exposed: 2200, clicked: 264, otherExposed: 4020, otherClicked: 80 },
      otherAtMost: 89,
    });
  });

  it('buries what surely earns less in the first half, and has nothing better below', () => {
    const weak = GRID.map((each) => (each.slot === 10 ? { ...each, clicked: 110 } : each));
    const { actions } = advise({ ...NOTHING, layout: weak });
    const ranked = actions.filter(({ type }) => type === 'bury' || type === 'move-up');
    expect(ranked.map(({ type, findings: [{ subject }] }) => [type, subject.item])).toEqual([
      ['bury', 'item 1'],
    ]);
  });

  it('is silent where windows of another size say the opposite', () => {
    const phones = GRID.map((each) => ({
      ...each,
      viewport: 's' as const,
      exposed: Math.round((each.exposed ?? 0) / 2),
      clicked: Math.round(((each.exposed ?? 0) / 2) * (each.slot === 10 ? 0.01 : 0.06)),
    }));
    const { actions } = advise({ ...NOTHING, layout: [...GRID, ...phones] });
    expect(actions.filter(({ type }) => type === 'move-up')).toEqual([]);
  });

  it('makes one action of all that is found of a region, what gains most first', () => {
    const rates: { readonly [slot: number]: number } = { 1: 0.02, 2: 0.03, 9: 0.11, 10: 0.12 };
    const layout = GRID.map((each) => ({
      ...each,
      clicked: Math.round((each.exposed ?? 0) * (rates[each.slot ?? 0] ?? 0.05)),
    }));
    const [action, ...others] = advise({ ...NOTHING, layout }).actions.filter(
      ({ type }) => type === 'move-up',
    );
    expect(others).toEqual([]);
    expect(action?.subject).toEqual({ page: '/c/kettles', zone: 'grid' });
    expect(action?.findings.map(({ claim, subject }) => [claim.key, subject.item])).toEqual([
      ['move-up', 'item 10'],
      ['move-up', 'item 9'],
    ]);
    expect(action?.claim).toEqual(action?.findings[0].claim);
    const sum = (of: 'perWeek' | 'low') =>
      action?.findings.reduce((all, { gain }) => all + (gain?.[of] ?? 0), 0);
    expect(action?.gain).toEqual({ of: 'clicks', perWeek: sum('perWeek'), low: sum('low') });
  });

  it('names a rearrangement of a region alike, whether what leads it moves up or down', () => {
    const withRates = (rates: { readonly [slot: number]: number }) =>
      GRID.map((each) => ({
        ...each,
        clicked: Math.round((each.exposed ?? 0) * (rates[each.slot ?? 0] ?? 0.05)),
      }));
    const leading = (layout: typeof GRID) =>
      advise({ ...NOTHING, layout }).actions.find(({ type }) => type === 'move-up' || type === 'bury');
    const [up, down] = [leading(withRates({ 1: 0.02, 10: 0.12 })), leading(withRates({ 1: 0.005 }))];
    expect([up?.type, down?.type]).toEqual(['move-up', 'bury']);
    expect(down?.id).toBe(up?.id);
  });

  it('says nothing of an order whose surest gain is below one click a week', () => {
    expect(advise({ ...NOTHING, layout: GRID, days: 28_000 }).actions.map(({ type }) => type)).toEqual([
      'rotation-test',
    ]);
  });

  it('says nothing of a region that stands out by chance among hundreds', () => {
    // Of twelve alike one has 34 clicks where 16 were to be expected: p = 0.02 by itself.
    const lucky = Array.from({ length: 12 }, (_, i) =>
      row(`item ${i + 1}`, i + 1, 500 - i, i === 9 ? 34 : 14),
    );
    const types = (layout: readonly LayoutRow[]) =>
      advise({ ...NOTHING, layout }).actions.map(({ type }) => type);
    expect(types(lucky)).toContain('rotation-test');
    const alike = Array.from({ length: 200 }, (_, at) =>
      lucky.map((each) => ({ ...each, page: `/p/${at}`, clicked: 14 })),
    ).flat();
    expect(types([...lucky, ...alike])).toEqual([]);
  });

  it.each([
    '/thanks',
    '/order/:id',
    '/de/kasse/danke',
    '/checkout/pay.php',
    '/mon-compte',
    '/order-received/9',
  ])('calls %s no dead end: whoever is there is done, or is not looking for a way on', (page) => {
    const pages = (SHOP.pages ?? []).map((each) =>
      each.page === '/p/7' ? { ...each, page, category: null } : { ...each, category: null },
    );
    const endsOf = (options = {}) =>
      advise({ ...NOTHING, pages }, options).actions.filter(({ type }) => type === 'dead-end');
    expect(endsOf()).toEqual([]);
    expect(endsOf({ typeOf: () => 'product' })).toHaveLength(1);
  });

  it('believes the routes of the shop: what they call an order is no dead end', () => {
    const typeOf = (page: string) => (page === '/p/7' ? ('order' as const) : undefined);
    expect(advise(SHOP, { typeOf }).actions.filter(({ type }) => type === 'dead-end')).toEqual([]);
  });

  it('adds no link to what the menu of all pages links to', () => {
    const menu = [
      {
        page: '(any)',
        element: 'nav:/c/lids',
        viewport: null,
        exposed: null,
        clicked: 90,
        dead: null,
        rage: null,
      },
    ];
    const lids = {
      ...(SHOP.pages?.[0] as NonNullable<AdviceInput['pages']>[number]),
      page: '/c/lids',
      category: 'lids',
    };
    const linked = advise({ ...SHOP, elements: menu, pages: [...(SHOP.pages ?? []), lids] });
    expect(linked.actions.filter(({ type }) => type === 'add-link')).toEqual([]);
    expect(advise(SHOP, { menu: ['lids'] }).actions.filter(({ type }) => type === 'add-link')).toEqual([]);
  });

  it('takes no breadcrumb for a menu: it is on all pages, and links to lids on few', () => {
    const shown = (element: string, exposed: number) => ({
      ...{ page: '(any)', element, viewport: null, exposed },
      ...{ clicked: 90, dead: null, rage: null },
    });
    const lids = {
      ...(SHOP.pages?.[0] as NonNullable<AdviceInput['pages']>[number]),
      page: '/c/lids',
      category: 'lids',
    };
    const withNav = (ofLink: number) =>
      advise({
        ...SHOP,
        elements: [shown('nav-2', 1_000), shown('nav-2:/c/lids', ofLink)],
        pages: [...(SHOP.pages ?? []), lids],
      }).actions.filter(({ type }) => type === 'add-link').length;
    expect([withNav(499), withNav(500)]).toEqual([1, 0]);
  });

  it('tells of a broken split once, and then of no arm', () => {
    const experiments = (SHOP.experiments ?? []).map((each) =>
      each.arm === 'b' ? { ...each, exposed: 9000 } : each,
    );
    expect(advise({ ...NOTHING, experiments }).actions.map(({ type }) => type)).toEqual(['traffic-split']);
  });

  /** The order says that b is better, what is put into carts that it is worse. */
  const opposed = ['a', 'b'].flatMap((arm) =>
    [
      ['(any)', 10_000, 10_000],
      ['order', 500, 700],
      ['added', 1400, 1000],
    ].map(([metric, a, b]) => {
      const n = Number(arm === 'a' ? a : b);
      return { experiment: 'hero', arm, metric: String(metric), exposed: 10_000, n, people: n };
    }),
  );

  it('tells of a test what it was declared to be decided by, and of no other outcome', () => {
    const told = (plan: { readonly metric?: string }) =>
      advise({ ...NOTHING, experiments: opposed }, { plans: { hero: plan } }).actions.map(
        ({ subject, claim }) => [subject.metric, claim.values],
      );
    expect(told({ metric: 'order' })).toMatchObject([['order', { arm: 'b', verdict: 'better' }]]);
    expect(told({ metric: 'added' })).toMatchObject([['added', { arm: 'b', verdict: 'worse' }]]);
    expect(told({ metric: 'clicked' })).toEqual([]);
    expect(told({})).toHaveLength(2);
  });

  it('tells of a broken split whatever the test is to be decided by', () => {
    const experiments = opposed.map((each) => (each.arm === 'b' ? { ...each, exposed: 9000 } : each));
    const { actions } = advise({ ...NOTHING, experiments }, { plans: { hero: { metric: 'clicked' } } });
    expect(actions.map(({ type }) => type)).toEqual(['traffic-split']);
  });

  it('tells the gain of a test by the days that it was counted on', () => {
    const perWeek = (plan: { readonly days?: number }) =>
      advise({ ...NOTHING, experiments: SHOP.experiments ?? [] }, { plans: { hero: plan } }).actions[0]?.gain
        ?.perWeek;
    // 500 orders become 700 in 28 days, or in 14.
    expect([perWeek({}), perWeek({ days: 14 })].map((n) => Math.round(n ?? 0))).toEqual([50, 100]);
  });

  it.each([0, -1, Number.NaN])('refuses a range of %d days', (days) => {
    expect(() => advise({ ...NOTHING, days })).toThrow(RangeError);
  });

  it('never fails, and never tells a number that is none, whatever the rows', () => {
    const n = fc.option(fc.nat(5000), { nil: null });
    const layout = fc.array(
      fc.record({
        item: fc.constantFrom('a', 'b', 'c', 'd'),
        slot: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }),
        exposed: n,
        clicked: n,
      }),
      { maxLength: 20 },
    );
    const node = fc.constantFrom('a', 'b', 'a/c', '(home)', '(other)');
    const finds = fc.array(
      fc.record({
        item: node,
        tried: node,
        found: node,
        route: fc.constantFrom('direct' as const, 'detour' as const, null),
        n: fc.nat(500),
        people: fc.nat(500),
      }),
    );
    const trails = fc.array(
      fc.record({ path: fc.tuple(node, node, node), n: fc.nat(900), people: fc.nat(9) }),
    );
    const categories = fc.array(
      fc.record({
        category: node,
        views: fc.nat(900),
        visitors: fc.nat(9),
        entries: n,
        exits: n,
        settledViews: n,
      }),
    );
    const elements = fc.array(
      fc.record({
        page: node,
        element: node,
        viewport: fc.constantFrom('s' as const, 'l' as const, null),
        exposed: n,
        clicked: n,
        dead: n,
        rage: n,
      }),
    );
    const experiments = fc.array(
      fc.record({
        experiment: node,
        arm: node,
        metric: fc.constantFrom('(any)', 'order'),
        exposed: n,
        n: fc.nat(500),
        people: fc.nat(9),
      }),
    );
    const search = fc.array(fc.record({ term: node, asked: n, empty: n, clicked: n, refined: n }));
    fc.assert(
      fc.property(layout, finds, trails, categories, elements, experiments, search, (places, ...rest) => {
        const [f, t, c, e, x, s] = rest;
        const { actions } = advise({
          ...NOTHING,
          layout: places.map(({ item, slot, exposed, clicked }) => ({
            ...row(item, 1, exposed, clicked),
            slot,
          })),
          finds: f,
          trails: t,
          categories: c,
          elements: e,
          experiments: x,
          search: s,
        });
        const numbers = JSON.stringify(actions, (_, value) => (Number.isNaN(value) ? 'no number' : value));
        expect(numbers).not.toContain('no number');
      }),
      { numRuns: 200 },
    );
  });
});

describe('the id of an action', () => {
  it('is this one: an action that was dismissed must stay so', () => {
    expect(actionId('bury', { item: 'a' })).toBe('bury:18zucizgozykt');
  });

  it('does not depend on the order of the parts of its subject', () => {
    expect(actionId('bury', { page: '/c/kettles', zone: 'grid', item: 'item 1' })).toBe(
      actionId('bury', { item: 'item 1', zone: 'grid', page: '/c/kettles' }),
    );
  });
});
