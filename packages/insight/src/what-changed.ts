/** What gained and what lost a share of the views against other days, as far as that is more than chance. Pure. */
import type { Interval } from './interval.ts';
import { shiftsBeyondChance } from './method/share-shifts.ts';
import { rateDifference } from './method/two-rates.ts';
import { isToldPromptly, type Telling } from './told-promptly.ts';

export interface Counted {
  readonly key: string;
  readonly n: number;
  /** Browsers a day behind them: what one of them does again and again counts once for how sure a change is. */
  readonly people: number;
}

export interface Side {
  readonly rows: readonly Counted[];
  /** Of all, shown or not. */
  readonly total: number;
  /** What is not told promptly is not compared. Default: all is. */
  readonly telling?: Telling;
}

export interface Shift {
  readonly key: string;
  /** Shares in [0, 1]. */
  readonly before: number;
  readonly after: number;
  /** Of the difference. */
  readonly interval: Interval;
}

export interface WhatChanged {
  /** The furthest first, five at most. */
  readonly gained: readonly Shift[];
  readonly lost: readonly Shift[];
}

const MOST = 5;

/** As many tries as there would be, if each browser did each thing once. */
function outcomeOf({ n, people }: Counted, total: number): { hits: number; of: number } {
  const hits = Math.min(people, n);
  return { hits, of: Math.max(hits, (total * hits) / n) };
}

const prompt = ({ rows, telling }: Side): readonly Counted[] =>
  telling === undefined ? rows : rows.filter(({ people }) => isToldPromptly(people, telling));

/** Of what both sides tell: what is in the rows of one alone may be too small to show in the other. */
export function whatChanged(before: Side, now: Side): WhatChanged {
  const earlier = new Map(prompt(before).map((row) => [row.key, row]));
  const shifts = prompt(now).flatMap((is) => {
    const was = earlier.get(is.key);
    if (was === undefined || was.n === 0 || is.n === 0) return [];
    const outcomes = { before: outcomeOf(was, before.total), after: outcomeOf(is, now.total) };
    const interval = rateDifference(outcomes.after, outcomes.before);
    if (interval === null) return [];
    const shares = { before: was.n / before.total, after: is.n / now.total };
    return [{ key: is.key, outcomes, interval, shares }];
  });
  const beyond = shiftsBeyondChance(shifts.map((shift) => ({ ...shift.outcomes, shift }))).map(
    ({ shift: { key, shares, interval } }): Shift => ({ key, ...shares, interval }),
  );
  const size = ({ before: was, after }: Shift): number => Math.abs(after - was);
  const furthest = beyond.sort((a, b) => size(b) - size(a));
  return {
    gained: furthest.filter(({ before: was, after }) => after > was).slice(0, MOST),
    lost: furthest.filter(({ before: was, after }) => after < was).slice(0, MOST),
  };
}
