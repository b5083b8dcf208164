/**
 * Folds what one browser does into visits and counts. A visit ends after 30 minutes of inactivity.
 * Pure. Does not read the page (capture/), know who was counted before (ledger), or send anything (transport/).
 */
import {
  bucketOf,
  categoryNode,
  type DimensionValue,
  ENTRY,
  type FactName,
  OTHER,
  type PageType,
  type Source,
  type SURFACES,
  type Viewport,
  type Visitor,
} from '@holloway/protocol';

export const VISIT_TIMEOUT_MS = 30 * 60 * 1000;
const MAX_STEP = 8;
const MAX_DEPTH = 50;
const MAX_RETURN_DAYS = 60;

/** A page as it is counted. */
export interface Page {
  /** Normalised. */
  readonly path: string;
  readonly type: PageType;
  /** `null` for pages outside the category tree. */
  readonly category: string | null;
}

/** How a browser came to the site; read only where a visit begins. */
export interface Arrival {
  readonly source: Source;
  /** Host name of the referring site. */
  readonly referrer?: string | undefined;
  readonly campaign?: string | undefined;
  /** `null` for a browser that was not here before, as far as it knows. */
  readonly daysSinceLastVisit: number | null;
}

export type SlotMeasure = 'exposed' | 'clicked' | 'added' | 'ordered';

export type Observation =
  | {
      readonly kind: 'pageview';
      readonly page: Page;
      readonly arrival: Arrival;
      readonly hourOfWeek: number | null;
    }
  /** The page was hidden or left. `engagedMs`: visible and focused since its pageview, all told. */
  | { readonly kind: 'pause'; readonly engagedMs: number }
  | {
      readonly kind: 'slot';
      readonly measure: SlotMeasure;
      /** Where the position is: the path of a list, not of the product. */
      readonly page: string;
      /** `zone/position`, such as `grid/3`. */
      readonly slot: string;
      readonly item: string;
      readonly viewport: Viewport | null;
      /** Of `ordered`: minor units of money. Otherwise one more time. */
      readonly total?: number;
    }
  /** The visitor agreed: to all that was asked, or to a part with statistics among it. */
  | {
      readonly kind: 'choice';
      readonly statement: string;
      readonly surface: (typeof SURFACES)[number];
      readonly choice: 'accepted' | 'chosen';
    }
  /** The visitor stated a preference that the store asks for. */
  | { readonly kind: 'preference'; readonly key: string; readonly value: string };

/** One addition to one cell, before it is known whether this browser was counted there. */
export interface Count {
  readonly fact: FactName;
  readonly dimensions: readonly DimensionValue[];
  readonly n: number;
  readonly total?: number;
}

/** All that a browser remembers of its visit. Plain data, fit for JSON. */
export interface Visit {
  readonly lastAt: number;
  readonly source: Source;
  readonly visitor: Visitor;
  readonly entry: string;
  readonly depth: number;
  readonly page: Page;
  readonly previousNode: string | null;
  /** Of the current page, as last counted. */
  readonly pageBucket: number | null;
  readonly pageEngagedMs: number;
  /** Of the pages before the current one. */
  readonly earlierEngagedMs: number;
  readonly visitBucket: number | null;
  /** Slot cells that this visit was counted in already. */
  readonly slots: readonly string[];
}

export interface Folded {
  readonly visit: Visit | null;
  readonly counts: readonly Count[];
}

/** One more in a cell; none where a dimension of it is not known. */
function count(fact: FactName, ...dimensions: (DimensionValue | null | undefined)[]): Count[] {
  const known = dimensions.filter((dimension) => dimension !== null && dimension !== undefined);
  return known.length === dimensions.length ? [{ fact, dimensions: known, n: 1 }] : [];
}

const nodeOf = (page: Page): string => categoryNode(page.category, page.type);

/** The visit for as long as it goes on; `null` once it is over. */
export const ongoing = (visit: Visit | null, at: number): Visit | null =>
  visit && at - visit.lastAt <= VISIT_TIMEOUT_MS ? visit : null;

type Pageview = Extract<Observation, { kind: 'pageview' }>;

/** What only the first page of a visit counts. */
function entryCounts({ page, arrival, hourOfWeek }: Pageview): Count[] {
  const { referrer, campaign, daysSinceLastVisit: days } = arrival;
  return [
    ...count('visit'),
    ...count('visit.entry', page.path),
    ...count('visit.hour', hourOfWeek),
    ...count('visit.return', days ? Math.min(days, MAX_RETURN_DAYS) : null),
    ...count('source.referrer', referrer),
    ...count('source.campaign', campaign),
  ];
}

