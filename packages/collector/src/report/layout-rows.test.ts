import { describe, expect, it } from 'vitest';
import { none, told } from '../../test/shown.ts';
import { boxRows, elementRows, heatRows, layoutRows, zoneRows } from './layout-rows.ts';

describe('the rows of a layout', () => {
  const at = (slot: string, item = 'kettle', viewport = 's') => ['/c/kettles', slot, item, viewport] as const;
  const EMPTY = { exposed: none, clicked: none, added: none, ordered: none, returned: none };

  it('put the measures of a position and item into one row', () => {
    expect(
      layoutRows({
        exposed: told([at('grid/1'), 90]),
        clicked: told([at('grid/1'), 20, { total: 31 }]),
        added: told([at('grid/1'), 12]),
        ordered: told([at('grid/1'), 10, { total: 99_900 }]),
        returned: told([at('grid/1'), 11, { total: 14 }]),
      }),
    ).toEqual([
      {
        page: '/c/kettles',
        zone: 'grid',
        slot: 1,
        item: 'kettle',
        viewport: 's',
        exposed: 90,
        clicked: 20,
        added: 12,
        ordered: 10,
        returned: 11,
        clicks: 31,
        value: 99_900,
      },
    ]);
  });

  it('leave a measure null that is not shown, which is not 0', () => {
    expect(layoutRows({ ...EMPTY, exposed: told([at('grid/1'), 90]) })).toMatchObject([
      { exposed: 90, clicked: null, added: null, ordered: null, returned: null, clicks: null, value: null },
    ]);
    expect(layoutRows({ ...EMPTY, ordered: told([at('grid/1'), 10]) })).toMatchObject([
      { exposed: null, clicked: null, added: null, ordered: 10, clicks: null, value: 0 },
    ]);
  });

  it('know no clicks and no value of a position of which nothing is settled', () => {
    const today = { exactN: 0, total: 0 };
    const facts = {
      clicked: told([at('grid/1'), 20, today]),
      ordered: told([at('grid/1'), 10, today]),
    };
    expect(layoutRows({ ...EMPTY, ...facts })).toMatchObject([
      { clicked: 20, clicks: null, ordered: 10, value: null },
    ]);
  });

  it('keep items, viewports and positions apart', () => {
    const clicked = told(
      [at('grid/1'), 10],
      [at('grid/1', 'pan'), 10],
      [at('grid/1', 'kettle', 'l'), 10],
      [at('grid/2'), 10],
    );
    expect(layoutRows({ ...EMPTY, clicked })).toHaveLength(4);
  });

  it('take (other) as a viewport that the history does not say', () => {
    expect(layoutRows({ ...EMPTY, clicked: told([at('grid/1', 'kettle', '(other)'), 10]) })).toMatchObject([
      { viewport: null },
    ]);
  });

  it.each([
    { term: 'grid/3', zone: 'grid', slot: 3 },
    { term: 'main/related/12', zone: 'main/related', slot: 12 },
    { term: 'hero', zone: 'hero', slot: null },
    { term: 'grid/last', zone: 'grid', slot: null },
    { term: '(other)', zone: '(other)', slot: null },
  ])('read the slot $term as position $slot of zone $zone', ({ term, zone, slot }) => {
    expect(layoutRows({ ...EMPTY, clicked: told([at(term), 10]) })).toMatchObject([{ zone, slot }]);
  });

  it('stand by page, zone and position, then the most clicked first', () => {
    const clicked = told(
      [['/b', 'grid/1', 'x', 's'], 10],
      [['/a', 'grid/10', 'x', 's'], 10],
      [['/a', 'grid/2', 'x', 's'], 10],
      [['/a', 'grid/2', 'y', 's'], 20],
      [['/a', 'aside/5', 'x', 's'], 10],
    );
    expect(
      layoutRows({ ...EMPTY, clicked }).map(({ page, zone, slot, item }) =>
        [page, zone, slot, item].join(' '),
      ),
    ).toEqual(['/a aside 5 x', '/a grid 2 y', '/a grid 2 x', '/a grid 10 x', '/b grid 1 x']);
  });
});

describe('the rows of zones', () => {
  const EMPTY = { s: none, m: none, l: none };
  const NO_VIEWS = { byPage: EMPTY, all: EMPTY };
  const facts = {
    exposed: told([['/c/kettles', 'grid', 's'], 90], [['/c/kettles', 'grid', 'l'], 30]),
    clicked: told([['/c/kettles', 'grid', 's'], 20, { total: 34 }]),
  };

  it('tell views with the zone seen, with it clicked, and all clicks', () => {
    expect(zoneRows(facts, NO_VIEWS)).toEqual([
      { page: '/c/kettles', zone: 'grid', viewport: 's', views: null, exposed: 90, clicked: 20, clicks: 34 },
      {
        page: '/c/kettles',
        zone: 'grid',
        viewport: 'l',
        views: null,
        exposed: 30,
        clicked: null,
        clicks: null,
      },
    ]);
  });

  it('take views of the page in windows of the same size', () => {
    const byPage = { s: told([['/c/kettles'], 100], [['/'], 70]), m: told([['/c/kettles'], 60]), l: none };
    expect(zoneRows(facts, { ...NO_VIEWS, byPage })).toMatchObject([
      { viewport: 's', views: 100 },
      { viewport: 'l', views: null },
    ]);
  });

  it('take all views for what all pages share, also those of pages too rare to be shown', () => {
    const shared = {
      exposed: told([['(any)', 'head', 's'], 150], [['(any)', 'head', 'm'], 12]),
      clicked: none,
    };
    const byPage = { ...EMPTY, s: told([['/c/kettles'], 100]) };
    const all = { ...EMPTY, s: told([[1], 120], [[2], 50]) };
    expect(zoneRows(shared, { byPage, all })).toMatchObject([
      { page: '(any)', viewport: 's', views: 170, exposed: 150 },
      { page: '(any)', viewport: 'm', views: null, exposed: 12 },
    ]);
  });

  it('know no views of windows whose size is not known', () => {
    const exposed = told([['/', 'grid', '(other)'], 12]);
    const byPage = { s: told([['/'], 50]), m: told([['/'], 50]), l: told([['/'], 50]) };
    expect(zoneRows({ exposed, clicked: none }, { ...NO_VIEWS, byPage })).toMatchObject([
      { viewport: null, views: null },
    ]);
  });
});

