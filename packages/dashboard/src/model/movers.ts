/** Positions whose click rate changed between two ranges of days, as far as that is more than chance. Pure. */
import { type Interval, rateDifference } from '@holloway/insight';
import type { LayoutRow } from '@holloway/protocol';
import { positionsOf } from './positions.ts';

export interface Mover {
  readonly zone: string;
  readonly slot: number | null;
  /** Click rates, in [0, 1]. */
  readonly before: number;
  readonly after: number;
  /** Of the difference, in which 0 is not. */
  readonly interval: Interval;
}

export interface Movement {
  /** Positions of which both click rates are known. One in twenty seems to move by chance alone. */
  readonly compared: number;
  /** Those that moved, the furthest first. */
  readonly moved: readonly Mover[];
}

export function movementOf(before: readonly LayoutRow[], after: readonly LayoutRow[]): Movement {
  const earlier = new Map(positionsOf(before).map((one) => [`${one.zone} ${one.slot}`, one]));
  const movers = positionsOf(after).flatMap(({ zone, slot, clicked, exposed }): Mover[] => {
    const was = earlier.get(`${zone} ${slot}`);
    if (was?.clicked == null || was.exposed === null || clicked === null || exposed === null) return [];
    // Seen and clicked wait apart and may pass each other.
    if (clicked > exposed || was.clicked > was.exposed) return [];
    const interval = rateDifference({ hits: clicked, of: exposed }, { hits: was.clicked, of: was.exposed });
    return interval === null
      ? []
      : [{ zone, slot, before: was.clicked / was.exposed, after: clicked / exposed, interval }];
  });
  const change = ({ before: was, after: is }: Mover): number => Math.abs(is - was);
  return {
    compared: movers.length,
    moved: movers
      .filter(({ interval: { low, high } }) => low > 0 || high < 0)
      .sort((a, b) => change(b) - change(a)),
  };
}
