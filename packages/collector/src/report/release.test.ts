import type { Increment } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { assemble, declared, type TestCore, TODAY } from '../../test/core.ts';
import { count, released, seal, told } from '../../test/release.ts';
import { memoryStore } from '../../test/temporary.ts';

const K = 10;
const YESTERDAY = '2026-11-22';
const NOTHING = { rows: {}, waiting: { rows: 0, n: 0 }, other: 0 };

async function openShop(kind: 'live' | 'test' = 'live'): Promise<TestCore> {
  const core = await assemble(memoryStore());
  await core.addSite({ kind, k: kind === 'test' ? 1 : K }, declared('page', '/a', '/b'));
  return core;
}

const view = (page = '/a', n = 1, first: 0 | 1 | 2 = 2): Increment => ['page.view', [page], n, first];

describe('sealed rows', () => {
  it('are told as they are, added up over the days of the range', async () => {
    const core = await openShop();
    for (const [day, browsers] of [
      ['2026-11-20', 10],
      ['2026-11-21', 13],
      [YESTERDAY, 17],
    ] as const) {
      await count(core, 'shop', day, browsers, [view()]);
      await seal(core, 'shop', day);
    }
    const inRange = async (from: string, to: string) =>
      told(await released(core, 'shop', 'page.view', { from, to })).rows;
    expect(await inRange('2026-11-20', YESTERDAY)).toEqual({ '/a': 40 });
    expect(await inRange('2026-11-21', '2026-11-21')).toEqual({ '/a': 13 });
    expect(await inRange('2026-11-01', '2026-11-19')).toEqual({});
  });

  it('carry people, totals, and an n that other facts may be subtracted from', async () => {
    const core = await openShop();
    await count(core, 'shop', YESTERDAY, 11, [
      view('/a', 2),
      ['slot.clicked', ['/a', 'g/1', 'x', 's'], 1, 2, 3],
    ]);
    await seal(core, 'shop', YESTERDAY);
    const { rows } = await released(core, 'shop', 'page.view');
    expect(rows).toEqual([{ dimensions: ['/a'], n: 22, people: 11, total: 0, exactN: 22 }]);
  });

  it('that wait are told as one figure, those without a name in steps of k', async () => {
    const core = await openShop();
    await count(core, 'shop', YESTERDAY, 10, [view('/a')]);
    await count(core, 'shop', YESTERDAY, 7, [view('/b', 2), view('(other)', 3)]);
    await seal(core, 'shop', YESTERDAY);
    expect(told(await released(core, 'shop', 'page.view'))).toEqual({
      rows: { '/a': 10 },
      waiting: { rows: 1, n: 15 },
      other: 20,
    });
  });

  it('that wait are told alike for every range, so that no two of them differ by a visitor', async () => {
    const core = await openShop();
    await count(core, 'shop', '2026-11-20', 6, [view('/a', 2)]);
    await seal(core, 'shop', '2026-11-20');
    await count(core, 'shop', YESTERDAY, 6, [view('/b', 3)]);
    await seal(core, 'shop', YESTERDAY);
    for (const to of ['2026-11-19', '2026-11-20', '2026-11-21', YESTERDAY]) {
      const { waiting } = told(await released(core, 'shop', 'page.view', { to }));
      expect(waiting).toEqual({ rows: 2, n: 30 });
    }
  });

  it('that wait are told of once k browsers stand behind them, and then once k more do', async () => {
    const core = await openShop();
    const seen: unknown[] = [];
    for (const [day, page, browsers] of [
      ['2026-11-19', '/a', 6],
      ['2026-11-20', '/b', 6],
      ['2026-11-21', '/b', 1],
      [YESTERDAY, '(other)', 9],
    ] as const) {
      await count(core, 'shop', day, browsers, [view(page, 2)]);
      await seal(core, 'shop', day);
      const { waiting, other } = told(await released(core, 'shop', 'page.view'));
      seen.push([waiting.rows, waiting.n, other]);
    }
    expect(seen).toEqual([
      [0, 0, 0],
      [2, 24, 0],
      [2, 24, 0],
      [2, 34, 10],
    ]);
  });
});

