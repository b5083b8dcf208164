/**
 * What the boxes of a page earn. Zones and links are counted in views; positions in visits, but for how often they are seen
 * by those who open the page, which is in views too. Pure.
 */
import type { ElementRow, LayoutRow, Viewport, ZoneRow } from '@holloway/protocol';
import { type Share, shareOf } from './share.ts';
import { sumOf } from './sums.ts';
import { type Box, partsOf } from './wireframe.ts';

export const RATES = [
  'exposure',
  'attractiveness',
  'clickRate',
  'addRate',
  'orderRate',
  'valuePerExposure',
] as const;
export type Rate = (typeof RATES)[number];
export type ShareRate = Exclude<Rate, 'valuePerExposure'>;

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

/** `null`: windows of every size. Rows that name no size are in that alone. */
export const inWindow = <R extends { readonly viewport: Viewport | null }>(
  rows: readonly R[],
  viewport: Viewport | null,
): R[] => (viewport === null ? [...rows] : rows.filter((row) => row.viewport === viewport));

/** Views of a page, which stand with each of its zones; in windows of several sizes, added up. */
export function viewsOf(zones: readonly ZoneRow[], page: string): number | null {
  const bySize = new Map<Viewport | null, number>();
  for (const row of zones) {
    if (row.page === page && row.views !== null) bySize.set(row.viewport, row.views);
  }
  return bySize.size === 0 ? null : [...bySize.values()].reduce((sum, views) => sum + views, 0);
}

export type Named = Pick<Box, 'page' | 'element'>;

export function figuresOf({ zones, elements, layout }: LayoutRows, { page, element }: Named): BoxFigures {
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

/** The number that a box is coloured by; `undefined` where the rate is not of such a box. */
export const rateOf = (figures: BoxFigures, rate: Rate): number | null | undefined =>
  rate === 'valuePerExposure' ? figures.valuePerExposure : figures[rate]?.rate;

/** The products that stood there, the most seen first. */
export function itemsOf(layout: readonly LayoutRow[], { page, element }: Named): string[] {
  const { zone, slot } = partsOf(element);
  const seen = new Map<string, number>();
  for (const row of layout) {
    if (row.page !== page || row.zone !== zone || row.slot !== slot || slot === null) continue;
    seen.set(row.item, (seen.get(row.item) ?? 0) + (row.exposed ?? row.clicked ?? 0));
  }
  return [...seen].sort((a, b) => b[1] - a[1]).map(([item]) => item);
}
