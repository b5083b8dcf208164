/** A day as a clock on the wall sees it: where it begins in time, how long it is, which hours of the week it has. */
import { addDays, type Day, dayAt, dayNumber, localTime } from '@holloway/protocol';

export const HOUR_MS = 60 * 60 * 1000;

export interface Today {
  readonly day: Day;
  /** Days since 1970. */
  readonly number: number;
  /** Its first instant. */
  readonly startMs: number;
  /** 23 or 25 hours where clocks are changed. */
  readonly lengthMs: number;
  /** Of each hour since its start. */
  readonly hoursOfWeek: readonly number[];
}

/** The first instant of a day, found by halving. */
function startOf(day: Day, timeZone: string): number {
  const utc = dayNumber(day) * 24 * HOUR_MS;
  let before = utc - 16 * HOUR_MS;
  let after = utc + 16 * HOUR_MS;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dayAt(middle, timeZone) < day) before = middle;
    else after = middle;
  }
  return after;
}

/** @throws RangeError for a time zone that is not known. */
export function beginDay(day: Day, timeZone: string): Today {
  const startMs = startOf(day, timeZone);
  const lengthMs = startOf(addDays(day, 1), timeZone) - startMs;
  const hours = Array.from({ length: Math.ceil(lengthMs / HOUR_MS) }, (_, i) => startMs + i * HOUR_MS);
  return {
    day,
    number: dayNumber(day),
    startMs,
    lengthMs,
    hoursOfWeek: hours.map((at) => localTime(at, timeZone).hourOfWeek),
  };
}
