/** How many browsers a site had promised to stand behind a row of a day, by its chain of statements. Pure. */
import { type Day, dayNumber } from '@holloway/protocol';
import { monthOf } from '../store/month.ts';
import type { SiteRecord } from '../store/store.ts';

interface Promised {
  readonly published: Day;
  readonly k: number;
}

/**
 * Of a month that is kept as a whole, the least that held in it.
 * @param statements Oldest first. Before the first of them history may have been imported, under any of them.
 */
export function leastK(
  { k, kept }: Pick<SiteRecord, 'k' | 'kept'>,
  statements: readonly Promised[],
): (day: number) => number {
  const periods = statements.map(({ published, k: promised }) => ({
    from: dayNumber(published),
    k: promised,
  }));
  const least = Math.min(k, ...periods.map((period) => period.k));
  const between = (first: number, last: number): number => {
    const before = periods.findLast(({ from }) => from <= first);
    if (before === undefined) return least;
    return Math.min(
      before.k,
      ...periods.filter(({ from }) => from > first && from <= last).map((each) => each.k),
    );
  };
  return (day) => {
    const isMonth = kept.monthsThrough !== null && day <= kept.monthsThrough;
    const { first, last } = isMonth ? monthOf(day) : { first: day, last: day };
    return between(first, last);
  };
}
