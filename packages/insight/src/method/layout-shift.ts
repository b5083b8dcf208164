/**
 * Whether the layout of a page is another than it was: regions that moved, came or went, and regions whose positions were
 * arranged anew, from averaged boxes of two spans of days. Which spans follow each other, and when: layout-events.
 */
import { type BoxRow, VIEWPORTS, type Viewport } from '@holloway/protocol';

export interface ZoneShift {
  readonly zone: string;
  /** `null` where it is not known. */
  readonly viewport: Viewport | null;
  /** `rearranged`: what stands in it has other places within it, as of a grid with more columns. */
  readonly change: 'moved' | 'rearranged' | 'new' | 'gone';
  /** How far, in pixels to the right and down; less than 0 to the left and up. 0 but of what moved. */
  readonly right: number;
  readonly down: number;
}

export interface PageShift {
  readonly page: string;
  /** What moved furthest first, then what was arranged anew, came and went. */
  readonly zones: readonly ZoneShift[];
}

/** Averages of fewer measurements are not compared. */
const LEAST = 20;
/** What would have been measured about this often, and was not at all, is not there. */
const LEAST_EXPECTED = 40;
/** Nobody sees less. */
const LEAST_PX = 64;
/** Windows get a little wider or narrower from week to week, with who comes: all that stands below grows with them. */
const SHARE = 0.15;
/**
 * Only averages are told, so that how far single measurements lie apart is not known but assumed: at most a quarter of how far
 * down an edge is, and sideways about what windows of one size differ by.
 */
const SPREAD_DOWN = { share: 0.25, least: 48 };
const SPREAD_SIDEWAYS: { readonly [viewport in Viewport]: number } = { s: 48, m: 96, l: 256 };
/** A shift must be as many standard errors: a shop has hundreds of regions, looked at each week. */
const ERRORS = 4;

interface Placed {
  readonly n: number;
  readonly x: number;
  readonly y: number;
}

interface Shift {
  readonly right: number;
  readonly down: number;
}

/** What is told of one page in windows of one size: where regions stand, and positions within theirs. */
interface Sheet {
  readonly zones: ReadonlyMap<string, Placed>;
  readonly slots: ReadonlyMap<string, ReadonlyMap<string, Placed>>;
  /** Measurements of the region that was measured most. */
  readonly most: number;
}

const NO_SHEET: Sheet = { zones: new Map(), slots: new Map(), most: 0 };

const isLink = (element: string): boolean => element.includes(':');
const zoneOfSlot = (element: string): string | null => /^(.+)\/\d+$/.exec(element)?.[1] ?? null;

function placedOf({ n, x, y }: BoxRow): Placed | null {
  return n === null || x === null || y === null ? null : { n, x, y };
}

function sheetOf(rows: readonly BoxRow[]): Sheet {
  const zones = new Map<string, Placed>();
  for (const row of rows) {
    const placed = placedOf(row);
    if (placed !== null && !isLink(row.element) && zoneOfSlot(row.element) === null)
      zones.set(row.element, placed);
  }
  const slots = new Map<string, Map<string, Placed>>();
  for (const row of rows) {
    const zone = isLink(row.element) ? null : zoneOfSlot(row.element);
    const [own, around] = [placedOf(row), zone === null ? undefined : zones.get(zone)];
    if (zone === null || own === null || around === undefined) continue;
    const within = { n: Math.min(own.n, around.n), x: own.x - around.x, y: own.y - around.y };
    slots.set(zone, (slots.get(zone) ?? new Map<string, Placed>()).set(row.element, within));
  }
  return { zones, slots, most: Math.max(0, ...[...zones.values()].map(({ n }) => n)) };
}

/** Rows of each page by size of window. */
function sheetsOf(rows: readonly BoxRow[]): ReadonlyMap<string, ReadonlyMap<Viewport | null, Sheet>> {
  const parts = new Map<string, Map<Viewport | null, BoxRow[]>>();
  for (const row of rows) {
    const ofPage = parts.get(row.page) ?? new Map<Viewport | null, BoxRow[]>();
    parts.set(row.page, ofPage.set(row.viewport, [...(ofPage.get(row.viewport) ?? []), row]));
  }
  return new Map(
    [...parts].map(([page, sizes]) => [page, new Map([...sizes].map(([size, of]) => [size, sheetOf(of)]))]),
  );
}

