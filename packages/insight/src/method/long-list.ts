/** Lists of which the end is hardly ever seen. */
import { type Interval, wilson } from '../interval.ts';

export interface SlotExposure {
  /** From 1. */
  readonly slot: number;
  /** Visits that saw it. */
  readonly exposed: number;
}

export interface LongList {
  /** The last position of which it is not sure that under 5 % of the visits that saw the list came to it. */
  readonly seenTo: number;
  /** The last position of which anything is known. */
  readonly length: number;
  /** Visits that saw the position that most saw. */
  readonly visits: number;
  /** Of them, the share that saw the most seen position beyond `seenTo`. */
  readonly beyond: Interval & { readonly value: number };
}

const HARDLY = 0.05;
/** Fewer positions than a row or two are no long list. */
const LEAST_BEYOND = 4;

/**
 * @param rows Of one zone, page and window size; of a position with several items, its exposures are added up.
 * @returns `null` where fewer than four positions are known of which it is sure, with 95 % confidence, that under 5 % come to them.
 */
export function longList(rows: readonly SlotExposure[]): LongList | null {
  const bySlot = new Map<number, number>();
  for (const { slot, exposed } of rows) bySlot.set(slot, (bySlot.get(slot) ?? 0) + exposed);
  const visits = Math.max(0, ...bySlot.values());
  if (visits === 0) return null;
  const slots = [...bySlot].sort(([a], [b]) => a - b);
  const isSeen = (exposed: number): boolean => (wilson(exposed, visits)?.high ?? 1) >= HARDLY;
  const seenTo = slots.reduce((last, [slot, exposed]) => (isSeen(exposed) ? slot : last), 0);
  const beyond = slots.filter(([slot]) => slot > seenTo);
  const most = Math.max(0, ...beyond.map(([, exposed]) => exposed));
  const interval = wilson(most, visits);
  if (beyond.length < LEAST_BEYOND || interval === null) return null;
  return { seenTo, length: slots.at(-1)?.[0] ?? 0, visits, beyond: { value: most / visits, ...interval } };
}
