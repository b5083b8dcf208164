/**
 * Report shapes: what `GET /v1/sites/{site}/reports/{report}` answers, and all that the dashboard knows.
 * Every number is a sum of rows behind which at least k browsers stand; `null` is not 0.
 */
import type { Day } from './day.ts';
import type { Experiment } from './experiments.ts';
import type { FactName, FIND_ROUTES, TermKind } from './facts.ts';
import type { Viewport } from './slices.ts';

export const REPORT_NAMES = [
  'overview',
  'pages',
  'scroll',
  'hours',
  'durations',
  'returns',
  'categories',
  'flows',
  'steps',
  'trails',
  'finds',
  'layout',
  'zones',
  'elements',
  'heatmap',
  'boxes',
  'search',
  'refinements',
  'funnel',
  'products',
  'purchases',
  'devices',
  'countries',
  'sources',
  'campaigns',
  'consent',
  'preferences',
  'experiments',
  'faults',
] as const;
export type ReportName = (typeof REPORT_NAMES)[number];

export const LEVELS = ['category', 'page'] as const;
/** For `flows`: which nodes. Default `category`. */
export type Level = (typeof LEVELS)[number];

/**
 * May be asked for one `page` alone, or for some: their rows are many, and a picture is of one page and what it shares with
 * others. Rows, totals and `shown` are then of these; `waiting` and `other` stay those of all pages, for of one page they
 * would be a few visitors' own.
 */
export const PAGE_REPORTS = [
  'scroll',
  'layout',
  'zones',
  'elements',
  'heatmap',
  'boxes',
] as const satisfies ReportName[];

export const DEVICE_DIMENSIONS = ['model', 'class', 'browser', 'os', 'viewport'] as const;
/** For `devices`: which marginal. Default `model`. `class` is phone, tablet, desktop ...: the visits of each such slice. */
export type DeviceDimension = (typeof DEVICE_DIMENSIONS)[number];

export const SOURCE_DIMENSIONS = ['site', 'kind'] as const;
/** For `sources`: referring sites, or kinds of source, which are the visits of each such slice. Default `site`. */
export type SourceDimension = (typeof SOURCE_DIMENSIONS)[number];

export interface OverviewRow {
  /** Of a month that is kept as a whole, its first day. */
  readonly day: Day;
  /** The last day of such a month; absent where the row is of one day. */
  readonly through?: Day;
  readonly visits: number | null;
  /** Browsers of this day; of a month, a day's added up. Over several days people cannot be told apart, by design. */
  readonly visitors: number | null;
  readonly pageviews: number | null;
}

/** Visits by the hour in which they began. */
export interface HourRow {
  /** Of the week, 0 to 167: Monday 0:00 first, in the time zone of the site. */
  readonly hour: number;
  readonly n: number;
}

/** Visits by engagement time, of settled days: today's is not told, for it is a difference of two counts. */
export interface DurationRow {
  /** In whole milliseconds, as `toMs`, which is not included; 0 for the shortest. */
  readonly fromMs: number;
  /** `null` for the longest, which have no end. */
  readonly toMs: number | null;
  readonly n: number;
}

/** Returning visits by days since the last one. */
export interface ReturnRow {
  /** 1 to 60; 60 stands for all beyond. */
  readonly days: number;
  readonly n: number;
}

export interface PageRow {
  readonly page: string;
  /** From the catalogue of the store; `null` when it declares none. */
  readonly category: string | null;
  readonly views: number;
  /** Browsers a day, added up over the days. */
  readonly visitors: number;
  readonly entries: number | null;
  /** Views that no other page of the same visit followed; `null` while nothing of it is settled, and below k. */
  readonly exits: number | null;
  /** Visits that saw this page alone; `null` as with exits. */
  readonly bounces: number | null;
  /** The part of `views` that `exits` are of, and of `entries` that `bounces` are of; `null` while there is none. */
  readonly settledViews: number | null;
  readonly settledEntries: number | null;
  /** Median time visible and focused, in milliseconds; `null` where none was measured, and in slices but device classes. */
  readonly engagement: number | null;
  /** A quarter of the views were engaged with for less, and a quarter for longer; `null` as `engagement`. */
  readonly engagementLower: number | null;
  readonly engagementUpper: number | null;
}

