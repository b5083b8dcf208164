import {
  ANY,
  bucketOf,
  DEVICE_DIMENSIONS,
  type Experiment,
  FACT_NAMES,
  type FactName,
  factOf,
  type Increment,
  lowerEdgeMs,
  PAGE_REPORTS,
  REPORT_NAMES,
  type Report,
  type ReportName,
} from '@holloway/protocol';
import type { Observation } from '@holloway/sdk/visit';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/app.ts';
import { createBrowser, pageview } from '../../test/browser.ts';
import { assemble, TODAY } from '../../test/core.ts';
import { count, seal } from '../../test/release.ts';
import { openSqliteStore } from '../store/sqlite.ts';
import { parseReportQuery } from './query.ts';
import type { Release } from './release.ts';
import { buildReport } from './report.ts';

const DAY = '2026-11-22';
const BROWSERS = 12;
const STATEMENT = 'c9f1d2a4';

/** Home, a list, a product on its first position, which is read for five seconds. */
const WALK: readonly Observation[] = [
  pageview({ path: '/', type: 'home', category: null }, { source: 'referral', referrer: 'search.example' }),
  pageview({ path: '/c/kettles', type: 'category', category: 'kettles' }),
  { kind: 'slot', measure: 'exposed', page: '/c/kettles', slot: 'grid/1', item: 'K1', viewport: 's' },
  { kind: 'slot', measure: 'clicked', page: '/c/kettles', slot: 'grid/1', item: 'K1', viewport: 's' },
  { kind: 'slot', measure: 'clicked', page: '/c/kettles', slot: 'grid/1', item: 'K1', viewport: 's' },
  pageview({ path: '/p/k1', type: 'product', category: 'kettles' }),
  { kind: 'pause', engagedMs: 5_000 },
  { kind: 'choice', statement: STATEMENT, surface: 'banner', choice: 'accepted' },
  { kind: 'preference', key: 'colour', value: 'green' },
];

/** A single page, of the few that k = 10 does not show yet. */
const GLANCE: readonly Observation[] = [pageview({ path: '/c/pans', type: 'category', category: 'pans' })];

const at = (element: string, viewport = 's') => ['/c/kettles', element, viewport] as const;
/** What a browser counts that looks at the list, searches, and buys. */
const SHOPPING: readonly Increment[] = [
  ['slot.ordered', ['/c/kettles', 'grid/1', 'K1', 's'], 1, 2, 11_900],
  ['slot.returned', ['/c/kettles', 'grid/1', 'K1', 's'], 1, 2, 2],
  ['zone.exposed', at('grid'), 1, 2],
  ['zone.exposed', ['(any)', 'head', 's'], 3, 2],
  ['zone.clicked', at('grid'), 1, 2, 3],
  ['element.exposed', at('grid/1'), 1, 2],
  ['element.exposed', at('grid/1', 'l'), 1, 2],
  ['element.clicked', at('grid/1'), 1, 2],
  ['element.dead', at('grid/1'), 1, 2],
  ['click.grid', ['/c/kettles', 's', 'grid/1', 136], 2],
  ['layout.box.x', at('grid/1'), 1, 0, 16],
  ['layout.box.y', at('grid/1'), 1, 0, 340],
  ['layout.box.width', at('grid/1'), 1, 0, 171],
  ['layout.box.height', at('grid/1'), 1, 0, 260],
  ['search.asked', ['kettel'], 1, 2],
  ['search.empty', ['kettel'], 1, 2],
  ['search.asked', ['kettle'], 1, 2],
  ['search.clicked', ['kettle'], 1, 2],
  ['search.refined', ['kettel', 'kettle'], 1, 2],
  ['find', ['K1', '(search)', 'kettles', 'direct'], 1, 2],
  ['funnel', ['(any)', 'order'], 1, 2],
  ['commerce.added', ['K1', 'EUR'], 1, 2, 11_900],
  ['commerce.ordered', ['K1', 'EUR'], 1, 2, 11_900],
  ['commerce.purchase', ['EUR'], 1, 2, 12_400],
  ['commerce.purchase', ['(other)'], 1, 2, 700],
  ['source.campaign', ['spring'], 1, 2],
  ['fault', ['layout'], 1, 2],
  ['visit.hour', [34], 1],
  ['visit.hour', [10], 1],
  ['visit.resumed', [bucketOf(5_000)], 1],
  ['visit.duration', [bucketOf(60_000)], 1],
  ['visit.return', [9], 1],
  ['page.scroll', ['/c/kettles', 3], 2],
  ['page.scroll', ['/c/kettles', 5], 1],
  ['experiment', ['hero', 'b', '(any)'], 2, 2],
  ['experiment', ['hero', 'b', 'order'], 1, 2],
];
/** Of two browsers more, who may not be told of. */
const RARE: readonly Increment[] = [
  ['slot.ordered', ['/c/pans', 'grid/1', 'K1', 's'], 1, 2, 5_000],
  ['zone.exposed', ['/c/pans', 'grid', 's'], 1, 2],
  ['element.exposed', ['/c/pans', 'grid/1', 's'], 1, 2],
  ['element.clicked', ['/c/pans', 'grid/1', 's'], 1, 2],
  ['click.grid', ['/c/pans', 's', 'grid/1', 7], 1],
  ['layout.box.x', ['/c/pans', 'grid/1', 's'], 1, 0, 16],
  ['layout.box.y', ['/c/pans', 'grid/1', 's'], 1, 0, 340],
  ['layout.box.width', ['/c/pans', 'grid/1', 's'], 1, 0, 171],
  ['layout.box.height', ['/c/pans', 'grid/1', 's'], 1, 0, 260],
  ['search.asked', ['pans'], 1, 2],
  ['search.refined', ['kettle', 'pans'], 1, 2],
  ['find', ['K1', 'pans', 'pans', 'direct'], 1, 2],
  ['funnel', ['pans', 'list'], 1, 2],
  ['commerce.ordered', ['K1', 'CHF'], 1, 2, 5_000],
  ['source.campaign', ['pans'], 1, 2],
  ['page.scroll', ['/c/pans', 10], 1],
  ['experiment', ['hero', 'b', 'pans'], 1, 2],
];

