/** What a pageview counts: for itself, for the page before, and for the visit that it begins. Pure. */
import { categoryNode, ENTRY } from '@holloway/protocol';
import { pageStages } from './commerce.ts';
import { type Count, count, once } from './count.ts';
import { quest } from './find.ts';
import { slotCount } from './layout.ts';
import type { ObservationOf, Page } from './observation.ts';
import { searchCounts } from './search.ts';
import type { Folded, Visit } from './visit.ts';

const MAX_STEP = 8;
const MAX_DEPTH = 50;
const MAX_RETURN_DAYS = 60;

const nodeOf = (page: Page): string => categoryNode(page.category, page.type);

/** What only the first page of a visit counts. */
function entryCounts({ page, arrival, hourOfWeek }: ObservationOf<'pageview'>): Count[] {
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
    ...count('flow.trail', visit.before && nodeOf(visit.before), node, to),
  ];
}

/** What counts a visit once: its searches, its stages, and its way back from a product that did not hold it. */
function visitCounts(visit: Visit | null, page: Page): Count[] {
  const isBack = visit && !visit.isSettled && visit.cameBy?.page === page.path;
  return [
    ...pageStages(page, visit?.cart ?? {}),
    ...(page.search ? searchCounts(visit?.search ?? null, page.search) : []),
    ...count('search.clicked', page.type === 'product' && visit?.page.search ? visit.search : null),
    ...(isBack && visit.cameBy ? [slotCount('returned', visit.cameBy)] : []),
  ];
}

/** @param before The visit that goes on; `null` where one begins. */
export function pageview(
  before: Visit | null,
  seen: ObservationOf<'pageview'>,
  at: number,
  orders: readonly number[],
): Folded {
  const { page, arrival } = seen;
  const { path } = page;
  const node = nodeOf(page);
  const from = before ? nodeOf(before.page) : ENTRY;
  const depth = (before?.depth ?? 0) + 1;
  const counted = once(before?.once ?? [], visitCounts(before, page));
  const isResult = page.type === 'product' && before?.page.search;
  return {
    visit: {
      lastAt: at,
      source: before?.source ?? arrival.source,
      visitor: before?.visitor ?? (arrival.daysSinceLastVisit === null ? 'new' : 'returning'),
      entry: before?.entry ?? path,
      depth,
      page,
      before: before?.page ?? null,
      isSettled: false,
      isScrolled: false,
      pageBucket: null,
      pageEngagedMs: 0,
      earlierEngagedMs: before ? before.earlierEngagedMs + before.pageEngagedMs : 0,
      visitBucket: before?.visitBucket ?? null,
      once: counted.once,
      led: before?.led ?? {},
      cameBy: page.type === 'product' ? (before?.led[path] ?? null) : null,
      cart: before?.cart ?? {},
      orders,
      quest: quest(before?.quest ?? null, page),
      search: page.search ? page.search.term : isResult ? null : (before?.search ?? null),
    },
    counts: [
      ...(before ? onwardCounts(before, node) : entryCounts(seen)),
      ...count('page.view', path),
      ...count('category.view', node),
      ...count('flow.page', before?.page.path ?? ENTRY, path),
      ...count('flow.category', from, node),
      ...count('flow.step', depth <= MAX_STEP ? depth : null, from, node),
      ...count('visit.depth', Math.min(depth, MAX_DEPTH)),
      ...counted.counts,
    ],
  };
}
