/** The days that a link shows: those of its view's address, where it has both; and whether a range stays within them. Pure. */
import { type DaysShown, type Issue, isDay } from '@holloway/protocol';
import type { ToldRange } from '../site/kept-range.ts';

/** `null` where the address leaves them open, so that they move on with the calendar. */
export function daysOf(address: string): DaysShown | null {
  const query = new URLSearchParams(address.split('?', 2)[1] ?? '');
  const [from, to] = [query.get('from'), query.get('to')];
  return isDay(from) && isDay(to) && from <= to ? { from, to } : null;
}

/**
 * What is wrong with a range; `null` where it is within.
 * @param told With the whole of each month that is kept as one.
 */
export function outsideOf({ from, to }: DaysShown, told: ToldRange): Issue | null {
  if (told.from < from) return { field: 'from', rule: 'must not be before the days that the link shows' };
  if (told.to > to) return { field: 'to', rule: 'must not be after the days that the link shows' };
  return null;
}