/** How far down a page its views came: a row for each tenth, from the first to the furthest that is known. */
export interface ScrollRow {
  readonly page: string;
  /** Of the page's height, 1 to 10. */
  readonly tenth: number;
  /** Pageviews that saw this tenth and no further; `null` where none did, or of today too few. */
  readonly n: number | null;
  /** Pageviews that came this far or further. That of tenth 1 is what a share is taken of. */
  readonly reached: number;
}

export interface CategoryRow {
  /** A category path such as `kettles/gooseneck`, or a page type in parentheses. */
  readonly category: string;
  readonly views: number;
  readonly visitors: number;
  readonly entries: number | null;
  /** `null` while nothing of it is settled, and below k. */
  readonly exits: number | null;
  /** The part of `views` that `exits` are of; `null` while there is none. */
  readonly settledViews: number | null;
}

export interface FlowRow {
  /** `(entry)` where the visit begins. */
  readonly from: string;
  readonly to: string;
  readonly n: number;
  readonly people: number;
}

export interface StepRow extends FlowRow {
  /** 1 is the entry, 8 the last that is counted. */
  readonly step: number;
}

export interface TrailRow {
  readonly path: readonly [string, string, string];
  readonly n: number;
  readonly people: number;
}

/** How a product was found, by the category that was tried first. */
export interface FindRow {
  readonly item: string;
  readonly tried: string;
  /** The category in which it was found; `(other)` where that is not known. */
  readonly found: string;
  /** `detour` where another category was left on the way; `null` where the history does not say. */
  readonly route: (typeof FIND_ROUTES)[number] | null;
  readonly n: number;
  readonly people: number;
}

/** Where a row of layout is; `(any)` as page is what all pages share, their head and their foot. */
interface Placed {
  readonly page: string;
  /** `null` where the history does not say. */
  readonly viewport: Viewport | null;
}

export interface LayoutRow extends Placed {
  readonly zone: string;
  readonly slot: number | null;
  readonly item: string;
  /** Visits in which the position was seen, clicked ...; `null` where too few did. */
  readonly exposed: number | null;
  readonly clicked: number | null;
  readonly added: number | null;
  readonly ordered: number | null;
  /** Visits that came back from the product to this position within 8 seconds. */
  readonly returned: number | null;
  /** All clicks, repeated ones of a visit included. Of settled days: today's are not told. */
  readonly clicks: number | null;
  /**
   * Of what was ordered from here, in minor units of the currency of the site; orders in another add nothing. Of settled
   * days, as with clicks.
   */
  readonly value: number | null;
}

export interface ZoneRow extends Placed {
  readonly zone: string;
  /** Pageviews of this page in windows of this size, all pageviews for `(any)`; `null` where unknown or too few. */
  readonly views: number | null;
  /** Views in which the middle line of the zone was seen; `null`, as with the others, where too few did. */
  readonly exposed: number | null;
  /** Views in which it was clicked. */
  readonly clicked: number | null;
  /** All clicks, repeated ones of a view included. Of settled days: today's are not told. */
  readonly clicks: number | null;
}

/** Views in which an element was seen, clicked, clicked in vain, clicked in anger; `null` where too few did. */
export interface ElementRow extends Placed {
  /** `zone:target`, a zone, or a position of one. */
  readonly element: string;
  readonly exposed: number | null;
  readonly clicked: number | null;
  readonly dead: number | null;
  readonly rage: number | null;
}

export interface HeatRow extends Placed {
  readonly element: string;
  /** Of 16 x 16 over the element, row by row from the top left: 0 to 255. */
  readonly cell: number;
  /** Clicks. */
  readonly n: number;
}

/** Where an element stands on average: whole pixels of the page, from its top left corner. */
export interface BoxRow extends Placed {
  readonly element: string;
  /** Measurements; `null` below k. */
  readonly n: number | null;
  /** In steps of 8 pixels. `null`, as the others, while fewer than k measurements are settled. */
  readonly x: number | null;
  readonly y: number | null;
  readonly width: number | null;
  readonly height: number | null;
}

