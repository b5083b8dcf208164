import { join } from 'node:path';
import { addDays, type Day, dayFromNumber, dayNumber, type Increment } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { byDimensions, held, sumOf } from '../../test/cells.ts';
import { assemble, contributionOf, declared, type TestCore } from '../../test/core.ts';
import { memoryStore, openStore, temporaryFolder } from '../../test/temporary.ts';
import { parseReportQuery } from '../report/query.ts';
import { buildReport } from '../report/report.ts';
import type { SiteRecord } from '../store/store.ts';
import { createRetainer } from './retainer.ts';

const FIRST: Day = '2026-05-04';
/** May 31st is 93 days old, June 30th is not. */
const MAY_IS_OLD: Day = '2026-09-01';

const noonOf = (day: Day): number => Date.parse(`${day}T12:00:00Z`);
const view = (page: string, n = 1): Increment => ['page.view', [page], n, 2];
const visit: Increment = ['visit', [], 1, 2];

/** A shop in which three browsers count this on each of these days, all of which is sealed. */
async function openShop(days: readonly Day[], counted: Increment = view('/a'), store = memoryStore()) {
  const core = await assemble(store);
  const site = await core.addSite({}, declared('page', '/a', '/b'));
  for (const day of days) await count(core, site, day, counted);
  return { core, site };
}

async function count(core: TestCore, site: SiteRecord, day: Day, ...increments: readonly Increment[]) {
  await core.commit(...[1, 2, 3].map(() => contributionOf(site, increments, { day })));
  await core.sealer.sealThrough(site.slug, dayNumber(day));
}

const daysFrom = (first: Day, length: number): Day[] => Array.from({ length }, (_, i) => addDays(first, i));

async function report(
  core: TestCore,
  slug: string,
  from: Day,
  to: Day,
  name: 'overview' | 'pages' = 'overview',
) {
  const query = parseReportQuery({ from, to }, to, name);
  if (!query.ok) throw new Error(`${query.issue.field} ${query.issue.rule}`);
  const site = await core.site(slug);
  return buildReport(name, query.value, { ...core, site, catalogue: await core.registry.catalogue(site.id) });
}

const sealedDays = async (core: TestCore, site: SiteRecord): Promise<Day[]> => {
  const query = { site: site.id, fact: core.codes.id('page.view'), slice: 0 };
  return (await core.store.sumDays(query, { from: 0, to: 1_000_000 })).map(({ day }) => dayFromNumber(day));
};

