import { ANY, type BoxRow } from '@holloway/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxLedTo, fitted, holds, partsOf, scaled, scaleTo, stepTo, wireframeOf } from './wireframe.ts';

const row = (
  element: string,
  x: number,
  y: number,
  width: number,
  height: number,
  page = '/c/tea',
): BoxRow => ({
  page,
  element,
  viewport: 'l',
  n: 20,
  x,
  y,
  width,
  height,
});

const elementsOf = (rows: readonly BoxRow[]) => wireframeOf(rows, 'l')?.boxes.map(({ element }) => element);

const anyRow = fc
  .record({
    element: fc.constantFrom('grid', 'header', 'grid/1', 'grid/2', 'header:/c/tea', 'new/12'),
    x: fc.integer({ min: -4000, max: 4000 }),
    y: fc.integer({ min: -4000, max: 9000 }),
    width: fc.integer({ min: -8, max: 4000 }),
    height: fc.integer({ min: -8, max: 9000 }),
  })
  .map(({ element, x, y, width, height }) => row(element, x, y, width, height));

describe('the name of an element', () => {
  it('says whether it is a zone, a position or a link', () => {
    expect(partsOf('grid')).toEqual({ zone: 'grid', slot: null, target: null });
    expect(partsOf('grid/12')).toEqual({ zone: 'grid', slot: 12, target: null });
    expect(partsOf('header:/c/tea/2')).toEqual({ zone: 'header', slot: null, target: '/c/tea/2' });
  });
});

describe('a wireframe', () => {
  it('is read row by row, and what holds others comes before them', () => {
    const rows = [
      row('grid/3', 40, 600, 300, 300),
      row('grid/2', 360, 208, 300, 300),
      row('grid/1', 40, 200, 300, 300),
      row('grid', 40, 200, 640, 700),
      row('header', 0, 0, 1280, 80, ANY),
    ];
    expect(elementsOf(rows)).toEqual(['header', 'grid', 'grid/1', 'grid/2', 'grid/3']);
  });

  it('is as wide as its regions, and leaves out slides of a carousel that wait beside it', () => {
    const page = wireframeOf(
      [row('new', 0, 0, 1000, 400), row('new/1', 900, 0, 300, 400), row('new/2', 1200, 0, 300, 400)],
      'l',
    );
    expect(page).toMatchObject({ width: 1000, height: 400 });
    expect(page?.boxes.map(({ element, x, width }) => [element, x, width])).toEqual([
      ['new', 0, 1000],
      ['new/1', 900, 100],
    ]);
  });

  it('is not drawn from boxes of other windows, nor from those that too few have measured', () => {
    const other = { ...row('grid', 0, 0, 100, 100), viewport: 's' as const };
    const untold = { ...row('grid', 0, 0, 100, 100), n: null, x: null, y: null, width: null, height: null };
    expect(wireframeOf([other, untold], 'l')).toBeNull();
  });

  it('never has a box outside the picture, however it is scaled', () => {
    fc.assert(
      fc.property(fc.array(anyRow), fc.integer({ min: 0, max: 3000 }), (rows, available) => {
        const page = wireframeOf(rows, 'l');
        if (page === null) return;
        const scale = scaleTo(available, page);
        expect(page.width * scale).toBeLessThanOrEqual(available + 1e-9);
        for (const box of page.boxes) {
          const { x, y, width, height } = scaled(box, scale);
          expect(Math.min(x, y, width, height)).toBeGreaterThanOrEqual(0);
          expect(x + width).toBeLessThanOrEqual(page.width * scale + 1e-9);
          expect(y + height).toBeLessThanOrEqual(page.height * scale + 1e-9);
        }
      }),
    );
  });

  it('is never drawn larger than the page', () => {
    expect(scaleTo(2000, { width: 400 })).toBe(1);
    expect(scaleTo(640, { width: 1280 })).toBe(0.5);
  });
});

describe('an area', () => {
  it('holds what has its middle in it', () => {
    const outer = { x: 100, y: 100, width: 200, height: 200 };
    expect(holds(outer, { x: 120, y: 290, width: 50, height: 10 })).toBe(true);
    expect(holds(outer, { x: 120, y: 290, width: 50, height: 40 })).toBe(false);
    expect(holds(outer, { x: 0, y: 120, width: 150, height: 50 })).toBe(false);
  });
});

describe('the arrow keys', () => {
  it('lead on and back, and stop at both ends', () => {
    expect(
      ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'Home', 'End'].map((key) => stepTo(key, 1, 3)),
    ).toEqual([2, 2, 0, 0, 0, 2]);
    expect(stepTo('ArrowRight', 2, 3)).toBe(2);
    expect(stepTo('ArrowLeft', 0, 3)).toBe(0);
    expect(stepTo('Tab', 1, 3)).toBeNull();
  });
});

describe('a name in a box', () => {
  it('is cut where it does not fit, and left out where nothing would be left of it', () => {
    expect(fitted('Alder gooseneck', 120, 12)).toBe('Alder gooseneck');
    expect(fitted('Alder gooseneck', 60, 12)).toBe('Alder g…');
    expect(fitted('Alder gooseneck', 15, 12)).toBe('');
  });
});

describe('the box that a link leads to', () => {
  const boxes = ['grid', 'grid/1', 'footer:/c/tea'].map((element) => ({ page: '/c/tea', element }));
  const all = [{ page: ANY, element: 'grid' }, { page: ANY, element: 'footer' }, ...boxes];

  it('is that of the page before that of all pages', () => {
    expect(boxLedTo('grid/1', all, '/c/tea')).toBe('/c/tea grid/1');
    expect(boxLedTo('grid', all, '/c/tea')).toBe('/c/tea grid');
    expect(boxLedTo('footer', all, '/c/tea')).toBe('(any) footer');
  });

  it('is the region where the position or link is not drawn, and none where that is not either', () => {
    expect(boxLedTo('grid/30', all, '/c/tea')).toBe('/c/tea grid');
    expect(boxLedTo('footer:/imprint', all, '/c/tea')).toBe('(any) footer');
    expect(boxLedTo('hero', all, '/c/tea')).toBeNull();
    expect(boxLedTo(undefined, all, '/c/tea')).toBeNull();
  });
});
