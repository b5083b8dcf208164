/** From released cells to how far down each page its views came. Pure. */
import type { ScrollRow } from '@holloway/protocol';
import { byText } from './order.ts';
import type { Released } from './release.ts';

/** Views of each page by the furthest tenth, at the index of its number. */
function byPage({ rows }: Released): Map<string, number[]> {
  const pages = new Map<string, number[]>();
  for (const { dimensions, n } of rows) {
    const [page, tenth] = [String(dimensions[0]), Number(dimensions[1])];
    const counts = pages.get(page) ?? [];
    counts[tenth] = n;
    pages.set(page, counts);
  }
  return pages;
}

/** From the furthest tenth up to the first, for whoever came further came this far too; then the right way round. */
function rowsOf(page: string, counts: readonly (number | undefined)[]): ScrollRow[] {
  const rows: ScrollRow[] = [];
  let reached = 0;
  for (let tenth = counts.length - 1; tenth >= 1; tenth -= 1) {
    const n = counts[tenth] ?? null;
    reached += n ?? 0;
    rows.push({ page, tenth, n, reached });
  }
  return rows.reverse();
}

/** By page, from its top down. */
export const scrollRows = (released: Released): ScrollRow[] =>
  [...byPage(released)].sort(([x], [y]) => byText(x, y)).flatMap(([page, counts]) => rowsOf(page, counts));
