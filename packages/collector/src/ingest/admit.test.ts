import { dayNumber, type FactName, type Increment } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { byDimensions, held, sumOf } from '../../test/cells.ts';
import { assemble, contributionOf, declared, type TestCore, TODAY } from '../../test/core.ts';
import { temporaryStore } from '../../test/temporary.ts';
import { createDictionary } from '../site/dictionary.ts';
import {
  type IntakeRow,
  type SiteRecord,
  type Store,
  StoreUnavailableError,
  type Term,
} from '../store/store.ts';
import { createGate } from './admit.ts';

const K = 3;
const DAY = dayNumber(TODAY);

async function openShop(
  given: { readonly k?: number; readonly store?: Store } = {},
): Promise<{ core: TestCore; site: SiteRecord }> {
  const core = await assemble(given.store ?? temporaryStore());
  const kind = given.k === 1 ? 'test' : 'live';
  return { core, site: await core.addSite({ k: given.k ?? K, kind }, declared('page', '/a')) };
}

const view = (page: string, n = 1, first: 0 | 1 | 2 = 2): Increment => ['page.view', [page], n, first];

const openCells = async (core: TestCore, site: SiteRecord, fact: FactName, slice = '*') =>
  (await held(core, site, fact, { slice })).intake.filter(({ n, total }) => n !== 0 || total !== 0);

const nameOfPages = async (core: TestCore, site: SiteRecord): Promise<string[]> =>
  (await core.store.terms(site.id))
    .filter(({ kind, text }) => kind === 'page' && text !== '(entry)' && text !== '(any)')
    .map(({ text }) => text);

describe('a string that the catalogue declares', () => {
  it('is counted by name from its first count', async () => {
    const { core, site } = await openShop();
    await core.commit(contributionOf(site, [view('/a')]));
    expect(await openCells(core, site, 'page.view')).toEqual([
      { dimensions: '/a', n: 1, people: 1, reach: 1, total: 0 },
    ]);
  });
});

