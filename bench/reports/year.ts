/**
 * A year of a shop, put into a store through its contract: cells for every report, sealed day by day. No chance in it:
 * a cell with a rate of 0.8 a day is seen by ten browsers on every thirteenth day.
 */
import type { Core } from '@holloway/collector';
import {
  type CatalogueEntry,
  type DimensionValue,
  dayNumber,
  FACT_NAMES,
  type FactName,
  FUNNEL_STAGES,
  factOf,
  OTHER,
} from '@holloway/protocol';
import { categoryOf, pagePath, type Shop } from '../traffic/shop.ts';
import { zipfShares } from '../traffic/zipf.ts';

/** A cell is counted when as many browsers have seen it, so that there are as many rows as with such a k. */
const K = 10;
/** The last day that is filled. */
export const LAST_DAY = '2026-11-22';

export interface Filling {
  readonly days: number;
  readonly pages: number;
}

/** To be filled, or how long the longest pause was. */
export type Asked = Filling | 'pause';

/** Where reports are asked, the key to them, and who may sign in at the dashboard. */
export interface Filled {
  readonly url: string;
  readonly key: string;
  readonly owner: { readonly email: string; readonly password: string };
}

/** What is seen of a cell on an average day, and histograms that are sealed with it. */
interface Cell {
  readonly fact: FactName;
  readonly dimensions: readonly DimensionValue[];
  readonly daily: number;
  readonly histograms?: readonly Histogram[];
}

interface Histogram {
  readonly fact: FactName;
  readonly dimensions: readonly DimensionValue[];
  /** Of what is seen of the cell. */
  readonly share: number;
}

/** The rarest page is seen by k browsers within the 28 days that a count may wait. */
const DAILY_VIEWS_OF_RAREST = 0.4;
const POPULARITY = 0.5;
const VIEWS_A_VISIT = 4;
/** Below this a cell would never be sealed. */
const RAREST = K / 28;
const SLOTS = 24;
/** What of a page is looked at, in windows of one size. */
const ZONES = ['head', 'main', 'related', 'foot'];
const ELEMENTS = 8;
/** Of the pageviews in which an element is seen. */
const CLICKED = 0.1;
const SHARE_MEASURED = 0.1;
const BOX_SIDES = ['x', 'y', 'width', 'height'] as const;
const GRID_CELLS = [102, 119, 120, 136, 137, 153];
/** How views spread over the buckets of time on page, the 12th first. */
const ENGAGEMENT = [0.05, 0.1, 0.15, 0.2, 0.2, 0.15, 0.1, 0.05];
const FIRST_BUCKET = 12;
/** How far down a page its views come, by tenth. */
const SCROLLED = [0.1, 0.2, 0.15, 0.1, 0.1, 0.05, 0.05, 0.05, 0.1, 0.1];
/** Hours of the week, and days until a visitor returns. */
const HOURS = 168;
const RETURN_DAYS = 60;
const ARMS = ['a', 'b'];
const METRICS = ['(any)', 'cart', 'order'];

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);

const values = (fact: FactName, names: readonly string[], daily: number): Cell[] =>
  zipfShares(names.length, 1).map((share, i) => ({
    fact,
    dimensions: [names[i] ?? OTHER],
    daily: share * daily,
  }));

const MODELS = range(40).map((i) => `Model ${i}`);
const COUNTRIES = range(20).map((i) => `${String.fromCharCode(65 + i)}X`);
const TERMS = range(200).map((i) => `term ${i}`);
const CAMPAIGNS = range(20).map((i) => `campaign-${i}`);
const REFERRERS = range(20).map((i) => `site-${i}.example`);

const elementName = (i: number): string => `main/${i + 1}`;