const HERO: Experiment = {
  id: 'hero',
  title: 'A promise at the head',
  arms: [{ name: 'a', share: 50 }, { name: 'b', share: 50 }], // biome-ignore format: a list
  metric: 'order',
  status: 'running',
  from: '2026-11-01',
};

let http: TestApp;

beforeAll(async () => {
  const core = await assemble(openSqliteStore(':memory:'), { families: false });
  const site = await core.addSite({ k: 10, experiments: [HERO] }, [
    { kind: 'page', text: '/c/kettles', label: 'Kettles', category: 'kettles' },
    { kind: 'page', text: '/p/k1', label: 'Gooseneck kettle', category: 'kettles' },
    { kind: 'page', text: '/' },
    { kind: 'page', text: '/c/pans' },
    { kind: 'category', text: 'kettles', label: 'All kettles' },
    { kind: 'category', text: 'pans' },
    { kind: 'product', text: 'K1', label: 'Gooseneck' },
    { kind: 'slot', text: 'grid/1' },
    { kind: 'zone', text: 'grid', label: 'Products' },
    { kind: 'statement', text: STATEMENT },
    { kind: 'preference', text: 'colour', label: 'Favourite colour' },
    { kind: 'preference', text: 'green' },
  ]);
  const phone = {
    // biome-ignore format: a list
    slices: { viewport: 's', device: 'phone', browser: 'Firefox', os: 'Android', country: 'DE', source: 'referral' },
    model: 'Pixel 9',
  } as const;
  const batches = Array.from({ length: BROWSERS }, (_, i) => createBrowser(`${i}`, phone).observe(DAY, WALK));
  const few = [1, 2].map((i) =>
    createBrowser(`few ${i}`, { slices: { country: 'LI' } }).observe(DAY, GLANCE),
  );
  await core.commit(
    ...[...batches, ...few].map((batch) => ({
      ...{ site, batch, supporter: batch.batch },
      day: Date.parse(DAY) / 86_400_000,
    })),
  );
  await count(core, 'shop', DAY, BROWSERS, SHOPPING, { viewport: 's' });
  await count(core, 'shop', DAY, 2, RARE, { viewport: 's' });
  await seal(core, 'shop', DAY);
  http = createTestApp(core);
});

async function reportOf<R extends ReportName>(name: R, query = ''): Promise<Report<R>> {
  const response = await http.get(`/v1/sites/shop/reports/${name}?from=${DAY}&to=${DAY}${query}`);
  expect(response.status).toBe(200);
  return response.json() as Promise<Report<R>>;
}

