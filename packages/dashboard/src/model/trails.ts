/** Three-step trails, and how much of a detour each is. Pure. */
import type { FlowRow, TrailRow } from '@holloway/protocol';

export interface Trail {
  readonly path: readonly [string, string, string];
  readonly n: number;
  /** Moves straight from the first to the last; `null` where the three are not all different. */
  readonly direct: number | null;
  /** n / (n + direct): the share of ways from first to last that led over the middle. */
  readonly detour: number | null;
}

/** @param flows Category level, same range and slice. */
export function trailsOf(trails: readonly TrailRow[], flows: readonly FlowRow[]): Trail[] {
  const direct = new Map(flows.map(({ from, to, n }) => [`${from}\u0001${to}`, n]));
  return trails.map(({ path, n }) => {
    const [first, middle, last] = path;
    if (first === middle || middle === last || first === last) {
      return { path, n, direct: null, detour: null };
    }
    const straight = direct.get(`${first}\u0001${last}`) ?? 0;
    return { path, n, direct: straight, detour: n / (n + straight) };
  });
}
