/**
 * The balance of a node in the click paths: what comes in is what goes out, and what is not shown is told.
 * Takes rows of reports; does not know why a row is missing (release).
 */
import { ENTRY } from '@holloway/protocol';

/** Moves between two nodes that follow each other in a visit. `from` is `(entry)` where the visit begins. */
export interface Move {
  readonly from: string;
  readonly to: string;
  readonly n: number;
}

/** Of the `pages` or `categories` report. */
export interface NodeViews {
  readonly node: string;
  readonly views: number;
  readonly exits: number;
}

/**
 * `entries + arrivals + unseenIn = views = exits + departures + unseenOut`.
 * Figures that are not shown count as 0, and what they leave open is `unseenIn` and `unseenOut`. Either is below 0
 * where moves are shown already and the views that belong to them still wait.
 */
export interface NodeBalance {
  readonly node: string;
  readonly views: number;
  /** Visits that begin here. */
  readonly entries: number;
  /** Moves to here; a node's moves to itself are among them. */
  readonly arrivals: number;
  readonly unseenIn: number;
  /** Views that no other page followed. */
  readonly exits: number;
  /** Moves from here; a node's moves to itself are among them. */
  readonly departures: number;
  readonly unseenOut: number;
}

function sumBy<T>(rows: readonly T[], key: (row: T) => string, n: (row: T) => number): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(key(row), (sums.get(key(row)) ?? 0) + n(row));
  return sums;
}

/**
 * @param moves Of one site, level, slice and range; rows of the same pair are added up.
 * @param nodes Of the same.
 * @returns One balance for each node of either, the most viewed first, then by name.
 */
export function balance(moves: readonly Move[], nodes: readonly NodeViews[]): NodeBalance[] {
  const n = (move: Move): number => move.n;
  const entries = sumBy(
    moves.filter((move) => move.from === ENTRY),
    (move) => move.to,
    n,
  );
  const inner = moves.filter((move) => move.from !== ENTRY);
  const arrivals = sumBy(inner, (move) => move.to, n);
  const departures = sumBy(inner, (move) => move.from, n);
  const views = sumBy(
    nodes,
    ({ node }) => node,
    (row) => row.views,
  );
  const exits = sumBy(
    nodes,
    ({ node }) => node,
    (row) => row.exits,
  );

  const names = new Set([entries, arrivals, departures, views].flatMap((sums) => [...sums.keys()]));
  const of = (sums: ReadonlyMap<string, number>, node: string): number => sums.get(node) ?? 0;
  return [...names]
    .map((node) => ({
      node,
      views: of(views, node),
      entries: of(entries, node),
      arrivals: of(arrivals, node),
      unseenIn: of(views, node) - of(entries, node) - of(arrivals, node),
      exits: of(exits, node),
      departures: of(departures, node),
      unseenOut: of(views, node) - of(exits, node) - of(departures, node),
    }))
    .sort((a, b) => b.views - a.views || (a.node < b.node ? -1 : 1));
}