describe('a string that nobody declared', () => {
  it('is counted under (other) by n alone while fewer than k browsers sent it', async () => {
    const { core, site } = await openShop();
    await core.commit(contributionOf(site, [view('/new', 4)]), contributionOf(site, [view('/new', 2)]));
    expect(await openCells(core, site, 'page.view')).toEqual([
      { dimensions: '(other)', n: 6, people: 0, reach: 0, total: 0 },
    ]);
    expect(await nameOfPages(core, site)).toEqual(['/a']);
  });

  it('gets its name with the k-th browser, and with it everything that was counted before', async () => {
    const { core, site } = await openShop();
    await core.commit(contributionOf(site, [view('/new', 4), ['page.engagement', ['/new', 12], 1]]));
    await core.commit(contributionOf(site, [view('/new', 2)]), contributionOf(site, [view('/rare')]));
    await core.commit(contributionOf(site, [view('/new', 1)]));
    expect(await openCells(core, site, 'page.view')).toEqual([
      { dimensions: '(other)', n: 1, people: 0, reach: 0, total: 0 },
      { dimensions: '/new', n: 7, people: 3, reach: 3, total: 0 },
    ]);
    expect(byDimensions(await openCells(core, site, 'page.engagement'))).toEqual({ '/new > 12': 1 });
    expect(await nameOfPages(core, site)).toEqual(['/a', '/new']);
  });

  it('adds up exactly at every moment, before and after it has a name', async () => {
    const { core, site } = await openShop();
    for (let browsers = 1; browsers <= 5; browsers++) {
      await core.commit(contributionOf(site, [view('/new', 2)]));
      expect(sumOf(await openCells(core, site, 'page.view'))).toBe(2 * browsers);
    }
  });

  it('moves in every slice that it was counted in', async () => {
    const { core, site } = await openShop();
    const phone = { slices: { device: 'phone' } } as const;
    await core.commit(contributionOf(site, [view('/new')], phone), contributionOf(site, [view('/new')]));
    expect(byDimensions(await openCells(core, site, 'page.view', 'device:phone'))).toEqual({ '(other)': 1 });
    await core.commit(contributionOf(site, [view('/new')]));
    expect(byDimensions(await openCells(core, site, 'page.view', 'device:phone'))).toEqual({ '/new': 1 });
    expect(byDimensions(await openCells(core, site, 'page.view'))).toEqual({ '/new': 3 });
  });

  it('moves its total too', async () => {
    const { core, site } = await openShop();
    const clicked: Increment = ['slot.clicked', ['/a', 'grid/1', 'kettle', 's'], 1, 2, 5];
    const three = [1, 2, 3].map(() => contributionOf(site, [clicked]));
    await core.commit(...three);
    expect(await openCells(core, site, 'slot.clicked')).toEqual([
      { dimensions: '/a > grid/1 > kettle > s', n: 3, people: 3, reach: 3, total: 15 },
    ]);
  });

  it('is not vouched for by a browser that was counted there before', async () => {
    const { core, site } = await openShop();
    await core.commit(...[1, 2, 3, 4].map(() => contributionOf(site, [view('/new', 1, 0)])));
    expect(await nameOfPages(core, site)).toEqual(['/a']);
  });

  it('is vouched for once by each network', async () => {
    const { core, site } = await openShop();
    const sameNetwork = () => contributionOf(site, [view('/new')], { supporter: 'one network' });
    await core.commit(...Array.from({ length: 10 }, sameNetwork));
    await core.commit(contributionOf(site, [view('/new')]));
    expect(await nameOfPages(core, site)).toEqual(['/a']);
    await core.commit(contributionOf(site, [view('/new')]));
    expect(await nameOfPages(core, site)).toEqual(['/a', '/new']);
    expect(byDimensions(await openCells(core, site, 'page.view'))).toEqual({ '/new': 12 });
  });

  it('is vouched for anew every day', async () => {
    const { core, site } = await openShop();
    const on = (day: string) => contributionOf(site, [view('/new')], { day });
    await core.commit(on('2026-11-22'), on('2026-11-22'), on(TODAY), on(TODAY));
    expect(await nameOfPages(core, site)).toEqual(['/a']);
  });

  it('admitted on one day is named on every open day', async () => {
    const { core, site } = await openShop();
    const on = (day: string) => contributionOf(site, [view('/new')], { day });
    await core.commit(on('2026-11-22'), on(TODAY), on(TODAY), on(TODAY));
    const ofDay = async (day: number) =>
      byDimensions(
        (await held(core, site, 'page.view', { days: { from: day, to: day } })).intake.filter(
          ({ n }) => n !== 0,
        ),
      );
    expect(await ofDay(DAY)).toEqual({ '/new': 3 });
    expect(await ofDay(DAY - 1)).toEqual({ '/new': 1 });
  });

  it('is another string on another site', async () => {
    const { core, site } = await openShop();
    const other = await core.addSite({ slug: 'other' });
    await core.commit(
      contributionOf(site, [view('/new')]),
      contributionOf(site, [view('/new')]),
      contributionOf(other, [view('/new')]),
    );
    expect(await nameOfPages(core, site)).toEqual(['/a']);
    expect(await nameOfPages(core, other)).toEqual([]);
  });

  it('has its name at once on a test site', async () => {
    const { core, site } = await openShop({ k: 1 });
    await core.commit(contributionOf(site, [view('/new', 1, 0)]));
    expect(byDimensions(await openCells(core, site, 'page.view'))).toEqual({ '/new': 1 });
  });

  it('may be sent as (other) from the start, and stays that', async () => {
    const { core, site } = await openShop();
    await core.commit(...[1, 2, 3].map(() => contributionOf(site, [view('(other)')])));
    expect(await openCells(core, site, 'page.view')).toEqual([
      { dimensions: '(other)', n: 3, people: 3, reach: 3, total: 0 },
    ]);
  });
});

