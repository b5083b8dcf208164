/**
 * What of a site's sealed days is kept on a day: by day at first, then by month, then not at all. Pure.
 * Does not move or delete anything (retention.ts).
 */
import type { Kept, Retention, Schedule } from '../store/keeping.ts';
import { monthOf, monthsBefore } from '../store/month.ts';
import { WAITING_DAYS } from '../store/seal.ts';

/** What is noted with a month may have waited before it, and lies between that month's first day and the next one's. */
const NOTED_DAYS = 31 + WAITING_DAYS;

const later = (before: number | null, now: number): number => Math.max(before ?? now, now);

/**
 * A month is kept as a whole once its last day is older than `days`; it is deleted when its first day is `months` old, so
 * that nothing is older than that. Days that are not in such a month are deleted one by one.
 *
 * @param today Day number, where the site is.
 * @param site What was kept already is never more again, whatever is set later.
 * @returns `null` before a day is sealed: what is still to come may be older than what is there.
 */
export function scheduleOf(
  { days, months }: Retention,
  { sealedThrough, kept }: { readonly sealedThrough: number | null; readonly kept: Kept },
  today: number,
): Schedule | null {
  if (sealedThrough === null) return null;
  const through = Math.min(today - days - 1, sealedThrough);
  const { first, last } = monthOf(through);
  const monthsThrough = later(kept.monthsThrough, through === last ? last : first - 1);
  const due = Math.min(monthsBefore(today, months), sealedThrough);
  const from = due <= monthsThrough ? monthOf(due).last + 1 : due + 1;
  return { monthsThrough, from: later(kept.from, from), otherFrom: due + NOTED_DAYS };
}