describe('a day that is still open', () => {
  it('is told in steps of k, once k browsers stand behind a cell', async () => {
    const core = await openShop();
    const shownAfter = async (browsers: number, n = 1) => {
      await count(core, 'shop', TODAY, browsers, [view('/a', n)]);
      return told(await released(core, 'shop', 'page.view')).rows;
    };
    expect(await shownAfter(9)).toEqual({});
    expect(await shownAfter(1)).toEqual({ '/a': 10 });
    expect(await shownAfter(9)).toEqual({ '/a': 10 });
    expect(await shownAfter(1)).toEqual({ '/a': 20 });
  });

  it('shows nothing of few browsers, however much they did', async () => {
    const core = await openShop();
    await count(core, 'shop', TODAY, 9, [view('/a', 20)]);
    expect(told(await released(core, 'shop', 'page.view'))).toEqual({
      rows: {},
      waiting: { rows: 0, n: 180 },
      other: 0,
    });
  });

  it('rounds people down too', async () => {
    const core = await openShop();
    await count(core, 'shop', TODAY, 17, [['category.view', ['kettles'], 1, 2]]);
    const { rows } = await released(core, 'shop', 'category.view');
    expect(rows).toEqual([{ dimensions: ['kettles'], n: 10, people: 10, total: 0, exactN: 0 }]);
  });

  it('tells no clicks: who clicks a dozen times would cross a step alone', async () => {
    const core = await openShop();
    const clicked = (times: number) =>
      ['slot.clicked', ['(other)', '(other)', '(other)', 's'], 1, 2, times] as const;
    await count(core, 'shop', YESTERDAY, 12, [clicked(3)]);
    await seal(core, 'shop', YESTERDAY);
    const seen = async () => {
      const { rows } = await released(core, 'shop', 'slot.clicked');
      return rows.map(({ n, total, exactN }) => [n, total, exactN]);
    };
    await count(core, 'shop', TODAY, 12, [clicked(3)]);
    expect(await seen()).toEqual([[22, 36, 12]]);
    await count(core, 'shop', TODAY, 1, [clicked(60)]);
    expect(await seen()).toEqual([[22, 36, 12]]);
    await seal(core, 'shop', TODAY);
    expect(await seen()).toEqual([[25, 132, 25]]);
  });

  it('tells no money: in steps of 10 cents every order would show', async () => {
    const core = await openShop();
    const ordered = (value: number) =>
      ['slot.ordered', ['(other)', '(other)', '(other)', 's'], 1, 2, value] as const;
    await count(core, 'shop', YESTERDAY, 12, [ordered(500)]);
    await seal(core, 'shop', YESTERDAY);
    const seen = async () => {
      const { rows } = await released(core, 'shop', 'slot.ordered');
      return rows.map(({ n, total, exactN }) => [n, total, exactN]);
    };
    await count(core, 'shop', TODAY, 12, [ordered(11_900)]);
    expect(await seen()).toEqual([[22, 6_000, 12]]);
    await count(core, 'shop', TODAY, 1, [ordered(99_900)]);
    expect(await seen()).toEqual([[22, 6_000, 12]]);
    await seal(core, 'shop', TODAY);
    expect(await seen()).toEqual([[25, 248_700, 25]]);
  });

  it('tells money and pixels of a test site at once', async () => {
    const core = await openShop();
    await core.addSite({ slug: 'test', kind: 'test', k: 1, origins: [] });
    await count(core, 'test', TODAY, 1, [['commerce.purchase', ['EUR'], 1, 2, 11_999]]);
    const { rows } = await released(core, 'test', 'commerce.purchase');
    expect(rows).toEqual([{ dimensions: ['EUR'], n: 1, people: 1, total: 11_999, exactN: 1 }]);
  });

  it('tells what is left, and (other), in steps of k: watching them tells of no single visitor', async () => {
    const core = await openShop();
    const left = async () => {
      const { waiting, other } = told(await released(core, 'shop', 'page.view'));
      return [waiting.n, other];
    };
    const seen: (readonly number[])[] = [];
    for (let i = 0; i < 12; i++) {
      await count(core, 'shop', TODAY, 1, [view('/b', 2), view('(other)', 2)]);
      seen.push(await left());
    }
    // Two views each: every fifth visitor moves the figure, and with the tenth /b itself is shown.
    expect(seen.map(([waiting]) => waiting)).toEqual([0, 0, 0, 0, 10, 10, 10, 10, 10, 0, 0, 0]);
    expect(seen.map(([, other]) => other)).toEqual([0, 0, 0, 0, 10, 10, 10, 10, 10, 20, 20, 20]);
  });

  it('is added to what waits, and its rest is not told twice', async () => {
    const core = await openShop();
    await count(core, 'shop', YESTERDAY, 6, [view()]);
    await seal(core, 'shop', YESTERDAY);
    await count(core, 'shop', TODAY, 7, [view()]);
    expect(told(await released(core, 'shop', 'page.view'))).toEqual({
      rows: { '/a': 10 },
      waiting: { rows: 0, n: 0 },
      other: 0,
    });
  });

  it('is not told to who asks for the days before it', async () => {
    const core = await openShop();
    await seal(core, 'shop', YESTERDAY);
    await count(core, 'shop', TODAY, 30, [view()]);
    expect(told(await released(core, 'shop', 'page.view', { to: YESTERDAY }))).toEqual(NOTHING);
  });

  it('adds its steps to sealed rows, whose exact part is kept apart', async () => {
    const core = await openShop();
    await count(core, 'shop', YESTERDAY, 13, [view()]);
    await seal(core, 'shop', YESTERDAY);
    await count(core, 'shop', TODAY, 12, [view()]);
    const { rows } = await released(core, 'shop', 'page.view');
    expect(rows).toEqual([{ dimensions: ['/a'], n: 23, people: 23, total: 0, exactN: 13 }]);
  });

  it('shows a histogram only where its row stands on k browsers, each bucket in steps of k', async () => {
    const core = await openShop();
    await count(core, 'shop', TODAY, 9, [view('/a'), ['page.engagement', ['/a', 5], 2]]);
    await count(core, 'shop', TODAY, 10, [view('/b'), ['page.engagement', ['/b', 5], 1]]);
    await count(core, 'shop', TODAY, 9, [['page.engagement', ['/b', 6], 1]]);
    expect(told(await released(core, 'shop', 'page.engagement')).rows).toEqual({ '/b > 5': 10 });
  });

  it('does not count a browser twice that may be counted again after 28 days', async () => {
    const core = await openShop();
    await count(core, 'shop', '2026-10-26', 9, [view()]);
    await seal(core, 'shop', YESTERDAY);
    // One of the nine comes back on the 28th day: its ledger says first again.
    await count(core, 'shop', TODAY, 1, [view()]);
    expect(told(await released(core, 'shop', 'page.view')).rows).toEqual({});
  });

  it('still adds to what waits since the 27th day before', async () => {
    const core = await openShop();
    await count(core, 'shop', '2026-10-27', 9, [view()]);
    await seal(core, 'shop', YESTERDAY);
    await count(core, 'shop', TODAY, 1, [view()]);
    expect(told(await released(core, 'shop', 'page.view')).rows).toEqual({ '/a': 10 });
  });

  it('does not count a browser twice where many days are open', async () => {
    const core = await openShop();
    await count(core, 'shop', '2026-10-26', 5, [view()]);
    await count(core, 'shop', TODAY, 5, [view()]);
    expect(told(await released(core, 'shop', 'page.view')).rows).toEqual({});
    await count(core, 'shop', '2026-10-27', 5, [view()]);
    expect(told(await released(core, 'shop', 'page.view')).rows).toEqual({ '/a': 10 });
  });
});