function pageCells(shop: Shop, rank: number, daily: number): Cell[] {
  const page = pagePath(rank);
  const next = range(3).map((i) => pagePath((rank * 7 + i + 1) % shop.pages));
  return [
    {
      fact: 'page.view',
      dimensions: [page],
      daily,
      histograms: [
        { fact: 'page.onward', dimensions: [page], share: 0.7 },
        { fact: 'page.resumed', dimensions: [page, FIRST_BUCKET], share: 0.1 },
        ...ENGAGEMENT.map(
          (share, i): Histogram => ({ fact: 'page.engagement', dimensions: [page, FIRST_BUCKET + i], share }),
        ),
        ...SCROLLED.map((share, i): Histogram => ({ fact: 'page.scroll', dimensions: [page, i + 1], share })),
      ],
    },
    {
      fact: 'visit.entry',
      dimensions: [page],
      daily: daily / VIEWS_A_VISIT,
      histograms: [{ fact: 'visit.onward', dimensions: [page], share: 0.6 }],
    },
    ...next.map((to): Cell => ({ fact: 'flow.page', dimensions: [page, to], daily: daily / 4 })),
    ...layoutCells(page, daily),
  ];
}

/** Zones and elements of a page: every second view comes as far as an element. */
function layoutCells(page: string, daily: number): Cell[] {
  const exposed = daily / 2;
  return [
    ...ZONES.flatMap((zone): Cell[] => [
      { fact: 'zone.exposed', dimensions: [page, zone, 's'], daily },
      { fact: 'zone.clicked', dimensions: [page, zone, 's'], daily: daily * CLICKED },
    ]),
    ...range(ELEMENTS).flatMap((i): Cell[] => {
      const element = elementName(i);
      return [
        {
          fact: 'element.exposed',
          dimensions: [page, element, 's'],
          daily: exposed,
          histograms: BOX_SIDES.map(
            (side): Histogram => ({
              fact: `layout.box.${side}`,
              dimensions: [page, element, 's'],
              share: SHARE_MEASURED,
            }),
          ),
        },
        {
          fact: 'element.clicked',
          dimensions: [page, element, 's'],
          daily: exposed * CLICKED,
          histograms: GRID_CELLS.map(
            (cell): Histogram => ({ fact: 'click.grid', dimensions: [page, 's', element, cell], share: 0.2 }),
          ),
        },
      ];
    }),
  ];
}

function categoryCells(category: string, categories: readonly string[], daily: number): Cell[] {
  const at = categories.indexOf(category);
  const near = range(8).map((i) => categories[(at + i) % categories.length] ?? OTHER);
  return [
    {
      fact: 'category.view',
      dimensions: [category],
      daily,
      histograms: [{ fact: 'category.onward', dimensions: [category], share: 0.7 }],
    },
    ...near.map((to): Cell => ({ fact: 'flow.category', dimensions: [category, to], daily: daily / 8 })),
    ...range(8).flatMap((step) =>
      near.map(
        (to): Cell => ({ fact: 'flow.step', dimensions: [step + 1, category, to], daily: daily / 64 }),
      ),
    ),
    ...near.flatMap((second) =>
      near.map(
        (third): Cell => ({ fact: 'flow.trail', dimensions: [category, second, third], daily: daily / 64 }),
      ),
    ),
    ...range(SLOTS).flatMap((slot): Cell[] => {
      const dimensions = [pagePath(at), `grid/${slot + 1}`, pagePath(slot), 's'];
      // What stands further down is seen by fewer, and every fifth is better than the others.
      const exposed = daily / (1 + slot / 4);
      return [
        { fact: 'slot.exposed', dimensions, daily: exposed },
        { fact: 'slot.clicked', dimensions, daily: exposed * (slot % 5 === 4 ? 0.12 : 0.05) },
      ];
    }),
  ];
}

/** Looked for in the next category first. */
const inDetour = (shop: Shop, rank: number): string[] => [
  categoryOf(shop, rank + 1),
  categoryOf(shop, rank),
  'detour',
];