describe('every report', () => {
  it.each(REPORT_NAMES)('%s has the common shape, and is not to be kept by caches', async (name) => {
    const response = await http.get(`/v1/sites/shop/reports/${name}`);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    const report = (await response.json()) as Report;
    expect(Object.keys(report).sort()).toEqual(
      [
        ...['report', 'site', 'from', 'to', 'slice', 'k', 'totals', 'rows', 'waiting', 'other', 'facts'],
        ...['labels', 'coverage', 'monthsThrough'],
        ...(name === 'experiments' ? ['declared'] : []),
      ].sort(),
    );
    expect(report).toMatchObject({
      report: name,
      site: 'shop',
      from: '2026-10-27',
      to: TODAY,
      slice: '*',
      k: 10,
      coverage: null,
    });
    expect(report.rows.length).toBeGreaterThan(0);
  });

  it.each(REPORT_NAMES)('%s accounts for all that was counted, shown or not', async (name) => {
    const { facts, waiting, other } = await reportOf(name);
    const balances = Object.values(facts);
    expect(balances.length).toBeGreaterThan(0);
    expect({ waiting, other }).toEqual({ waiting: balances[0]?.waiting, other: balances[0]?.other });
    for (const { waiting: held } of balances) expect(held.n).toBeGreaterThanOrEqual(held.rows > 0 ? 1 : 0);
  });

  it.each(REPORT_NAMES)('%s names nothing that fewer than k browsers did', async (name) => {
    const response = await http.get(`/v1/sites/shop/reports/${name}?format=json&level=page`);
    const { rows, labels } = (await response.json()) as Report;
    expect(JSON.stringify([rows, labels])).not.toMatch(/pans|LI/);
  });

  it('of a range before everything has no rows, and numbers that are null or nothing', async () => {
    const response = await http.get('/v1/sites/shop/reports/overview?from=2020-01-01&to=2020-01-02');
    expect(await response.json()).toMatchObject({
      totals: { visits: null, visitors: null, pageviews: null },
      rows: [],
      waiting: { rows: 0, n: 0 },
      other: 0,
    });
  });
});

describe('all reports together', () => {
  it('read every fact of the catalogue', async () => {
    const core = await assemble(openSqliteStore(':memory:'));
    const site = await core.addSite();
    const catalogue = await core.registry.catalogue(site.id);
    const read = new Set<FactName>();
    const cells: Release['cells'] = (fact, ...asked) => {
      read.add(fact);
      return core.release.cells(fact, ...asked);
    };
    const ask = async (name: ReportName, given: Record<string, string>) => {
      const query = parseReportQuery(given, TODAY, name);
      if (!query.ok) throw new Error(query.issue.rule);
      await buildReport(name, query.value, { release: { ...core.release, cells }, site, catalogue });
    };
    for (const name of REPORT_NAMES) await ask(name, {});
    await ask('flows', { level: 'page' });
    for (const dimension of DEVICE_DIMENSIONS) await ask('devices', { dimension });
    expect(FACT_NAMES.filter((name) => !read.has(name))).toEqual([]);
  });
});

