/** Three-step trails, and how much of a detour each is. Pure. */
import type { Report, TrailRow } from '@holloway/protocol';

export interface Trail {
  readonly path: readonly [string, string, string];
  readonly n: number;
  /** Moves straight from the first to the last; `null` where the three are not all different, or too few to say. */
  readonly direct: number | null;
  /** n / (n + direct): the share of ways from first to last that led over the middle. */
  readonly detour: number | null;
}

/** @param flows Category level, same range and slice. */
export function trailsOf(
  trails: readonly TrailRow[],
  flows: Pick<Report<'flows'>, 'rows' | 'waiting'>,
): Trail[] {
  const direct = new Map(flows.rows.map(({ from, to, n }) => [`${from}\u0001${to}`, n]));
  // A move without a row was never made, unless it may be among those that wait.
  const unknown = flows.waiting.n > 0 ? null : 0;
  return trails.map(({ path, n }) => {
    const [first, middle, last] = path;
    if (first === middle || middle === last || first === last) {
      return { path, n, direct: null, detour: null };
    }
    const straight = direct.get(`${first}\u0001${last}`) ?? unknown;
    return { path, n, direct: straight, detour: straight === null ? null : n / (n + straight) };
  });
}
