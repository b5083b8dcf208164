/** Three-step trails, and how much of a detour each is. Pure. */
import { ALL, type Report, type TrailRow } from '@holloway/protocol';

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
  flows: Pick<Report<'flows'>, 'rows' | 'waiting' | 'other' | 'slice'>,
): Trail[] {
  const direct = new Map(flows.rows.map(({ from, to, n }) => [`${from}\u0001${to}`, n]));
  // A move without a row was never made, unless it may wait or have lost its name. A slice does not tell that.
  const complete = flows.slice === ALL && flows.waiting.n === 0 && flows.other === 0;
  const unknown = complete ? 0 : null;
  return trails.map(({ path, n }) => {
    const [first, middle, last] = path;
    if (first === middle || middle === last || first === last) {
      return { path, n, direct: null, detour: null };
    }
    const straight = direct.get(`${first}\u0001${last}`) ?? unknown;
    return { path, n, direct: straight, detour: straight === null ? null : n / (n + straight) };
  });
}
