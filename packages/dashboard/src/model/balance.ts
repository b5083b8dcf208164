/**
 * The balance of a node: entries + arrivals = views = exits + departures. What the rows leave open is told as a
 * residual on either side, so that both sides always add up. Pure.
 */
import { ENTRY, type FlowRow } from '@holloway/protocol';

/** What a report row says of a page or category. */
export interface NodeTotals {
  readonly views: number;
  /** `null` where too few visits began here to say. */
  readonly entries: number | null;
  /** `null` where they are not settled yet, or too few to say. */
  readonly exits: number | null;
}

/** One side of a node; the three add up to its views, with 0 for what is not told. */
export interface Side {
  /** Visits that began here, or ended here; `null` where that is not told, and in the residual. */
  readonly edge: number | null;
  /** Moves that the rows show: into the node, or out of it. */
  readonly moves: number;
  /**
   * Views that the rows leave open. Above 0: counts that wait for k browsers. Below 0: moves counted before the
   * range that joined a row in it.
   */
  readonly residual: number;
}

export interface NodeBalance {
  readonly views: number;
  readonly in: Side;
  readonly out: Side;
}

export const arrivalsAt = (node: string, flows: readonly FlowRow[]): FlowRow[] =>
  flows.filter((flow) => flow.to === node && flow.from !== ENTRY);

export const departuresFrom = (node: string, flows: readonly FlowRow[]): FlowRow[] =>
  flows.filter((flow) => flow.from === node);

export const entriesOf = (flows: readonly FlowRow[]): FlowRow[] => departuresFrom(ENTRY, flows);

export const sumOf = (rows: readonly { readonly n: number }[]): number =>
  rows.reduce((sum, { n }) => sum + n, 0);

const side = (views: number, edge: number | null, moves: number): Side => ({
  edge,
  moves,
  residual: views - (edge ?? 0) - moves,
});

/**
 * @param totals The node's row of `pages` or `categories`.
 * @param flows Rows of `flows` at the same level, slice and range.
 */
export function nodeBalance(node: string, totals: NodeTotals, flows: readonly FlowRow[]): NodeBalance {
  const { views, exits } = totals;
  const entries = totals.entries ?? sumOf(entriesOf(flows).filter((flow) => flow.to === node));
  return {
    views,
    in: side(views, entries, sumOf(arrivalsAt(node, flows))),
    out: side(views, exits, sumOf(departuresFrom(node, flows))),
  };
}
