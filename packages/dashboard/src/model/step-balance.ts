/**
 * The balance of each place of a visit, that is of a category at a step: came + unseen = went on + rest. Where the rows
 * leave a side open it is made even by what they do not show, never hidden. Pure.
 */
import { ENTRY, type StepRow } from '@holloway/protocol';

/** Moves beyond it are not counted by step. */
export const LAST_STEP = 8;

export interface StepBalance {
  /** 0 is the start, whose node is the entry. */
  readonly step: number;
  readonly node: string;
  /** Moves that the rows show to it; to the start come the visits. */
  readonly came: number;
  /** More went on than is shown to have come: moves that wait, or were counted before the range. */
  readonly unseen: number;
  /** Moves that the rows show from it. */
  readonly wentOn: number;
  /** What is not shown to have gone on. */
  readonly rest: number;
}

/** What the rest of a place is; `open` may be either, ended there or not shown yet. */
export type Rest = 'waits' | 'ended' | 'open' | 'uncounted';

export const placeKey = (step: number, node: string): string => `${step}:${node}`;

/**
 * By `placeKey`.
 * @param visits Of the same range and slice; `null` where they are not told: then as many as the moves from the start.
 */
export function stepBalances(
  rows: readonly StepRow[],
  visits: number | null,
): ReadonlyMap<string, StepBalance> {
  const sides = new Map<string, { step: number; node: string; came: number; wentOn: number }>();
  const at = (step: number, node: string) => {
    const key = placeKey(step, node);
    const known = sides.get(key) ?? { step, node, came: 0, wentOn: 0 };
    sides.set(key, known);
    return known;
  };
  for (const { step, from, to, n } of rows) {
    at(step - 1, from).wentOn += n;
    at(step, to).came += n;
  }
  const start = sides.get(placeKey(0, ENTRY));
  if (start !== undefined) start.came = visits ?? start.wentOn;
  return new Map(
    [...sides].map(([key, side]) => {
      const open = side.came - side.wentOn;
      return [key, { ...side, unseen: Math.max(0, -open), rest: Math.max(0, open) }];
    }),
  );
}

/** @param allShown Whether the report hides nothing, so that what did not go on is known to have ended. */
export function restOf(step: number, allShown: boolean): Rest {
  // Each visit has a first page.
  if (step === 0) return 'waits';
  if (step >= LAST_STEP) return 'uncounted';
  return allShown ? 'ended' : 'open';
}