describe('an increment with several strings that nobody declared', () => {
  const move = (from: string, to: string): Increment => ['flow.page', [from, to], 1, 2];

  it('takes each name as it is admitted', async () => {
    const { core, site } = await openShop();
    await core.commit(contributionOf(site, [move('/x', '/y')]));
    expect(byDimensions(await openCells(core, site, 'flow.page'))).toEqual({ '(other) > (other)': 1 });
    await core.commit(contributionOf(site, [view('/x')]), contributionOf(site, [view('/x')]));
    expect(await openCells(core, site, 'flow.page')).toEqual([
      // Half a name is shared with others, so it counts no people.
      { dimensions: '/x > (other)', n: 1, people: 0, reach: 0, total: 0 },
    ]);
    await core.commit(contributionOf(site, [view('/y')]), contributionOf(site, [view('/y')]));
    expect(await openCells(core, site, 'flow.page')).toEqual([
      { dimensions: '/x > /y', n: 1, people: 1, reach: 1, total: 0 },
    ]);
  });

  it('takes both names when one contribution brings both', async () => {
    const { core, site } = await openShop();
    for (let i = 0; i < K; i++) await core.commit(contributionOf(site, [move('/x', '/y')]));
    expect(await openCells(core, site, 'flow.page')).toEqual([
      { dimensions: '/x > /y', n: 3, people: 3, reach: 3, total: 0 },
    ]);
  });

  it('may hold the same string twice', async () => {
    const { core, site } = await openShop();
    for (let i = 0; i < K; i++) await core.commit(contributionOf(site, [move('/x', '/x')]));
    expect(await openCells(core, site, 'flow.page')).toEqual([
      { dimensions: '/x > /x', n: 3, people: 3, reach: 3, total: 0 },
    ]);
  });

  it('does not make several rare strings of one browser look like several browsers', async () => {
    const { core, site } = await openShop();
    await core.commit(contributionOf(site, [move('/a', '/1'), move('/a', '/2'), move('/a', '/3')]));
    expect(await openCells(core, site, 'flow.page')).toEqual([
      { dimensions: '/a > (other)', n: 3, people: 0, reach: 0, total: 0 },
    ]);
  });
});

describe('when the day is sealed', () => {
  it('names held for it are let go, and its counts stay under (other)', async () => {
    const { core, site } = await openShop();
    const on = (day: string) => contributionOf(site, [view('/new')], { day });
    await core.commit(on('2026-11-22'), on('2026-11-22'));
    await core.sealer.sealThrough(site.slug, DAY - 1);
    await core.commit(on(TODAY), on(TODAY), on(TODAY));
    expect(byDimensions((await held(core, site, 'page.view')).waiting)).toEqual({ '(other)': 2 });
    expect(byDimensions(await openCells(core, site, 'page.view'))).toEqual({ '/new': 3 });
  });

  it('candidates of later days keep their supporters', async () => {
    const { core, site } = await openShop();
    await core.commit(contributionOf(site, [view('/new')]), contributionOf(site, [view('/new')]));
    await core.sealer.sealThrough(site.slug, DAY - 1);
    await core.commit(contributionOf(site, [view('/new')]));
    expect(byDimensions(await openCells(core, site, 'page.view'))).toEqual({ '/new': 3 });
  });
});

describe('when a transaction fails', () => {
  const openFailing = async () => {
    const store = temporaryStore();
    const disk = { full: false };
    const shop = await openShop({
      store: {
        ...store,
        // Fails as a full disk does: after the changes were worked out.
        commit: (nonces, hour, changes) =>
          store.commit(nonces, hour, (fresh) => {
            const worked = changes(fresh);
            if (disk.full) throw new StoreUnavailableError('disk full');
            return worked;
          }),
      },
    });
    const named = () => contributionOf(shop.site, [view('/new')]);
    const views = async () => byDimensions(await openCells(shop.core, shop.site, 'page.view'));
    return { ...shop, disk, named, views };
  };

  it('that would have brought a name, the name is forgotten, and the resend counts once', async () => {
    const { core, disk, named, views } = await openFailing();
    await core.commit(named(), named());
    disk.full = true;
    const third = named();
    await expect(core.commit(third)).rejects.toThrow('disk full');
    disk.full = false;
    expect(await views()).toEqual({ '(other)': 2 });
    expect(await core.commit(third)).toEqual(['committed']);
    expect(await views()).toEqual({ '(other)': 3 });
    // Two more browsers bring the name, for what was counted since: the names held before are gone.
    await core.commit(named(), named());
    expect(await views()).toEqual({ '(other)': 2, '/new': 3 });
  });

  it('what it would have counted is never moved to a name', async () => {
    const { core, disk, named, views } = await openFailing();
    disk.full = true;
    const first = named();
    await expect(core.commit(first)).rejects.toThrow('disk full');
    disk.full = false;
    await core.commit(first);
    await core.commit(named(), named());
    expect(await views()).toEqual({ '/new': 3 });
  });
});

