import type { LayoutRow } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { figuresOf, itemsOf, rateOf } from './layout-figures.ts';

const page = '/c/tea';
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
describe('the number that a box is coloured by', () => {
  const figures = figuresOf({ zones: [], elements: [], layout: [slot({})] }, { page, element: 'grid/1' });

  it('is its rate, or what each visit that saw it ordered from it', () => {
    expect([rateOf(figures, 'clickRate'), rateOf(figures, 'valuePerExposure')]).toEqual([0.2, 250]);
  });

  it('is absent where the rate is not of such a box', () => {
    const zone = figuresOf({ zones: [], elements: [], layout: [] }, { page, element: 'grid' });
    expect(rateOf(zone, 'clickRate')).toBeUndefined();
  });
});

describe('the products of a position', () => {
  it('are told with the most seen first, each once', () => {
    const rows = [
      slot({ item: 'B', exposed: 30 }),
      slot({}),
      slot({ item: 'B', viewport: 's', exposed: 90 }),
    ];
    expect(itemsOf(rows, { page, element: 'grid/1' })).toEqual(['B', 'A']);
    expect(itemsOf(rows, { page, element: 'grid' })).toEqual([]);
  });
});