/** Visits that searched for a term, found nothing, clicked a result, asked in other words; `null` where too few did. */
export interface SearchRow {
  readonly term: string;
  readonly asked: number | null;
  readonly empty: number | null;
  readonly clicked: number | null;
  /** The sum of `refinements` from this term: what it became too rarely to be shown is missing in it. */
  readonly refined: number | null;
}

/** Visits that put a search in other words. */
export type RefinementRow = FlowRow;

/** Visits that reached each stage with a product of a category or those below it; `null` where too few did. */
export interface FunnelRow {
  /** `(any)` for all visits. Rows do not add up to it: a visit may have products of several categories. */
  readonly category: string;
  readonly list: number | null;
  readonly product: number | null;
  readonly cart: number | null;
  readonly checkout: number | null;
  readonly order: number | null;
}

/** Visits that put a product into the cart or ordered it, and its value; `null` where too few did. */
export interface ProductRow {
  readonly item: string;
  /** ISO 4217; `(other)` where the store named none that exists, and where too few paid in it. */
  readonly currency: string;
  readonly added: number | null;
  readonly ordered: number | null;
  /** In minor units of the currency; of settled days: today's is not told. */
  readonly addedValue: number | null;
  readonly orderedValue: number | null;
}

export interface PurchaseRow {
  /** ISO 4217; what was ordered in no such currency, or in one too rare, is in `other`. */
  readonly currency: string;
  /** Visits that ordered. */
  readonly orders: number;
  /**
   * In minor units of the currency; of settled days: today's is not told. `null` before the first, and while there are
   * fewer than k orders whose products wait or have no name: less those that are shown, it would be theirs.
   */
  readonly value: number | null;
}

export interface ValueRow {
  readonly value: string;
  readonly n: number;
  readonly people: number;
}

export const CONSENT_DIMENSIONS = ['day', 'device', 'country', 'statement'] as const;
/** For `consent`: what a row is of. Default `day`. */
export type ConsentDimension = (typeof CONSENT_DIMENSIONS)[number];

/** Choices of visitors: those who agreed always, those who refused where the site counts refusals. */
export interface ConsentRow {
  /** A day, a device class, a country or a statement's id. */
  readonly value: string;
  /** Agreed to everything that was asked. */
  readonly accepted: number | null;
  /** Agreed to a part, statistics among it. */
  readonly chosen: number | null;
  /** `null` where the site does not count refusals, and where too few refused. */
  readonly rejected: number | null;
  /** Share of choices that agreed to statistics, in [0, 1]; `null` where refusals are not counted. */
  readonly coverage: number | null;
}

export interface PreferenceRow {
  readonly key: string;
  readonly value: string;
  readonly n: number;
  readonly people: number;
}

/** Visits of a layout test, by what came of them. */
export interface ExperimentRow {
  readonly experiment: string;
  readonly arm: string;
  /**
   * `(any)` for the visits that were shown the arm, whatever came of them; then `order`, `added`, `clicked`, and `onward`,
   * those that moved on from where they were shown it: the rest are bounces.
   */
  readonly metric: string;
  /** Visits that were shown the arm, which a rate is taken of; `null` where too few were. */
  readonly exposed: number | null;
  readonly n: number;
  readonly people: number;
}

/** Pageviews on which a part of the script failed. */
export interface FaultRow {
  readonly reason: string;
  readonly n: number;
  readonly people: number;
}

export interface ReportRows {
  readonly overview: OverviewRow;
  readonly hours: HourRow;
  readonly durations: DurationRow;
  readonly returns: ReturnRow;
  readonly pages: PageRow;
  readonly scroll: ScrollRow;
  readonly categories: CategoryRow;
  readonly flows: FlowRow;
  readonly steps: StepRow;
  readonly trails: TrailRow;
  readonly finds: FindRow;
  readonly layout: LayoutRow;
  readonly zones: ZoneRow;
  readonly elements: ElementRow;
  readonly heatmap: HeatRow;
  readonly boxes: BoxRow;
  readonly search: SearchRow;
  readonly refinements: RefinementRow;
  readonly funnel: FunnelRow;
  readonly products: ProductRow;
  readonly purchases: PurchaseRow;
  readonly devices: ValueRow;
  readonly countries: ValueRow;
  readonly sources: ValueRow;
  readonly campaigns: ValueRow;
  readonly consent: ConsentRow;
  readonly preferences: PreferenceRow;
  readonly experiments: ExperimentRow;
  readonly faults: FaultRow;
}

