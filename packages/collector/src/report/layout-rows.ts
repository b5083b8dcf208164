/**
 * From released cells to what stands where on a page, and what it earns: positions, zones, elements, clicks, boxes. Pure.
 * Rates are the reader's to take: every row has what they are taken of.
 */
import {
  ANY,
  type BoxRow,
  type ElementRow,
  type HeatRow,
  type LayoutRow,
  VIEWPORTS,
  type Viewport,
  type ZoneRow,
} from '@holloway/protocol';
import { join, nOf, totalOf } from './joined.ts';
import { ascending, byPage, byText, byViewport } from './order.ts';
import type { Released, ReleasedRow } from './release.ts';

const viewportOf = (value: string | number | undefined): Viewport | null =>
  VIEWPORTS.find((known) => known === value) ?? null;

/** One row for each position and item that any of the measures shows. */
export function layoutRows(
  facts: { readonly [m in 'exposed' | 'clicked' | 'added' | 'ordered' | 'returned']: Released },
): LayoutRow[] {
  return join(facts)
    .map(({ dimensions, of }): LayoutRow => {
      const [page, slot, item, viewport] = dimensions.map(String) as [string, string, string, string];
      const cut = slot.lastIndexOf('/');
      const position = Number(slot.slice(cut + 1));
      return {
        page,
        zone: cut < 0 ? slot : slot.slice(0, cut),
        slot: cut < 0 || !Number.isInteger(position) ? null : position,
        item,
        viewport: viewportOf(viewport),
        exposed: nOf(of.exposed),
        clicked: nOf(of.clicked),
        added: nOf(of.added),
        ordered: nOf(of.ordered),
        returned: nOf(of.returned),
        clicks: totalOf(of.clicked),
        value: totalOf(of.ordered),
      };
    })
    .sort(
      (x, y) =>
        byPage(x, y) ||
        byText(x.zone, y.zone) ||
        (x.slot ?? 0) - (y.slot ?? 0) ||
        (y.clicked ?? 0) - (x.clicked ?? 0),
    );
}

/** What a zone's views are counted in: pageviews by page, and all of them, in each size of window. */
export interface Views {
  readonly byPage: { readonly [viewport in Viewport]: Released };
  readonly all: { readonly [viewport in Viewport]: Released };
}

type ViewsByPage = ReadonlyMap<string, number>;

/** Views of each page and, as those of `(any)`, of all pages: what is not known or too few to be shown is absent. */
function viewsIn({ byPage: pages, all }: Views, viewport: Viewport): ViewsByPage {
  const views = new Map(pages[viewport].rows.map(({ dimensions: [page], n }) => [String(page), n]));
  const sum = all[viewport].rows.reduce((total, { n }) => total + n, 0);
  return sum === 0 ? views : views.set(ANY, sum);
}

export function zoneRows(
  facts: { readonly exposed: Released; readonly clicked: Released },
  views: Views,
): ZoneRow[] {
  const known = new Map<Viewport | null, ViewsByPage>(VIEWPORTS.map((size) => [size, viewsIn(views, size)]));
  return join(facts)
    .map(({ dimensions: [page, zone, size], of }): ZoneRow => {
      const viewport = viewportOf(size);
      return {
        page: String(page),
        zone: String(zone),
        viewport,
        views: known.get(viewport)?.get(String(page)) ?? null,
        exposed: nOf(of.exposed),
        clicked: nOf(of.clicked),
        clicks: totalOf(of.clicked),
      };
    })
    .sort((x, y) => byPage(x, y) || byText(x.zone, y.zone) || byViewport(x, y));
}

export function elementRows(
  facts: { readonly [m in 'exposed' | 'clicked' | 'dead' | 'rage']: Released },
): ElementRow[] {
  return join(facts)
    .map(
      ({ dimensions: [page, element, viewport], of }): ElementRow => ({
        page: String(page),
        element: String(element),
        viewport: viewportOf(viewport),
        exposed: nOf(of.exposed),
        clicked: nOf(of.clicked),
        dead: nOf(of.dead),
        rage: nOf(of.rage),
      }),
    )
    .sort(
      (x, y) =>
        byPage(x, y) ||
        (y.clicked ?? 0) - (x.clicked ?? 0) ||
        byText(x.element, y.element) ||
        byViewport(x, y),
    );
}

/** By page, window, element and cell, in the order of their names. */
export const heatRows = ({ rows }: Released): HeatRow[] =>
  rows.map(({ dimensions: [page, viewport, element, cell], n }) => ({
    page: String(page),
    viewport: viewportOf(viewport),
    element: String(element),
    cell: Number(cell),
    n,
  }));

type Sides<T> = { readonly [side in 'x' | 'y' | 'width' | 'height']: T };

const NO_BOX: Sides<null> = { x: null, y: null, width: null, height: null };

/** Two ranges that differ by one measurement must not tell it: nobody's window is as exact as this. */
const STEP_PX = 8;
const average = ({ exactN, total }: ReleasedRow): number => Math.round(total / exactN / STEP_PX) * STEP_PX;

/**
 * Averages of what is settled, for only of that the pixels are told; and of k measurements, for those of fewer would be
 * nearly one visitor's own.
 */
function boxOf(k: number, { x, y, width, height }: Sides<ReleasedRow | null>): Sides<number | null> {
  if (x === null || y === null || width === null || height === null) return NO_BOX;
  if ([x, y, width, height].some(({ exactN }) => exactN < k)) return NO_BOX;
  return { x: average(x), y: average(y), width: average(width), height: average(height) };
}

const LAST = Number.POSITIVE_INFINITY;

/** In reading order: from top to bottom, then from left to right; what has no place yet stands last. */
export function boxRows(k: number, facts: Sides<Released>): BoxRow[] {
  return join(facts)
    .map(
      ({ dimensions: [page, element, viewport], of }): BoxRow => ({
        page: String(page),
        element: String(element),
        viewport: viewportOf(viewport),
        n: of.x && of.x.n >= k ? of.x.n : null,
        ...boxOf(k, of),
      }),
    )
    .sort(
      (one, other) =>
        byPage(one, other) ||
        byViewport(one, other) ||
        ascending(one.y ?? LAST, other.y ?? LAST) ||
        ascending(one.x ?? LAST, other.x ?? LAST) ||
        byText(one.element, other.element),
    );
}