function cellsOf(shop: Shop): Cell[] {
  const shares = zipfShares(shop.pages, POPULARITY);
  const views = DAILY_VIEWS_OF_RAREST / (shares.at(-1) ?? 1);
  const visits = views / VIEWS_A_VISIT;
  const categories = range(shop.categories).map((rank) => categoryOf(shop, rank));
  const cells: Cell[] = [
    {
      fact: 'visit',
      dimensions: [],
      daily: visits,
      histograms: [
        ...range(8).map((i): Histogram => ({ fact: 'visit.depth', dimensions: [i + 1], share: 0.5 })),
        ...range(HOURS).map((i): Histogram => ({ fact: 'visit.hour', dimensions: [i], share: 1 / HOURS })),
        ...range(RETURN_DAYS).map(
          (i): Histogram => ({ fact: 'visit.return', dimensions: [i + 1], share: 0.4 / RETURN_DAYS }),
        ),
        ...ENGAGEMENT.map(
          (share, i): Histogram => ({ fact: 'visit.duration', dimensions: [FIRST_BUCKET + i], share }),
        ),
        { fact: 'visit.resumed', dimensions: [FIRST_BUCKET], share: 0.02 },
      ],
    },
    ...shares.flatMap((share, rank) => pageCells(shop, rank, share * views)),
    ...categories.flatMap((category) => categoryCells(category, categories, views / shop.categories)),
    ...values('device.model', MODELS, visits),
    ...values('device.browser', ['Chrome', 'Safari', 'Firefox', 'Edge'], visits),
    ...values('device.os', ['Windows', 'iOS', 'Android', 'macOS'], visits),
    ...values('device.viewport', ['s', 'm', 'l'], visits),
    ...values('geo.country', COUNTRIES, visits),
    ...values('source.referrer', REFERRERS, visits / 2),
    ...values('source.campaign', CAMPAIGNS, visits / 4),
    ...values('search.asked', TERMS, visits / 4),
    ...values('search.empty', TERMS, visits / 40),
    ...values('search.clicked', TERMS, visits / 8),
    ...TERMS.map(
      (term, i): Cell => ({ fact: 'search.refined', dimensions: [term, TERMS[i + 1] ?? OTHER], daily: 1 }),
    ),
    ...range(SLOTS).flatMap((rank): Cell[] => [
      { fact: 'find', dimensions: [pagePath(rank), ...inDetour(shop, rank)], daily: 2 },
      { fact: 'commerce.added', dimensions: [pagePath(rank), 'EUR'], daily: 4 },
      { fact: 'commerce.ordered', dimensions: [pagePath(rank), 'EUR'], daily: 1 },
    ]),
    ...FUNNEL_STAGES.flatMap((stage, i) =>
      categories.map(
        (category): Cell => ({ fact: 'funnel', dimensions: [category, stage], daily: 64 / 2 ** i }),
      ),
    ),
    { fact: 'commerce.purchase', dimensions: ['EUR'], daily: visits / 40 },
    ...ARMS.flatMap((arm) =>
      METRICS.map(
        (metric, i): Cell => ({
          fact: 'experiment',
          dimensions: ['hero', arm, metric],
          daily: visits / 2 / 4 ** i,
        }),
      ),
    ),
    { fact: 'fault', dimensions: ['layout'], daily: 1 },
  ];
  return cells.filter(({ daily }) => daily >= RAREST);
}

/** Every string that the year speaks of, beside pages and categories. */
export const YEAR_TERMS: readonly CatalogueEntry[] = [
  ...MODELS.map((text) => ({ kind: 'model', text }) as const),
  ...COUNTRIES.map((text) => ({ kind: 'country', text }) as const),
  ...REFERRERS.map((text) => ({ kind: 'referrer', text }) as const),
  ...range(SLOTS).map((i) => ({ kind: 'slot', text: `grid/${i + 1}` }) as const),
  ...ZONES.map((text) => ({ kind: 'zone', text }) as const),
  ...range(ELEMENTS).map((i) => ({ kind: 'element', text: elementName(i) }) as const),
  ...TERMS.map((text) => ({ kind: 'search', text }) as const),
  { kind: 'experiment', text: 'hero' },
  ...ARMS.map((text) => ({ kind: 'experiment', text }) as const),
  ...METRICS.map((text) => ({ kind: 'metric', text }) as const),
  ...CAMPAIGNS.map((text) => ({ kind: 'campaign', text }) as const),
  ...range(SLOTS).map((rank) => ({ kind: 'product', text: pagePath(rank) }) as const),
];