describe('a flood of made-up strings', () => {
  const flood = (site: SiteRecord, supporter?: string) =>
    Array.from({ length: 100 }, (_, batch) =>
      contributionOf(
        site,
        Array.from({ length: 200 }, (_, i) => view(`/flood/${batch}/${i}`)),
        supporter === undefined ? {} : { supporter },
      ),
    );

  it('from one network takes the place of 1,000 at most, and never that of a real one', {
    timeout: 30_000,
  }, async () => {
    const { core, site } = await openShop();
    await core.commit(contributionOf(site, [view('/real')]), contributionOf(site, [view('/real')]));
    await core.commit(...flood(site, 'one network'));
    await core.commit(contributionOf(site, [view('/real')]));
    await core.commit(...[1, 2, 3].map(() => contributionOf(site, [view('/late')])));
    expect(byDimensions(await openCells(core, site, 'page.view'))).toEqual({
      '(other)': 20_000,
      '/late': 3,
      '/real': 3,
    });
    // Others may stand behind what it brought before it brought too many.
    await core.commit(
      contributionOf(site, [view('/flood/4/199')]),
      contributionOf(site, [view('/flood/4/199')]),
    );
    await core.commit(contributionOf(site, [view('/flood/5/0')]), contributionOf(site, [view('/flood/5/0')]));
    expect((await nameOfPages(core, site)).toSorted()).toEqual(['/a', '/flood/4/199', '/late', '/real']);
  });

  it('from many networks makes way for what is sent again; all of it stays counted', {
    timeout: 30_000,
  }, async () => {
    const { core, site } = await openShop();
    await core.commit(...flood(site));
    await core.commit(...[1, 2, 3].map(() => contributionOf(site, [view('/late')])));
    expect(byDimensions(await openCells(core, site, 'page.view'))).toEqual({
      '(other)': 20_000,
      '/late': 3,
    });
    expect(await nameOfPages(core, site)).toEqual(['/a', '/late']);
  });

  it('holds at most 500 counts for one string; the rest stays under (other), and the sum is exact', async () => {
    const { core, site } = await openShop();
    const once = Array.from({ length: 600 }, () =>
      contributionOf(site, [view('/new')], { supporter: 'one network' }),
    );
    await core.commit(...once);
    await core.commit(contributionOf(site, [view('/new')]), contributionOf(site, [view('/new')]));
    expect(byDimensions(await openCells(core, site, 'page.view'))).toEqual({ '(other)': 101, '/new': 501 });
  });

  it('gets no name beyond the ceiling that its site has, and is counted all the same', async () => {
    const core = await assemble(temporaryStore());
    // (any), (entry) and /a are there from the beginning.
    const ceilings = { page: 4 };
    const site = await core.addSite({ k: 1, kind: 'test', ceilings }, declared('page', '/a'));
    await core.commit(contributionOf(site, [view('/first')]), contributionOf(site, [view('/second')]));
    expect(await nameOfPages(core, site)).toEqual(['/a', '/first']);
    expect(byDimensions(await openCells(core, site, 'page.view'))).toEqual({ '(other)': 1, '/first': 1 });
  });

  it('gets no name beyond the ceiling of its kind', () => {
    const full = { ...createDictionary(1, []), size: () => 100_000 };
    const rows: IntakeRow[] = [];
    const terms: Term[] = [];
    createGate().add(
      {
        ...{ site: 1, k: 1, ceilings: {}, day: DAY, fact: 1, slices: [0], supporter: 'a network' },
        dimensions: [{ kind: 'page', text: '/new' }],
        measures: { n: 2, people: 1, reach: 1, total: 0 },
      },
      full,
      rows,
      terms,
    );
    expect(terms).toEqual([]);
    expect(rows).toMatchObject([{ a: 0, n: 2, people: 0, reach: 0 }]);
  });
});
