import { ANY, type ElementRow, type LayoutRate, type LayoutRow, type ZoneRow } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { type BoxFigures, figuresOf, inWindow, viewsOf } from './layout-figures.ts';

const page = '/c/tea';
const zone = (more: Partial<ZoneRow>): ZoneRow => ({
  page,
  zone: 'grid',
  viewport: 'l',
  views: 200,
  exposed: 160,
  clicked: 40,
  clicks: 60,
  ...more,
});
const slot = (more: Partial<LayoutRow>): LayoutRow => ({
  page,
  zone: 'grid',
  slot: 1,
  item: 'A',
  viewport: 'l',
  exposed: 100,
  clicked: 20,
  added: 10,
  ordered: 5,
  returned: null,
  clicks: 22,
  value: 25_000,
  ...more,
});
const element = (more: Partial<ElementRow>): ElementRow => ({
  page,
  element: 'grid/1',
  viewport: 'l',
  exposed: 120,
  clicked: 24,
  dead: null,
  rage: null,
  ...more,
});

const rateOf = (figures: BoxFigures, rate: LayoutRate) =>
  rate === 'valuePerExposure' ? figures.valuePerExposure : figures[rate]?.rate;

describe('the figures of a box', () => {
  it('are of a zone in views: seen of all, clicked of seen', () => {
    const figures = figuresOf({ zones: [zone({})], elements: [], layout: [] }, { page, element: 'grid' });
    expect([rateOf(figures, 'exposure'), rateOf(figures, 'attractiveness')]).toEqual([0.8, 0.25]);
    expect(rateOf(figures, 'clickRate')).toBeUndefined();
  });

  it('are of a position in visits, but for how often those who open the page see it', () => {
    const rows = {
      zones: [zone({})],
      elements: [element({})],
      layout: [
        slot({}),
        slot({ item: 'B', exposed: 100, clicked: 10, added: null, ordered: null, value: null }),
      ],
    };
    const figures = figuresOf(rows, { page, element: 'grid/1' });
    expect(rateOf(figures, 'exposure')).toBe(0.6);
    expect(rateOf(figures, 'attractiveness')).toBe(0.2);
    expect(rateOf(figures, 'clickRate')).toBe(0.15);
    expect(rateOf(figures, 'addRate')).toBe(0.05);
    expect(rateOf(figures, 'valuePerExposure')).toBe(125);
  });

  it('are of a link whether it is seen and clicked', () => {
    const rows = { zones: [zone({})], elements: [element({ element: 'grid:/help' })], layout: [] };
    const figures = figuresOf(rows, { page, element: 'grid:/help' });
    expect([rateOf(figures, 'exposure'), rateOf(figures, 'orderRate')]).toEqual([0.6, undefined]);
  });

  it('are null, not 0, where too few clicked', () => {
    const rows = { zones: [], elements: [], layout: [slot({ clicked: null, ordered: null, value: null })] };
    const figures = figuresOf(rows, { page, element: 'grid/1' });
    expect([rateOf(figures, 'clickRate'), rateOf(figures, 'valuePerExposure')]).toEqual([null, null]);
  });

  it('do not take what all pages share for the page itself', () => {
    const rows = {
      zones: [zone({}), zone({ page: ANY, views: 900, exposed: 90 })],
      elements: [],
      layout: [],
    };
    expect(rateOf(figuresOf(rows, { page: ANY, element: 'grid' }), 'exposure')).toBe(0.1);
  });
});

describe('views of a page', () => {
  it('stand with each zone and are counted once for each size of window', () => {
    const zones = [zone({}), zone({ zone: 'intro' }), zone({ viewport: 's', views: 300 })];
    expect(viewsOf(zones, page)).toBe(500);
    expect(viewsOf(inWindow(zones, 's'), page)).toBe(300);
    expect(viewsOf([], page)).toBeNull();
  });
});