/** Counts that are not in the rows: too small to show yet. */
export interface Waiting {
  /** Cells that wait for k browsers. */
  readonly rows: number;
  readonly n: number;
}

export interface Balance {
  /** What the rows add up to. */
  readonly shown: number;
  readonly waiting: Waiting;
  /** What is counted without a name. */
  readonly other: number;
}

export interface Totals {
  readonly visits: number | null;
  readonly visitors: number | null;
  readonly pageviews: number | null;
}

/** Engagement time of the visits in the rows, in milliseconds; `null` where there are none. */
export interface DurationTotals {
  readonly n: number;
  readonly lowerQuartile: number | null;
  readonly median: number | null;
  readonly upperQuartile: number | null;
}

/** What the catalogue of a store calls its terms, by their kind: a product and a category may have one text and two names. */
export type Labels = { readonly [kind in TermKind]?: { readonly [term: string]: string } };

export interface Report<R extends ReportName = ReportName> {
  readonly report: R;
  readonly site: string;
  /** As was asked, but for months that are kept as a whole: of those that a range touches it has all. */
  readonly from: Day;
  readonly to: Day;
  /**
   * The last day of the range that is told as a part of its month, on the first day of the month; `null` where every day is
   * told by itself.
   */
  readonly monthsThrough: Day | null;
  readonly slice: string;
  readonly k: number;
  /** `overview`: of the range; `durations`: of its rows; other reports: of the fact they show, of some pages where they are asked for. */
  readonly totals: R extends 'overview'
    ? Totals
    : R extends 'durations'
      ? DurationTotals
      : { readonly n: number };
  readonly rows: readonly ReportRows[R][];
  /**
   * Of the fact that the first measure shows: what the store holds of this slice, whatever the dates and the page. In steps
   * of k but for `*`.
   */
  readonly waiting: Waiting;
  readonly other: number;
  /**
   * The same for each fact that the report reads. Over all days and pages of `*`, `shown + waiting.n + other` is what was
   * counted.
   */
  readonly facts: { readonly [fact in FactName]?: Balance };
  /** Names that the catalogue gives to terms in the rows. */
  readonly labels: Labels;
  /** Of `experiments` alone: the layout tests that the store declared, running and ended, counted or not. */
  readonly declared?: readonly Experiment[];
  /** Share of visits that consent lets the report see, in [0, 1]; `null` where unknown. */
  readonly coverage: number | null;
}

export const SITE_KINDS = ['live', 'test', 'archive'] as const;
/**
 * `test`: loopback origins only and k = 1, for developers. `archive`: imported history alone; its time stands still
 * after the last imported day.
 */
export type SiteKind = (typeof SITE_KINDS)[number];

/** What the dashboard shows of a site. */
export interface SiteSummary {
  readonly id: string;
  readonly name: string;
  readonly kind: SiteKind;
  readonly k: number;
  readonly timeZone: string;
  /** ISO 4217: what values of positions are counted in. */
  readonly currency: string;
  /** First day with numbers; `null` before the first. */
  readonly firstDay: Day | null;
  /** Last day with numbers that may be asked for: today, or the last day of an archive. */
  readonly lastDay: Day;
  /** Said wherever the numbers show: that visitors are simulated, or whose data it is and under which licence. */
  readonly provenance: string | null;
}

/** `application/problem+json` */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** Which field or header, where one is at fault. */
  readonly field?: string;
  readonly rule?: string;
  /** Where more than one rule is broken: all of them, the first among them. */
  readonly errors?: readonly { readonly field: string; readonly rule: string }[];
}