describe('the report', () => {
  it('overview has a row per day', async () => {
    const { rows, totals, facts } = await reportOf('overview');
    // 12 walks of three pages, and 2 glances of one: visits are one cell, so all 14 show.
    expect(rows).toEqual([{ day: DAY, visits: 14, visitors: 14, pageviews: 38 }]);
    expect(totals).toEqual({ visits: 14, visitors: 14, pageviews: 38 });
    expect(facts).toEqual({
      visit: { shown: 14, waiting: { rows: 0, n: 0 }, other: 0 },
      'visit.depth': { shown: 38, waiting: { rows: 0, n: 0 }, other: 0 },
    });
  });

  it('pages has views, entries, exits, bounces and engagement', async () => {
    const { rows, labels, waiting, totals } = await reportOf('pages');
    const bucket = bucketOf(5_000);
    // All in one bucket, which is spread evenly on the logarithmic scale.
    const within = (share: number): number => expect.closeTo(lowerEdgeMs(bucket) * (11 / 9) ** share, 3);
    const engaged = {
      engagement: within(0.5),
      engagementLower: within(0.25),
      engagementUpper: within(0.75),
    };
    const none = {
      ...{ entries: null, bounces: null, settledViews: 12, settledEntries: null },
      ...{ engagement: null, engagementLower: null, engagementUpper: null },
    };
    const home = { entries: 12, exits: 0, bounces: 0, settledEntries: 12 };
    expect([...rows].sort((x, y) => (x.page < y.page ? -1 : 1))).toEqual([
      { ...none, ...home, page: '/', category: null, views: 12, visitors: 12 },
      { ...none, page: '/c/kettles', category: 'kettles', views: 12, visitors: 12, exits: 0 },
      { ...none, page: '/p/k1', category: 'kettles', views: 12, visitors: 12, exits: 12, ...engaged },
    ]);
    expect(labels).toEqual({
      page: { '/c/kettles': 'Kettles', '/p/k1': 'Gooseneck kettle' },
      category: { kettles: 'All kettles' },
    });
    expect(totals).toEqual({ n: 36 });
    // Of two browsers not even the sum is told.
    expect(waiting).toEqual({ rows: 0, n: 0 });
  });

  it('categories has page types in parentheses beside categories', async () => {
    const { rows } = await reportOf('categories');
    expect(rows).toEqual([
      { category: 'kettles', views: 24, visitors: 12, entries: null, exits: 12, settledViews: 24 },
      { category: '(home)', views: 12, visitors: 12, entries: 12, exits: 0, settledViews: 12 },
    ]);
  });

  it('flows conserves at every node: entries and arrivals are exits and departures', async () => {
    const { rows } = await reportOf('flows');
    expect(rows).toEqual(
      expect.arrayContaining([
        { from: '(entry)', to: '(home)', n: 12, people: 12 },
        { from: '(home)', to: 'kettles', n: 12, people: 12 },
        { from: 'kettles', to: 'kettles', n: 12, people: 12 },
      ]),
    );
    expect(rows).toHaveLength(3);
    const categories = (await reportOf('categories')).rows;
    for (const { category, exits } of categories) {
      const sum = (node: 'from' | 'to') =>
        rows.filter((row) => row[node] === category).reduce((total, { n }) => total + n, 0);
      expect(sum('to'), category).toBe(sum('from') + (exits ?? 0));
    }
  });

  it('flows by page has pages as its nodes', async () => {
    const { rows } = await reportOf('flows', '&level=page');
    expect(rows.map(({ from, to, n }) => `${from} ${to} ${n}`).sort()).toEqual([
      '(entry) / 12',
      '/ /c/kettles 12',
      '/c/kettles /p/k1 12',
    ]);
  });

  it('steps has moves by their place in the visit', async () => {
    const { rows } = await reportOf('steps');
    expect(rows).toEqual([
      { step: 1, from: '(entry)', to: '(home)', n: 12, people: 12 },
      { step: 2, from: '(home)', to: 'kettles', n: 12, people: 12 },
      { step: 3, from: 'kettles', to: 'kettles', n: 12, people: 12 },
    ]);
  });

  it('trails has three nodes in a row', async () => {
    expect((await reportOf('trails')).rows).toEqual([
      { path: ['(home)', 'kettles', 'kettles'], n: 12, people: 12 },
    ]);
  });

  it('layout has a row per position and item; visits and clicks are told apart', async () => {
    const { rows, labels } = await reportOf('layout');
    expect(rows).toEqual([
      {
        page: '/c/kettles',
        zone: 'grid',
        slot: 1,
        item: 'K1',
        viewport: 's',
        exposed: 12,
        clicked: 12,
        added: null,
        ordered: 12,
        returned: 12,
        clicks: 24,
        value: 142_800,
      },
    ]);
    expect(labels).toEqual({
      page: { '/c/kettles': 'Kettles' },
      product: { K1: 'Gooseneck' },
      zone: { grid: 'Products' },
    });
  });

  it('zones has views by size of window, and what all pages share under (any)', async () => {
    const { rows, labels, waiting } = await reportOf('zones');
    expect(rows).toEqual([
      { page: '(any)', zone: 'head', viewport: 's', views: 36, exposed: 36, clicked: null, clicks: null },
      { page: '/c/kettles', zone: 'grid', viewport: 's', views: 12, exposed: 12, clicked: 12, clicks: 36 },
    ]);
    expect(labels).toEqual({ page: { '/c/kettles': 'Kettles' }, zone: { grid: 'Products' } });
    // Of two browsers not even the sum is told.
    expect(waiting).toEqual({ rows: 0, n: 0 });
  });

  it('elements has what was seen, clicked, and clicked in vain', async () => {
    const { rows, labels } = await reportOf('elements');
    const element = { page: '/c/kettles', element: 'grid/1', rage: null };
    expect(rows).toEqual([
      { ...element, viewport: 's', exposed: 12, clicked: 12, dead: 12 },
      { ...element, viewport: 'l', exposed: 12, clicked: null, dead: null },
    ]);
    expect(labels).toEqual({ page: { '/c/kettles': 'Kettles' } });
  });

  it('heatmap has clicks by cell, settled with the clicks on their element', async () => {
    const { rows, facts } = await reportOf('heatmap');
    expect(rows).toEqual([{ page: '/c/kettles', viewport: 's', element: 'grid/1', cell: 136, n: 24 }]);
    expect(facts).toEqual({ 'click.grid': { shown: 24, waiting: { rows: 0, n: 0 }, other: 0 } });
  });

  it('boxes has averages, and how many measurements are behind them', async () => {
    const { rows } = await reportOf('boxes');
    expect(rows).toEqual([
      {
        page: '/c/kettles',
        element: 'grid/1',
        viewport: 's',
        n: 12,
        x: 16,
        y: 344,
        width: 168,
        height: 264,
      },
    ]);
  });

  it.each(PAGE_REPORTS)(
    '%s of one page has its rows and what they add up to; what waits is told of all',
    async (name) => {
      const all = await reportOf(name);
      const one = await reportOf(name, `&page=${encodeURIComponent('/c/kettles')}`);
      expect(one.rows.length).toBeGreaterThan(0);
      expect(one.rows).toEqual(all.rows.filter(({ page }) => page === '/c/kettles'));
      const two = await reportOf(
        name,
        `&page=${encodeURIComponent('/c/kettles')}&page=${encodeURIComponent(ANY)}`,
      );
      expect(two.rows).toEqual(all.rows.filter(({ page }) => page === '/c/kettles' || page === ANY));
      const none = await reportOf(name, '&page=/nowhere');
      expect(none.rows).toEqual([]);
      expect(none.totals).toEqual({ n: 0 });
      for (const { totals, waiting, other, facts } of [one, two, none]) {
        expect(totals.n).toBe(Object.values(facts)[0]?.shown);
        expect({ waiting, other }).toEqual({ waiting: all.waiting, other: all.other });
        const hidden = (balances: Report['facts']) =>
          Object.entries(balances).map(([fact, balance]) => ({ fact, ...balance, shown: null }));
        expect(hidden(facts)).toEqual(hidden(all.facts));
      }
      expect((await http.get(`/v1/sites/shop/reports/${name}?page=`)).status).toBe(400);
    },
  );

  it('of one page adds up its rows alone', async () => {
    // Twelve browsers saw the head of any page three times, and the list once.
    expect((await reportOf('zones')).totals).toEqual({ n: 48 });
    const one = await reportOf('zones', `&page=${encodeURIComponent('/c/kettles')}`);
    expect(one.totals).toEqual({ n: 12 });
    expect(one.facts).toEqual({
      'zone.exposed': { shown: 12, waiting: { rows: 0, n: 0 }, other: 0 },
      'zone.clicked': { shown: 12, waiting: { rows: 0, n: 0 }, other: 0 },
    });
  });

  it('hours has visits by the hour in which they began, Monday 0:00 first', async () => {
    const { rows, totals } = await reportOf('hours');
    expect(rows).toEqual([
      { hour: 10, n: 12 },
      { hour: 34, n: 12 },
    ]);
    expect(totals).toEqual({ n: 24 });
  });

  it('durations has visits by engagement time, without those that went on, and their quartiles', async () => {
    const { rows, totals, facts } = await reportOf('durations');
    expect(rows).toEqual([{ fromMs: 56_363, toMs: 68_888, n: 12 }]);
    expect(totals).toEqual({
      n: 12,
      lowerQuartile: expect.closeTo(59_263, 0),
      median: expect.closeTo(62_312, 0),
      upperQuartile: expect.closeTo(65_518, 0),
    });
    expect(facts).toMatchObject({ 'visit.duration': { shown: 24 }, 'visit.resumed': { shown: 12 } });
  });

  it('returns has visits by days since the last one', async () => {
    expect((await reportOf('returns')).rows).toEqual([{ days: 9, n: 12 }]);
  });

  it('scroll has, by page, how many views came as far as each tenth', async () => {
    const { rows, labels, waiting } = await reportOf('scroll');
    const page = '/c/kettles';
    expect(rows).toEqual([
      { page, tenth: 1, n: null, reached: 36 },
      { page, tenth: 2, n: null, reached: 36 },
      { page, tenth: 3, n: 24, reached: 36 },
      { page, tenth: 4, n: null, reached: 12 },
      { page, tenth: 5, n: 12, reached: 12 },
    ]);
    expect(labels).toEqual({ page: { '/c/kettles': 'Kettles' } });
    // Of two browsers not even the sum is told.
    expect(waiting).toEqual({ rows: 0, n: 0 });
  });

  it('experiments has what came of each arm beside the visits that were shown it', async () => {
    const { rows, waiting, labels, declared } = await reportOf('experiments');
    const arm = { experiment: 'hero', arm: 'b', exposed: 24, people: 12 };
    expect(rows).toEqual([
      { ...arm, metric: '(any)', n: 24 },
      { ...arm, metric: 'order', n: 12 },
    ]);
    // Of an outcome of two browsers not even the sum is told.
    expect(waiting).toEqual({ rows: 0, n: 0 });
    // By their titles, beside what the store declared of them.
    expect([labels.experiment, declared]).toEqual([{ hero: HERO.title }, [HERO]]);
    expect(await reportOf('pages')).not.toHaveProperty('declared');
  });

  it('search has terms that k browsers sent, and what became of them', async () => {
    const { rows, waiting, other } = await reportOf('search');
    expect(rows).toEqual([
      { term: 'kettel', asked: 12, empty: 12, clicked: null, refined: 12 },
      { term: 'kettle', asked: 12, empty: null, clicked: 12, refined: null },
    ]);
    // A term of two visitors has no name yet: it is counted, told of only with others, and not kept.
    expect({ waiting, other }).toEqual({ waiting: { rows: 0, n: 0 }, other: 0 });
  });

  it('refinements has what was asked, and then', async () => {
    expect((await reportOf('refinements')).rows).toEqual([
      { from: 'kettel', to: 'kettle', n: 12, people: 12 },
    ]);
  });

  it('finds has the node that was tried first, a page type too', async () => {
    const { rows, labels } = await reportOf('finds');
    expect(rows).toEqual([
      { item: 'K1', tried: '(search)', found: 'kettles', route: 'direct', n: 12, people: 12 },
    ]);
    expect(labels).toEqual({ product: { K1: 'Gooseneck' }, category: { kettles: 'All kettles' } });
  });

  it('funnel has all visits first, and stages that nobody is known to have reached are null', async () => {
    const none = { cart: null, checkout: null };
    expect((await reportOf('funnel')).rows).toEqual([
      { category: '(any)', list: 14, product: 12, ...none, order: 12 },
      { category: 'kettles', list: 12, product: 12, ...none, order: null },
    ]);
    expect((await reportOf('funnel', '&slice=viewport:s')).rows).toHaveLength(2);
  });

  it('products has visits and values by currency', async () => {
    const { rows, labels } = await reportOf('products');
    expect(rows).toEqual([
      { item: 'K1', currency: 'EUR', added: 12, ordered: 12, addedValue: 142_800, orderedValue: 142_800 },
    ]);
    expect(labels).toEqual({ product: { K1: 'Gooseneck' } });
  });

  it('purchases has visits that ordered, and no value while fewer than k orders wait under their products', async () => {
    const { rows, totals, other } = await reportOf('purchases');
    expect(rows).toEqual([{ currency: 'EUR', orders: 12, value: null }]);
    expect({ totals, other }).toEqual({ totals: { n: 12 }, other: 10 });
  });

  it('campaigns has those of k browsers', async () => {
    expect((await reportOf('campaigns')).rows).toEqual([{ value: 'spring', n: 12, people: 12 }]);
  });

  it('faults has the parts of the script that failed', async () => {
    expect((await reportOf('faults')).rows).toEqual([{ reason: 'layout', n: 12, people: 12 }]);
  });

  it.each(REPORT_NAMES)(
    '%s has the slices that are kept of its first fact, and refuses others',
    async (name) => {
      const [fact] = Object.keys((await reportOf(name)).facts) as [FactName];
      const { slices } = factOf(fact);
      for (const [slice, isKept] of [
        ['*', true],
        ['device:phone', slices !== 'none'],
        ['viewport:s', slices === 'all'],
        ['country:DE', slices === 'all'],
      ] as const) {
        const response = await http.get(`/v1/sites/shop/reports/${name}?slice=${slice}`);
        expect([slice, response.status]).toEqual([slice, isKept ? 200 : 400]);
        if (!isKept) expect(await response.json()).toMatchObject({ field: 'slice' });
      }
    },
  );

  it.each([
    { dimension: 'model', value: 'Pixel 9' },
    { dimension: 'browser', value: 'Firefox' },
    { dimension: 'os', value: 'Android' },
    { dimension: 'viewport', value: 's' },
  ])('devices by $dimension has $value', async ({ dimension, value }) => {
    expect((await reportOf('devices', `&dimension=${dimension}`)).rows).toEqual([
      { value, n: 12, people: 12 },
    ]);
  });

  it.each([
    { question: 'devices', dimension: 'class', value: 'phone' },
    { question: 'sources', dimension: 'kind', value: 'referral' },
  ] as const)(
    '$question by $dimension has the visits of each such slice that k browsers stand behind',
    async (asked) => {
      const { rows, totals, facts } = await reportOf(asked.question, `&dimension=${asked.dimension}`);
      expect(rows).toEqual([{ value: asked.value, n: 12, people: 12 }]);
      // Of all visits: the two of another slice are among them.
      expect(totals).toEqual({ n: 14 });
      expect(facts).toEqual({ visit: { shown: 14, waiting: { rows: 0, n: 0 }, other: 0 } });
    },
  );

  it.each([
    ['devices', 'class'],
    ['sources', 'kind'],
  ])('%s by %s is not had in a slice', async (name, dimension) => {
    const answer = await http.get(`/v1/sites/shop/reports/${name}?dimension=${dimension}&slice=country:DE`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ field: 'slice' });
  });

  it.each([
    ['devices', 'class', 'phone'],
    ['sources', 'kind', 'referral'],
  ])('%s by %s is had as CSV', async (name, dimension, value) => {
    const answer = await http.get(
      `/v1/sites/shop/reports/${name}?from=${DAY}&to=${DAY}&dimension=${dimension}&format=csv`,
    );
    expect(await answer.text()).toBe(`value,n,people\r\n${value},12,12\r\n`);
  });

  it('countries shows those of k browsers', async () => {
    const { rows, waiting } = await reportOf('countries');
    expect(rows).toEqual([{ value: 'DE', n: 12, people: 12 }]);
    // Of two browsers not even the sum is told.
    expect(waiting).toEqual({ rows: 0, n: 0 });
  });

  it('sources has the referring sites', async () => {
    expect((await reportOf('sources')).rows).toEqual([{ value: 'search.example', n: 12, people: 12 }]);
  });

  it('consent has those who agreed by day, and no share where nobody is known to have refused', async () => {
    const { rows, coverage, totals, facts } = await reportOf('consent');
    expect(rows).toEqual([{ value: DAY, accepted: 12, chosen: null, rejected: null, coverage: null }]);
    expect(coverage).toBeNull();
    expect(totals).toEqual({ n: 12 });
    expect(facts).toEqual({ 'consent.choice': { shown: 12, waiting: { rows: 0, n: 0 }, other: 0 } });
  });

  it.each([
    { dimension: 'device', value: 'phone' },
    { dimension: 'country', value: 'DE' },
    { dimension: 'statement', value: STATEMENT },
  ])('consent by $dimension has $value', async ({ dimension, value }) => {
    expect((await reportOf('consent', `&dimension=${dimension}`)).rows).toEqual([
      { value, accepted: 12, chosen: null, rejected: null, coverage: null },
    ]);
  });

  it('preferences has the answers, and the names that the store gives them', async () => {
    const { rows, labels } = await reportOf('preferences');
    expect(rows).toEqual([{ key: 'colour', value: 'green', n: 12, people: 12 }]);
    expect(labels).toEqual({ preference: { colour: 'Favourite colour' } });
  });

  it('may be asked for one slice', async () => {
    expect((await reportOf('overview', '&slice=country:DE')).totals).toEqual({
      visits: 12,
      visitors: 12,
      pageviews: 36,
    });
  });
});

