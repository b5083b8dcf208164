/** How far down a list its visits came: from how many saw each of its positions. Pure. */
import type { LayoutRow } from '@holloway/protocol';

export interface DepthStep {
  readonly slot: number;
  /** Of the visits that saw its most seen position: those that saw this one or one beyond it, at least. In [0, 1]. */
  readonly share: number;
}

/**
 * @param rows Of one zone. Who saw a later position is taken to have come past the earlier ones.
 * @returns By position; empty where exposures are not told of two positions or more.
 */
export function depthOf(rows: readonly LayoutRow[]): DepthStep[] {
  const exposed = new Map<number, number>();
  for (const { slot, exposed: n } of rows) {
    if (slot !== null && n !== null) exposed.set(slot, (exposed.get(slot) ?? 0) + n);
  }
  const fromTheEnd = [...exposed].sort((a, b) => b[0] - a[0]);
  if (fromTheEnd.length < 2) return [];
  let furthest = 0;
  const reached = fromTheEnd.map(([slot, n]) => {
    furthest = Math.max(furthest, n);
    return { slot, reached: furthest };
  });
  return reached.reverse().map(({ slot, reached: n }) => ({ slot, share: n / furthest }));
}
