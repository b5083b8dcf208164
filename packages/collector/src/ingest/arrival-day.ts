/** Which day a batch counts for: its own while that is open, else the day it arrives. */
import { type Day, dayAt, dayNumber } from '@holloway/protocol';
import type { SiteRecord } from '../store/store.ts';

/**
 * @param day The day of the browser's ledger. Only today and yesterday are believed: older batches are dropped by
 * the browser, and a later day is a clock that runs ahead.
 * @returns A day number.
 */
export function arrivalDay(
  day: Day,
  { timeZone, sealedThrough }: Pick<SiteRecord, 'timeZone' | 'sealedThrough'>,
  nowMs: number,
): number {
  const today = dayNumber(dayAt(nowMs, timeZone));
  const claimed = dayNumber(day);
  const open = sealedThrough === null || claimed > sealedThrough;
  return claimed === today - 1 && open ? claimed : today;
}
