/** What a site's reports advise, asked for over HTTP. What makes an action: insight. Who may ask: access-matrix.test. */
import type { SiteAdvice } from '@holloway/insight';
import type { Increment } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { createTestApp } from '../../test/app.ts';
import { assemble } from '../../test/core.ts';
import { count, seal } from '../../test/release.ts';
import { memoryStore } from '../../test/temporary.ts';

const DAY = '2026-11-20';
const ADVICE = '/v1/sites/shop/advice';
const VISIT: Increment = ['visit', [], 1, 2];

/** Sixty who ask for what the search does not know, and pots among which one is looked for among the pans. */
async function open() {
  const core = await assemble(memoryStore(), { families: false });
  const names = [
    { kind: 'product', text: 'P3', label: 'Tagine' },
    { kind: 'product', text: 'P1', label: 'Stock pot' },
    { kind: 'category', text: 'pans', label: 'Pans' },
    { kind: 'category', text: 'pots', label: 'Pots' },
  ] as const;
  await core.addSite({ slug: 'shop' }, names);
  await count(core, 'shop', DAY, 60, [
    VISIT,
    ['search.asked', ['tajine'], 1, 2],
    ['search.empty', ['tajine'], 1, 2],
    ...['P1', 'P2', 'P3'].map((item): Increment => ['find', [item, 'pots', 'pots', 'direct'], 2, 2]),
    ['find', ['P3', 'pans', 'pots', 'detour'], 1, 2],
  ]);
  await count(core, 'shop', DAY, 5, [VISIT], { device: 'phone' });
  await seal(core, 'shop', DAY);
  const { get, reported } = createTestApp(core);
  const ask = async (query = '', who: 'owner' | 'reader' | 'nobody' = 'reader') => {
    const response = await get(`${ADVICE}${query}`, who);
    return { status: response.status, headers: response.headers, body: await response.json() };
  };
  const advice = async (query?: string): Promise<SiteAdvice> => (await ask(query)).body;
  return { ask, advice, reported, core };
}

describe('advice', () => {
  it('names the search that finds nothing and the shelf that is looked on first', async () => {
    const { advice, reported } = await open();
    const { actions, ...about } = await advice();
    expect(actions.map(({ type, subject }) => [type, subject])).toEqual([
      ['no-result', { term: 'tajine' }],
      ['cross-list', { from: 'pots', category: 'pans' }],
    ]);
    expect(about).toEqual({
      site: 'shop',
      from: '2026-10-27',
      // Today is asked for, and is not settled.
      to: DAY,
      slice: '*',
      k: 3,
      // Since the first day with numbers.
      days: 1,
      withheld: [],
      labels: { category: { pans: 'Pans', pots: 'Pots' }, product: { P3: 'Tagine' } },
    });
    expect(reported).toEqual([]);
  });

  it('has ids that its state can be kept under', async () => {
    const { advice } = await open();
    for (const { id } of (await advice()).actions) expect(id).toMatch(/^[a-z-]+:[0-9a-z]+$/);
  });

  it('is of the days that are asked for', async () => {
    const { advice } = await open();
    const { actions, days } = await advice('?from=2026-11-21&to=2026-11-22');
    expect([actions, days]).toEqual([[], 2]);
  });

  it('is of days that are not settled where no others were asked for, and then of what is told now', async () => {
    const { advice, core } = await open();
    await count(core, 'shop', '2026-11-22', 60, [
      VISIT,
      ['search.asked', ['tajine'], 1, 2],
      ['search.empty', ['tajine'], 1, 2],
    ]);
    const { actions, to } = await advice('?from=2026-11-22&to=2026-11-22');
    expect([actions.map(({ type }) => type), to]).toEqual([['no-result'], '2026-11-22']);
  });

  it('changes with what the catalogue calls things, and with what is sealed', async () => {
    const { advice, core } = await open();
    expect((await advice()).labels.product).toEqual({ P3: 'Tagine' });
    const site = await core.registry.site('shop');
    if (site === undefined) throw new Error('the site was added');
    await core.store.declare(site.id, [{ kind: 'product', text: 'P3', label: 'Tajine' }]);
    core.registry.changed(site.id);
    expect((await advice()).labels.product).toEqual({ P3: 'Tajine' });
    await count(core, 'shop', '2026-11-21', 60, [
      VISIT,
      ['search.asked', ['wok'], 1, 2],
      ['search.empty', ['wok'], 1, 2],
    ]);
    await seal(core, 'shop', '2026-11-21');
    const { actions, to } = await advice();
    expect([actions.map(({ subject }) => subject.term), to]).toEqual([
      ['tajine', 'wok', undefined],
      '2026-11-21',
    ]);
  });

  it('of the first open actions leaves out what was decided on, and says how many there are', async () => {
    const { advice, core } = await open();
    const { actions } = await advice();
    const site = await core.registry.site('shop');
    const [first, second] = actions;
    const step = { state: 'planned', reason: null, day: null, author: null, changed: 20_000 } as const;
    await core.store.addStep(site?.id ?? 0, first?.id ?? '', step, { actions: 10, history: 10 });
    const head = await advice('?open=1');
    expect([head.actions, head.open, head.withheld]).toEqual([[second], 1, []]);
    expect((await advice()).actions).toEqual(actions);
  });

  it('comes in a slice from the reports that have it, and from no other', async () => {
    const { advice } = await open();
    const { slice, actions } = await advice('?slice=device:phone');
    expect([slice, actions]).toEqual(['device:phone', []]);
  });

  it.each([
    ['from=yesterday', 'from', 'must be a date such as 2026-11-23'],
    ['slice=phone', 'slice', expect.stringContaining('combinations are not stored')],
    ['open=0', 'open', 'must be a whole number from 1 to 50'],
    ['open=many', 'open', 'must be a whole number from 1 to 50'],
  ])('is refused for %s', async (query, field, rule) => {
    const { ask } = await open();
    const { status, body } = await ask(`?${query}`);
    expect([status, body.field, body.rule]).toEqual([400, field, rule]);
  });

  it('tells nothing of fewer than k browsers', async () => {
    const { advice, core } = await open();
    await count(core, 'shop', '2026-11-21', 2, [
      ['search.asked', ['secret'], 1, 2],
      ['search.empty', ['secret'], 1, 2],
    ]);
    await seal(core, 'shop', '2026-11-21');
    expect(JSON.stringify(await advice())).not.toContain('secret');
  });

  it('is kept by no browser and no proxy', async () => {
    const { ask } = await open();
    expect((await ask()).headers.get('Cache-Control')).toBe('no-store');
  });
});