describe('a test site', () => {
  it('is told to the count, today included', async () => {
    const core = await openShop('test');
    await count(core, 'shop', YESTERDAY, 1, [view()]);
    await seal(core, 'shop', YESTERDAY);
    await count(core, 'shop', TODAY, 1, [view('/a', 3), view('/b', 2, 0), view('(other)')]);
    const answer = await released(core, 'shop', 'page.view');
    expect(told(answer)).toEqual({ rows: { '/a': 4, '/b': 2 }, waiting: { rows: 0, n: 0 }, other: 1 });
    expect(answer.rows.map(({ exactN }) => exactN)).toEqual([4, 2]);
  });

  it('shows every open day, however long ago', async () => {
    const core = await openShop('test');
    await count(core, 'shop', '2026-09-01', 1, [view()]);
    await count(core, 'shop', TODAY, 1, [view()]);
    expect(told(await released(core, 'shop', 'page.view')).rows).toEqual({ '/a': 2 });
  });
});

describe('a slice', () => {
  it('that nobody was counted in looks like one without numbers', async () => {
    const core = await openShop();
    expect(await released(core, 'shop', 'page.view', { slice: 'country:LI' })).toEqual({
      rows: [],
      balance: { shown: 0, waiting: { rows: 0, n: 0 }, other: 0 },
    });
    expect(
      await core.release.days('visit', {
        site: await core.site('shop'),
        slice: 'country:LI',
        from: YESTERDAY,
        to: TODAY,
      }),
    ).toEqual([]);
  });

  it('with fewer than k visits looks like one that nobody was counted in', async () => {
    const core = await openShop();
    await count(core, 'shop', YESTERDAY, 20, [['visit', [], 1, 2]]);
    await count(core, 'shop', YESTERDAY, 2, [['visit', [], 1, 2]], { country: 'LI' });
    await seal(core, 'shop', YESTERDAY);
    expect(told(await released(core, 'shop', 'visit', { slice: 'country:LI' }))).toEqual(NOTHING);
  });

  it('looks empty whatever one visitor does in it', async () => {
    const core = await openShop();
    await count(core, 'shop', YESTERDAY, 1, [['visit', [], 1, 2], view('/a', 20)], { country: 'LI' });
    expect(told(await released(core, 'shop', 'page.view', { slice: 'country:LI' }))).toEqual(NOTHING);
    await seal(core, 'shop', YESTERDAY);
    expect(told(await released(core, 'shop', 'page.view', { slice: 'country:LI' }))).toEqual(NOTHING);
  });

  it('tells what waits in steps of k, once k browsers stand behind its visits', async () => {
    const core = await openShop();
    await count(core, 'shop', '2026-11-21', 10, [['visit', [], 1, 2]], { country: 'LI' });
    await seal(core, 'shop', '2026-11-21');
    await count(core, 'shop', YESTERDAY, 10, [['visit', [], 1, 2]], { country: 'LI' });
    await count(core, 'shop', YESTERDAY, 7, [view('/a', 2), view('/b')], { country: 'LI' });
    await seal(core, 'shop', YESTERDAY);
    const waits = async (slice: string) => told(await released(core, 'shop', 'page.view', { slice })).waiting;
    expect(await waits('*')).toEqual({ rows: 2, n: 21 });
    expect(await waits('country:LI')).toEqual({ rows: 0, n: 20 });
  });

  it('is listed once sealed visits stand behind it, the most visited first', async () => {
    const core = await openShop();
    const from = (country: string, browsers: number) =>
      count(core, 'shop', YESTERDAY, browsers, [['visit', [], 1, 2]], { country });
    await from('DE', 10);
    await from('PL', 12);
    for (const country of ['LI', 'LU']) await from(country, 9);
    const slices = async () => core.release.slices(await core.site('shop'));
    expect(await slices()).toEqual([]);
    await seal(core, 'shop', YESTERDAY);
    expect(await slices()).toEqual(['country:PL', 'country:DE']);
  });
});

