/**
 * Every report on the real click-stream against the truth, which is computed from the CSV without the product's
 * code. The history is imported by the collector's own command, the reports are asked for over HTTP.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, createApi } from '../support/api.ts';
import { type Collector, createCollector } from '../support/collector.ts';
import { parseCsv } from '../support/csv.ts';
import { balanceOf, canonical, type Range, type Row } from './expected-reports.ts';
import { COUNTED_FACTS, REPORT_CASES } from './report-cases.ts';
import { type Sealed, seal, type Told } from './sealing.ts';
import { findFolder, readSessions } from './sessions.ts';
import { toldCells } from './told-cells.ts';
import {
  type CellName,
  type Counts,
  countByDay,
  type DayOfCounts,
  ENTRY,
  keyOf,
  named,
  sum,
  totalOf,
} from './truth.ts';

const SITE = 'eshop2008';
const ALL_DAYS: Range = { from: '2008-04-01', to: '2008-08-13' };
const TWO_WEEKS: Range = { from: '2008-05-05', to: '2008-05-18' };
const SLICES = ['*', 'country:PL', 'country:CZ', 'country:DE'];
const K = 10;
const down = (value: number): number => value - (value % K);
/** Counts without a name are told in steps of k; what is less than a step is told as waiting. */
const asTold = ({ shown, waiting, other }: ReturnType<typeof balanceOf>) => ({
  shown,
  waiting: { ...waiting, n: waiting.n + (other % K) },
  other: down(other),
});

const folder = findFolder();
if (folder === null) {
  console.warn('the real eshop2008 data is not at hand (HOLLOWAY_ESHOP2008): no report is compared with it');
}

interface Judge {
  readonly truth: Counts;
  readonly sealed: Sealed;
  /** The days after which no category and no move between two of them waited. */
  readonly clearDays: readonly string[];
}

function clearDays(days: readonly DayOfCounts[], told: Told): readonly string[] {
  const ofCategories = days.map(({ day, counts }) => ({
    day,
    counts: new Map([...counts].filter(([key]) => key.startsWith('["category'))),
  }));
  return seal(ofCategories, undefined, told).clearDays;
}

async function judges(api: Api): Promise<ReadonlyMap<string, Judge>> {
  const sessions = folder === null ? [] : readSessions(folder);
  const everyDay = countByDay(sessions).map(({ day }) => day);
  const found = new Map<string, Judge>();
  for (const slice of SLICES) {
    const counted = countByDay(
      sessions.filter(({ country }) => slice === '*' || slice === `country:${country}`),
    );
    const byDay = new Map(counted.map(({ day, counts }) => [day, counts]));
    // What waited for another's sake may be told on a day on which it was not counted.
    const days = everyDay.map((day) => ({ day, counts: byDay.get(day) ?? new Map() }));
    const told = await toldCells(api, slice, everyDay);
    found.set(slice, {
      truth: sum(days.map(({ counts }) => counts)),
      sealed: seal(days, undefined, told),
      clearDays: clearDays(days, told),
    });
  }
  return found;
}

const DIMENSIONS = ['day', 'page', 'category', 'from', 'to', 'step', 'path', 'zone', 'slot', 'item', 'value'];
/** What a row is about. */
const subjectOf = (row: Row): string => JSON.stringify(DIMENSIONS.map((name) => row[name]));
/** What it says of it. */
const measuresOf = (row: Row): [string, number][] =>
  Object.entries(row).flatMap(([name, value]) =>
    typeof value === 'number' && !DIMENSIONS.includes(name) ? [[name, value]] : [],
  );

const csvField = (value: unknown): string => {
  if (value === null) return '';
  return Array.isArray(value) ? value.join(' > ') : String(value);
};

const add = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

