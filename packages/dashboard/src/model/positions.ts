/**
 * What each position of a page earns: layout rows added up by zone and position. `null` stays `null`:
 * a measure that no row of the position has is not measured, not 0. Pure.
 */
import type { LayoutRow } from '@holloway/protocol';

export const MEASURES = ['clicked', 'exposed', 'added', 'ordered', 'clicks'] as const;
export type Measure = (typeof MEASURES)[number];

export interface Position {
  readonly zone: string;
  readonly slot: number | null;
  readonly exposed: number | null;
  readonly clicked: number | null;
  readonly added: number | null;
  readonly ordered: number | null;
  readonly clicks: number | null;
  /** Visits clicked / visits exposed; `null` unless both are known. */
  readonly clickRate: number | null;
  /** Most clicked first. */
  readonly items: readonly LayoutRow[];
}

export interface PageClicks {
  readonly page: string;
  readonly clicked: number;
}

export const FIGURES = ['clicked', 'clickRate', 'exposed', 'added', 'ordered'] as const;
export type SlotFigure = (typeof FIGURES)[number];

/** Where no row has a figure, nobody measured it. */
export const isMeasured = (rows: readonly LayoutRow[], figure: SlotFigure): boolean =>
  rows.some((row) =>
    figure === 'clickRate' ? row.exposed !== null && row.clicked !== null : row[figure] !== null,
  );

const sumKnown = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
};

/** Pages that have positions, most clicked first. */
export function pagesWithPositions(rows: readonly LayoutRow[]): PageClicks[] {
  const clicks = new Map<string, number>();
  for (const { page, clicked } of rows) clicks.set(page, (clicks.get(page) ?? 0) + (clicked ?? 0));
  return [...clicks]
    .map(([page, clicked]) => ({ page, clicked }))
    .sort((a, b) => b.clicked - a.clicked || (a.page < b.page ? -1 : 1));
}

/** Zone by zone, positions in order; rows without a position come last. */
export function positionsOf(rows: readonly LayoutRow[]): Position[] {
  const groups = new Map<string, LayoutRow[]>();
  for (const row of rows) {
    const key = `${row.zone}\u0001${row.slot ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()]
    .flatMap((items): Position[] => {
      const [first] = items;
      if (first === undefined) return [];
      const total = (measure: Measure) => sumKnown(items.map((row) => row[measure]));
      const exposed = total('exposed');
      const clicked = total('clicked');
      return [
        {
          zone: first.zone,
          slot: first.slot,
          exposed,
          clicked,
          added: total('added'),
          ordered: total('ordered'),
          clicks: total('clicks'),
          clickRate: exposed === null || clicked === null || exposed === 0 ? null : clicked / exposed,
          items: [...items].sort((a, b) => (b.clicked ?? -1) - (a.clicked ?? -1)),
        },
      ];
    })
    .sort(
      (a, b) =>
        (a.zone < b.zone ? -1 : a.zone > b.zone ? 1 : 0) ||
        (a.slot ?? Number.POSITIVE_INFINITY) - (b.slot ?? Number.POSITIVE_INFINITY),
    );
}