describe('days', () => {
  it('are told one by one; those with nothing to show are absent', async () => {
    const core = await openShop();
    await count(core, 'shop', '2026-11-20', 12, [['visit', [], 2, 2]]);
    await count(core, 'shop', '2026-11-21', 3, [['visit', [], 1, 2]]);
    await seal(core, 'shop', YESTERDAY);
    await count(core, 'shop', TODAY, 19, [['visit', [], 1, 2]]);
    const days = await core.release.days('visit', {
      site: await core.site('shop'),
      slice: '*',
      from: '2026-11-01',
      to: TODAY,
    });
    // Today: 19 and the 3 that wait, in steps of ten.
    expect(days).toEqual([
      { day: '2026-11-20', n: 24, people: 12 },
      { day: TODAY, n: 20, people: 20 },
    ]);
  });

  const span = async (core: TestCore) => core.release.span(await core.site('shop'));

  it('span from the first to the last that can be told', async () => {
    const core = await openShop();
    expect(await span(core)).toBeNull();
    await count(core, 'shop', '2026-11-20', 9, [['visit', [], 1, 2]]);
    expect(await span(core)).toBeNull();
    await count(core, 'shop', '2026-11-20', 1, [['visit', [], 1, 2]]);
    expect(await span(core)).toEqual({ from: '2026-11-20', to: '2026-11-20' });
    await seal(core, 'shop', YESTERDAY);
    await count(core, 'shop', TODAY, 10, [['visit', [], 1, 2]]);
    expect(await span(core)).toEqual({ from: '2026-11-20', to: TODAY });
  });

  it('after midnight tell yesterday as yesterday', async () => {
    const core = await openShop('test');
    await count(core, 'shop', YESTERDAY, 3, [['visit', [], 1, 2]]);
    await count(core, 'shop', TODAY, 1, [['visit', [], 1, 2]]);
    const scope = { site: await core.site('shop'), slice: '*', from: YESTERDAY, to: TODAY };
    expect(await core.release.days('visit', scope)).toEqual([
      { day: YESTERDAY, n: 3, people: 3 },
      { day: TODAY, n: 1, people: 1 },
    ]);
    expect(await core.release.days('visit', { ...scope, from: TODAY })).toEqual([
      { day: TODAY, n: 1, people: 1 },
    ]);
  });
});