describe.skipIf(folder === null)('the reports of the real click-stream', () => {
  let bySlice: ReadonlyMap<string, Judge> = new Map();
  const judgeOf = (slice: string): Judge => {
    const judge = bySlice.get(slice);
    if (judge === undefined) throw new Error(`no judge for ${slice}`);
    return judge;
  };

  let collector: Collector;
  let api: Api;
  beforeAll(async () => {
    collector = await createCollector();
    await collector.holloway('demo', 'eshop2008', '--from', folder ?? '');
    const key = await collector.addKey(SITE);
    await collector.start();
    api = createApi(collector.url, SITE, key);
    bySlice = await judges(api);
  });
  afterAll(() => collector?.remove());

  describe.each(SLICES)('in slice %s', (slice) => {
    const cases = REPORT_CASES.filter(({ sliced }) => slice === '*' || sliced);

    it.each(cases)(
      '$name: has the rows that k browsers stand behind, and no others',
      async ({ report, query, expected }) => {
        const { sealed } = judgeOf(slice);
        for (const range of [ALL_DAYS, TWO_WEEKS]) {
          const { rows, k } = await api.report(report, { ...query, ...range, slice });
          expect(k).toBe(K);
          expect(canonical(rows)).toEqual(canonical(expected(sealed, range)));
        }
      },
    );

    it.each(cases)('$name: shown, waiting and other are what was counted', async ({ report, query }) => {
      const { truth, sealed } = judgeOf(slice);
      const { facts, waiting, other } = await api.report(report, { ...query, ...ALL_DAYS, slice });
      const read = COUNTED_FACTS.filter(({ fact }) => facts[fact] !== undefined);
      expect(read).not.toEqual([]);
      expect([waiting, other]).toEqual([Object.values(facts)[0]?.waiting, Object.values(facts)[0]?.other]);
      for (const { fact, of, measure } of read) {
        const balance = balanceOf(sealed, of, measure);
        const { shown = 0, waiting, other = 0 } = facts[fact] ?? {};
        const told = shown + (waiting?.n ?? 0) + other;
        const counted = measure(totalOf(truth, of));
        if (slice === '*') {
          expect({ [fact]: facts[fact] }).toEqual({ [fact]: asTold(balance) });
          expect(told).toBe(counted);
        } else {
          // Of a slice, waiting and other are told in steps of k, as they were when k browsers stood behind a change.
          expect(shown).toBe(balance.shown);
          expect([(waiting?.n ?? 0) % K, other % K]).toEqual([0, 0]);
          expect(told).toBeLessThanOrEqual(counted);
        }
      }
    });

    // A day of the overview may show what waited before it; over all days it says no more than the truth either.
    it.each(cases.filter(({ report }) => report !== 'overview'))(
      '$name: says no more of anything than the truth',
      async ({ report, query, expected }) => {
        const { truth } = judgeOf(slice);
        const everything = {
          rows: [{ day: ALL_DAYS.to, counts: truth }],
          waiting: new Map(),
          other: new Map(),
        };
        const most = new Map(
          expected(everything, ALL_DAYS).map((row) => [subjectOf(row), new Map(measuresOf(row))] as const),
        );
        const { rows } = await api.report(report, { ...query, ...ALL_DAYS, slice });
        for (const row of rows as readonly object[] as readonly Row[]) {
          for (const [measure, value] of measuresOf(row)) {
            expect(value).toBeLessThanOrEqual(most.get(subjectOf(row))?.get(measure) ?? 0);
          }
        }
      },
    );

    it.each(cases)('$name: is the same as CSV', async ({ report, query }) => {
      const asked = { ...query, ...ALL_DAYS, slice };
      const { rows } = await api.report(report, asked);
      const columns = Object.keys(rows[0] ?? {});
      const values = (rows as readonly object[] as readonly Row[]).map((row) =>
        columns.map((column) => csvField(row[column])),
      );
      const csv = await api.reportText(report, { ...asked, format: 'csv' });
      expect(parseCsv(csv)).toEqual(rows.length === 0 ? [] : [columns, ...values]);
    });
  });

  it('conserve: entries and arrivals are exits and departures, at every category', async () => {
    const to = judgeOf('*').clearDays.at(-1);
    expect(to).toBeDefined();
    const range = { from: ALL_DAYS.from, to: to ?? '' };
    const [{ rows: categories }, { rows: flows }] = await Promise.all([
      api.report('categories', range),
      api.report('flows', { ...range, level: 'category' }),
    ]);
    expect(categories).toHaveLength(4);
    for (const { category, entries, exits, views } of categories) {
      const arrivals = add(
        flows.filter(({ from, to }) => from !== ENTRY && to === category).map(({ n }) => n),
      );
      const departures = add(flows.filter(({ from }) => from === category).map(({ n }) => n));
      expect((entries ?? 0) + arrivals).toBe((exits ?? 0) + departures);
      expect(views).toBe((exits ?? 0) + departures);
    }
  });

  it('conserve at every page but for moves that are too rare to show, which are told', async () => {
    const { truth } = judgeOf('*');
    const { rows, waiting, other } = await api.report('flows', { ...ALL_DAYS, level: 'page' });
    const hidden = named(truth, 'page').map(({ cell: [, page], count }) => {
      const arrivals = add(rows.filter(({ to }) => to === page).map(({ n }) => n));
      const departures = add(rows.filter(({ from }) => from === page).map(({ n }) => n));
      expect(arrivals).toBeLessThanOrEqual(count.n);
      expect(departures).toBeLessThanOrEqual(count.n - count.also);
      return count.n - arrivals;
    });
    expect(add(hidden)).toBe(waiting.n + other);
  });

  it.each<{ slice: string; of: CellName; share: string }>([
    { slice: '*', of: 'visit', share: '100.0 %' },
    { slice: '*', of: 'category', share: '99.9 %' },
    { slice: '*', of: 'category move', share: '99.7 %' },
    { slice: '*', of: 'step', share: '98.9 %' },
    { slice: '*', of: 'trail', share: '99.0 %' },
    { slice: '*', of: 'page', share: '99.1 %' },
    { slice: '*', of: 'slot', share: '99.5 %' },
    { slice: '*', of: 'country', share: '98.5 %' },
    { slice: '*', of: 'entry', share: '86.4 %' },
    { slice: '*', of: 'page move', share: '35.7 %' },
    { slice: 'country:PL', of: 'visit', share: '99.9 %' },
    { slice: 'country:PL', of: 'category', share: '84.9 %' },
    { slice: 'country:PL', of: 'page', share: '7.7 %' },
  ])('show $share of what is counted of $of in $slice', ({ slice, of, share }) => {
    const { truth, sealed } = judgeOf(slice);
    const shown = totalOf(sum(sealed.rows.map(({ counts }) => counts)), of).n;
    expect(`${((100 * shown) / totalOf(truth, of).n).toFixed(1)} %`).toBe(share);
  });

  it('do not tell by their order which of two equal rows was counted first', async () => {
    const { rows } = await api.report('countries', ALL_DAYS);
    const byName = [...rows].sort((a, b) => b.n - a.n || (a.value < b.value ? -1 : 1));
    expect(rows).toEqual(byName);
  });

  it('list every slice that k browsers stand behind', async () => {
    const { sealed } = judgeOf('*');
    const shown = sum(sealed.rows.map(({ counts }) => counts));
    // Equally visited ones by name: any other order would be that of arrival.
    const countries = named(shown, 'country')
      .map(({ cell: [, country], count }) => ({ country, n: count.n }))
      .sort((a, b) => b.n - a.n || (a.country < b.country ? -1 : 1));
    expect(await api.slices()).toEqual(countries.map(({ country }) => `country:${country}`));
    expect(shown.has(keyOf(['country', 'FO']))).toBe(false);
  });
});