describe('what is old enough', { timeout: 30_000 }, () => {
  it('is added up by month, on the first day of the month', async () => {
    const { core, site } = await openShop([FIRST, '2026-05-20', '2026-05-31', '2026-06-01', '2026-08-31']);
    await core.retainer.retain(noonOf(MAY_IS_OLD));
    expect(await sealedDays(core, site)).toEqual(['2026-05-01', '2026-06-01', '2026-08-31']);
    const may = { from: dayNumber('2026-05-01'), to: dayNumber('2026-05-01') };
    expect((await held(core, site, 'page.view', { days: may })).sealed).toEqual([
      { dimensions: '/a', n: 9, people: 9, reach: 9, total: 0 },
    ]);
  });

  it('is told by month, and the report says through which day', async () => {
    const { core, site } = await openShop([FIRST, '2026-05-20', '2026-06-01', '2026-08-31'], visit);
    await core.retainer.retain(noonOf(MAY_IS_OLD));
    const { from, to, monthsThrough, rows, totals } = await report(
      core,
      site.slug,
      '2026-05-15',
      '2026-08-31',
    );
    expect([from, to, monthsThrough]).toEqual(['2026-05-01', '2026-08-31', '2026-05-31']);
    expect(rows).toEqual([
      { day: '2026-05-01', through: '2026-05-31', visits: 6, visitors: 6, pageviews: null },
      { day: '2026-06-01', visits: 3, visitors: 3, pageviews: null },
      { day: '2026-08-31', visits: 3, visitors: 3, pageviews: null },
    ]);
    expect(totals).toEqual({ visits: 12, visitors: 12, pageviews: null });
  });

  it('is told of some pages as of all', async () => {
    const { core, site } = await openShop([FIRST, '2026-05-20', '2026-06-01', '2026-08-31']);
    await core.retainer.retain(noonOf(MAY_IS_OLD));
    const scope = { site: await core.site(site.slug), slice: '*', from: '2026-05-15', to: '2026-08-31' };
    const { rows } = await core.release.cells('page.view', scope);
    expect(rows.map(({ dimensions, n }) => [...dimensions, n])).toEqual([['/a', 12]]);
    expect((await core.release.cells('page.view', scope, { pages: ['/a'] })).rows).toEqual(rows);
  });

  it('counts the same before, while and after its rows are moved, however small the parts', async () => {
    const { core, site } = await openShop([...daysFrom(FIRST, 40), '2026-08-31']);
    const whole = async () => (await report(core, site.slug, '2026-05-01', '2026-08-31', 'pages')).rows;
    const before = await whole();
    const { schedule } = await announced(core, site, MAY_IS_OLD);
    const told = await report(core, site.slug, '2026-05-10', '2026-08-31', 'pages');
    for (let after = await core.store.settle(site.id, null, 1); after !== null; ) {
      expect(await whole()).toEqual(before);
      expect(await report(core, site.slug, '2026-05-10', '2026-08-31', 'pages')).toEqual(told);
      after = await core.store.settle(site.id, after, 1);
    }
    expect(await whole()).toEqual(before);
    expect(await report(core, site.slug, '2026-05-10', '2026-08-31', 'pages')).toEqual(told);
    expect(
      (await sealedDays(core, site)).filter((day) => day <= dayFromNumber(schedule.monthsThrough)),
    ).toEqual(['2026-05-01']);
  });

  it('is deleted at 25 months', async () => {
    const { core, site } = await openShop(['2024-09-30', '2024-10-31', '2024-11-01', '2026-10-30']);
    await core.retainer.retain(noonOf('2026-10-31'));
    expect(await sealedDays(core, site)).toEqual(['2024-10-01', '2024-11-01', '2026-10-30']);
    await core.retainer.retain(noonOf('2026-11-01'));
    expect(await sealedDays(core, site)).toEqual(['2024-11-01', '2026-10-30']);
    expect((await report(core, site.slug, '2024-01-01', '2026-10-31', 'pages')).totals).toEqual({ n: 6 });
  });

  it('goes on where it was interrupted', async () => {
    const { core, site } = await openShop([...daysFrom(FIRST, 28), '2026-08-31']);
    let parts = 0;
    const interrupted = createRetainer({
      ...core,
      exclusive: core.committer.between,
      rest: async () => {
        parts += 1;
        if (parts === 2) throw new Error('the power went');
      },
    });
    await expect(interrupted.retain(noonOf(MAY_IS_OLD))).rejects.toThrow('the power went');
    expect(await core.store.isSettled(site.id)).toBe(false);
    await core.retainer.retain(noonOf(MAY_IS_OLD));
    expect(await core.store.isSettled(site.id)).toBe(true);
    expect(await sealedDays(core, site)).toEqual(['2026-05-01', '2026-08-31']);
  });

  it('says first what it would do, and does nothing', async () => {
    const { core, site } = await openShop([FIRST, '2026-08-31']);
    const all = [{ site: 'shop', from: '2024-09-01', monthsThrough: '2026-05-31' }];
    const changed = (changes: boolean) => all.map((each) => ({ ...each, changes }));
    expect(await core.retainer.preview(noonOf(MAY_IS_OLD))).toMatchObject(changed(true));
    expect(await sealedDays(core, site)).toEqual([FIRST, '2026-08-31']);
    await core.retainer.retain(noonOf(MAY_IS_OLD));
    expect(await core.retainer.preview(noonOf(MAY_IS_OLD))).toMatchObject(changed(false));
  });

  it('is not touched in an archive, whose time stands still', async () => {
    const core = await assemble(memoryStore());
    const site = await core.addSite({ kind: 'archive', origins: [] }, declared('page', '/a'));
    await count(core, site, '2008-04-01', view('/a'));
    await core.retainer.retain(noonOf('2026-11-27'));
    expect(await sealedDays(core, site)).toEqual(['2008-04-01']);
  });

  it('is kept as the site has it set', async () => {
    const core = await assemble(memoryStore());
    const site = await core.addSite({ retention: { days: 28, months: 2 } }, declared('page', '/a'));
    for (const day of ['2026-08-15', '2026-09-20', '2026-10-02', '2026-11-20'])
      await count(core, site, day, view('/a'));
    await core.retainer.retain(noonOf('2026-11-30'));
    expect(await sealedDays(core, site)).toEqual(['2026-10-01', '2026-11-20']);
  });
});