describe('cells by day', () => {
  const byDay = async (core: TestCore, from: string, to = TODAY, slice = '*') =>
    (await core.release.cellsByDay('page.view', { site: await core.site('shop'), slice, from, to })).map(
      ({ value, rows }) => [value, ...rows.map(({ dimensions, n }) => `${dimensions} ${n}`)],
    );

  it('are the sealed rows of each, and of today those of k browsers in steps of k', async () => {
    const core = await openShop();
    await count(core, 'shop', '2026-11-20', 12, [view('/a'), view('/b', 2)]);
    await count(core, 'shop', '2026-11-21', 9, [view('/a')]);
    await seal(core, 'shop', YESTERDAY);
    await count(core, 'shop', TODAY, 17, [view('/b')]);
    expect(await byDay(core, '2026-11-01')).toEqual([
      ['2026-11-20', '/a 12', '/b 24'],
      [TODAY, '/b 10'],
    ]);
    expect(await byDay(core, '2026-11-21')).toEqual([[TODAY, '/b 10']]);
    expect(await byDay(core, '2026-11-20', '2026-11-22')).toEqual([['2026-11-20', '/a 12', '/b 24']]);
    expect(await byDay(core, '2026-11-01', TODAY, 'country:LI')).toEqual([]);
  });

  it('of days that are open together go together, as the first: apart they would tell of few', async () => {
    const core = await openShop();
    await count(core, 'shop', YESTERDAY, 6, [view()]);
    await count(core, 'shop', TODAY, 6, [view()]);
    expect(await byDay(core, YESTERDAY)).toEqual([[YESTERDAY, '/a 10']]);
  });

  it('of days that are open are told as the first of them whether or not anybody came on it', async () => {
    const core = await openShop();
    await count(core, 'shop', '2026-11-20', 1, [view()]);
    await seal(core, 'shop', '2026-11-20');
    await count(core, 'shop', YESTERDAY, 30, [view()]);
    const before = [await byDay(core, TODAY), await byDay(core, '2026-11-01')];
    expect(before).toEqual([[[TODAY, '/a 30']], [['2026-11-21', '/a 30']]]);
    // The first visitor of today, and one of the day of which nobody told before.
    await count(core, 'shop', TODAY, 1, [view()]);
    await count(core, 'shop', '2026-11-21', 1, [view()]);
    expect([await byDay(core, TODAY), await byDay(core, '2026-11-01')]).toEqual(before);
    expect(await byDay(core, '2026-11-01', '2026-11-20')).toEqual([]);
  });

  it('of a test site are told one by one, to the count', async () => {
    const core = await openShop('test');
    await count(core, 'shop', YESTERDAY, 3, [view()]);
    await count(core, 'shop', TODAY, 1, [view(), view('/b')]);
    expect(await byDay(core, YESTERDAY)).toEqual([
      [YESTERDAY, '/a 3'],
      [TODAY, '/a 1', '/b 1'],
    ]);
  });
});

