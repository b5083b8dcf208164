/**
 * Days as `2026-11-23`, in the time zone of a site. Nothing finer than a day is ever stored.
 */
export type Day = string;

const MS_PER_DAY = 86_400_000;
const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** Days since 1970-01-01, for storage and arithmetic. */
export const dayNumber = (day: Day): number => Math.round(Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY);

export const dayFromNumber = (number: number): Day =>
  new Date(number * MS_PER_DAY).toISOString().slice(0, 10);

export const addDays = (day: Day, days: number): Day => dayFromNumber(dayNumber(day) + days);

/** Whether `value` is a date that exists, from 1970 to 9999. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string' || !SHAPE.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return time >= 0 && new Date(time).toISOString().startsWith(value);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The calendar day and hour of the week (Monday 0:00 is 0) at an instant.
 * @param timeZone An IANA name; an unknown one throws a RangeError.
 */
export function localTime(epochMs: number, timeZone: string): { day: Day; hourOfWeek: number } {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  const part: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(epochMs)) part[type] = value;
  const day = `${part.year}-${part.month}-${part.day}`;
  // 1970-01-01 was a Thursday.
  return { day, hourOfWeek: ((dayNumber(day) + 3) % 7) * 24 + Number(part.hour) };
}

export const dayAt = (epochMs: number, timeZone: string): Day => localTime(epochMs, timeZone).day;
