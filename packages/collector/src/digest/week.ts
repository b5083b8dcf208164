/** Which week a digest tells of, and when it is due where the site is. Pure; the clock is passed in. */
import { addDays, type Day, type DaysShown, localTime } from '@holloway/protocol';

const DAY_HOURS = 24;
const WEEK_DAYS = 7;
const WEEK_HOURS = WEEK_DAYS * DAY_HOURS;
/** A collector that was off sends late; after two days the next week is nearer to what is asked. */
const LATEST_HOURS = 2 * DAY_HOURS;

export interface Due {
  /** 1 is Monday. */
  readonly weekday: number;
  /** 0 to 23. */
  readonly hour: number;
}

/** The last Monday to Sunday that is over on a day. */
function lastWeek(day: string, hourOfWeek: number): DaysShown {
  const monday = addDays(day, -Math.floor(hourOfWeek / DAY_HOURS));
  return { from: addDays(monday, -WEEK_DAYS), to: addDays(monday, -1) };
}

/** The last whole week, Monday to Sunday, that is over when a day begins. */
export const weekBefore = (day: Day): DaysShown =>
  lastWeek(day, localTime(Date.parse(day), 'UTC').hourOfWeek);

/**
 * By the clock on the wall: an hour that a change of the clock leaves out is over with the next one, and one that comes
 * twice is due from the first.
 * @returns The week to tell of, from its hour on and for two days; `null` at other times.
 */
export function dueWeek(nowMs: number, { weekday, hour }: Due, timeZone: string): DaysShown | null {
  const { day, hourOfWeek } = localTime(nowMs, timeZone);
  const due = (weekday - 1) * DAY_HOURS + hour;
  const late = (hourOfWeek - due + WEEK_HOURS) % WEEK_HOURS;
  if (late >= LATEST_HOURS) return null;
  // Due on a Sunday and sent on the Monday after, it tells of the week that was over on that Sunday.
  return due > hourOfWeek ? lastWeek(addDays(day, -WEEK_DAYS), hourOfWeek) : lastWeek(day, hourOfWeek);
}