/** How much of a difference of two averages is told; `null` where it may be chance, or nobody would see it. */
function told(
  difference: number,
  spread: number,
  least: number,
  before: Placed,
  after: Placed,
): number | null {
  const error = spread * Math.sqrt(1 / before.n + 1 / after.n);
  return Math.abs(difference) >= Math.max(least, ERRORS * error) ? difference : null;
}

function shiftOf(viewport: Viewport | null, before: Placed, after: Placed): Shift | null {
  if (before.n < LEAST || after.n < LEAST) return null;
  const depth = Math.max(before.y, after.y);
  const spreadDown = Math.max(SPREAD_DOWN.least, SPREAD_DOWN.share * depth);
  const down = told(after.y - before.y, spreadDown, Math.max(LEAST_PX, SHARE * depth), before, after);
  const sideways = SPREAD_SIDEWAYS[viewport ?? 'l'];
  const right = told(after.x - before.x, sideways, Math.max(LEAST_PX, sideways / 2), before, after);
  return down === null && right === null ? null : { right: right ?? 0, down: down ?? 0 };
}

/** Whether a region that was measured so often on one side would have been on the other, had it been there. */
const isMissed = ({ n }: Placed, own: Sheet, other: Sheet, k: number): boolean =>
  own.most > 0 && (n * other.most) / own.most >= Math.max(LEAST_EXPECTED, 4 * k);

function isRearranged(viewport: Viewport | null, zone: string, before: Sheet, after: Sheet): boolean {
  const [were, are] = [before.slots.get(zone), after.slots.get(zone)];
  const both = [...(were ?? [])].flatMap(([slot, was]) => {
    const is = are?.get(slot);
    return is === undefined ? [] : [shiftOf(viewport, was, is)];
  });
  // One position alone may be a taller picture before it.
  return both.filter((shift) => shift !== null).length >= 2;
}

function zoneShifts(viewport: Viewport | null, before: Sheet, after: Sheet, k: number): ZoneShift[] {
  const none = { right: 0, down: 0 };
  const names = [...new Set([...before.zones.keys(), ...after.zones.keys()])];
  return names.flatMap((zone): ZoneShift[] => {
    const [was, is] = [before.zones.get(zone), after.zones.get(zone)];
    if (was === undefined && is !== undefined)
      return isMissed(is, after, before, k) ? [{ zone, viewport, change: 'new', ...none }] : [];
    if (is === undefined && was !== undefined)
      return isMissed(was, before, after, k) ? [{ zone, viewport, change: 'gone', ...none }] : [];
    const shift = was === undefined || is === undefined ? null : shiftOf(viewport, was, is);
    if (shift !== null) return [{ zone, viewport, change: 'moved', ...shift }];
    return isRearranged(viewport, zone, before, after)
      ? [{ zone, viewport, change: 'rearranged', ...none }]
      : [];
  });
}

const ORDER: readonly ZoneShift['change'][] = ['moved', 'rearranged', 'new', 'gone'];
const far = ({ right, down }: Shift): number => Math.hypot(right, down);

/**
 * @param before Of the `boxes` report of one span of days, and `after` that of another; of any pages.
 * @param k Browsers behind every number of the site: what fewer would have seen may be there and not be told.
 * @returns Pages with a change, by name. Pages and windows that either side tells too little of are not judged.
 */
export function layoutShifts(
  { before, after }: { readonly before: readonly BoxRow[]; readonly after: readonly BoxRow[] },
  k: number,
): PageShift[] {
  const [were, are] = [sheetsOf(before), sheetsOf(after)];
  return [...are]
    .flatMap(([page, sizes]): PageShift[] => {
      const zones = [...VIEWPORTS, null].flatMap((viewport) =>
        zoneShifts(viewport, were.get(page)?.get(viewport) ?? NO_SHEET, sizes.get(viewport) ?? NO_SHEET, k),
      );
      if (zones.length === 0) return [];
      return [
        {
          page,
          zones: zones.sort((a, b) => ORDER.indexOf(a.change) - ORDER.indexOf(b.change) || far(b) - far(a)),
        },
      ];
    })
    .sort((a, b) => (a.page < b.page ? -1 : 1));
}
