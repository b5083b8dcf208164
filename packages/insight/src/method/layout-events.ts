/** In which week the layout of a page became another, from the boxes of weeks that follow each other. */
import type { BoxRow } from '@holloway/protocol';
import { layoutShifts, type PageShift } from './layout-shift.ts';

/** Boxes of a week, of the one before it, and of the one after it where that is over. */
export interface WeekAmong {
  readonly before: readonly BoxRow[];
  readonly week: readonly BoxRow[];
  readonly after: readonly BoxRow[] | null;
  /** Of two weeks before; `null` where nothing is known of it. */
  readonly earlier: readonly BoxRow[] | null;
}

const of = (shifts: readonly PageShift[], page: string): PageShift | undefined =>
  shifts.find((each) => each.page === page);

/**
 * The pages whose layout became another in this week. A change within a week shows half in it and half in the next: it is
 * told once, in the first, as it is when it is whole.
 */
export function layoutEvents({ before, week, after, earlier }: WeekAmong, k: number): PageShift[] {
  const direct = layoutShifts({ before, after: week }, k);
  const across = after === null ? [] : layoutShifts({ before, after }, k);
  const next = after === null ? [] : layoutShifts({ before: week, after }, k);
  const wasDirect = earlier === null ? [] : layoutShifts({ before: earlier, after: before }, k);
  const wasAcross = earlier === null ? [] : layoutShifts({ before: earlier, after: week }, k);
  const pages = [...new Set([...direct, ...across].map(({ page }) => page))].sort();
  return pages.flatMap((page): PageShift[] => {
    const [half, whole] = [of(direct, page), of(across, page)];
    // The other half of what the week before tells, or what is clear over both weeks alone.
    const isTold =
      of(wasAcross, page) !== undefined && (half === undefined || of(wasDirect, page) !== undefined);
    if (isTold && half !== undefined) return [];
    if (half !== undefined) return [whole ?? half];
    return whole !== undefined && of(next, page) === undefined && !isTold ? [whole] : [];
  });
}