describe('the share of choices that agreed', () => {
  const choice = (chosen: string): Increment => ['consent.choice', [STATEMENT, 'banner', chosen], 1, 2];

  it('is told with every report, over its days and in its slice, once refusals are counted', async () => {
    const core = await assemble(openSqliteStore(':memory:'));
    await core.addSite({ k: 10 }, [{ kind: 'statement', text: STATEMENT }]);
    const phone = { device: 'phone', country: 'DE' };
    await count(core, 'shop', '2026-11-20', 20, [['visit', [], 1, 2], choice('accepted')], phone);
    await count(core, 'shop', '2026-11-20', 20, [choice('rejected')], phone);
    await count(core, 'shop', '2026-11-20', 10, [choice('rejected')], { device: 'desktop', country: 'DE' });
    await count(core, 'shop', '2026-11-21', 15, [choice('chosen')], phone);
    await seal(core, 'shop', '2026-11-21');
    const { get } = createTestApp(core);
    const ask = async (name: ReportName, query = '', from = '2026-11-20'): Promise<Report> =>
      (await get(`/v1/sites/shop/reports/${name}?to=2026-11-21&from=${from}${query}`)).json() as never;
    for (const name of REPORT_NAMES) expect((await ask(name)).coverage, name).toBe(35 / 65);
    expect((await ask('pages', '&slice=device:phone')).coverage).toBe(35 / 55);
    expect((await ask('pages', '&slice=device:desktop')).coverage).toBeNull();
    expect((await ask('pages', '', '2026-11-21')).coverage).toBeNull();
    expect((await ask('consent')).rows).toEqual([
      { value: '2026-11-20', accepted: 20, chosen: null, rejected: 30, coverage: 0.4 },
      { value: '2026-11-21', accepted: null, chosen: 15, rejected: null, coverage: null },
    ]);
    expect((await ask('consent', '&dimension=device')).rows).toEqual([
      { value: 'phone', accepted: 20, chosen: 15, rejected: 20, coverage: 35 / 55 },
      { value: 'desktop', accepted: null, chosen: null, rejected: 10, coverage: null },
    ]);
    expect((await ask('consent', '&dimension=statement')).rows).toEqual([
      { value: STATEMENT, accepted: 20, chosen: 15, rejected: 30, coverage: 35 / 65 },
    ]);
  });
});

