/** Which days a range is compared with. Pure. */
import { addDays, type Day } from '@holloway/protocol';
import { type Msg, msg } from '../words/words.ts';
import { type Days, daysBefore, type Horizon, lengthOf } from './range.ts';

export const COMPARISONS = ['before', 'weekdays', 'year', 'none'] as const;
/**
 * `before`: as many days just before; `weekdays`: the nearest before that begin on the same day of the week; `year`: 52
 * weeks before, which are the same days of the week too.
 */
export type ComparisonKind = (typeof COMPARISONS)[number];

export const COMPARISON_NAMES: { readonly [kind in ComparisonKind]: Msg } = {
  before: msg('The days before'),
  weekdays: msg('The same weekdays before'),
  year: msg('52 weeks before'),
  none: msg('Nothing'),
};

const WEEK = 7;
const YEAR = 52 * WEEK;

const shifted = ({ from, to }: Days, by: number, firstDay: Day | null): Days | null => {
  const days = { from: addDays(from, -by), to: addDays(to, -by) };
  return firstDay !== null && days.from >= firstDay ? days : null;
};

/** As many days as those given; `null` where nothing is to be compared, or the history does not reach back so far. */
export function comparedDays(kind: ComparisonKind, days: Days, horizon: Horizon): Days | null {
  if (kind === 'none') return null;
  if (kind === 'before') return daysBefore(days, horizon);
  const by = kind === 'year' ? Math.max(YEAR, wholeWeeks(days)) : wholeWeeks(days);
  return shifted(days, by, horizon.firstDay);
}

/** No day is compared with itself: a year of 365 days with that which began 53 weeks before. */
const wholeWeeks = (days: Days): number => Math.ceil(lengthOf(days) / WEEK) * WEEK;
