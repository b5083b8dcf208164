import { dayNumber, type HistoricalBatch, type Increment } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { held, sumOf } from '../../test/cells.ts';
import { assemble, contributionOf, declared, type TestCore } from '../../test/core.ts';
import { memoryStore } from '../../test/temporary.ts';

const K = 3;
const DAY_ZERO = dayNumber('2026-09-01');
const onDay = (day: number): string => new Date((DAY_ZERO + day) * 86_400_000).toISOString().slice(0, 10);

const VISIT: readonly Increment[] = [['visit', [], 1, 2]];

interface Shop {
  readonly core: TestCore;
  /** So many browsers that were never here before, by country, each with one visit. */
  visits(day: number, byCountry: { readonly [country: string]: number }): Promise<void>;
  count(
    day: number,
    browsers: number,
    increments: readonly Increment[],
    slices?: HistoricalBatch['slices'],
  ): Promise<void>;
  seal(day: number): Promise<void>;
  /** How many visits were told of each country, on that day. */
  told(day: number): Promise<{ readonly [country: string]: number }>;
}

async function openShop(): Promise<Shop> {
  const core = await assemble(memoryStore());
  const site = await core.addSite({ k: K }, declared('page', '/a', '/b', '/c'));
  const countries = new Set<string>();
  const count: Shop['count'] = async (day, browsers, increments, slices = {}) => {
    if (slices.country) countries.add(slices.country);
    await core.commit(
      ...Array.from({ length: browsers }, () =>
        contributionOf(site, increments, { day: onDay(day), slices }),
      ),
    );
  };
  return {
    core,
    count,
    async visits(day, byCountry) {
      for (const [country, browsers] of Object.entries(byCountry))
        await count(day, browsers, VISIT, { country });
    },
    async seal(day) {
      await core.sealer.sealThrough(site.slug, DAY_ZERO + day);
    },
    async told(day) {
      const days = { from: DAY_ZERO + day, to: DAY_ZERO + day };
      const sealed: { [country: string]: number } = {};
      for (const country of ['*', ...[...countries].sort()]) {
        const slice = country === '*' ? '*' : `country:${country}`;
        const n = sumOf((await held(core, site, 'visit', { slice, days })).sealed);
        if (n > 0) sealed[country] = n;
      }
      return sealed;
    },
  };
}

describe('slices of one kind beside all visitors', () => {
  it('are told where k browsers or nobody is in those that wait', async () => {
    const { visits, seal, told } = await openShop();
    await visits(0, { PL: 9, CZ: 4 });
    await seal(0);
    expect(await told(0)).toEqual({ '*': 13, PL: 9, CZ: 4 });
    await visits(1, { PL: 9, CZ: 4, LI: 2, LU: 1 });
    await seal(1);
    expect(await told(1)).toEqual({ '*': 16, PL: 9, CZ: 4 });
  });

  it('take the smallest that is enough along, where fewer would be known by what is left', async () => {
    const { visits, seal, told } = await openShop();
    await visits(0, { PL: 9, DE: 5, CZ: 4, LI: 1 });
    await seal(0);
    expect(await told(0)).toEqual({ '*': 19, PL: 9, DE: 5 });
  });

  it('do not tell of one taken along while what it waits for still waits', async () => {
    const { visits, seal, told } = await openShop();
    await visits(0, { PL: 9, CZ: 4, LI: 1 });
    await seal(0);
    await visits(1, { PL: 9, CZ: 4 });
    await seal(1);
    const first = await told(0);
    const second = await told(1);
    expect([first, second]).toEqual([{ '*': 14, PL: 9 }, { '*': 13 }]);
  });

  it('look at what the day added, however many wait already', async () => {
    const { visits, seal, told } = await openShop();
    await visits(0, { PL: 9, CZ: 4, LI: 2, LU: 2 });
    await seal(0);
    expect(await told(0)).toEqual({ '*': 17, PL: 9, CZ: 4 });
    // Four wait: the fifth alone would be known by the day's difference.
    await visits(1, { PL: 9, CZ: 4, AT: 1 });
    await seal(1);
    expect(await told(1)).toEqual({ '*': 14, PL: 9 });
  });

  it('are told again with all that waited, once enough of others came', async () => {
    const { visits, seal, told } = await openShop();
    await visits(0, { PL: 9, CZ: 4, LI: 1 });
    await seal(0);
    await visits(1, { PL: 9, CZ: 4, AT: 2, LU: 2 });
    await seal(1);
    expect(await told(1)).toEqual({ '*': 17, PL: 9, CZ: 8 });
  });

  it('hide browsers that have no value of the kind as if they were a slice', async () => {
    const { count, visits, seal, told } = await openShop();
    await visits(0, { PL: 9, CZ: 4 });
    await count(0, 1, VISIT);
    await seal(0);
    expect(await told(0)).toEqual({ '*': 14, PL: 9 });
  });

  it('wait for the cell that they add up to', async () => {
    const { core, count, seal } = await openShop();
    const site = await core.site('shop');
    const view: readonly Increment[] = [['page.view', ['/a'], 1, 2]];
    await count(0, 1, view, { country: 'CZ' });
    await count(0, 2, view, { country: 'PL' });
    await seal(0);
    // All three are told, and none of the two countries.
    expect(sumOf((await held(core, site, 'page.view')).sealed)).toBe(3);
    await count(1, 1, view, { country: 'PL' });
    await seal(1);
    expect(sumOf((await held(core, site, 'page.view', { slice: 'country:PL' })).sealed)).toBe(0);
    await count(2, 2, view, { country: 'CZ' });
    await seal(2);
    expect(sumOf((await held(core, site, 'page.view')).sealed)).toBe(6);
  });
});

