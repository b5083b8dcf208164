import type { Viewport } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { boxesOf, type Region, type Windows } from '../../test/boxes.ts';
import { seededRandom } from '../../test/random.ts';
import { layoutEvents } from './layout-events.ts';
import { layoutShifts } from './layout-shift.ts';

const K = 10;
const random = seededRandom(11);
const grid = (columns: number): Region[] =>
  Array.from({ length: 12 }, (_, at) => ({
    element: `bestsellers/${at + 1}`,
    x: 16 + (at % columns) * (720 / columns),
    y: 1000 + Math.floor(at / columns) * 320,
  }));
const HOME: readonly Region[] = [
  { element: 'header', x: 0, y: 0 },
  { element: 'hero', x: 16, y: 120 },
  { element: 'hero:/c/kettles', x: 20, y: 300 },
  { element: 'bestsellers', x: 16, y: 960 },
  ...grid(4),
  { element: 'new-in', x: 16, y: 2400, share: 0.5 },
  { element: 'stories', x: 16, y: 3300, share: 0.3 },
  { element: 'footer', x: 0, y: 4100, share: 0.2 },
];
const moved = (element: string, to: Partial<Region>, regions = HOME): readonly Region[] =>
  regions.map((region) => (region.element === element ? { ...region, ...to } : region));
const shiftsBetween = (
  before: readonly Region[],
  after: readonly Region[],
  windows: Windows,
  now = windows,
) => layoutShifts({ before: boxesOf(before, windows, random), after: boxesOf(after, now, random) }, K);

describe('the layout of a page that stays', () => {
  it.each<readonly [Viewport, number]>([
    ['s', 25],
    ['s', 60],
    ['s', 600],
    ['m', 60],
    ['l', 25],
    ['l', 60],
    ['l', 600],
  ])(
    'is no other by chance, in windows of size %s with %d views a week, 60 weeks long',
    (viewport, views) => {
      const found = Array.from({ length: 60 }, () => shiftsBetween(HOME, HOME, { viewport, views })).flat();
      expect(found).toEqual([]);
    },
  );

  it.each<readonly [Viewport, number]>([
    ['s', 1.2],
    ['m', 1.2],
    ['l', 1.06],
  ])('is no other because wider windows came: of size %s, %d times as wide', (viewport, wider) => {
    const now = { viewport, views: 3_000, wider };
    expect(shiftsBetween(HOME, HOME, { viewport, views: 3_000 }, now)).toEqual([]);
  });

  it('is no other for what nobody sees, nor for what fewer than twenty views tell', () => {
    expect(shiftsBetween(HOME, moved('hero', { y: 164 }), { views: 3_000 })).toEqual([]);
    expect(shiftsBetween(HOME, moved('hero', { y: 1_900 }), { views: 15 })).toEqual([]);
    expect(shiftsBetween(HOME, moved('hero', { y: 1_900 }), { views: 25 })).toHaveLength(1);
  });

  it('is not told to have lost what too few would have seen', () => {
    const without = HOME.filter(({ element }) => element !== 'footer');
    expect(shiftsBetween(HOME, without, { views: 150 })).toEqual([]);
    expect(shiftsBetween(without, HOME, { views: 150 })).toEqual([]);
  });
});

