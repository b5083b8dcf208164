/**
 * Click paths as columns: where visits begin, and where they went next from each node that was chosen.
 * Walked backwards: where visits end, and where they had come from. Pure.
 */
import type { FlowRow } from '@holloway/protocol';
import { arrivalsAt, departuresFrom, entriesOf, type NodeTotals, nodeBalance, sumOf } from './balance.ts';

export const DIRECTIONS = ['onward', 'backward'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Which nodes the first column lists: those where visits begin (or end), or every node. */
export const STARTS = ['edge', 'every'] as const;
export type Start = (typeof STARTS)[number];

export interface PathRow {
  readonly node: string;
  readonly n: number;
  /** Of the column's total. */
  readonly share: number;
}

export interface PathColumn {
  /** The node that this column follows; `null` for the first column. */
  readonly node: string | null;
  readonly total: number;
  /** Most first. */
  readonly rows: readonly PathRow[];
  /** No further action; backwards: visits that began here. `null` in the first column; within: not told. */
  readonly edge: { readonly n: number | null; readonly share: number | null } | null;
  /** What the rows leave open; rows + edge + residual = total, with 0 for an edge that is not told. */
  readonly residual: number;
}

export interface PathSource {
  readonly nodes: ReadonlyMap<string, NodeTotals>;
  readonly flows: readonly FlowRow[];
  /** Of the range; `null` where too few to say. */
  readonly visits: number | null;
}

const shareOf = (n: number, total: number): number => (total === 0 ? 0 : n / total);

function rowsOf(counts: Iterable<readonly [string, number]>, total: number): PathRow[] {
  return [...counts]
    .filter(([, n]) => n > 0)
    .map(([node, n]) => ({ node, n, share: shareOf(n, total) }))
    .sort((a, b) => b.n - a.n || (a.node < b.node ? -1 : 1));
}

function edgeCounts({ nodes, flows }: PathSource, direction: Direction): [string, number][] {
  if (direction === 'onward') return entriesOf(flows).map(({ to, n }) => [to, n]);
  return [...nodes].map(([node, { exits }]) => [node, exits ?? 0]);
}

function firstColumn(source: PathSource, direction: Direction, start: Start): PathColumn {
  const counts: [string, number][] =
    start === 'every'
      ? [...source.nodes].map(([node, { views }]) => [node, views])
      : edgeCounts(source, direction);
  const shown = counts.reduce((sum, [, n]) => sum + n, 0);
  const total = start === 'every' ? shown : (source.visits ?? shown);
  return { node: null, total, rows: rowsOf(counts, total), edge: null, residual: total - shown };
}

/** A node without a row of its own is as large as the moves that are known of it. */
function totalsOf(node: string, { nodes, flows }: PathSource): NodeTotals {
  const known = nodes.get(node);
  if (known !== undefined) return known;
  const entries = sumOf(entriesOf(flows).filter((flow) => flow.to === node));
  const views = Math.max(entries + sumOf(arrivalsAt(node, flows)), sumOf(departuresFrom(node, flows)));
  return { views, entries, exits: null };
}

function columnAfter(node: string, source: PathSource, direction: Direction): PathColumn {
  const totals = totalsOf(node, source);
  const balance = nodeBalance(node, totals, source.flows);
  const { edge, residual } = direction === 'onward' ? balance.out : balance.in;
  const moves = direction === 'onward' ? departuresFrom(node, source.flows) : arrivalsAt(node, source.flows);
  const total = balance.views;
  return {
    node,
    total,
    rows: rowsOf(
      moves.map(({ from, to, n }) => [direction === 'onward' ? to : from, n]),
      total,
    ),
    edge: { n: edge, share: edge === null ? null : shareOf(edge, total) },
    residual,
  };
}

/** @param chain The chosen nodes, first column first. One column more than nodes is returned. */
export function pathColumns(
  source: PathSource,
  chain: readonly string[],
  { direction, start }: { readonly direction: Direction; readonly start: Start },
): PathColumn[] {
  return [
    firstColumn(source, direction, start),
    ...chain.map((node) => columnAfter(node, source, direction)),
  ];
}

/**
 * The path of the most visitors from the start, column by column, without going in circles.
 * @returns At most `length` nodes; fewer where a column shows nowhere new to go.
 */
export function busiestChain(
  source: PathSource,
  towards: { readonly direction: Direction; readonly start: Start },
  length: number,
): string[] {
  const chain: string[] = [];
  while (chain.length < length) {
    const next = pathColumns(source, chain, towards)
      .at(-1)
      ?.rows.find(({ node }) => !chain.includes(node));
    if (next === undefined) break;
    chain.push(next.node);
  }
  return chain;
}