type Ids = readonly [a: number, b: number, c: number, d: number];

/** Every visit of this year comes in a window of this size. */
const VIEWPORT_SLICE = { kind: 'slice', id: 1, text: 'viewport:s' } as const;
const SLICED: readonly FactName[] = ['visit', 'visit.depth', 'page.view'];

/** A cell as the store has it, and what is due to be seen of it. */
interface Due {
  readonly fact: number;
  readonly ids: Ids;
  readonly daily: number;
  readonly histograms: readonly { readonly fact: number; readonly ids: Ids; readonly share: number }[];
  due: number;
}

async function dueOf(core: Core, site: number, shop: Shop): Promise<Due[]> {
  const facts = await core.store.facts(FACT_NAMES);
  const dictionary = await core.registry.dictionary(site);
  const factId = (fact: FactName): number => facts.get(fact) ?? 0;
  const idsOf = (fact: FactName, given: readonly DimensionValue[]): Ids => {
    const ids = factOf(fact).dimensions.map((dimension, i) => {
      const value = given[i] ?? OTHER;
      if (dimension.kind === 'count') return Number(value) - dimension.min + 1;
      if (dimension.kind === 'enum') return dimension.values.indexOf(String(value)) + 1;
      return dictionary.idOf(dimension.terms, String(value)) ?? 0;
    });
    return [ids.length === 0 ? 1 : (ids[0] ?? 0), ids[1] ?? 0, ids[2] ?? 0, ids[3] ?? 0];
  };
  return cellsOf(shop).map(({ fact, dimensions, daily, histograms = [] }) => ({
    fact: factId(fact),
    ids: idsOf(fact, dimensions),
    daily,
    histograms: histograms.map((histogram) => ({
      fact: factId(histogram.fact),
      ids: idsOf(histogram.fact, histogram.dimensions),
      share: histogram.share,
    })),
    due: 0,
  }));
}

type Row = ReturnType<Parameters<Core['store']['commit']>[2]>['rows'][number];

/** What of a cell is counted at once: what is due, where it is at least `least`. */
function take(cell: Due, least: number): number {
  cell.due += cell.daily;
  const n = Math.floor(cell.due);
  if (n < least) return 0;
  cell.due -= n;
  return n;
}

/**
 * Counts `days` days and seals them, one after the other. On the last, every cell is seen by fewer than k browsers too,
 * so that rare ones have a row too; the day after that stays open.
 */
export async function fillYear(
  core: Core,
  site: { readonly id: number; readonly slug: string },
  shop: Shop,
  days: number,
): Promise<void> {
  const cells = await dueOf(core, site.id, shop);
  const facts = await core.store.facts(FACT_NAMES);
  const sliced = new Set(SLICED.map((fact) => facts.get(fact)));
  const slicesOf = (fact: number): number[] => (sliced.has(fact) ? [0, VIEWPORT_SLICE.id] : [0]);
  const last = dayNumber(LAST_DAY);
  for (let day = last - days + 1; day <= last + 1; day += 1) {
    const rows: Row[] = [];
    const add = (fact: number, [a, b, c, d]: Ids, n: number, people: number): void => {
      if (n === 0) return;
      const slices = slicesOf(fact);
      rows.push({ site: site.id, fact, day, a, b, c, d, slices, n, people, reach: people, total: n * 100 });
    };
    for (const cell of cells) {
      const n = take(cell, day === last ? 1 : K);
      add(cell.fact, cell.ids, n, n);
      for (const { fact, ids, share } of cell.histograms) add(fact, ids, Math.round(n * share), 0);
    }
    const terms = day === last - days + 1 ? [{ site: site.id, ...VIEWPORT_SLICE }] : [];
    await core.store.commit([`day ${day}`], 0, () => ({ terms, rows }));
    if (day <= last) await core.sealer.sealThrough(site.slug, day);
  }
}