describe('the layout of a page that is changed', () => {
  it('is told by the region that moved, and how far', () => {
    const [home, ...others] = shiftsBetween(HOME, moved('new-in', { y: 1300 }), { views: 200 });
    expect([home?.page, others]).toEqual(['/', []]);
    expect(home?.zones).toMatchObject([{ zone: 'new-in', viewport: 's', change: 'moved', right: 0 }]);
    expect(home?.zones[0]?.down).toBeGreaterThan(-1180);
    expect(home?.zones[0]?.down).toBeLessThan(-1020);
  });

  it('is told where a region went to the side', () => {
    const side = [...HOME, { element: 'filters', x: 40, y: 1000 }];
    const [home] = shiftsBetween(side, moved('filters', { x: 1180 }, side), { viewport: 'l', views: 60 });
    expect(home?.zones.map(({ zone, right }) => [zone, right > 1000])).toEqual([['filters', true]]);
  });

  it('is told where all below was pushed down, what moved furthest first', () => {
    const pushed = HOME.map((region) => (region.y > 0 ? { ...region, y: region.y + 900 } : region));
    const [home] = shiftsBetween(HOME, pushed, { views: 1000 });
    expect(home?.zones.map(({ zone }) => zone)).toEqual(
      expect.arrayContaining(['hero', 'bestsellers', 'new-in', 'stories', 'footer']),
    );
    expect(home?.zones.every(({ down }) => down > 700)).toBe(true);
  });

  it('is told by a grid with other columns, though the region stands where it stood', () => {
    const wide = [...HOME.filter(({ element }) => !element.includes('/')), ...grid(2)];
    const [home] = shiftsBetween(HOME, wide, { viewport: 'm', views: 200 });
    expect(home?.zones).toEqual([
      { zone: 'bestsellers', viewport: 'm', change: 'rearranged', right: 0, down: 0 },
    ]);
  });

  it('is told by what is new and what is gone', () => {
    const other = HOME.map((region) => (region.element === 'hero' ? { ...region, element: 'film' } : region));
    const [home] = shiftsBetween(HOME, other, { views: 100 });
    expect(home?.zones.map(({ zone, change }) => `${zone} ${change}`)).toEqual(['film new', 'hero gone']);
  });

  it('is not told by links, which come and go with what is written', () => {
    const linked = HOME.map((region) =>
      region.element === 'hero:/c/kettles' ? { ...region, element: 'hero:/c/ovens' } : region,
    );
    expect(shiftsBetween(HOME, linked, { views: 500 })).toEqual([]);
  });

  it('is told of the page alone, and of no page that is new', () => {
    const before = [
      ...boxesOf(HOME, { views: 200 }, random),
      ...boxesOf(HOME, { page: '/c/tea', views: 200 }, random),
    ];
    const after = [
      ...boxesOf(moved('hero', { y: 1700 }), { views: 200 }, random),
      ...boxesOf(HOME, { page: '/c/tea', views: 200 }, random),
      ...boxesOf(HOME, { page: '/c/coffee', views: 200 }, random),
    ];
    expect(layoutShifts({ before, after }, K).map(({ page }) => page)).toEqual(['/']);
  });
});

describe('the week of a change', () => {
  const [OLD, NEW] = [HOME, moved('new-in', { y: 1200 })];
  const week = (regions: readonly Region[], views = 300) => boxesOf(regions, { views }, random);
  /** Half of its views saw the old layout. */
  const mixed = (): ReturnType<typeof week> => {
    const [old, is] = [week(OLD, 300), new Map(week(NEW, 300).map((row) => [row.element, row]))];
    const mean = (a: number | null, b: number | null | undefined): number => ((a ?? 0) + (b ?? 0)) / 2;
    return old.map((row) => ({ ...row, y: mean(row.y, is.get(row.element)?.y) }));
  };
  /** For each week that is over, how far down what moved went, or nothing. */
  const told = (weeks: readonly ReturnType<typeof week>[]) =>
    weeks.map((each, at) => {
      const before = weeks[at - 1];
      if (before === undefined) return null;
      const among = { before, week: each, after: weeks[at + 1] ?? null, earlier: weeks[at - 2] ?? null };
      const [page] = layoutEvents(among, K);
      return page === undefined ? null : Math.round((page.zones[0]?.down ?? 0) / 300) * 300;
    });

  it('is the first with the new layout', () => {
    expect(told([week(OLD), week(OLD), week(NEW), week(NEW)])).toEqual([null, null, -1200, null]);
  });

  it('is the one in which it changed, told once and whole', () => {
    expect(told([week(OLD), week(OLD), mixed(), week(NEW), week(NEW)])).toEqual([
      null,
      null,
      -1200,
      null,
      null,
    ]);
  });

  it('is told as soon as it is over, as far as it shows', () => {
    expect(told([week(OLD), week(OLD), mixed()])).toEqual([null, null, -600]);
  });

  it('is two weeks where it was taken back', () => {
    expect(told([week(OLD), week(OLD), week(NEW), week(OLD)])).toEqual([null, null, -1200, 1200]);
  });
});
