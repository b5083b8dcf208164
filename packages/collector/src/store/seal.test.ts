import { dayNumber, type Increment } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { byDimensions, held } from '../../test/cells.ts';
import { assemble, contributionOf, declared, type TestCore } from '../../test/core.ts';
import { temporaryStore } from '../../test/temporary.ts';
import type { SiteRecord } from './store.ts';

const FIRST = '2026-09-01';
const DAY_ZERO = dayNumber(FIRST);
/** The day so many days after the first, as the wire has it. */
const onDay = (days: number): string => new Date((DAY_ZERO + days) * 86_400_000).toISOString().slice(0, 10);

const K = 3;

interface Shop {
  readonly core: TestCore;
  readonly site: SiteRecord;
  /** Counts the same increments of so many browsers that were never here before. */
  count(days: number, browsers: number, ...increments: readonly Increment[]): Promise<void>;
  seal(days: number): Promise<void>;
}

async function openShop(given: { readonly kind?: 'live' | 'test' } = {}): Promise<Shop> {
  const core = await assemble(temporaryStore());
  const site = await core.addSite({ k: given.kind === 'test' ? 1 : K, kind: given.kind ?? 'live' }, [
    ...declared('page', '/a', '/b'),
    ...declared('element', 'buy'),
  ]);
  return {
    core,
    site,
    async count(days, browsers, ...increments) {
      await core.commit(
        ...Array.from({ length: browsers }, () => contributionOf(site, increments, { day: onDay(days) })),
      );
    },
    async seal(days) {
      await core.sealer.sealThrough(site.slug, DAY_ZERO + days);
    },
  };
}

const view = (page = '/a'): Increment => ['page.view', [page], 1, 2];

