/**
 * Whether what an item earns can be told from what its position earns: only where items were seen in several positions that
 * hang together. Builds no model: see position-model.
 */

/** What an item earned in a position of one zone. Rows of the same pair are added up by whoever reads them. */
export interface Placement {
  readonly item: string;
  /** From 1. */
  readonly slot: number;
  /** Visits. */
  readonly exposed: number;
  readonly clicked: number;
}

/**
 * `no-exposures`: nothing tells how often a position was seen. `one-slot-per-item`: an item stood in one position only, so
 * that its worth and that of the position are one number. `not-connected`: groups of items share no position with others.
 */
export type NotIdentifiable = 'no-exposures' | 'one-slot-per-item' | 'not-connected';

/** Below this a position says nothing of an item. */
const LEAST_EXPOSED = 30;

/** Which of them are connected, by union and find. @returns How many groups there are. */
function groupsOf(edges: readonly (readonly [string, string])[]): number {
  const parent = new Map<string, string>();
  const rootOf = (node: string): string => {
    let root = node;
    for (let up = parent.get(root) ?? root; up !== root; up = parent.get(root) ?? root) root = up;
    parent.set(node, root);
    return root;
  };
  for (const [a, b] of edges) parent.set(rootOf(a), rootOf(b));
  const nodes = new Set(edges.flat());
  return new Set([...nodes].map(rootOf)).size;
}

/**
 * @param placements Of one zone, in any order.
 * @returns Why the two cannot be told apart; `null` where they can.
 * @see Agarwal et al., Estimating position bias without intrusive interventions, WSDM 2019: layouts of the past do as well as tests,
 * where they moved items
 */
export function notIdentifiable(placements: readonly Placement[]): NotIdentifiable | null {
  const seen = placements.filter(({ exposed }) => exposed >= LEAST_EXPOSED);
  if (seen.length === 0) return 'no-exposures';
  const slots = new Map<string, Set<number>>();
  for (const { item, slot } of seen) slots.set(item, (slots.get(item) ?? new Set()).add(slot));
  if ([...slots.values()].some(({ size }) => size < 2)) return 'one-slot-per-item';
  const edges = seen.map(({ item, slot }) => [`item ${item}`, `slot ${slot}`] as const);
  return groupsOf(edges) === 1 ? null : 'not-connected';
}
