/**
 * The clock of a site as a short table, so that a browser tells the site's day without loading the platform's own table of
 * zones, which takes a phone 40 ms.
 */
import type { Day } from './day.ts';

/** Minutes east of UTC, each from an instant (milliseconds since 1970) on, in order; the first holds before it too. */
export type Offsets = readonly (readonly [from: number, minutes: number])[];

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_HOURS = 24;
/** No zone changes its clock twice within it. */
const STEP_MS = 12 * HOUR_MS;

function offsetReader(timeZone: string): (epochMs: number) => number {
  const numeric = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  } as const;
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, hourCycle: 'h23', ...numeric });
  return (epochMs) => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(epochMs)) part[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = part;
    const local = Date.UTC(year, month - 1, day, hour, minute);
    return Math.round((local - Math.floor(epochMs / MINUTE_MS) * MINUTE_MS) / MINUTE_MS);
  };
}

/**
 * @param timeZone An IANA name; an unknown one throws a RangeError.
 * @param from Milliseconds since 1970. Before it, and after `to`, the nearest offset is taken to hold.
 */
export function offsetsOf(timeZone: string, from: number, to: number): Offsets {
  const offsetAt = offsetReader(timeZone);
  const offsets: [number, number][] = [[from, offsetAt(from)]];
  for (let at = from; at < to; at += STEP_MS) {
    const minutes = offsetAt(at + STEP_MS);
    if (minutes === offsetAt(at)) continue;
    let [before, after] = [at, at + STEP_MS];
    while (after - before > MINUTE_MS) {
      const middle = Math.floor((before + after) / 2 / MINUTE_MS) * MINUTE_MS;
      if (offsetAt(middle) === minutes) after = middle;
      else before = middle;
    }
    offsets.push([Math.ceil(after / MINUTE_MS) * MINUTE_MS, minutes]);
  }
  return offsets;
}

/** The calendar day and hour of the week (Monday 0:00 is 0) at an instant. */
export function localTimeBy(epochMs: number, offsets: Offsets): { day: Day; hourOfWeek: number } {
  let minutes = offsets[0]?.[1] ?? 0;
  for (const [from, east] of offsets) if (from <= epochMs) minutes = east;
  const local = epochMs + minutes * MINUTE_MS;
  const hours = Math.floor(local / HOUR_MS);
  // 1970-01-01 was a Thursday.
  const hourOfWeek = (hours + 3 * DAY_HOURS) % (7 * DAY_HOURS);
  return { day: new Date(local).toISOString().slice(0, 10), hourOfWeek };
}
