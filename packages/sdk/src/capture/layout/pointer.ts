/** Where on an element a pointer is, and where an element stands on the page: arithmetic of rectangles. Pure. */
import type { Box } from '../../visit/observation.ts';

type Rect = Pick<DOMRectReadOnly, 'left' | 'top' | 'width' | 'height'>;

const SIDE = 16;

/** In sixteenths of width and height, row by row; `undefined` beside it, or where it has no place any more. */
export function cellOf(x: number, y: number, { left, top, width, height }: Rect): number | undefined {
  const column = Math.floor(((x - left) / width) * SIDE);
  const row = Math.floor(((y - top) / height) * SIDE);
  const isInside = [column, row].every((place) => place >= 0 && place < SIDE);
  return isInside ? row * SIDE + column : undefined;
}

export function boxOf({ left, top, width, height }: Rect, scrollX: number, scrollY: number): Box {
  const pixels = (length: number): number => Math.max(0, Math.round(length));
  return {
    x: pixels(left + scrollX),
    y: pixels(top + scrollY),
    width: pixels(width),
    height: pixels(height),
  };
}