describe('a report as CSV', () => {
  it('is a file with a name, and the rows of the report', async () => {
    const response = await http.get(`/v1/sites/shop/reports/flows?from=${DAY}&to=${DAY}&format=csv`);
    expect(response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('Content-Disposition')).toBe(
      `attachment; filename="shop-flows-${DAY}-${DAY}.csv"`,
    );
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    const lines = (await response.text()).trimEnd().split('\r\n');
    expect(lines[0]).toBe('from,to,n,people');
    expect(lines.slice(1).sort()).toEqual([
      '(entry),(home),12,12',
      '(home),kettles,12,12',
      'kettles,kettles,12,12',
    ]);
  });

  it.each([
    { name: 'hours', lines: ['hour,n', '10,12', '34,12'] },
    { name: 'durations', lines: ['fromMs,toMs,n', '56363,68888,12'] },
    { name: 'returns', lines: ['days,n', '9,12'] },
    {
      name: 'experiments',
      lines: ['experiment,arm,metric,exposed,n,people', 'hero,b,(any),24,24,12', 'hero,b,order,24,12,12'],
    },
    { name: 'scroll', lines: ['page,tenth,n,reached', '/c/kettles,1,,36', '/c/kettles,2,,36'] },
  ])('has the columns of $name', async ({ name, lines }) => {
    const response = await http.get(`/v1/sites/shop/reports/${name}?from=${DAY}&to=${DAY}&format=csv`);
    expect((await response.text()).split('\r\n').slice(0, lines.length)).toEqual(lines);
  });

  it('leaves null empty', async () => {
    const response = await http.get(`/v1/sites/shop/reports/layout?from=${DAY}&to=${DAY}&format=csv`);
    expect((await response.text()).split('\r\n')[1]).toBe('/c/kettles,grid,1,K1,s,12,12,,12,12,24,142800');
  });
});

