/**
 * Moves between categories as a square: a row for where visitors were, a column for where they went.
 * With exits and the residual, every row adds up to its views. Pure.
 */
import { type CategoryRow, ENTRY, type FlowRow } from '@holloway/protocol';

export interface MatrixRow {
  readonly node: string;
  readonly views: number;
  /** In the order of `Matrix.nodes`; `null` where no row tells. */
  readonly cells: readonly (number | null)[];
  /** Those that are told; `null` where none is. */
  readonly exits: number | null;
  /** Moves to nodes that have no column, and counts that wait or are not settled. */
  readonly elsewhere: number;
}

export interface Matrix {
  readonly nodes: readonly string[];
  readonly rows: readonly MatrixRow[];
  /** The largest cell, and the largest share of a row's views, for colouring. */
  readonly largest: number;
  readonly largestShare: number;
}

/** `kettles/gooseneck` counts as `kettles`; page types stay as they are. */
export const topLevel = (category: string): string =>
  category.startsWith('(') ? category : (category.split('/')[0] ?? category);

function addUp<T>(items: readonly T[], keyOf: (item: T) => string, nOf: (item: T) => number) {
  const sums = new Map<string, number>();
  for (const item of items) sums.set(keyOf(item), (sums.get(keyOf(item)) ?? 0) + nOf(item));
  return sums;
}

/** @param limit How many nodes get a row and a column, most viewed first. */
export function transitionMatrix(
  categories: readonly CategoryRow[],
  flows: readonly FlowRow[],
  { limit, nodeOf }: { readonly limit: number; readonly nodeOf: (category: string) => string },
): Matrix {
  const views = addUp(
    categories,
    (row) => nodeOf(row.category),
    (row) => row.views,
  );
  const exits = addUp(
    categories.filter((row) => row.exits !== null),
    (row) => nodeOf(row.category),
    (row) => row.exits ?? 0,
  );
  const moves = addUp(
    flows.filter(({ from }) => from !== ENTRY),
    ({ from, to }) => `${nodeOf(from)}\u0001${nodeOf(to)}`,
    ({ n }) => n,
  );
  const nodes = [...views]
    .sort((a, b) => b[1] - a[1])
    .slice(0, limit)
    .map(([node]) => node);
  const rows = nodes.map((node): MatrixRow => {
    const cells = nodes.map((to) => moves.get(`${node}\u0001${to}`) ?? null);
    const shown = cells.reduce<number>((sum, n) => sum + (n ?? 0), 0);
    const total = views.get(node) ?? 0;
    const ended = exits.get(node) ?? null;
    return { node, views: total, cells, exits: ended, elsewhere: total - (ended ?? 0) - shown };
  });
  const cells = rows.flatMap((row) => row.cells.map((n) => ({ n: n ?? 0, views: row.views })));
  return {
    nodes,
    rows,
    largest: Math.max(0, ...cells.map(({ n }) => n)),
    largestShare: Math.max(0, ...cells.map(({ n, views: of }) => (of === 0 ? 0 : n / of))),
  };
}
