/** From released cells to what visitors searched for, and where they looked for what they found. Pure. */
import { FIND_ROUTES, type FindRow, type SearchRow } from '@holloway/protocol';
import { join, nOf } from './joined.ts';
import { mostFirst } from './order.ts';
import type { Released } from './release.ts';

export const findRows = ({ rows }: Released): FindRow[] =>
  mostFirst(
    rows.map(({ dimensions: [item, tried, found, route], n, people }) => ({
      item: String(item),
      tried: String(tried),
      found: String(found),
      route: FIND_ROUTES.find((known) => known === route) ?? null,
      n,
      people,
    })),
    ({ n }) => n,
  );

/** Refinements by the term that was asked first. */
function refinedByTerm({ rows }: Released): Map<string, number> {
  const refined = new Map<string, number>();
  for (const { dimensions, n } of rows) {
    const term = String(dimensions[0]);
    refined.set(term, (refined.get(term) ?? 0) + n);
  }
  return refined;
}

export function searchRows(
  facts: { readonly [m in 'asked' | 'empty' | 'clicked']: Released },
  refinements: Released,
): SearchRow[] {
  const refined = refinedByTerm(refinements);
  const rows = join(facts).map(({ dimensions, of }): SearchRow => {
    const term = String(dimensions[0]);
    return {
      term,
      asked: nOf(of.asked),
      empty: nOf(of.empty),
      clicked: nOf(of.clicked),
      refined: refined.get(term) ?? null,
    };
  });
  return mostFirst(rows, ({ asked }) => asked);
}
