/**
 * What the boxes of a page earn. Zones and links are counted in views; positions in visits, but for how often they are seen
 * by those who open the page, which is in views too. Pure.
 */
import type { ElementRow, LayoutRate, LayoutRow, Viewport, ZoneRow } from '@holloway/protocol';
import { type Share, shareOf } from './share.ts';

type ShareRate = Exclude<LayoutRate, 'valuePerExposure'>;

/** Absent: the rate is not of such a box. */
export type BoxFigures = { readonly [rate in ShareRate]?: Share } & {
  /** In minor units of the currency for each visit exposed; `null` where too few ordered. Absent of what sells nothing. */
  readonly valuePerExposure?: number | null;
};

export interface LayoutRows {
  readonly zones: readonly ZoneRow[];
  readonly elements: readonly ElementRow[];
  readonly layout: readonly LayoutRow[];
}

/** What an element's name says: `grid` is a zone, `grid/3` a position in it, `grid:/c/tea` a link or button in it. */
export interface ElementParts {
  readonly zone: string;
  readonly slot: number | null;
  readonly target: string | null;
}

export function partsOf(element: string): ElementParts {
  const colon = element.indexOf(':');
  if (colon > 0) return { zone: element.slice(0, colon), slot: null, target: element.slice(colon + 1) };
  const [, zone, slot] = /^(.+)\/(\d+)$/.exec(element) ?? [];
  return zone === undefined
    ? { zone: element, slot: null, target: null }
    : { zone, slot: Number(slot), target: null };
}

/** `null`: windows of every size. Rows that name no size are in that alone. */
export const inWindow = <R extends { readonly viewport: Viewport | null }>(
  rows: readonly R[],
  viewport: Viewport | null,
): R[] => (viewport === null ? [...rows] : rows.filter((row) => row.viewport === viewport));

/** `null` is not 0: what no row tells is not told. */
function sumOf<Row>(rows: readonly Row[], value: (row: Row) => number | null): number | null {
  const known = rows.map(value).filter((each) => each !== null);
  return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0);
}

/** Views of a page, which stand with each of its zones; in windows of several sizes, added up. */
export function viewsOf(zones: readonly ZoneRow[], page: string): number | null {
  const bySize = new Map<Viewport | null, number>();
  for (const row of zones) {
    if (row.page === page && row.views !== null) bySize.set(row.viewport, row.views);
  }
  return bySize.size === 0 ? null : [...bySize.values()].reduce((sum, views) => sum + views, 0);
}

/** A box as it is counted: of which page, and its name there. */
export interface NamedBox {
  /** `(any)` of what all pages share. */
  readonly page: string;
  readonly element: string;
}

export function figuresOf({ zones, elements, layout }: LayoutRows, { page, element }: NamedBox): BoxFigures {
  const { zone, slot, target } = partsOf(element);
  if (slot === null && target === null) {
    const rows = zones.filter((row) => row.page === page && row.zone === zone);
    const exposed = sumOf(rows, (row) => row.exposed);
    return {
      exposure: shareOf(exposed, sumOf(rows, ({ views }) => views) ?? viewsOf(zones, page)),
      attractiveness: shareOf(
        sumOf(rows, (row) => row.clicked),
        exposed,
      ),
    };
  }
  const seen = elements.filter((row) => row.page === page && row.element === element);
  const viewed = sumOf(seen, (row) => row.exposed);
  const inViews = {
    exposure: shareOf(viewed, viewsOf(zones, page)),
    attractiveness: shareOf(
      sumOf(seen, (row) => row.clicked),
      viewed,
    ),
  };
  if (slot === null) return inViews;
  const rows = layout.filter((row) => row.page === page && row.zone === zone && row.slot === slot);
  const exposed = sumOf(rows, (row) => row.exposed);
  const value = sumOf(rows, (row) => row.value);
  const share = (hits: (row: LayoutRow) => number | null): Share => shareOf(sumOf(rows, hits), exposed);
  return {
    ...inViews,
    clickRate: share(({ clicked }) => clicked),
    addRate: share(({ added }) => added),
    orderRate: share(({ ordered }) => ordered),
    valuePerExposure: value === null || exposed === null || exposed === 0 ? null : value / exposed,
  };
}