describe('labels', () => {
  it('are kept by kind: a product and a category with one text have each its own', async () => {
    const core = await assemble(openSqliteStore(':memory:'));
    await core.addSite({ k: 10 }, [
      { kind: 'product', text: 'kettles', label: 'Box of two kettles' },
      { kind: 'category', text: 'kettles', label: 'All kettles' },
    ]);
    await count(core, 'shop', DAY, 10, [['find', ['kettles', 'kettles', 'kettles', 'direct'], 1, 2]]);
    await seal(core, 'shop', DAY);
    const response = await createTestApp(core).get('/v1/sites/shop/reports/finds');
    expect(((await response.json()) as Report).labels).toEqual({
      product: { kettles: 'Box of two kettles' },
      category: { kettles: 'All kettles' },
    });
  });

  it('may be of terms that are called like parts of an object', async () => {
    const core = await assemble(openSqliteStore(':memory:'));
    await core.addSite({ k: 10 }, [{ kind: 'product', text: '__proto__', label: 'Prototype' }]);
    await count(core, 'shop', DAY, 10, [['commerce.added', ['__proto__', 'EUR'], 1, 2, 100]]);
    await seal(core, 'shop', DAY);
    const response = await createTestApp(core).get('/v1/sites/shop/reports/products');
    expect(await response.text()).toContain('"labels":{"product":{"__proto__":"Prototype"}}');
  });
});

