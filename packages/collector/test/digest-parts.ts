/** Reports of an invented week, as small as a digest can be made of. */
import type { Action } from '@holloway/insight';
import type { Report, ReportName, ReportRows } from '@holloway/protocol';
import type { DigestParts, WeekReports } from '../src/digest/compose.ts';

type Given<R extends ReportName> = Partial<Omit<Report<R>, 'rows'>> & {
  readonly rows?: readonly Partial<ReportRows[R]>[];
};

function report<R extends ReportName>(name: R, from: string, to: string, given: Given<R> = {}): Report<R> {
  const whole: Record<keyof Report, unknown> = {
    ...{ report: name, site: 'garden', from, to, monthsThrough: null, slice: '*', k: 10 },
    ...{ totals: { n: 0 }, rows: [], waiting: { rows: 0, n: 0 }, other: 0, facts: {}, labels: {} },
    ...{ declared: undefined, coverage: null },
    ...given,
  };
  return whole as Report<R>;
}

/** Views in tens, of 1,000 tens, by page and by category: so many that each day is told on that day. And what was ordered. */
export function weekOf(
  from: string,
  to: string,
  given: {
    readonly visits?: number | null;
    readonly visitors?: readonly (number | null)[];
    readonly pages?: { readonly [page: string]: number };
    readonly categories?: { readonly [category: string]: number };
    readonly added?: { readonly [item: string]: number };
    readonly orders?: readonly Partial<ReportRows['purchases']>[];
    readonly coverage?: number | null;
    readonly waiting?: Report['waiting'];
    readonly labels?: Report['labels'];
  } = {},
): WeekReports {
  const { visits = null, visitors = [], pages = {}, categories = {}, added = {}, orders = [] } = given;
  const { coverage = null, waiting = { rows: 0, n: 0 }, labels = {} } = given;
  const totals = { n: 10_000 };
  return {
    overview: report('overview', from, to, {
      totals: { visits, visitors: null, pageviews: visits === null ? null : 3 * visits },
      rows: visitors.map((each) => ({ visitors: each })),
      coverage,
    }),
    purchases: report('purchases', from, to, { rows: orders }),
    pages: report('pages', from, to, {
      totals,
      waiting,
      labels,
      rows: Object.entries(pages).map(([page, n]) => ({ page, views: 10 * n, visitors: 10 * n })),
    }),
    categories: report('categories', from, to, {
      totals,
      labels,
      rows: Object.entries(categories).map(([category, n]) => ({
        category,
        views: 10 * n,
        visitors: 10 * n,
      })),
    }),
    products: report('products', from, to, {
      labels,
      rows: Object.entries(added).map(([item, n]) => ({ item, added: n })),
    }),
  };
}

const LABELS: Report['labels'] = {
  category: { kettles: 'Kettles', 'kettles/gooseneck': 'Gooseneck' },
  page: { '/c/kettles': 'All kettles <new>', '/p/heron': 'Heron' },
  product: { 'KE-101': 'Heron “Gold”' },
};

function action(id: string, claim: Action['claim'], more: Partial<Action> = {}): Action {
  const finding: Action['findings'][0] = {
    ...{ subject: {}, claim, evidence: {}, effect: null, gain: null, certainty: { by: 'design' } },
    ...more,
  };
  return {
    ...finding,
    ...{ id, type: claim.key, verb: 'fix', trial: { by: 'before-after', visits: null } },
    findings: [finding],
    ...more,
  };
}

export const ACTIONS: readonly Action[] = [
  action(
    'cross-list:1',
    {
      key: 'cross-list',
      values: { item: 'KE-101', tried: 'kettles/gooseneck', found: 'kettles', wrong: 42, expected: 3 },
    },
    { gain: { of: 'finds', perWeek: 10.5, low: 7 } },
  ),
  action('dead-end:1', {
    key: 'dead-end',
    values: { node: '/p/heron', kind: 'product', rate: 0.8, pooled: 0.4 },
  }),
  action('no-result:1', {
    key: 'no-result',
    values: { term: 'tea pot', asked: 40, empty: 38, meant: null, category: null },
  }),
  action('traffic-split:1', {
    key: 'traffic-split',
    values: { experiment: 'hero', arm: 'b', control: 'a' },
  }),
  action('bury:1', {
    key: 'bury',
    values: { item: 'KE-101', slot: 1, rate: 0.01, common: 0.1, positionFree: true },
  }),
  action('keep-first:1', { key: 'keep-first', values: { item: 'KE-101', slot: 1, rate: 0.2, common: 0.1 } }),
  action('add-link:1', {
    key: 'add-link',
    values: { from: 'kettles', over: '(search)', to: '(cart)', share: 0.3 },
  }),
];

export function partsOf(given: Partial<DigestParts> = {}): DigestParts {
  return {
    site: { id: 'garden', name: 'Garden & Tea', currency: 'EUR' },
    k: 10,
    language: 'en',
    url: 'https://stats.example.com',
    week: { from: '2026-11-16', to: '2026-11-22' },
    now: weekOf('2026-11-16', '2026-11-22', {
      visits: 1_204,
      visitors: [150, 160, null, 170],
      pages: { '/c/kettles': 180, '/p/heron': 300, '(other)': 90 },
      categories: { 'kettles/gooseneck': 250, '(home)': 300 },
      added: { 'KE-101': 80, 'KE-102': 80 },
      orders: [
        { currency: 'EUR', orders: 40, value: 123_450 },
        { currency: '(other)', orders: 12, value: null },
      ],
      coverage: 0.614,
      waiting: { rows: 12, n: 1_040 },
      labels: LABELS,
    }),
    before: weekOf('2026-11-09', '2026-11-15', {
      visits: 1_115,
      visitors: [160, 160, 160],
      pages: { '/c/kettles': 100, '/p/heron': 301, '(other)': 300 },
      categories: { 'kettles/gooseneck': 250, '(home)': 410 },
      added: { 'KE-101': 79, 'KE-102': 81 },
      orders: [{ currency: 'EUR', orders: 52, value: 120_000 }],
    }),
    lastYear: { ...weekOf('2025-11-17', '2025-11-23', { visits: 2_408 }) },
    advice: {
      ...{ site: 'garden', from: '2026-10-26', to: '2026-11-22', slice: '*', k: 10, days: 28 },
      ...{ actions: ACTIONS, withheld: [], labels: LABELS },
    },
    decided: new Set(['dead-end:1']),
    ...given,
  };
}