describe('cells by slice', () => {
  it('are those of the kind that was asked for, where k browsers stand behind them', async () => {
    const core = await openShop();
    await count(core, 'shop', YESTERDAY, 10, [view()], { country: 'DE', device: 'phone' });
    for (const country of ['LI', 'LU']) {
      await count(core, 'shop', YESTERDAY, 9, [view()], { country, device: 'phone' });
    }
    await seal(core, 'shop', YESTERDAY);
    await count(core, 'shop', TODAY, 12, [view('/b')], { country: 'DE' });
    const scope = { site: await core.site('shop'), slice: '*', from: YESTERDAY, to: TODAY };
    const bySlice = async (kind: 'country' | 'device') =>
      (await core.release.cellsBySlice('page.view', kind, scope)).map(({ value, rows }) => [
        value,
        ...rows.map(({ dimensions, n }) => `${dimensions} ${n}`),
      ]);
    expect(await bySlice('country')).toEqual([['DE', '/a 10', '/b 10']]);
    expect(await bySlice('device')).toEqual([['phone', '/a 28']]);
  });

  it('of a test site are told before the first day is sealed', async () => {
    const core = await openShop('test');
    await count(core, 'shop', TODAY, 1, [['visit', [], 1, 2]], { device: 'phone' });
    const scope = { site: await core.site('shop'), slice: '*', from: TODAY, to: TODAY };
    expect(await core.release.cellsBySlice('visit', 'device', scope)).toMatchObject([
      { value: 'phone', rows: [{ n: 1, people: 1 }] },
    ]);
  });

  it('of another site are not told before a day is sealed on which k browsers stood behind them', async () => {
    const core = await openShop();
    await count(core, 'shop', TODAY, 12, [['visit', [], 1, 2]], { device: 'phone' });
    const scope = { site: await core.site('shop'), slice: '*', from: TODAY, to: TODAY };
    expect(await core.release.cellsBySlice('visit', 'device', scope)).toEqual([]);
  });
});

describe('dimensions', () => {
  it('are told by name: terms, enums, and counts as numbers', async () => {
    const core = await openShop('test');
    await count(core, 'shop', TODAY, 1, [
      ['visit.depth', [50], 1],
      ['visit.duration', [0], 1],
      ['funnel', ['kettles', 'order'], 1, 2],
      ['slot.exposed', ['/a', 'grid/1', 'x', '(other)'], 1, 2, 1],
    ]);
    const dimensionsOf = async (fact: Parameters<typeof released>[2]) =>
      (await released(core, 'shop', fact)).rows.map(({ dimensions }) => dimensions);
    expect(await dimensionsOf('visit.depth')).toEqual([[50]]);
    expect(await dimensionsOf('visit.duration')).toEqual([[0]]);
    expect(await dimensionsOf('funnel')).toEqual([['kettles', 'order']]);
    expect(await dimensionsOf('slot.exposed')).toEqual([['/a', 'grid/1', 'x', '(other)']]);
  });
});

describe('cells of some pages', () => {
  const scope = async (core: TestCore) => ({
    site: await core.site('shop'),
    slice: '*',
    from: '2026-11-01',
    to: TODAY,
  });

  it('are theirs alone, sealed and open, and add up; what waits is told of all pages', async () => {
    const core = await openShop();
    await count(core, 'shop', YESTERDAY, 12, [view('/a'), view('/b', 2)]);
    await count(core, 'shop', YESTERDAY, 3, [view('(other)', 4)]);
    await seal(core, 'shop', YESTERDAY);
    await count(core, 'shop', TODAY, 20, [view('/a'), view('/b')]);
    const of = async (pages: readonly string[] | null) =>
      core.release.cells('page.view', await scope(core), { pages });
    const all = await of(null);
    expect(told(all).rows).toEqual({ '/a': 32, '/b': 44 });
    const some = await of(['/b', '/nowhere']);
    expect(told(some).rows).toEqual({ '/b': 44 });
    expect(some.balance).toEqual({ ...all.balance, shown: 44 });
    expect((await of(['/b', '/a'])).rows).toEqual(all.rows);
    expect(await of([])).toEqual({ rows: [], balance: { ...all.balance, shown: 0 } });
  });

  it('are searched for alike, whether fewer than k were on a page, nobody, or nobody knows it', async () => {
    const store = memoryStore();
    const searched: number[] = [];
    const core = await assemble({
      ...store,
      sumCells: (query, range, a) => {
        searched.push(a?.length ?? 0);
        return store.sumCells(query, range, a);
      },
    });
    await core.addSite({ k: K }, declared('page', '/few', '/nobody'));
    await count(core, 'shop', YESTERDAY, K - 1, [view('/few')]);
    await seal(core, 'shop', YESTERDAY);
    for (const page of ['/few', '/nobody', '/unknown'])
      expect((await core.release.cells('page.view', await scope(core), { pages: [page] })).rows).toEqual([]);
    expect(searched).toEqual([1, 1, 1]);
  });

  it('are read by themselves: those of other pages stay in the store', async () => {
    const store = memoryStore();
    let read = 0;
    const core = await assemble({
      ...store,
      sumCells: async (...asked) => {
        const rows = await store.sumCells(...asked);
        read += rows.length;
        return rows;
      },
    });
    await core.addSite({ k: K }, declared('page', '/a', '/b', '/c'));
    await count(core, 'shop', YESTERDAY, 10, [view('/a'), view('/b'), view('/c')]);
    await seal(core, 'shop', YESTERDAY);
    for (const pages of [
      ['/a', '/c'],
      ['/c', '/a'],
      ['/a', '/c', '/a'],
    ])
      expect((await core.release.cells('page.view', await scope(core), { pages })).rows).toHaveLength(2);
    expect(read).toBe(2);
  });
});

