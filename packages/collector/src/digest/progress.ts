/** What comes of an attempt: when the next one is, and when there is none any more. Pure. */
import type { DeliveryOutcome, StoredDelivery } from '../store/digests.ts';
import type { Fault } from './send.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** From when it was due. */
export const GIVEN_UP_AFTER_MS = 24 * HOUR_MS;
/** After the first attempt, the second and so on; the last one holds from then on. */
const WAITS_MS = [5 * MINUTE_MS, 15 * MINUTE_MS, HOUR_MS, 3 * HOUR_MS, 6 * HOUR_MS] as const;

/** @param fault `null` where it arrived. */
export function outcomeOf(claimed: StoredDelivery, fault: Fault | null, nowMs: number): DeliveryOutcome {
  if (fault === null) return { state: 'sent', next: nowMs, fault: null, status: null, sent: nowMs };
  const wait = WAITS_MS[Math.min(claimed.attempts, WAITS_MS.length) - 1] ?? 0;
  const next = nowMs + wait;
  // Nobody comes back within a day who is no longer there.
  const isOver = fault.fault === 'gone' || next >= claimed.begun + GIVEN_UP_AFTER_MS;
  return { ...fault, state: isOver ? 'failed' : 'waiting', next, sent: claimed.sent };
}
