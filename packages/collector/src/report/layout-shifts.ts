/**
 * In which weeks the layout of which pages became another: from the boxes that reports tell of weeks that are sealed, and
 * of nothing else. How it is judged is for insight.
 */
import { setImmediate } from 'node:timers/promises';
import { layoutEvents, type PageShift } from '@holloway/insight';
import { ALL, type BoxRow, dayFromNumber } from '@holloway/protocol';
import { inTurn } from './in-turn.ts';
import { createKeeper } from './keeper.ts';
import { boxRows } from './layout-rows.ts';
import type { Release, Scope } from './release.ts';

type Site = Scope['site'];

/** Day numbers, both included. */
interface DayRange {
  readonly from: number;
  readonly to: number;
}

export interface WeekOfShifts {
  /** Day numbers of its Monday and Sunday. */
  readonly week: DayRange;
  readonly pages: readonly PageShift[];
}

/** @param range Days that the weeks must touch. Oldest first; weeks without a change are left out. */
export type LayoutShifts = (site: Site, range: DayRange) => Promise<readonly WeekOfShifts[]>;

const WEEK = 7;
/** 1970-01-01, day 0, was a Thursday. */
const FIRST_MONDAY = 4;
/** Half a year: what was before is looked at by name of its week, not all at once. */
const MOST_WEEKS = 26;
/** Changes of a week are few. */
const MAX_KEPT = 20_000;

const mondayOf = (day: number): number => day - ((((day - FIRST_MONDAY) % WEEK) + WEEK) % WEEK);
const weekOf = (monday: number): DayRange => ({ from: monday, to: monday + WEEK - 1 });

/** The first day that is told by itself. */
const firstByDay = ({ kept }: Site): number => Math.max(kept.from ?? 0, (kept.monthsThrough ?? -1) + 1);

/** Mondays of the weeks that are over, told by day, and touch the range; with the week before each. */
function mondaysIn(site: Site, { from, to }: DayRange): number[] {
  if (site.sealedThrough === null) return [];
  const last = mondayOf(Math.min(to, site.sealedThrough - WEEK + 1));
  const mondays: number[] = [];
  for (let monday = last; monday + WEEK - 1 >= from && mondays.length < MOST_WEEKS; monday -= WEEK) {
    if (monday - WEEK < firstByDay(site)) break;
    mondays.unshift(monday);
  }
  return mondays;
}

export function createLayoutShifts(release: Pick<Release, 'cells'>): LayoutShifts {
  const kept = createKeeper<readonly PageShift[]>(MAX_KEPT, (pages) => pages.length + 1);

  async function boxesIn(
    { cells }: Pick<Release, 'cells'>,
    site: Site,
    { from, to }: DayRange,
  ): Promise<readonly BoxRow[]> {
    const scope = { site, slice: ALL, from: dayFromNumber(from), to: dayFromNumber(to) };
    // What comes of them is kept; the reports' own sums are not to give way to half a year of weeks.
    const [x, y, width, height] = await Promise.all([
      cells('layout.box.x', scope, { isOnce: true }),
      cells('layout.box.y', scope, { isOnce: true }),
      cells('layout.box.width', scope, { isOnce: true }),
      cells('layout.box.height', scope, { isOnce: true }),
    ]);
    return boxRows(site.k, { x, y, width, height });
  }

  return async (site, range) => {
    const patient = inTurn(release);
    const weeks: WeekOfShifts[] = [];
    const read = new Map<number, Promise<readonly BoxRow[]>>();
    const boxesOf = (monday: number): Promise<readonly BoxRow[]> => {
      const boxes = read.get(monday) ?? boxesIn(patient, site, weekOf(monday));
      read.set(monday, boxes);
      return boxes;
    };
    for (const monday of mondaysIn(site, range)) {
      // No week that follows looks further back.
      read.delete(monday - 3 * WEEK);
      const hasNext = monday + 2 * WEEK - 1 <= (site.sealedThrough ?? -1);
      const hasEarlier = monday - 2 * WEEK >= firstByDay(site);
      // What is sealed never changes.
      const key = JSON.stringify([site.id, site.k, monday, hasNext, hasEarlier]);
      const pages = await kept.get(key, async () => {
        const among = {
          before: await boxesOf(monday - WEEK),
          week: await boxesOf(monday),
          after: hasNext ? await boxesOf(monday + WEEK) : null,
          earlier: hasEarlier ? await boxesOf(monday - 2 * WEEK) : null,
        };
        await setImmediate();
        return layoutEvents(among, site.k);
      });
      if (pages.length > 0) weeks.push({ week: weekOf(monday), pages });
    }
    return weeks;
  };
}
