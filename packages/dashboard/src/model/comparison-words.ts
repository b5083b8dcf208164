/** How a change is said, against the days that it was compared with. Pure. */
import { t, tn } from '../words/words.ts';
import type { ComparisonKind } from './comparison.ts';
import { formatChange } from './format.ts';
import { type Days, lengthOf } from './range.ts';

/** `+8% on the same weekdays before, without today`; why there is none, where there is none. */
export function changeWords(
  change: number | null,
  kind: ComparisonKind,
  shown: Days,
  /** Of the days shown, those that are over; `null` where only today is shown. */
  finished: Days | null,
): string {
  if (kind === 'none') return t('not compared');
  if (finished === null) return t('today is not over');
  if (change === null) return t('no earlier days to compare');
  const values = { change: formatChange(change) };
  const withoutToday = finished.to < shown.to;
  if (kind === 'weekdays')
    return withoutToday
      ? t('{change} on the same weekdays before, without today', values)
      : t('{change} on the same weekdays before', values);
  if (kind === 'year')
    return withoutToday
      ? t('{change} on 52 weeks before, without today', values)
      : t('{change} on 52 weeks before', values);
  const days = lengthOf(finished);
  return withoutToday
    ? tn(
        days,
        '{change} on the day before, without today',
        '{change} on the {n} days before, without today',
        values,
      )
    : tn(days, '{change} on the day before', '{change} on the {n} days before', values);
}
