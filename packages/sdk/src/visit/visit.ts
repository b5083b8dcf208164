/**
 * Folds what one browser does into visits and counts. A visit ends after 30 minutes of inactivity.
 * Pure. Does not read the page (capture/), know who was counted before (ledger), or send anything (transport/).
 */
import { bucketOf, type Source, type Visitor } from '@holloway/protocol';
import { type Cart, commerceCounts, type Positions, remember } from './commerce.ts';
import { type Count, count, isCounted, once } from './count.ts';
import { foundCounts, type Quest } from './find.ts';
import { hash } from './hash.ts';
import { elementCounts, slotCount, zoneCounts } from './layout.ts';
import type { Observation, ObservationOf, Page, Position, Search } from './observation.ts';
import { pageview } from './pageview.ts';
import { searchCounts } from './search.ts';
import { testedCounts } from './tested.ts';

export const VISIT_TIMEOUT_MS = 30 * 60 * 1000;
const MAX_ORDERS = 20;

/** All that a browser remembers of its visit. Plain data, fit for JSON. */
export interface Visit {
  readonly lastAt: number;
  readonly source: Source;
  readonly visitor: Visitor;
  readonly entry: string;
  readonly depth: number;
  readonly page: Page;
  /** The page before. */
  readonly before: Page | null;
  /** The page was looked at for a while. */
  readonly isSettled: boolean;
  /** How far down the page was seen is counted. */
  readonly isScrolled: boolean;
  /** Of the current page, as last counted. */
  readonly pageBucket: number | null;
  readonly pageEngagedMs: number;
  /** Of the pages before the current one. */
  readonly earlierEngagedMs: number;
  readonly visitBucket: number | null;
  /** Hashes of the cells that count a visit once, and counted this one. */
  readonly once: readonly number[];
  /** Positions that were clicked, by what they lead to. */
  readonly led: Positions;
  /** The position that led to this page. */
  readonly cameBy: Position | null;
  readonly cart: Cart;
  /** Hashes of the numbers of orders, of visits before too: phones load a page again days later. */
  readonly orders: readonly number[];
  readonly quest: Quest | null;
  /** The last term that was searched for, until a result is clicked. */
  readonly search: string | null;
}

export interface Folded {
  readonly visit: Visit | null;
  readonly counts: readonly Count[];
}

/** The visit for as long as it goes on; `null` once it is over. */
export const ongoing = (visit: Visit | null, at: number): Visit | null =>
  visit && at - visit.lastAt <= VISIT_TIMEOUT_MS ? visit : null;

/**
 * A pause may be the last that is seen of a page, so its time is counted at once; if the visitor comes back, the
 * bucket that was counted is counted as resumed, and the report takes one from the other.
 */