describe('the rows of elements', () => {
  const EMPTY = { exposed: none, clicked: none, dead: none, rage: none };
  const link = ['/', 'head:/cart', 's'] as const;

  it('put what happens to an element into one row, and leave null what is not shown', () => {
    expect(
      elementRows({
        exposed: told([link, 90]),
        clicked: told([link, 20]),
        dead: told([link, 11]),
        rage: none,
      }),
    ).toEqual([
      { page: '/', element: 'head:/cart', viewport: 's', exposed: 90, clicked: 20, dead: 11, rage: null },
    ]);
  });

  it('stand by page, then the most clicked first, then by name and from small windows to large', () => {
    const clicked = told(
      [['/b', 'x', 's'], 99],
      [['/a', 'y', 'l'], 10],
      [['/a', 'y', '(other)'], 10],
      [['/a', 'y', 's'], 10],
      [['/a', 'x', 's'], 10],
      [['/a', 'z', 's'], 20],
    );
    expect(
      elementRows({ ...EMPTY, clicked }).map(({ page, element, viewport }) =>
        [page, element, viewport].join(' '),
      ),
    ).toEqual(['/a z s', '/a x s', '/a y s', '/a y l', '/a y ', '/b x s']);
  });
});

describe('the rows of a heat map', () => {
  it('tell the clicks in each cell of an element', () => {
    expect(heatRows(told([['/', 's', 'head:/cart', 0], 3], [['/', 's', 'head:/cart', 255], 40]))).toEqual([
      { page: '/', viewport: 's', element: 'head:/cart', cell: 0, n: 3 },
      { page: '/', viewport: 's', element: 'head:/cart', cell: 255, n: 40 },
    ]);
  });
});

describe('the rows of boxes', () => {
  const box = ['/', 'grid', 's'] as const;
  const sides = (
    n: number,
    x: number,
    y: number,
    width: number,
    height: number,
    cell: readonly string[] = box,
  ) => ({
    x: told([cell, n, { total: n * x }]),
    y: told([cell, n, { total: n * y }]),
    width: told([cell, n, { total: n * width }]),
    height: told([cell, n, { total: n * height }]),
  });

  it('tell averages in steps of 8 pixels: ranges that differ by one view must not tell that view', () => {
    const facts = { ...sides(12, 16, 140, 358, 900), x: told([box, 12, { total: 199 }]) };
    expect(boxRows(10, facts)).toEqual([
      { page: '/', element: 'grid', viewport: 's', n: 12, x: 16, y: 144, width: 360, height: 904 },
    ]);
  });

  it('tell an edge at 0 as 0', () => {
    expect(boxRows(10, sides(10, 0, 0, 390, 60))).toMatchObject([{ x: 0, y: 0 }]);
  });

  it('divide by what is settled alone: pixels of an open day are not told', () => {
    const open = told([box, 10, { total: 0, exactN: 0 }]);
    expect(boxRows(10, { x: open, y: open, width: open, height: open })).toEqual([
      { page: '/', element: 'grid', viewport: 's', n: 10, x: null, y: null, width: null, height: null },
    ]);
    const partly = (length: number) => told([box, 40, { total: length * 30, exactN: 30 }]);
    expect(
      boxRows(10, { x: partly(8), y: partly(140), width: partly(358), height: partly(900) }),
    ).toMatchObject([{ n: 40, x: 8, y: 144, width: 360, height: 904 }]);
  });

  it.each([
    { n: 10, x: 16 },
    { n: 9, x: null },
    { n: 1, x: null },
  ])('tell $x where $n are measured and k is 10: the few would be nearly one visitor', ({ n, x }) => {
    expect(boxRows(10, sides(n, 16, 140, 358, 900))).toMatchObject([{ n: x === null ? null : n, x }]);
  });

  it('need all four sides, each of k measurements', () => {
    const unknown = [{ n: 12, x: null, y: null, width: null, height: null }];
    expect(boxRows(10, { ...sides(12, 16, 140, 358, 900), height: none })).toMatchObject(unknown);
    const few = { ...sides(12, 16, 140, 358, 900), y: told([box, 9, { total: 900 }]) };
    expect(boxRows(10, few)).toMatchObject(unknown);
  });

  it('stand as they are read: from top to bottom, then from left to right; what has no place comes last', () => {
    const at = (element: string, x: number, y: number) => sides(10, x, y, 50, 50, ['/', element, 's']);
    const few = sides(9, 0, 0, 50, 50, ['/', 'few', 's']);
    const all = [few, at('foot', 0, 900), at('right', 200, 100), at('left', 0, 100)];
    const joined = (side: 'x' | 'y' | 'width' | 'height') => ({
      ...none,
      rows: all.flatMap((facts) => facts[side].rows),
    });
    expect(
      boxRows(10, { x: joined('x'), y: joined('y'), width: joined('width'), height: joined('height') }).map(
        ({ element }) => element,
      ),
    ).toEqual(['left', 'right', 'foot', 'few']);
  });
});
