import {
  bucketOf,
  type Increment,
  lowerEdgeMs,
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

let http: TestApp;

beforeAll(async () => {
  const core = await assemble(openSqliteStore(':memory:'));
  const site = await core.addSite({ k: 10 }, [
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
    slices: { viewport: 's', device: 'phone', browser: 'Firefox', os: 'Android', country: 'DE' },
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
        ...['labels', 'coverage'],
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
    const engagement = rows.find(({ page }) => page === '/p/k1')?.engagement ?? 0;
    const bucket = bucketOf(5_000);
    expect(engagement).toBeGreaterThanOrEqual(lowerEdgeMs(bucket));
    expect(engagement).toBeLessThanOrEqual(lowerEdgeMs(bucket + 1));
    const none = { entries: null, bounces: null, engagement: null };
    expect([...rows].sort((x, y) => (x.page < y.page ? -1 : 1))).toEqual([
      { ...none, page: '/', category: null, views: 12, visitors: 12, entries: 12, exits: 0, bounces: 0 },
      { ...none, page: '/c/kettles', category: 'kettles', views: 12, visitors: 12, exits: 0 },
      { ...none, page: '/p/k1', category: 'kettles', views: 12, visitors: 12, exits: 12, engagement },
    ]);
    expect(labels).toEqual({ '/c/kettles': 'Kettles', '/p/k1': 'Gooseneck kettle', kettles: 'All kettles' });
    expect(totals).toEqual({ n: 36 });
    expect(waiting).toEqual({ rows: 1, n: 2 });
  });

  it('categories has page types in parentheses beside categories', async () => {
    const { rows } = await reportOf('categories');
    expect(rows).toEqual([
      { category: 'kettles', views: 24, visitors: 12, entries: null, exits: 12 },
      { category: '(home)', views: 12, visitors: 12, entries: 12, exits: 0 },
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
        ordered: null,
        clicks: 24,
      },
    ]);
    expect(labels).toEqual({ '/c/kettles': 'Kettles', K1: 'Gooseneck', grid: 'Products' });
  });

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

  it('countries shows those of k browsers, and what waits as one figure', async () => {
    const { rows, waiting } = await reportOf('countries');
    expect(rows).toEqual([{ value: 'DE', n: 12, people: 12 }]);
    expect(waiting).toEqual({ rows: 1, n: 2 });
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
    expect(labels).toEqual({ colour: 'Favourite colour' });
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

  it('leaves null empty', async () => {
    const response = await http.get(`/v1/sites/shop/reports/layout?from=${DAY}&to=${DAY}&format=csv`);
    expect((await response.text()).split('\r\n')[1]).toBe('/c/kettles,grid,1,K1,s,12,12,,,24');
  });
});
