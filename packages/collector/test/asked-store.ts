/**
 * A small store that is visited for some days and asked for everything: what was counted, who stands behind it, and all
 * that is told of it. Visits are folded and marked by the SDK's own code.
 */
import { dayFromNumber, dayNumber, type FactName, factOf } from '@holloway/protocol';
import { groupBy, type TrueCount, Truth } from './attacker.ts';
import { createBrowser, pageview } from './browser.ts';
import { declared, type TestCore } from './core.ts';

export const K = 3;
const FIRST_DAY = dayNumber('2026-06-01');
const PAGES = ['/a', '/b', '/c'] as const;
const DEPTHS = [1, 2, 3] as const;
const ENTRY = '(entry)';
const WAITING_DAYS = 28;

export interface Visited {
  readonly browser: number;
  /** Days after the first. */
  readonly day: number;
  /** At most as many as `DEPTHS`. */
  readonly pages: readonly (typeof PAGES)[number][];
}

export type Cell = readonly [fact: FactName, dimensions: readonly (string | number)[]];

/** All that may be counted in this store, in every slice. */
export const CELLS: readonly Cell[] = [
  ['visit', []],
  ...DEPTHS.map((depth): Cell => ['visit.depth', [depth]]),
  ...PAGES.flatMap((page): Cell[] => [
    ['visit.entry', [page]],
    ['page.view', [page]],
    ['page.onward', [page]],
    ...[ENTRY, ...PAGES].map((from): Cell => ['flow.page', [from, page]]),
  ]),
];
const FACTS = [...new Set(CELLS.map(([fact]) => fact))];

export interface Row {
  readonly fact: FactName;
  readonly slice: string;
  readonly dimensions: readonly (string | number)[];
  /** Its counts are of the days after one and up to the other. */
  readonly after: number;
  readonly day: number;
  readonly n: number;
}

export interface Asked {
  readonly truth: Truth;
  readonly slices: readonly string[];
  readonly rows: readonly Row[];
  /** Facts and days up to which the figures of what waits tell all that was counted. */
  readonly told: readonly { readonly fact: FactName; readonly day: number }[];
}

const deviceOf = (browser: number): string =>
  browser % 12 < 7 ? 'phone' : browser % 12 < 11 ? 'desktop' : 'tablet';
const countryOf = (browser: number): string => (browser % 5 === 0 ? 'LI' : 'DE');

const keyOf = (...cell: readonly unknown[]): string => JSON.stringify(cell);

/** Counts the visits of each day and seals it. Rejects where a row is not what was counted since the one before. */
export async function visitAndAsk(core: TestCore, slug: string, visits: readonly Visited[]): Promise<Asked> {
  const days = [...new Set(visits.map(({ day }) => day))].sort((x, y) => x - y).map((day) => FIRST_DAY + day);
  await core.addSite({ slug, k: K }, [...declared('page', ...PAGES), ...declared('category', '(page)')]);
  const browsers = new Map<number, ReturnType<typeof createBrowser>>();
  const counts = new Map<string, TrueCount & { n: number; browsers: Set<string> }>();
  const slices = new Set(['*']);
  const countOf = (fact: FactName, slice: string, dimensions: TrueCount['dimensions'], day: number) => {
    const key = keyOf(fact, slice, dimensions, day);
    const count = counts.get(key) ?? { fact, slice, dimensions, day, n: 0, browsers: new Set<string>() };
    counts.set(key, count);
    return count;
  };
  const range = (from: number, to: number) => ({ from: dayFromNumber(from), to: dayFromNumber(to) });
  const told: { fact: FactName; day: number }[] = [];

  for (const day of days) {
    for (const { browser, pages } of visits.filter((visit) => FIRST_DAY + visit.day === day)) {
      const [device, country] = [deviceOf(browser), countryOf(browser)];
      const own =
        browsers.get(browser) ??
        createBrowser(`browser ${browser}`, { slices: { device, country } as never });
      browsers.set(browser, own);
      const views = pages.map((path) => pageview({ path, type: 'page', category: null }));
      const batch = { ...own.observe(dayFromNumber(day), views), site: slug };
      await core.commit({ site: await core.site(slug), day, batch, supporter: own.name });
      for (const [fact, dimensions, n] of batch.increments.filter(([fact]) => FACTS.includes(fact))) {
        for (const slice of ['*', `device:${device}`, `country:${country}`]) {
          slices.add(slice);
          const count = countOf(fact, slice, dimensions, day);
          count.n += n;
          count.browsers.add(own.name);
        }
      }
    }
    await core.sealer.sealThrough(slug, day);
    for (const fact of FACTS) {
      const site = await core.site(slug);
      const { balance } = await core.release.cells(fact, { site, slice: '*', ...range(FIRST_DAY, day) });
      const all = [...counts.values()].filter((count) => count.fact === fact && count.slice === '*');
      const counted = all.reduce((sum, { n }) => sum + n, 0);
      if (balance.shown + balance.waiting.n + balance.other === counted) told.push({ fact, day });
    }
  }

  for (const day of days) {
    for (const slice of slices) for (const [fact, dimensions] of CELLS) countOf(fact, slice, dimensions, day);
  }
  const truth = new Truth([...counts.values()]);
  return { truth, slices: [...slices], rows: await rowsOf(core, slug, truth, days, [...slices]), told };
}

/** Every row of every day. Since all that is sealed is told by day, other ranges tell no more. */
async function rowsOf(
  core: TestCore,
  slug: string,
  truth: Truth,
  days: readonly number[],
  slices: readonly string[],
): Promise<Row[]> {
  const site = await core.site(slug);
  const rows: Row[] = [];
  for (const slice of slices) {
    for (const fact of FACTS) {
      for (const day of days) {
        const only = dayFromNumber(day);
        const released = await core.release.cells(fact, { site, slice, from: only, to: only });
        for (const { dimensions, exactN: n } of released.rows) {
          rows.push({ fact, slice, dimensions, after: 0, day, n });
        }
      }
    }
  }
  const daysOf = groupBy(rows, ({ fact, slice, dimensions }) => keyOf(fact, slice, dimensions));
  /** A histogram has the days of the row that it describes. */
  const standing = ({ fact, dimensions }: Row): Cell => {
    const described = factOf(fact).describes as FactName | undefined;
    return described === undefined
      ? [fact, dimensions]
      : [described, described === 'visit' ? [] : dimensions.slice(0, 1)];
  };
  return rows.map((row) => {
    const [fact, dimensions] = standing(row);
    const sealed = new Set((daysOf.get(keyOf(fact, row.slice, dimensions)) ?? []).map(({ day }) => day));
    let [after, since] = [0, 0];
    for (const day of days.filter((each) => each <= row.day)) {
      // What waited 28 days has lost its name.
      if (since > 0 && since <= day - WAITING_DAYS) [after, since] = [day - 1, 0];
      if (since === 0 && truth.of(fact, row.slice, dimensions, day - 1, day).some(({ n }) => n > 0))
        since = day;
      if (day < row.day && sealed.has(day)) [after, since] = [day, 0];
    }
    const counted = truth
      .of(row.fact, row.slice, row.dimensions, after, row.day)
      .reduce((sum, { n }) => sum + n, 0);
    if (counted !== row.n) throw new Error(`${keyOf(row)} should be ${counted}`);
    return { ...row, after };
  });
}