/** What is counted because a page was not the last of its visit. */
function onwardCounts(visit: Visit, to: string): Count[] {
  const node = nodeOf(visit.page);
  return [
    ...count('page.onward', visit.page.path),
    ...count('category.onward', node),
    ...count('visit.onward', visit.depth === 1 ? visit.entry : null),
    ...count('flow.trail', visit.previousNode, node, to),
  ];
}

/** @param before The visit that goes on; `null` where one begins. */
function pageview(before: Visit | null, seen: Pageview, at: number): Folded {
  const { page, arrival } = seen;
  const { path } = page;
  const node = nodeOf(page);
  const from = before ? nodeOf(before.page) : ENTRY;
  const depth = (before?.depth ?? 0) + 1;
  return {
    visit: {
      lastAt: at,
      source: before?.source ?? arrival.source,
      visitor: before?.visitor ?? (arrival.daysSinceLastVisit === null ? 'new' : 'returning'),
      entry: before?.entry ?? path,
      depth,
      page,
      previousNode: before && from,
      pageBucket: null,
      pageEngagedMs: 0,
      earlierEngagedMs: before ? before.earlierEngagedMs + before.pageEngagedMs : 0,
      visitBucket: before?.visitBucket ?? null,
      slots: before?.slots ?? [],
    },
    counts: [
      ...(before ? onwardCounts(before, node) : entryCounts(seen)),
      ...count('page.view', path),
      ...count('category.view', node),
      ...count('flow.page', before?.page.path ?? ENTRY, path),
      ...count('flow.category', from, node),
      ...count('flow.step', depth <= MAX_STEP ? depth : null, from, node),
      ...count('visit.depth', Math.min(depth, MAX_DEPTH)),
    ],
  };
}

/**
 * A pause may be the last that is seen of a page, so its time is counted at once; if the visitor comes back, the
 * bucket that was counted is counted as resumed, and the report takes one from the other.
 */
function pause(visit: Visit, engagedMs: number, at: number): Folded {
  if (engagedMs <= visit.pageEngagedMs) return { visit: { ...visit, lastAt: at }, counts: [] };
  const path = visit.page.path;
  const pageBucket = bucketOf(engagedMs);
  const visitBucket = bucketOf(visit.earlierEngagedMs + engagedMs);
  return {
    visit: { ...visit, lastAt: at, pageEngagedMs: engagedMs, pageBucket, visitBucket },
    counts: [
      ...(visit.pageBucket === pageBucket
        ? []
        : [...count('page.engagement', path, pageBucket), ...count('page.resumed', path, visit.pageBucket)]),
      ...(visit.visitBucket === visitBucket
        ? []
        : [...count('visit.duration', visitBucket), ...count('visit.resumed', visit.visitBucket)]),
    ],
  };
}

/** A position counts a visit once, and every time in its total. */
function slotCount(visit: Visit, seen: Extract<Observation, { kind: 'slot' }>, at: number): Folded {
  const { measure, page, slot, item, viewport, total = 1 } = seen;
  const cell = JSON.stringify([measure, page, slot, item, viewport]);
  const again = visit.slots.includes(cell);
  return {
    visit: { ...visit, lastAt: at, slots: again ? visit.slots : [...visit.slots, cell] },
    counts: [
      { fact: `slot.${measure}`, dimensions: [page, slot, item, viewport ?? OTHER], n: again ? 0 : 1, total },
    ],
  };
}

/**
 * @param visit `null` before the first pageview of a browser.
 * @param at Milliseconds since 1970, of the browser's clock. One that runs backwards extends the visit.
 * @returns The visit to remember, and what to count. Without a visit only a pageview counts, and what belongs to none.
 */
export function fold(visit: Visit | null, observation: Observation, at: number): Folded {
  if (observation.kind === 'choice') {
    const { statement, surface, choice } = observation;
    return { visit, counts: count('consent.choice', statement, surface, choice) };
  }
  if (observation.kind === 'preference') {
    return { visit, counts: count('preference', observation.key, observation.value) };
  }
  // Whoever reads a page for long is not inactive: the time that a pause adds is taken off.
  const engagedMs = observation.kind === 'pause' ? observation.engagedMs - (visit?.pageEngagedMs ?? 0) : 0;
  const current = ongoing(visit, at - Math.max(0, engagedMs));
  if (observation.kind === 'pageview') return pageview(current, observation, at);
  if (current === null) return { visit, counts: [] };
  return observation.kind === 'pause'
    ? pause(current, observation.engagedMs, at)
    : slotCount(current, observation, at);
}
