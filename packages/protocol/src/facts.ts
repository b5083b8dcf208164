/**
 * The fact catalogue: every kind of thing that Holloway counts, and nothing else.
 * The SDK encodes by it, the collector validates by it, reports read by it.
 * Does not say how a fact is observed (sdk/capture) nor how it is stored (collector/store).
 */
import { BUCKET_COUNT } from './buckets.ts';
import { BROWSERS, SYSTEMS, VIEWPORTS } from './slices.ts';
import type { DataGroup } from './wording.ts';

/** Strings that get a small integer id per site; term 0 of every kind is `(other)`. */
export const TERM_KINDS = [
  'page',
  'category',
  'product',
  'zone',
  'slot',
  'element',
  'model',
  'country',
  'referrer',
  'campaign',
  'search',
  'statement',
  'preference',
  'experiment',
  'metric',
  'currency',
] as const;
export type TermKind = (typeof TERM_KINDS)[number];

/** A dimension's name is also the field of a report row. */
export type Dimension =
  | { readonly name: string; readonly kind: 'term'; readonly terms: TermKind }
  | { readonly name: string; readonly kind: 'enum'; readonly values: readonly string[] }
  /** An integer from `min` to `max`, both included. */
  | { readonly name: string; readonly kind: 'count'; readonly min: number; readonly max: number };

/**
 * Which one-way slices are kept beside `*`: every kind, the device class alone, or none.
 */
export type SliceScope = 'all' | 'device' | 'none';

export interface Fact {
  readonly dimensions: readonly Dimension[];
  /** Whether increments carry `first`: `people` and `reach` are kept with `n`. */
  readonly people: boolean;
  /** What the fifth element of an increment adds up, if anything. */
  readonly total?: 'times' | 'minor units' | 'pixels';
  readonly slices: SliceScope;
  /**
   * A histogram carries `n` alone and is sealed with the row it describes: the cell of this fact whose
   * dimensions are the histogram's dimensions of the same names.
   */
  readonly describes?: string;
  /** Under which heading of the statement a visitor finds it. */
  readonly data: DataGroup;
  /** What the number means to a reader of the transparency page. */
  readonly meaning: string;
}

const page = { name: 'page', kind: 'term', terms: 'page' } as const;
const category = { name: 'category', kind: 'term', terms: 'category' } as const;
const item = { name: 'item', kind: 'term', terms: 'product' } as const;
const zone = { name: 'zone', kind: 'term', terms: 'zone' } as const;
const slot = { name: 'slot', kind: 'term', terms: 'slot' } as const;
const element = { name: 'element', kind: 'term', terms: 'element' } as const;
const viewport = { name: 'viewport', kind: 'enum', values: VIEWPORTS } as const;
const currency = { name: 'currency', kind: 'term', terms: 'currency' } as const;
const bucket = { name: 'bucket', kind: 'count', min: 0, max: BUCKET_COUNT - 1 } as const;
const from = (terms: TermKind) => ({ name: 'from', kind: 'term', terms }) as const;
const to = (terms: TermKind) => ({ name: 'to', kind: 'term', terms }) as const;
const term = (terms: TermKind, name: string = terms) => ({ name, kind: 'term', terms }) as const;
const count = (name: string, min: number, max: number) => ({ name, kind: 'count', min, max }) as const;
const oneOf = (name: string, values: readonly string[]) => ({ name, kind: 'enum', values }) as const;

export const SURFACES = ['banner', 'centre', 'embed', 'api'] as const;
export const CHOICES = ['accepted', 'rejected', 'chosen'] as const;
export const FUNNEL_STAGES = ['list', 'product', 'cart', 'checkout', 'order'] as const;
export const FIND_ROUTES = ['direct', 'detour'] as const;
/** Which part of the script failed. */
export const FAULT_REASONS = [
  'page',
  'layout',
  'click',
  'commerce',
  'search',
  'device',
  'record',
  'send',
] as const;

const define = <const C extends Record<string, Fact>>(catalogue: C): C => catalogue;