function pause(visit: Visit, engagedMs: number): Folded {
  if (engagedMs <= visit.pageEngagedMs) return { visit, counts: [] };
  const path = visit.page.path;
  const pageBucket = bucketOf(engagedMs);
  const visitBucket = bucketOf(visit.earlierEngagedMs + engagedMs);
  return {
    visit: { ...visit, pageEngagedMs: engagedMs, pageBucket, visitBucket },
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

/** Once a pageview: to count how much further it went later would take a second fact that corrects the first. */
const scroll = (visit: Visit, tenth: number): Folded =>
  visit.isScrolled
    ? { visit, counts: [] }
    : { visit: { ...visit, isScrolled: true }, counts: count('page.scroll', visit.page.path, tenth) };

/** @returns What is counted once a visit, and the visit that remembers it. */
function onceAVisit(
  visit: Visit,
  seen: readonly Count[],
): { readonly visit: Visit; readonly counts: Count[] } {
  const { once: cells, counts } = once(visit.once, seen);
  return { visit: { ...visit, once: cells }, counts };
}

/** Whoever stays with a product has found it; the next one is looked for anew. */
const settle = (visit: Visit): Folded =>
  visit.isSettled
    ? { visit, counts: [] }
    : onceAVisit(
        { ...visit, isSettled: true, quest: visit.page.type === 'product' ? null : visit.quest },
        foundCounts(visit.quest, visit.page, visit.before),
      );

function clicked(visit: Visit, { to, page, slot, item, viewport }: Position & { to?: string | undefined }) {
  const position = { page, slot, item, viewport };
  const led = remember(visit.led, item, position);
  const isResult = visit.page.search && visit.page.path === page;
  return onceAVisit(
    { ...visit, led: to ? remember(led, to, position) : led, search: isResult ? null : visit.search },
    [slotCount('clicked', position), ...count('search.clicked', isResult ? visit.search : null)],
  );
}

/**
 * A search that is told, or what came of one that was asked before. The second is its own alone: another may be the
 * last one by then, or a result was clicked.
 */
function searched(visit: Visit, search: Search): Folded {
  const isAnswer =
    search.isEmpty !== null && isCounted(visit.once, { fact: 'search.asked', dimensions: [search.term] });
  return isAnswer
    ? onceAVisit(visit, searchCounts(null, search))
    : onceAVisit({ ...visit, search: search.term }, searchCounts(visit.search, search));
}

function trade(visit: Visit, seen: ObservationOf<'commerce'>): Folded {
  const { stage, order = '' } = seen;
  const number = hash(order);
  if (order && visit.orders.includes(number)) return { visit, counts: [] };
  const orders = order ? [...visit.orders, number].slice(-MAX_ORDERS) : visit.orders;
  const { cart, counts } = commerceCounts(seen, visit);
  const traded = onceAVisit({ ...visit, cart, orders }, counts);
  if (stage !== 'cart') return traded;
  // Whoever buys has found.
  const found = settle(traded.visit);
  return { visit: found.visit, counts: [...traded.counts, ...found.counts] };
}

/** What is seen within a visit that goes on. */
function within(visit: Visit, seen: Observation): Folded {
  switch (seen.kind) {
    case 'pause':
      return pause(visit, seen.engagedMs);
    case 'scroll':
      return scroll(visit, seen.tenth);
    case 'settled':
      return settle(visit);
    case 'slot':
      return seen.measure === 'clicked'
        ? clicked(visit, seen)
        : onceAVisit(visit, [slotCount(seen.measure, seen)]);
    case 'zone':
      return { visit, counts: zoneCounts(seen) };
    case 'element':
      return { visit, counts: elementCounts(seen) };
    case 'search':
      return searched(visit, seen.search);
    case 'commerce':
      return trade(visit, seen);
    case 'tested':
      return onceAVisit(visit, testedCounts(visit, seen));
    default:
      return { visit, counts: [] };
  }
}

/**
 * @param visit `null` before the first pageview of a browser.
 * @param at Milliseconds since 1970, of the browser's clock. One that runs backwards extends the visit.
 * @returns The visit to remember, and what to count. Without a visit only a pageview counts, and what belongs to none.
 */
export function fold(visit: Visit | null, seen: Observation, at: number): Folded {
  if (seen.kind === 'choice') {
    return { visit, counts: count('consent.choice', seen.statement, seen.surface, seen.choice) };
  }
  if (seen.kind === 'preference') return { visit, counts: count('preference', seen.key, seen.value) };
  if (seen.kind === 'fault') return { visit, counts: count('fault', seen.reason) };
  // Whoever reads a page for long is not inactive: the time that a pause adds is taken off.
  const engagedMs = seen.kind === 'pause' ? seen.engagedMs - (visit?.pageEngagedMs ?? 0) : 0;
  const current = ongoing(visit, at - Math.max(0, engagedMs));
  if (seen.kind === 'pageview') return pageview(current, seen, at, visit?.orders ?? []);
  if (current === null) return { visit, counts: [] };
  const folded = within(current, seen);
  return { ...folded, visit: folded.visit && { ...folded.visit, lastAt: at } };
}
