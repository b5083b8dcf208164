/** Positions whose click rate changed between two ranges of days, as far as that is more than chance. Pure. */
import {
  type Interval,
  isToldPromptly,
  rateDifference,
  shiftsBeyondChance,
  type Telling,
} from '@holloway/insight';
import type { LayoutRow } from '@holloway/protocol';
import { positionsOf } from './positions.ts';

export interface Mover {
  readonly zone: string;
  readonly slot: number | null;
  /** Click rates, in [0, 1]. */
  readonly before: number;
  readonly after: number;
  /** Of the difference, for this position alone. */
  readonly interval: Interval;
}

export interface Movement {
  /** Positions of which both click rates are known. */
  readonly compared: number;
  /** Those that moved, the furthest first: of these at most one in ten is expected to be chance. */
  readonly moved: readonly Mover[];
}

export interface ToldRows {
  readonly rows: readonly LayoutRow[];
  /** A position whose clicks are not told promptly is not compared. */
  readonly telling: Telling;
}

export function movementOf(
  { rows: before, telling: then }: ToldRows,
  { rows: after, telling }: ToldRows,
): Movement {
  const earlier = new Map(positionsOf(before).map((one) => [`${one.zone} ${one.slot}`, one]));
  const shifts = positionsOf(after).flatMap(({ zone, slot, clicked, exposed }) => {
    const was = earlier.get(`${zone} ${slot}`);
    if (was?.clicked == null || was.exposed === null || clicked === null || exposed === null) return [];
    if (!isToldPromptly(was.clicked, then) || !isToldPromptly(clicked, telling)) return [];
    // Seen and clicked wait apart and may pass each other.
    if (clicked > exposed || was.clicked > was.exposed) return [];
    const rates = { before: { hits: was.clicked, of: was.exposed }, after: { hits: clicked, of: exposed } };
    const interval = rateDifference(rates.after, rates.before);
    if (interval === null) return [];
    const mover: Mover = {
      ...{ zone, slot, interval },
      ...{ before: was.clicked / was.exposed, after: clicked / exposed },
    };
    return [{ ...rates, mover }];
  });
  const change = ({ before: was, after: is }: Mover): number => Math.abs(is - was);
  return {
    compared: shifts.length,
    moved: shiftsBeyondChance(shifts)
      .map(({ mover }) => mover)
      .sort((a, b) => change(b) - change(a)),
  };
}
