/** The pages whose layout can be looked at: those that were viewed, and those that a history knows by their positions alone. Pure. */
import type { LayoutRow, PageRow } from '@holloway/protocol';
import { pagesWithPositions } from './positions.ts';

export interface ListedPage {
  readonly page: string;
  /** `null` where only visits that clicked its positions are known. */
  readonly views: number | null;
  /** Visits that clicked a position of it, one for each position; `null` where it has none. */
  readonly clicked: number | null;
}

/** The most seen first; then those without views, the most clicked first. What all pages share is not one of them. */
export function pageList(
  pages: readonly PageRow[],
  layout: readonly LayoutRow[],
  shared: string,
): ListedPage[] {
  const clicks = new Map(pagesWithPositions(layout).map(({ page, clicked }) => [page, clicked]));
  const seen = [...pages]
    .sort((a, b) => b.views - a.views)
    .map(({ page, views }) => ({ page, views, clicked: clicks.get(page) ?? null }));
  const known = new Set([shared, ...seen.map(({ page }) => page)]);
  const others = [...clicks].filter(([page]) => !known.has(page));
  return [...seen, ...others.map(([page, clicked]) => ({ page, views: null, clicked }))];
}

/** Where none is chosen yet: the first that has positions, else the first. */
export const firstPage = (list: readonly ListedPage[]): string =>
  (list.find(({ clicked }) => clicked !== null) ?? list[0])?.page ?? '/';