describe('what the store was asked before', () => {
  /** A core whose store logs the sums of sealed cells that it is asked for. */
  async function watchedShop() {
    const store = memoryStore();
    const asked: string[] = [];
    const core = await assemble({
      ...store,
      sumCells(query, range, a) {
        asked.push(`${range.from} to ${range.to}`);
        return store.sumCells(query, range, a);
      },
    });
    await core.addSite({ k: K }, declared('page', '/a', '/b'));
    return { core, asked };
  }

  it('is not asked again for days that are sealed', async () => {
    const { core, asked } = await watchedShop();
    await count(core, 'shop', YESTERDAY, 10, [view()]);
    await seal(core, 'shop', YESTERDAY);
    const before = await released(core, 'shop', 'page.view');
    await count(core, 'shop', TODAY, 9, [view()]);
    expect(await released(core, 'shop', 'page.view')).toMatchObject({ rows: before.rows });
    expect(asked).toHaveLength(1);
  });

  it('is not kept of what is asked for once', async () => {
    const { core, asked } = await watchedShop();
    await count(core, 'shop', YESTERDAY, 10, [view()]);
    await seal(core, 'shop', YESTERDAY);
    const scope = { site: await core.site('shop'), slice: '*', from: '2026-11-01', to: YESTERDAY };
    for (const isOnce of [true, true, false, true])
      expect((await core.release.cells('page.view', scope, { isOnce })).rows).toHaveLength(1);
    expect(asked).toHaveLength(3);
  });

  it('is asked again once another day is sealed', async () => {
    const { core, asked } = await watchedShop();
    for (const [day, total] of [
      ['2026-11-21', 10],
      [YESTERDAY, 20],
    ] as const) {
      await count(core, 'shop', day, 10, [view()]);
      await seal(core, 'shop', day);
      expect(told(await released(core, 'shop', 'page.view')).rows).toEqual({ '/a': total });
    }
    expect(asked).toHaveLength(2);
  });

  it('does not hide what began to wait since', async () => {
    const { core } = await watchedShop();
    for (const [day, page, waiting] of [
      ['2026-11-21', '/a', { rows: 0, n: 0 }],
      [YESTERDAY, '/b', { rows: 2, n: 12 }],
    ] as const) {
      await count(core, 'shop', day, 6, [view(page)]);
      await seal(core, 'shop', day);
      expect(told(await released(core, 'shop', 'page.view')).waiting).toEqual(waiting);
    }
  });

  it('is joined by the open day in the order of names, and stays as it was', async () => {
    const { core } = await watchedShop();
    await count(core, 'shop', YESTERDAY, 10, [view('/b')]);
    await seal(core, 'shop', YESTERDAY);
    await released(core, 'shop', 'page.view');
    await count(core, 'shop', TODAY, 12, [view('/a'), view('/b')]);
    const { rows } = await released(core, 'shop', 'page.view');
    expect(rows.map(({ dimensions: [page], n, exactN }) => [page, n, exactN])).toEqual([
      ['/a', 10, 0],
      ['/b', 20, 10],
    ]);
    expect(told(await released(core, 'shop', 'page.view', { to: YESTERDAY })).rows).toEqual({ '/b': 10 });
  });
});
