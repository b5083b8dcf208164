import { describe, expect, it } from 'vitest';
import { boxOf, cellOf } from './pointer.ts';

const CARD = { left: 100, top: 50, width: 320, height: 160 };

describe('the cell of a click', () => {
  it.each([
    { x: 100, y: 50, cell: 0 },
    { x: 119, y: 59, cell: 0 },
    { x: 120, y: 59, cell: 1 },
    { x: 119, y: 60, cell: 16 },
    { x: 419, y: 209, cell: 255 },
  ])('is $cell at $x, $y', ({ x, y, cell }) => {
    expect(cellOf(x, y, CARD)).toBe(cell);
  });

  it.each([
    { x: 99, y: 60 },
    { x: 420, y: 60 },
    { x: 120, y: 49 },
    { x: 120, y: 210 },
  ])('is none beside the element, at $x, $y', ({ x, y }) => {
    expect(cellOf(x, y, CARD)).toBeUndefined();
  });

  it('is none on what has no place any more', () => {
    expect(cellOf(0, 0, { left: 0, top: 0, width: 0, height: 0 })).toBeUndefined();
  });
});

describe('the box of an element', () => {
  it('is counted in whole pixels of the page, not of the window', () => {
    expect(boxOf({ left: 10.4, top: -20.2, width: 99.6, height: 40 }, 0, 300)).toEqual({
      x: 10,
      y: 280,
      width: 100,
      height: 40,
    });
  });

  it('is not negative: what stands outside begins at the edge', () => {
    expect(boxOf({ left: -30, top: -5, width: 10, height: 10 }, 0, 0)).toEqual({
      x: 0,
      y: 0,
      width: 10,
      height: 10,
    });
  });
});