export const FACTS = define({
  visit: { dimensions: [], people: true, slices: 'all', data: 'visits', meaning: 'visits' },
  'visit.hour': {
    dimensions: [count('hour', 0, 167)],
    people: false,
    slices: 'all',
    describes: 'visit',
    data: 'visits',
    meaning: 'visits by hour of the week, Monday 0:00 first, in the time zone of the site',
  },
  'visit.entry': {
    dimensions: [page],
    people: true,
    slices: 'all',
    data: 'paths',
    meaning: 'visits by entry page',
  },
  'visit.onward': {
    dimensions: [page],
    people: false,
    slices: 'all',
    describes: 'visit.entry',
    data: 'paths',
    meaning: 'visits that moved on from their entry page; the rest are bounces',
  },
  'visit.depth': {
    dimensions: [count('depth', 1, 50)],
    people: false,
    slices: 'all',
    describes: 'visit',
    data: 'visits',
    meaning: 'pageviews by their place in the visit; 50 stands for all beyond',
  },
  'visit.duration': {
    dimensions: [bucket],
    people: false,
    slices: 'all',
    describes: 'visit',
    data: 'visits',
    meaning: 'visits by engagement time when they last paused',
  },
  'visit.resumed': {
    dimensions: [bucket],
    people: false,
    slices: 'all',
    describes: 'visit',
    data: 'visits',
    meaning: 'visits that went on after a pause, to be taken from visit.duration',
  },
  'visit.return': {
    dimensions: [count('days', 1, 60)],
    people: false,
    slices: 'all',
    describes: 'visit',
    data: 'visits',
    meaning: 'returning visits by days since the last one',
  },
  'page.view': {
    dimensions: [page],
    people: true,
    slices: 'all',
    data: 'pages',
    meaning: 'pageviews by page',
  },
  'page.onward': {
    dimensions: [page],
    people: false,
    slices: 'all',
    describes: 'page.view',
    data: 'paths',
    meaning: 'pageviews that were followed by another of the same visit; the rest are exits',
  },
  'page.engagement': {
    dimensions: [page, bucket],
    people: false,
    slices: 'device',
    describes: 'page.view',
    data: 'pages',
    meaning: 'pageviews by time visible and focused, when it last paused',
  },
  'page.resumed': {
    dimensions: [page, bucket],
    people: false,
    slices: 'device',
    describes: 'page.view',
    data: 'pages',
    meaning: 'pageviews that went on after a pause, to be taken from page.engagement',
  },
  'page.scroll': {
    dimensions: [page, count('tenth', 1, 10)],
    people: false,
    slices: 'device',
    describes: 'page.view',
    data: 'pages',
    meaning: 'pageviews by the furthest tenth of the page that was seen before it was first hidden or left',
  },
  'category.view': {
    dimensions: [category],
    people: true,
    slices: 'all',
    data: 'pages',
    meaning: 'pageviews by category',
  },
  'category.onward': {
    dimensions: [category],
    people: false,
    slices: 'all',
    describes: 'category.view',
    data: 'paths',
    meaning: 'pageviews of a category that were followed by another of the same visit',
  },
  'flow.page': {
    dimensions: [from('page'), to('page')],
    people: true,
    slices: 'all',
    data: 'paths',
    meaning: 'moves from page to page, (entry) included',
  },
  'flow.category': {
    dimensions: [from('category'), to('category')],
    people: true,
    slices: 'all',
    data: 'paths',
    meaning: 'moves from category to category, (entry) included',
  },
  'flow.step': {
    dimensions: [count('step', 1, 8), from('category'), to('category')],
    people: true,
    slices: 'all',
    data: 'paths',
    meaning: 'moves by their place in the visit, the first eight',
  },
  'flow.trail': {
    dimensions: [term('category', 'first'), term('category', 'second'), term('category', 'third')],
    people: true,
    slices: 'all',
    data: 'paths',
    meaning: 'three categories in a row',
  },
  'slot.exposed': {
    dimensions: [page, slot, item, viewport],
    people: true,
    total: 'times',
    slices: 'none',
    data: 'layout',
    meaning: 'visits in which a product was half visible for a second, by position',
  },
  'slot.clicked': {
    dimensions: [page, slot, item, viewport],
    people: true,
    total: 'times',
    slices: 'none',
    data: 'layout',
    meaning: 'visits in which a product was clicked, by position; total counts the clicks',
  },
  'slot.added': {
    dimensions: [page, slot, item, viewport],
    people: true,
    total: 'times',
    slices: 'none',
    data: 'purchases',
    meaning: 'visits in which a product found at a position was put into the cart',
  },
  'slot.ordered': {
    dimensions: [page, slot, item, viewport],
    people: true,
    total: 'minor units',
    slices: 'none',
    data: 'purchases',
    meaning: 'visits in which a product found at a position was ordered; total is its value',
  },
  'slot.returned': {
    dimensions: [page, slot, item, viewport],
    people: true,
    total: 'times',
    slices: 'none',
    data: 'layout',
    meaning: 'visits that came back from a product within 8 seconds to the position that led to it',
  },
  'zone.exposed': {
    dimensions: [page, zone, viewport],
    people: true,
    slices: 'none',
    data: 'layout',
    meaning: 'views in which the middle line of a region was visible for 150 ms',
  },
  'zone.clicked': {
    dimensions: [page, zone, viewport],
    people: true,
    total: 'times',
    slices: 'none',
    data: 'layout',
    meaning: 'views in which a region was clicked; total counts the clicks',
  },
  'element.exposed': {
    dimensions: [page, element, viewport],
    people: true,
    slices: 'none',
    data: 'layout',
    meaning: 'views in which a link or button was visible',
  },
  'element.clicked': {
    dimensions: [page, element, viewport],
    people: true,
    slices: 'none',
    data: 'layout',
    meaning: 'views in which a link or button was clicked',
  },
  'element.dead': {
    dimensions: [page, element, viewport],
    people: true,
    slices: 'none',
    data: 'layout',
    meaning: 'views in which a click on an element had no effect',
  },
  'element.rage': {
    dimensions: [page, element, viewport],
    people: true,
    slices: 'none',
    data: 'layout',
    meaning: 'views with a burst of clicks on one spot',
  },
  'click.grid': {
    dimensions: [page, viewport, element, count('cell', 0, 255)],
    people: false,
    slices: 'none',
    describes: 'element.clicked',
    data: 'layout',
    meaning: 'clicks by sixteenths of the width and height of the element',
  },
  'layout.box.x': {
    dimensions: [page, element, viewport],
    people: false,
    total: 'pixels',
    slices: 'none',
    describes: 'element.exposed',
    data: 'layout',
    meaning: 'left edges of an element; total / n is the average',
  },
  'layout.box.y': {
    dimensions: [page, element, viewport],
    people: false,
    total: 'pixels',
    slices: 'none',
    describes: 'element.exposed',
    data: 'layout',
    meaning: 'top edges of an element',
  },
  'layout.box.width': {
    dimensions: [page, element, viewport],
    people: false,
    total: 'pixels',
    slices: 'none',
    describes: 'element.exposed',
    data: 'layout',
    meaning: 'widths of an element',
  },
  'layout.box.height': {
    dimensions: [page, element, viewport],
    people: false,
    total: 'pixels',
    slices: 'none',
    describes: 'element.exposed',
    data: 'layout',
    meaning: 'heights of an element',
  },
  find: {
    dimensions: [item, term('category', 'tried'), term('category', 'found'), oneOf('route', FIND_ROUTES)],
    people: true,
    slices: 'none',
    data: 'paths',
    meaning: 'visits that found a product, by the category tried first and the one it was found in',
  },
  funnel: {
    dimensions: [category, oneOf('stage', FUNNEL_STAGES)],
    people: true,
    slices: 'all',
    data: 'purchases',
    meaning: 'visits that reached a stage with a product of this category, or of (any)',
  },
  'commerce.added': {
    dimensions: [item, currency],
    people: true,
    total: 'minor units',
    slices: 'none',
    data: 'purchases',
    meaning: 'visits that put a product into the cart; total is its value',
  },
  'commerce.ordered': {
    dimensions: [item, currency],
    people: true,
    total: 'minor units',
    slices: 'none',
    data: 'purchases',
    meaning: 'visits that ordered a product; total is its value',
  },
  'commerce.purchase': {
    dimensions: [currency],
    people: true,
    total: 'minor units',
    slices: 'none',
    data: 'purchases',
    meaning: 'visits that ordered; total is the value of their orders',
  },
  'search.asked': {
    dimensions: [term('search', 'term')],
    people: true,
    slices: 'none',
    data: 'search',
    meaning: 'visits that searched, by term',
  },
  'search.empty': {
    dimensions: [term('search', 'term')],
    people: true,
    slices: 'none',
    data: 'search',
    meaning: 'visits whose search had no result',
  },
  'search.clicked': {
    dimensions: [term('search', 'term')],
    people: true,
    slices: 'none',
    data: 'search',
    meaning: 'visits that clicked a result of a search',
  },
  'search.refined': {
    dimensions: [from('search'), to('search')],
    people: true,
    slices: 'none',
    data: 'search',
    meaning: 'visits that put a search in other words',
  },
  'device.model': {
    dimensions: [term('model', 'value')],
    people: true,
    slices: 'none',
    data: 'device',
    meaning: 'visits by device model',
  },
  'device.browser': {
    dimensions: [oneOf('value', BROWSERS)],
    people: true,
    slices: 'none',
    data: 'device',
    meaning: 'visits by browser',
  },
  'device.os': {
    dimensions: [oneOf('value', SYSTEMS)],
    people: true,
    slices: 'none',
    data: 'device',
    meaning: 'visits by operating system',
  },
  'device.viewport': {
    dimensions: [oneOf('value', VIEWPORTS)],
    people: true,
    slices: 'none',
    data: 'device',
    meaning: 'visits by viewport class',
  },
  'geo.country': {
    dimensions: [term('country', 'value')],
    people: true,
    slices: 'none',
    data: 'country',
    meaning: 'visits by country',
  },
  'source.referrer': {
    dimensions: [term('referrer', 'value')],
    people: true,
    slices: 'none',
    data: 'source',
    meaning: 'visits by referring site',
  },
  'source.campaign': {
    dimensions: [term('campaign', 'value')],
    people: true,
    slices: 'none',
    data: 'source',
    meaning: 'visits by campaign',
  },
  'consent.choice': {
    dimensions: [term('statement'), oneOf('surface', SURFACES), oneOf('choice', CHOICES)],
    people: true,
    slices: 'all',
    data: 'consent',
    meaning:
      'choices of visitors: of those who agreed, and of others where the store says that it counts refusals',
  },
  preference: {
    dimensions: [term('preference', 'key'), term('preference', 'value')],
    people: true,
    slices: 'none',
    data: 'preferences',
    meaning: 'preferences that visitors stated of their own will',
  },
  experiment: {
    dimensions: [term('experiment'), term('experiment', 'arm'), term('metric')],
    people: true,
    slices: 'none',
    data: 'tests',
    meaning: 'visits of a layout test, by arm and outcome',
  },
  fault: {
    dimensions: [oneOf('reason', FAULT_REASONS)],
    people: true,
    slices: 'none',
    data: 'visits',
    meaning: 'pageviews on which a part of the script failed, without harm to the page',
  },
});

export type FactName = keyof typeof FACTS;

/** Counts of what stands or happens on a page, which is the first dimension. */
export type PageFact = {
  [F in FactName]: (typeof FACTS)[F]['dimensions'] extends readonly [{ readonly name: 'page' }, ...unknown[]]
    ? F
    : never;
}[FactName];

export const FACT_NAMES = Object.keys(FACTS) as readonly FactName[];

export const factOf = (name: FactName): Fact => FACTS[name];

export const isFactName = (value: unknown): value is FactName =>
  typeof value === 'string' && Object.hasOwn(FACTS, value);
