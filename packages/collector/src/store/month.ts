/** Calendar months in day numbers. Days are those of a site already, so that no time zone comes into it. Pure. */

const MS_PER_DAY = 86_400_000;

const dateOf = (day: number): Date => new Date(day * MS_PER_DAY);
/** Months beyond December, or before January, are those of another year. */
const firstOf = (year: number, month: number): number => Date.UTC(year, month, 1) / MS_PER_DAY;

/** The first and the last day of the month that a day is in. */
export function monthOf(day: number): { readonly first: number; readonly last: number } {
  const date = dateOf(day);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return { first: firstOf(year, month), last: firstOf(year, month + 1) - 1 };
}

/** The same day of the month so many months before; the last one of a month that is too short for it. */
export function monthsBefore(day: number, months: number): number {
  const date = dateOf(day);
  const first = firstOf(date.getUTCFullYear(), date.getUTCMonth() - months);
  return Math.min(first + date.getUTCDate() - 1, monthOf(first).last);
}