describe('the value of purchases', () => {
  const purchase: Increment = ['commerce.purchase', ['EUR'], 1, 2, 5_000];
  const ordered = (item: string): Increment => ['commerce.ordered', [item, 'EUR'], 1, 2, 5_000];

  async function openShop() {
    // Without families, which hide more of what is ordered.
    const core = await assemble(openSqliteStore(':memory:'), { families: false });
    await core.addSite({ k: 10 }, [
      { kind: 'product', text: 'K1' },
      { kind: 'product', text: 'K2' },
    ]);
    const { get } = createTestApp(core);
    const value = async (): Promise<number | null | undefined> => {
      const report = (await (await get('/v1/sites/shop/reports/purchases')).json()) as Report<'purchases'>;
      return report.rows[0]?.value;
    };
    return { core, value };
  }

  it('is not told while fewer than k orders wait, however many come today', async () => {
    const { core, value } = await openShop();
    await count(core, 'shop', DAY, 12, [purchase, ordered('K1')]);
    await count(core, 'shop', DAY, 3, [purchase, ordered('K2')]);
    await seal(core, 'shop', DAY);
    expect(await value()).toBeNull();
    await count(core, 'shop', TODAY, 9, [purchase, ordered('K2')]);
    expect(await value()).toBeNull();
    await count(core, 'shop', TODAY, 20, [purchase, ordered('K1')]);
    expect(await value()).toBeNull();
    await seal(core, 'shop', TODAY);
    expect(await value()).toBe(44 * 5_000);
  });

  it('is not told while fewer than k orders are of products without a name', async () => {
    const { core, value } = await openShop();
    await count(core, 'shop', DAY, 12, [purchase, ordered('K1')]);
    await count(core, 'shop', DAY, 1, [purchase, ['commerce.ordered', ['(other)', '(other)'], 1, 0, 5_000]]);
    await seal(core, 'shop', DAY);
    expect(await value()).toBeNull();
  });

  it('is told where no order is hidden, whatever is open today', async () => {
    const { core, value } = await openShop();
    await count(core, 'shop', DAY, 12, [purchase, ordered('K1')]);
    await seal(core, 'shop', DAY);
    await count(core, 'shop', TODAY, 3, [purchase, ordered('K2')]);
    expect(await value()).toBe(12 * 5_000);
  });
});
