/** What is known of a site without anybody's note, where it comes from its counts. The rest: workspace/. */
import { dayNumber, type Experiment, type Increment } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { assemble, declared, type TestCore } from '../../test/core.ts';
import { count, seal } from '../../test/release.ts';
import { memoryStore } from '../../test/temporary.ts';
import { createSiteEvents } from './site-events.ts';

const ALWAYS = { from: 0, to: dayNumber('9999-12-31') };
const HERO: Experiment = {
  ...{ id: 'hero', title: 'A promise', metric: 'order', status: 'running', from: '2026-11-10' },
  arms: [
    { name: 'a', share: 50 },
    { name: 'b', share: 50 },
  ],
};

async function open(k = 10) {
  const core = await assemble(memoryStore(), { families: false });
  const names = [...declared('page', '/'), ...declared('element', 'hero', 'grid')];
  const tests = [...declared('experiment', 'hero', 'a', 'b'), ...declared('metric', '(any)', 'order')];
  await core.addSite({ k, experiments: [HERO] }, [
    ...names,
    ...tests,
    { kind: 'page', text: '/', label: 'Home' },
  ]);
  const eventsOf = createSiteEvents({ ...core, access: { readChanges: () => [] } });
  /** @param range Default: always. */
  const told = async (kind: string, range = ALWAYS) =>
    (await eventsOf(await core.site('shop'), range)).filter((event) => event.kind === kind);
  return { core, told };
}

/** A region as it was measured. */
const box = (element: string, y: number): readonly Increment[] => [
  ['element.exposed', ['/', element, 's'], 1, 2],
  ...(['x', 'y', 'width', 'height'] as const).map(
    (side): Increment => [`layout.box.${side}`, ['/', element, 's'], 1, 0, side === 'y' ? y : 320],
  ),
];
const page = (hero: number) => [...box('hero', hero), ...box('grid', 900)];

/** Thirty browsers a week with the hero at the head, and then some with it far below. */
async function moveHero(core: TestCore, { browsers = 30 } = {}): Promise<void> {
  await count(core, 'shop', '2026-11-04', 30, page(120));
  await seal(core, 'shop', '2026-11-08');
  await count(core, 'shop', '2026-11-10', 30, page(120));
  await seal(core, 'shop', '2026-11-15');
  await count(core, 'shop', '2026-11-17', browsers, page(2200));
}

describe('a layout that became another', () => {
  it('is told of its week, by page and region, once that week is sealed', async () => {
    const { core, told } = await open();
    await moveHero(core);
    expect(await told('layout')).toEqual([]);
    await seal(core, 'shop', '2026-11-21');
    expect(await told('layout')).toEqual([]);
    await seal(core, 'shop', '2026-11-22');
    expect(await told('layout')).toEqual([
      {
        ...{ kind: 'layout', day: '2026-11-16', through: '2026-11-22', page: '/', label: 'Home', more: 0 },
        zones: [{ zone: 'hero', label: 'hero', viewport: 's', change: 'moved', right: 0, down: 2080 }],
      },
    ]);
  });

  it('is told in every range that touches its week', async () => {
    const { core, told } = await open();
    await moveHero(core);
    await seal(core, 'shop', '2026-11-22');
    const days = (from: string, to: string) => told('layout', { from: dayNumber(from), to: dayNumber(to) });
    expect(await days('2026-11-19', '2026-11-20')).toHaveLength(1);
    expect(await days('2026-11-22', '2026-11-30')).toHaveLength(1);
    expect(await days('2026-11-10', '2026-11-16')).toHaveLength(1);
    expect(await days('2026-11-23', '2026-11-30')).toEqual([]);
    expect(await days('2026-11-01', '2026-11-15')).toEqual([]);
  });

  it('is not told of measurements that no report shows', async () => {
    const { core, told } = await open(25);
    await moveHero(core, { browsers: 24 });
    await seal(core, 'shop', '2026-11-22');
    expect(await told('layout')).toEqual([]);
  });

  it('is not told of days that are kept by month', async () => {
    const { core, told } = await open();
    await moveHero(core);
    await seal(core, 'shop', '2026-11-22');
    const site = {
      ...(await core.site('shop')),
      kept: { from: null, monthsThrough: dayNumber('2026-11-10') },
    };
    const eventsOf = createSiteEvents({ ...core, access: { readChanges: () => [] } });
    expect((await eventsOf(site, ALWAYS)).filter(({ kind }) => kind === 'layout')).toEqual([]);
    expect(await told('layout')).toHaveLength(1);
  });
});

describe('a layout test', () => {
  const shown = (arm: string, orders: boolean): readonly Increment[] => [
    ['experiment', ['hero', arm, '(any)'], 1, 2],
    ...(orders ? ([['experiment', ['hero', arm, 'order'], 1, 2]] as const) : []),
  ];

  it('is decided on the first day whose counts, with those before, decide it', async () => {
    const { core, told } = await open();
    for (const day of ['2026-11-10', '2026-11-11', '2026-11-12']) {
      for (const arm of ['a', 'b']) {
        await count(core, 'shop', day, arm === 'a' ? 12 : 35, shown(arm, true));
        await count(core, 'shop', day, arm === 'a' ? 188 : 165, shown(arm, false));
      }
      await seal(core, 'shop', day);
    }
    expect(await told('experiment')).toEqual([
      { kind: 'experiment', day: '2026-11-10', experiment: 'hero', title: 'A promise', what: 'started' },
      {
        ...{ kind: 'experiment', day: '2026-11-11', experiment: 'hero', title: 'A promise' },
        ...{ what: 'decided', arm: 'b', verdict: 'better' },
      },
    ]);
  });

  it('is not decided by days that are not sealed', async () => {
    const { core, told } = await open();
    await count(core, 'shop', '2026-11-10', 20, shown('a', true));
    await count(core, 'shop', '2026-11-10', 180, shown('a', false));
    await count(core, 'shop', '2026-11-10', 200, shown('b', true));
    const what = async () => (await told('experiment')).map((event) => 'what' in event && event.what);
    expect(await what()).toEqual(['started']);
    await seal(core, 'shop', '2026-11-10');
    expect(await what()).toEqual(['started', 'decided']);
  });
});
