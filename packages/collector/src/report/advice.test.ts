/** Of which days and outcomes a layout test is judged. What else is advised: http/advice-routes.test. */
import type { SiteAdvice } from '@holloway/insight';
import { dayNumber, type Experiment, type Increment } from '@holloway/protocol';
import { expect, it } from 'vitest';
import { assemble, declared } from '../../test/core.ts';
import { count, seal } from '../../test/release.ts';
import { memoryStore } from '../../test/temporary.ts';
import { createCatalogue } from '../site/catalogue.ts';
import { buildAdvice } from './advice.ts';
import type { ReportQuery } from './query.ts';

const HERO: Experiment = {
  ...{ id: 'hero', title: 'A promise', metric: 'order', status: 'running', from: '2026-11-10' },
  arms: [
    { name: 'a', share: 50 },
    { name: 'b', share: 50 },
  ],
};

/** Of two hundred who were shown each arm on a day, so many ordered. */
type Orders = readonly [day: string, a: number, b: number];

const shown = (arm: string, outcome?: string): readonly Increment[] => [
  ['experiment', ['hero', arm, '(any)'], 1, 2],
  ...(outcome === undefined ? [] : ([['experiment', ['hero', arm, outcome], 1, 2]] as const)),
];

async function open(days: readonly Orders[], test: Partial<Experiment> = {}, outcome = 'order') {
  const core = await assemble(memoryStore(), { families: false });
  const names = [...declared('experiment', 'hero', 'a', 'b'), ...declared('metric', '(any)', outcome)];
  await core.addSite({ experiments: [{ ...HERO, ...test }] }, names);
  for (const [day, ...orders] of days) {
    for (const [i, arm] of ['a', 'b'].entries()) {
      const n = orders[i] ?? 0;
      await count(core, 'shop', day, n, shown(arm, outcome));
      await count(core, 'shop', day, 200 - n, shown(arm));
    }
    await seal(core, 'shop', day);
  }
  return async (from: string, to = '2026-11-22', site = {}): Promise<SiteAdvice> =>
    buildAdvice({ from, to, slice: '*', level: 'category', pages: null } as ReportQuery, {
      ...{ release: core.release, catalogue: createCatalogue([]) },
      site: { ...(await core.site('shop')), ...site },
    });
}

const CLEAR: readonly Orders[] = [
  ['2026-11-10', 12, 35],
  ['2026-11-11', 12, 35],
  ['2026-11-12', 12, 35],
  ['2026-11-20', 24, 26],
];

it('judges a test from its own first day on, and not by the part of it that is looked at', async () => {
  const advice = await open([
    ['2026-11-10', 35, 12],
    ['2026-11-11', 35, 12],
    ['2026-11-19', 12, 35],
    ['2026-11-20', 12, 35],
  ]);
  expect((await advice('2026-11-15')).actions).toEqual([]);
});

it('says the same of it whichever of its days are looked at, the gain a week included', async () => {
  const advice = await open(CLEAR);
  const { actions } = await advice('2026-11-10');
  expect(actions.map(({ type, subject }) => [type, subject])).toEqual([
    ['layout-verdict', { experiment: 'hero', arm: 'b', metric: 'order' }],
  ]);
  expect((await advice('2026-11-20')).actions).toEqual(actions);
  expect((await advice('2026-11-10', '2026-11-10')).actions).toEqual(actions);
});

it('judges one that has ended up to its last day', async () => {
  const advice = await open(
    [
      ['2026-11-10', 12, 35],
      ['2026-11-11', 12, 35],
      ['2026-11-20', 80, 12],
    ],
    { status: 'ended', to: '2026-11-11' },
  );
  const { actions } = await advice('2026-11-01');
  expect(actions.map(({ subject }) => subject.arm)).toEqual(['b']);
});

it.each([
  ['that ended before the days that are looked at', { status: 'ended', to: '2026-11-12' }, {}],
  ['whose first days are kept no more', {}, { kept: { from: dayNumber('2026-11-11'), monthsThrough: null } }],
] as const)('says nothing of one %s', async (_, test, site) => {
  const advice = await open(CLEAR, test);
  expect((await advice('2026-11-15', '2026-11-22', site)).actions).toEqual([]);
});

it('says nothing of an outcome that the test was not declared to be decided by', async () => {
  const advice = await open(CLEAR, {}, 'added');
  expect((await advice('2026-11-10')).actions).toEqual([]);
});

it('calls by its outcome a test that is decided by bounces: of those that moved on', async () => {
  const advice = await open(CLEAR, { metric: 'bounce' }, 'onward');
  expect((await advice('2026-11-10')).actions).toMatchObject([{ subject: { arm: 'b', metric: 'onward' } }]);
});