describe('a day that is sealed', () => {
  it('makes a row of what k browsers stand behind', async () => {
    const { core, site, count, seal } = await openShop();
    await count(0, 2, view());
    await count(0, 1, ['page.view', ['/a'], 5, 2]);
    await seal(0);
    const { sealed, waiting, intake } = await held(core, site, 'page.view');
    expect(sealed).toEqual([{ dimensions: '/a', n: 7, people: 3, reach: 3, total: 0 }]);
    expect([waiting, intake]).toEqual([[], []]);
  });

  it('lets fewer wait, however much they did', async () => {
    const { core, site, count, seal } = await openShop();
    await count(0, 2, ['page.view', ['/a'], 20, 2]);
    await seal(0);
    const { sealed, waiting } = await held(core, site, 'page.view');
    expect(sealed).toEqual([]);
    expect(waiting).toEqual([
      { dimensions: '/a', n: 40, people: 2, reach: 2, total: 0, since: dayNumber(FIRST) },
    ]);
  });

  it('does not take one browser on k days for k browsers', async () => {
    const { core, site, count, seal } = await openShop();
    await count(0, 1, view());
    for (const day of [1, 2, 3, 4]) await count(day, 1, ['page.view', ['/a'], 1, 1]);
    await seal(4);
    const { sealed, waiting } = await held(core, site, 'page.view');
    expect(sealed).toEqual([]);
    expect(waiting).toMatchObject([{ n: 5, people: 5, reach: 1 }]);
  });

  it('joins what waits with the day that brings the k-th browser', async () => {
    const { core, site, count, seal } = await openShop();
    await count(0, 2, view());
    await seal(0);
    await count(3, 1, ['page.view', ['/a'], 4, 2]);
    await seal(3);
    expect((await held(core, site, 'page.view')).waiting).toEqual([]);
    const third = { from: DAY_ZERO + 3, to: DAY_ZERO + 3 };
    expect((await held(core, site, 'page.view', { days: third })).sealed).toEqual([
      { dimensions: '/a', n: 6, people: 3, reach: 3, total: 0 },
    ]);
  });

  it('never changes again', async () => {
    const { core, site, count, seal } = await openShop();
    await count(0, 3, view());
    await seal(0);
    const before = await held(core, site, 'page.view');
    await seal(0);
    await count(1, 1, view());
    await seal(1);
    const first = { from: DAY_ZERO, to: DAY_ZERO };
    expect((await held(core, site, 'page.view', { days: first })).sealed).toEqual(before.sealed);
    expect((await held(core, site, 'page.view')).sealed).toEqual(before.sealed);
  });

  it('keeps a waiting cell with its name through the 27th day', async () => {
    const { core, site, count, seal } = await openShop();
    await count(0, 2, view());
    await seal(0);
    await count(27, 1, view());
    await seal(27);
    expect(byDimensions((await held(core, site, 'page.view')).sealed)).toEqual({ '/a': 3 });
  });

  it('puts what waited 28 days under (other) before it adds the day', async () => {
    const { core, site, count, seal } = await openShop();
    await count(0, 2, view(), ['slot.clicked', ['/a', '(other)', '(other)', 's'], 1, 2, 7]);
    await seal(0);
    await count(28, 1, view());
    await seal(28);
    const { sealed, waiting } = await held(core, site, 'page.view');
    expect(sealed).toEqual([]);
    expect(waiting).toEqual([
      { dimensions: '(other)', n: 2, people: 0, reach: 0, total: 0, since: DAY_ZERO + 28 },
      { dimensions: '/a', n: 1, people: 1, reach: 1, total: 0, since: DAY_ZERO + 28 },
    ]);
    expect((await held(core, site, 'slot.clicked')).waiting).toMatchObject([
      { dimensions: '(other) > (other) > (other) > (other)', n: 2, total: 14 },
    ]);
  });

  it('counts the 28 days from the first count that waits, not from the last', async () => {
    const { core, site, count, seal } = await openShop();
    await count(0, 1, view());
    await seal(0);
    await count(20, 1, view());
    await seal(20);
    await count(28, 2, view());
    await seal(28);
    expect(byDimensions((await held(core, site, 'page.view')).waiting)).toEqual({ '(other)': 2, '/a': 2 });
  });

  it('lets (other) wait for ever', async () => {
    const { core, site, count, seal } = await openShop();
    await count(0, 9, ['page.view', ['(other)'], 1, 2]);
    await seal(0);
    await seal(90);
    const { sealed, waiting } = await held(core, site, 'page.view');
    expect(sealed).toEqual([]);
    expect(byDimensions(waiting)).toEqual({ '(other)': 9 });
  });

  it('takes each slice by itself', async () => {
    const { core, site } = await openShop();
    const phone = { slices: { device: 'phone' }, day: FIRST } as const;
    await core.commit(
      contributionOf(site, [view()], { day: FIRST }),
      contributionOf(site, [view()], phone),
      contributionOf(site, [view()], phone),
    );
    await core.sealer.sealThrough(site.slug, DAY_ZERO);
    expect(byDimensions((await held(core, site, 'page.view')).sealed)).toEqual({ '/a': 3 });
    const { sealed, waiting } = await held(core, site, 'page.view', { slice: 'device:phone' });
    expect(sealed).toEqual([]);
    expect(byDimensions(waiting)).toEqual({ '/a': 2 });
  });
});

