/**
 * The drawing of a page: where its regions, positions and links stand, from averaged boxes, in whole pixels of the page.
 * Does not know what they earn (layout-figures) nor how large it is drawn. Pure.
 */
import { type ElementParts, partsOf } from '@holloway/insight';
import type { BoxRow, Viewport } from '@holloway/protocol';

export { partsOf } from '@holloway/insight';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type BoxKind = 'zone' | 'slot' | 'link';

export interface Box extends Area, ElementParts {
  /** `(any)` of what all pages share. */
  readonly page: string;
  readonly element: string;
  readonly kind: BoxKind;
}

export interface Wireframe {
  readonly width: number;
  readonly height: number;
  /** In reading order: row by row, from the left; what holds others comes before them. */
  readonly boxes: readonly Box[];
}

export const keyOf = ({ page, element }: Pick<Box, 'page' | 'element'>): string => `${page} ${element}`;

/**
 * The key of the box that a link names: of the page itself before what all pages share, and the region where the box is not
 * drawn; `null` where that is not either.
 */
export function boxLedTo(
  element: string | undefined,
  boxes: readonly Pick<Box, 'page' | 'element'>[],
  page: string,
): string | null {
  if (element === undefined) return null;
  const named = (name: string) => {
    const all = boxes.filter((box) => box.element === name);
    return all.find((box) => box.page === page) ?? all[0];
  };
  const box = named(element) ?? named(partsOf(element).zone);
  return box === undefined ? null : keyOf(box);
}

function boxOf({ page, element, x, y, width, height }: BoxRow): Box | null {
  if (x === null || y === null || width === null || height === null || width <= 0 || height <= 0) return null;
  const parts = partsOf(element);
  const kind = parts.target !== null ? 'link' : parts.slot !== null ? 'slot' : 'zone';
  return { page, element, kind, ...parts, x, y, width, height };
}

/** The part of it that is inside the page; `null` where none is, as of a slide of a carousel that waits beside it. */
function within<A extends Area>(area: A, width: number, height: number): A | null {
  const [left, top] = [Math.max(0, area.x), Math.max(0, area.y)];
  const right = Math.min(width, area.x + area.width);
  const bottom = Math.min(height, area.y + area.height);
  return right > left && bottom > top
    ? { ...area, x: left, y: top, width: right - left, height: bottom - top }
    : null;
}

/** Tops that differ by no more stand in one row. Averages are told in steps of 8. */
const ROW = 16;

function inReadingOrder(boxes: readonly Box[]): Box[] {
  const rows: Box[][] = [];
  for (const box of [...boxes].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    if (row?.[0] !== undefined && box.y - row[0].y <= ROW) row.push(box);
    else rows.push([box]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.x - b.x || b.width * b.height - a.width * a.height));
}

/**
 * @param rows Of the page, and of what all pages share.
 * @returns `null` where no box of this size of window is told.
 */
export function wireframeOf(rows: readonly BoxRow[], viewport: Viewport | null): Wireframe | null {
  const boxes = rows.filter((row) => row.viewport === viewport).flatMap((row) => boxOf(row) ?? []);
  // Regions say how wide a page is; a carousel reaches far beyond it.
  const zones = boxes.filter(({ kind }) => kind === 'zone');
  const measured = zones.length > 0 ? zones : boxes;
  const width = Math.max(0, ...measured.map((box) => box.x + box.width));
  const height = Math.max(0, ...boxes.map((box) => box.y + box.height));
  const inside = boxes.flatMap((box) => within(box, width, height) ?? []);
  return inside.length === 0 ? null : { width, height, boxes: inReadingOrder(inside) };
}

/** Pixels of the screen for one of the page: as wide as there is room, never larger than it is. */
export const scaleTo = (available: number, { width }: Pick<Wireframe, 'width'>): number =>
  Math.min(1, Math.max(0, available) / Math.max(1, width));

export const scaled = ({ x, y, width, height }: Area, scale: number): Area => ({
  x: x * scale,
  y: y * scale,
  width: width * scale,
  height: height * scale,
});

/** Whether one area has the middle of another in it. */
export function holds(outer: Area, inner: Area): boolean {
  const [x, y] = [inner.x + inner.width / 2 - outer.x, inner.y + inner.height / 2 - outer.y];
  return x > 0 && x < outer.width && y > 0 && y < outer.height;
}

/** Where a key leads from one of `count` boxes in reading order; `null` for keys that lead nowhere. */
export function stepTo(key: string, at: number, count: number): number | null {
  const last = count - 1;
  const steps: { readonly [key: string]: number } = {
    ArrowRight: Math.min(last, at + 1),
    ArrowDown: Math.min(last, at + 1),
    ArrowLeft: Math.max(0, at - 1),
    ArrowUp: Math.max(0, at - 1),
    Home: 0,
    End: last,
  };
  return steps[key] ?? null;
}

/** As much of a text as a line of this width holds, in letters of 1/0.56 of their size; empty where three do not fit. */
export function fitted(text: string, width: number, size: number): string {
  const letters = Math.floor(width / (size * 0.56));
  if (text.length <= letters) return text;
  return letters < 3 ? '' : `${text.slice(0, letters - 1).trimEnd()}…`;
}
