/**
 * Which rotation test would let a zone be ranked free of position: the smallest cyclic shift of its grid by a row or more, for a
 * quarter of the traffic. Reversible, and the counts by item and position are all that it needs: no arm is told apart.
 */
import { notIdentifiable, type Placement } from './position-graph.ts';

export interface Rotation {
  /** Positions that each item moves on; those that fall off the end come in at the beginning. */
  readonly shift: number;
  /** Of the traffic that sees the shifted grid. */
  readonly share: number;
  readonly slots: number;
  /** Visits, of all traffic, until every shifted placement is exposed often enough. */
  readonly visits: number;
}

const SHARE = 0.25;
/** Exposures of an item in its new place until its rate there is known to about a third. */
const EXPOSURES_NEEDED = 1000;

/**
 * @param placements Of one zone as it is.
 * @returns `null` where it can be ranked as it is, where nothing is exposed, and where the zone has fewer than 3 positions.
 */
export function planRotation(placements: readonly Placement[]): Rotation | null {
  const reason = notIdentifiable(placements);
  if (reason === null || reason === 'no-exposures') return null;
  const seen = placements.filter(({ exposed }) => exposed > 0);
  const order = [...new Set(seen.map(({ slot }) => slot))].sort((a, b) => a - b);
  if (order.length < 3) return null;
  const exposures = new Map<number, number>();
  for (const { slot, exposed } of seen) exposures.set(slot, (exposures.get(slot) ?? 0) + exposed);

  // A shift by 1 would do for the graph, and in simulation ranks as well where position works evenly from slot to slot. In a real grid it works
  // by rows (Guo et al., KDD 2020), and a shift by 1 leaves most items in theirs. The root of the number of positions is about a row: 5 of 24.
  const least = Math.max(1, Math.round(Math.sqrt(order.length)));
  for (let shift = least; shift < order.length; shift += 1) {
    const moved = seen.map((placement): Placement => {
      const slot = order[(order.indexOf(placement.slot) + shift) % order.length] ?? placement.slot;
      return { ...placement, slot, exposed: (exposures.get(slot) ?? 0) * SHARE };
    });
    if (notIdentifiable([...seen, ...moved]) !== null) continue;
    const rarest = Math.min(...exposures.values());
    const most = Math.max(...exposures.values());
    return {
      shift,
      share: SHARE,
      slots: order.length,
      visits: Math.ceil((EXPOSURES_NEEDED / SHARE) * (most / rarest)),
    };
  }
  return null;
}
