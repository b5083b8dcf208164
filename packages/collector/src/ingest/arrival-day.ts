/** Which day a batch counts for: its own while that is open, else the day it arrives. */
import { type Day, dayAt, dayNumber } from '@holloway/protocol';
import type { SiteRecord } from '../store/store.ts';

/** Everywhere on earth, days begin with a quarter of an hour. */
const QUARTER_MS = 15 * 60_000;

/** The day number of the latest quarter of an hour asked for, by time zone: calendars are slow, batches many. */
const latest = new Map<string, { readonly quarter: number; readonly day: number }>();

function today(timeZone: string, nowMs: number): number {
  const quarter = Math.floor(nowMs / QUARTER_MS);
  const known = latest.get(timeZone);
  if (known?.quarter === quarter) return known.day;
  const day = dayNumber(dayAt(nowMs, timeZone));
  latest.set(timeZone, { quarter, day });
  return day;
}

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
  const arrived = today(timeZone, nowMs);
  const claimed = dayNumber(day);
  const open = sealedThrough === null || claimed > sealedThrough;
  return claimed === arrived - 1 && open ? claimed : arrived;
}