describe('a histogram', () => {
  it('is sealed with the row it describes, down to single counts', async () => {
    const { core, site, count, seal } = await openShop();
    await count(0, 2, view());
    await count(0, 1, view(), ['page.engagement', ['/a', 12], 1]);
    await seal(0);
    expect((await held(core, site, 'page.engagement')).sealed).toEqual([
      { dimensions: '/a > 12', n: 1, people: 0, reach: 0, total: 0 },
    ]);
  });

  it('waits with the row it describes', async () => {
    const { core, site, count, seal } = await openShop();
    await count(0, 2, view(), ['page.engagement', ['/a', 12], 20]);
    await count(0, 3, view('/b'));
    await seal(0);
    const { sealed, waiting } = await held(core, site, 'page.engagement');
    expect(sealed).toEqual([]);
    expect(byDimensions(waiting)).toEqual({ '/a > 12': 40 });
  });

  it('that waited is sealed on the day of its row', async () => {
    const { core, site, count, seal } = await openShop();
    await count(0, 2, view(), ['page.engagement', ['/a', 12], 1]);
    await seal(0);
    await count(1, 1, view(), ['page.engagement', ['/a', 12], 1], ['page.engagement', ['/a', 3], 1]);
    await seal(1);
    const { sealed, waiting } = await held(core, site, 'page.engagement');
    expect(byDimensions(sealed)).toEqual({ '/a > 12': 3, '/a > 3': 1 });
    expect(waiting).toEqual([]);
  });

  it('that comes after its row was sealed waits for the next', async () => {
    const { core, site, count, seal } = await openShop();
    await count(0, 3, view());
    await seal(0);
    await count(1, 1, ['page.engagement', ['/a', 12], 1]);
    await seal(1);
    expect((await held(core, site, 'page.engagement')).sealed).toEqual([]);
    await count(2, 3, view());
    await seal(2);
    expect(byDimensions((await held(core, site, 'page.engagement')).sealed)).toEqual({ '/a > 12': 1 });
  });

  it.each<{ histogram: Increment; described: Increment; cell: string }>([
    { histogram: ['visit.depth', [7], 1], described: ['visit', [], 1, 2], cell: '7' },
    { histogram: ['visit.onward', ['/b'], 1], described: ['visit.entry', ['/b'], 1, 2], cell: '/b' },
    { histogram: ['page.onward', ['/b'], 1], described: view('/b'), cell: '/b' },
    {
      // Its dimensions stand in another order than those of the fact it describes.
      histogram: ['click.grid', ['/a', 'l', 'buy', 255], 1],
      described: ['element.clicked', ['/a', 'buy', 'l'], 1, 2],
      cell: '/a > l > buy > 255',
    },
    {
      histogram: ['layout.box.width', ['/a', 'buy', 'l'], 1, 0, 320],
      described: ['element.exposed', ['/a', 'buy', 'l'], 1, 2],
      cell: '/a > buy > l',
    },
  ])('$histogram.0 is sealed with $described.0, and only then', async ({ histogram, described, cell }) => {
    const { core, site, count, seal } = await openShop();
    await count(0, 2, described);
    await count(0, 1, histogram);
    await seal(0);
    expect((await held(core, site, histogram[0])).sealed).toEqual([]);
    await count(1, 1, described);
    await seal(1);
    expect(byDimensions((await held(core, site, histogram[0])).sealed)).toEqual({ [cell]: 1 });
  });

  it('is sealed by slice, as its row is', async () => {
    const { core, site } = await openShop();
    const counts: readonly Increment[] = [
      ['visit', [], 1, 2],
      ['visit.depth', [1], 1],
    ];
    const from = (country: string) => contributionOf(site, counts, { day: FIRST, slices: { country } });
    await core.commit(...['DE', 'DE', 'DE', 'LI', 'LU', 'LU'].map(from));
    await core.sealer.sealThrough(site.slug, DAY_ZERO);
    const sealedIn = async (slice: string) =>
      byDimensions((await held(core, site, 'visit.depth', { slice })).sealed);
    expect(await sealedIn('*')).toEqual({ '1': 6 });
    expect(await sealedIn('country:DE')).toEqual({ '1': 3 });
    expect(await sealedIn('country:LI')).toEqual({});
  });

  it('that waited 28 days goes under (other) of its own fact', async () => {
    const { core, site, count, seal } = await openShop();
    await count(0, 1, view(), ['page.engagement', ['/a', 12], 2]);
    await seal(0);
    await seal(28);
    expect(byDimensions((await held(core, site, 'page.engagement')).waiting)).toEqual({
      '(other) > (other)': 2,
    });
  });
});

describe('a test site', () => {
  it('shows a single browser, and never (other)', async () => {
    const { core, site, count, seal } = await openShop({ kind: 'test' });
    await count(0, 1, view(), ['page.view', ['(other)'], 1, 2], ['page.engagement', ['/a', 12], 1]);
    await seal(0);
    const { sealed, waiting } = await held(core, site, 'page.view');
    expect(byDimensions(sealed)).toEqual({ '/a': 1 });
    expect(byDimensions(waiting)).toEqual({ '(other)': 1 });
    expect(byDimensions((await held(core, site, 'page.engagement')).sealed)).toEqual({ '/a > 12': 1 });
  });

  it('shows a cell that was counted before, when its ledger says nothing new', async () => {
    const { core, site, count, seal } = await openShop({ kind: 'test' });
    await count(0, 1, ['page.view', ['/a'], 1, 0]);
    await seal(0);
    expect(byDimensions((await held(core, site, 'page.view')).sealed)).toEqual({ '/a': 1 });
  });
});
