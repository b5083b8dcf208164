/**
 * Rates of pages and visits, each from counts that are sealed together, so that no part exceeds its whole.
 * Does not say how sure a rate is: see `wilson`.
 */

/**
 * `part / whole`, kept inside [0, 1]: a visit that goes on past midnight has its pageview on one day and its move on
 * the next, so a range of days may hold the move alone.
 */
function share(part: number, whole: number): number | null {
  return whole > 0 ? Math.min(1, Math.max(0, part / whole)) : null;
}

/**
 * Share of a page's views that no other page of the same visit followed.
 *
 * @param page.views Of `page.view` or `category.view`.
 * @param page.onward Of `page.onward` or `category.onward`, of the same page and days.
 * @returns Ratio in [0, 1]; `null` without views, so that "no data" is not drawn as 0 %.
 * @see docs/metrics.md#exit-rate
 */
export const exitRate = ({ views, onward }: { views: number; onward: number }): number | null =>
  share(views - onward, views);

/**
 * Share of the visits that began on a page and saw no other.
 *
 * @param page.entries Of `visit.entry`.
 * @param page.onward Of `visit.onward`, of the same page and days.
 * @returns Ratio in [0, 1]; `null` without entries.
 * @see docs/metrics.md#bounce-rate
 */
export const bounceRate = ({ entries, onward }: { entries: number; onward: number }): number | null =>
  share(entries - onward, entries);

/**
 * Pageviews for each visit, on average.
 *
 * @param totals.pageviews Of `visit.depth`, added up: it is sealed with the visits, so neither waits for the other.
 * @returns `null` without visits.
 * @see docs/metrics.md#pages-per-visit
 */
export const pagesPerVisit = ({ pageviews, visits }: { pageviews: number; visits: number }): number | null =>
  visits > 0 ? pageviews / visits : null;