describe('cells that the catalogue adds up', () => {
  const sealedOf = async ({ core }: Shop, fact: 'visit' | 'visit.entry' | 'flow.page' | 'page.view') =>
    Object.fromEntries(
      (await held(core, await core.site('shop'), fact)).sealed.map(({ dimensions, n }) => [dimensions, n]),
    );
  const entry = (page: string): readonly Increment[] => [
    ['visit', [], 1, 2],
    ['visit.depth', [1], 1],
    ['visit.entry', [page], 1, 2],
    ['page.view', [page], 1, 2],
    ['flow.page', ['(entry)', page], 1, 2],
  ];

  it('hide another entry page with one that few came by', async () => {
    const shop = await openShop();
    await shop.count(0, 9, entry('/a'));
    await shop.count(0, 4, entry('/b'));
    await shop.count(0, 1, entry('/c'));
    await shop.seal(0);
    expect(await sealedOf(shop, 'visit')).toEqual({ '-': 14 });
    expect(await sealedOf(shop, 'visit.entry')).toEqual({ '/a': 9 });
  });

  it('hide moves with what counts the same', async () => {
    const shop = await openShop();
    await shop.count(0, 9, entry('/a'));
    await shop.count(0, 4, entry('/b'));
    await shop.count(0, 1, entry('/c'));
    await shop.seal(0);
    expect(await sealedOf(shop, 'flow.page')).toEqual({ '(entry) > /a': 9 });
  });

  it('let the whole wait where a single one would be known by it', async () => {
    const shop = await openShop();
    await shop.count(0, 9, entry('/a'));
    await shop.count(0, 4, entry('/b'));
    await shop.count(0, 1, entry('/c'));
    await shop.seal(0);
    // Every view of /b was an entry, which is hidden for the sake of the one of /c.
    expect(await sealedOf(shop, 'page.view')).toEqual({ '/a': 9 });
  });

  it('are not held up on a test site', async () => {
    const core = await assemble(memoryStore());
    const site = await core.addSite({ kind: 'test', k: 1, origins: [] }, declared('page', '/a'));
    await core.commit(contributionOf(site, entry('/a'), { day: onDay(0), slices: { country: 'LI' } }));
    await core.sealer.sealThrough(site.slug, DAY_ZERO);
    expect(sumOf((await held(core, site, 'visit.entry', { slice: 'country:LI' })).sealed)).toBe(1);
  });

  it('are told although nothing of what they add up to was ever counted', async () => {
    const shop = await openShop();
    await shop.count(0, 4, [['flow.page', ['/a', '/b'], 1, 2]]);
    await shop.seal(0);
    expect(await sealedOf(shop, 'flow.page')).toEqual({ '/a > /b': 4 });
  });
});

describe('a browser that is alone among forged ones', () => {
  const told = async (core: TestCore, fact: 'visit' | 'page.view', slice: string) => {
    const range = { from: onDay(0), to: onDay(3) };
    return core.release.cells(fact, { site: await core.site('shop'), slice, ...range });
  };

  it('changes nothing that is told, as long as all of them are fewer than k', async () => {
    const walk: readonly Increment[] = [
      ['visit', [], 1, 2],
      ['page.view', ['/c'], 3, 2],
    ];
    const seen = await Promise.all(
      [0, 1].map(async (alone) => {
        const { core, count, seal } = await openShop();
        await count(0, K - 2 + alone, walk, { country: 'LI' });
        await seal(0);
        await seal(3);
        return Promise.all(
          (['visit', 'page.view'] as const).flatMap((fact) =>
            ['*', 'country:LI'].map((slice) => told(core, fact, slice)),
          ),
        );
      }),
    );
    expect(seen[1]).toEqual(seen[0]);
  });
});