describe('a name', { timeout: 30_000 }, () => {
  const terms = async (core: TestCore, site: SiteRecord) =>
    (await core.store.terms(site.id)).filter(({ kind }) => kind === 'page').map(({ text }) => text);

  it('that nothing refers to any more is forgotten, and may come again', async () => {
    const { core, site } = await openShop(['2024-09-10']);
    await count(core, site, '2024-09-11', view('/once'));
    await count(core, site, '2026-10-30', view('/today'));
    expect(await terms(core, site)).toEqual(expect.arrayContaining(['/once', '/today']));
    await core.retainer.retain(noonOf('2026-11-01'));
    expect(await terms(core, site)).not.toContain('/once');
    expect(await terms(core, site)).toEqual(expect.arrayContaining(['/today', '/a', '/b', '(entry)']));
    await count(core, site, '2026-10-31', view('/once'));
    const day = { from: dayNumber('2026-10-31'), to: dayNumber('2026-10-31') };
    expect(byDimensions((await held(core, site, 'page.view', { days: day })).sealed)).toEqual({ '/once': 3 });
  });

  it('stays while an open day or something that waits refers to it', async () => {
    const { core, site } = await openShop(['2024-09-10']);
    await count(core, site, '2024-09-11', view('/open'), view('/waiting'));
    await core.sealer.sealThrough('shop', dayNumber('2026-10-29'));
    await core.commit(contributionOf(site, [view('/waiting')], { day: '2026-10-30' }));
    await core.sealer.sealThrough('shop', dayNumber('2026-10-30'));
    await core.commit(contributionOf(site, [view('/open')], { day: '2026-10-31' }));
    await core.retainer.retain(noonOf('2026-11-01'));
    expect(await terms(core, site)).toEqual(expect.arrayContaining(['/open', '/waiting']));
  });

  it('is not written into a day by somebody who looked it up before it was forgotten', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'holloway.sqlite');
    const { core, site } = await openShop(['2024-09-10'], view('/a'), openStore(file));
    await count(core, site, '2024-09-11', view('/once'));
    await core.sealer.sealThrough('shop', dayNumber('2026-10-30'));
    const [before] = await core.store.sites();
    const other = await assemble(openStore(file));
    await other.retainer.retain(noonOf('2026-11-01'));
    const late = core.store.commit(['a nonce'], 0, () => ({ terms: [], rows: [] }), before ? [before] : []);
    await expect(late).rejects.toThrow('took names away');
    // Who looks it up again may write.
    await core.commit(contributionOf(site, [view('/once')], { day: '2026-10-31' }));
    expect(sumOf((await held(core, site, 'page.view')).intake)).toBe(1);
  });
});

describe('what waits', { timeout: 30_000 }, () => {
  it('loses its name after 28 days, also where nobody comes any more', async () => {
    const { core, site } = await openShop([FIRST]);
    await core.commit(contributionOf(site, [view('/b')], { day: '2026-05-05' }));
    await core.sealer.sealOver(noonOf('2026-05-06'));
    expect(byDimensions((await held(core, site, 'page.view')).waiting)).toEqual({ '/b': 1 });
    await core.sealer.sealOver(noonOf('2026-06-02'));
    expect(byDimensions((await held(core, site, 'page.view')).waiting)).toEqual({ '/b': 1 });
    await core.sealer.sealOver(noonOf('2026-06-03'));
    expect(byDimensions((await held(core, site, 'page.view')).waiting)).toEqual({ '(other)': 1 });
  });

  it('is deleted without a name too, no later than it would be with one', async () => {
    const { core, site } = await openShop([]);
    const other = async () => sumOf((await held(core, site, 'page.view')).waiting);
    const nameless: Increment = ['page.view', ['(other)'], 1, 1];
    await count(core, site, '2024-09-10', nameless);
    await count(core, site, '2024-10-10', nameless, nameless);
    await core.sealer.sealThrough('shop', dayNumber('2024-11-01'));
    await count(core, site, '2026-09-10', nameless);
    expect(await other()).toBe(12);
    await core.retainer.retain(noonOf('2026-09-12'));
    expect(await other()).toBe(12);
    await core.retainer.retain(noonOf('2026-09-13'));
    expect(await other()).toBe(9);
    await core.retainer.retain(noonOf('2026-10-05'));
    expect(await other()).toBe(3);
    await core.retainer.retain(noonOf('2026-12-05'));
    expect(await other()).toBe(3);
  });
});

async function announced(core: TestCore, site: SiteRecord, day: Day) {
  const [today, fresh] = [dayNumber(day), await core.site(site.slug)];
  const { scheduleOf } = await import('./schedule.ts');
  const schedule = scheduleOf(fresh.retention, fresh, today);
  if (schedule?.monthsThrough == null) throw new Error('no month is old enough');
  await core.store.keep(site.id, schedule);
  core.registry.forget(site.id);
  return { schedule: { ...schedule, monthsThrough: schedule.monthsThrough } };
}
