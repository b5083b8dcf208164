/**
 * Which days a range stands for where months are kept as a whole: it takes in every month that it touches, so that nothing
 * is told of a part of one. Pure.
 */
import { type Day, dayFromNumber, dayNumber } from '@holloway/protocol';
import { monthOf } from '../store/month.ts';
import type { DayRange, SiteRecord } from '../store/store.ts';

/** The first day that stands for a day: its own, or that of its month. */
export const keptAs = ({ kept: { monthsThrough } }: Pick<SiteRecord, 'kept'>, day: number): number =>
  monthsThrough !== null && day <= monthsThrough ? monthOf(day).first : day;

/** Begins with the first of a month where that is kept as a whole, and ends with the last of one. */
export function widened(site: Pick<SiteRecord, 'kept'>, { from, to }: DayRange): DayRange {
  const { monthsThrough } = site.kept;
  return {
    from: keptAs(site, from),
    to: monthsThrough !== null && to <= monthsThrough ? monthOf(to).last : to,
  };
}

/** What of a range there is. From after to where there is nothing. */
export function keptRange(site: Pick<SiteRecord, 'kept'>, range: DayRange): DayRange {
  const { from, to } = widened(site, range);
  return { from: Math.max(from, site.kept.from ?? from), to };
}

/** The last day of the month that a row of this day stands for; nothing where it stands for the day. */
export function monthEnd(site: Pick<SiteRecord, 'kept'>, day: Day): { readonly through?: Day } {
  const number = dayNumber(day);
  const { monthsThrough } = site.kept;
  return monthsThrough !== null && number <= monthsThrough
    ? { through: dayFromNumber(monthOf(number).last) }
    : {};
}

export interface ToldRange {
  readonly from: Day;
  readonly to: Day;
  /** The last day of the range that is told as a part of its month; `null` where all are told by day. */
  readonly monthsThrough: Day | null;
}

/** A range as a report says that it is. */
export function toldRange(
  site: Pick<SiteRecord, 'kept'>,
  range: { readonly from: Day; readonly to: Day },
): ToldRange {
  const { from, to } = widened(site, { from: dayNumber(range.from), to: dayNumber(range.to) });
  const { monthsThrough } = site.kept;
  return {
    from: dayFromNumber(from),
    to: dayFromNumber(to),
    monthsThrough:
      monthsThrough === null || monthsThrough < from ? null : dayFromNumber(Math.min(monthsThrough, to)),
  };
}
