import type { LayoutRow } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { FIGURES, isMeasured, pagesWithPositions, positionsOf } from './positions.ts';

const row = (more: Partial<LayoutRow>): LayoutRow => ({
  page: '/c/tea',
  zone: 'grid',
  slot: 1,
  item: 'a',
  viewport: 's',
  exposed: null,
  clicked: null,
  added: null,
  ordered: null,
  returned: null,
  clicks: null,
  value: null,
  ...more,
});

describe('positions', () => {
  it('add up the products that stood there, the most clicked first', () => {
    const [position] = positionsOf([
      row({ item: 'a', exposed: 40, clicked: 4 }),
      row({ item: 'b', exposed: 60, clicked: 6 }),
    ]);
    expect(position).toMatchObject({ zone: 'grid', slot: 1, exposed: 100, clicked: 10, clickRate: 0.1 });
    expect(position?.items.map(({ item }) => item)).toEqual(['b', 'a']);
  });

  it('keep what is not measured apart from 0', () => {
    const [position] = positionsOf([row({ clicked: 0 })]);
    expect(position).toMatchObject({ clicked: 0, exposed: null, added: null, clickRate: null });
  });

  it('stand by zone and in their order, whole zones last', () => {
    const places = positionsOf([
      row({ slot: null }),
      row({ slot: 10 }),
      row({ slot: 2 }),
      row({ zone: 'aside', slot: 3 }),
    ]);
    expect(places.map(({ zone, slot }) => [zone, slot])).toEqual([
      ['aside', 3],
      ['grid', 2],
      ['grid', 10],
      ['grid', null],
    ]);
  });
});

it('lists pages with positions, most clicked first', () => {
  const rows = [
    row({ page: '/a', clicked: 1 }),
    row({ page: '/b', clicked: 3 }),
    row({ page: '/b', slot: 2, clicked: null }),
  ];
  expect(pagesWithPositions(rows)).toEqual([
    { page: '/b', clicked: 3 },
    { page: '/a', clicked: 1 },
  ]);
});

describe('a figure of positions', () => {
  const measured = (rows: readonly LayoutRow[]) => FIGURES.filter((figure) => isMeasured(rows, figure));

  it('is measured where a row has it, also as 0', () => {
    expect(measured([row({}), row({ clicked: 0 }), row({ ordered: 2 })])).toEqual(['clicked', 'ordered']);
  });

  it('is a rate only of rows that were both seen and clicked', () => {
    expect(measured([row({ exposed: 9 }), row({ clicked: 3 })])).toEqual(['clicked', 'exposed']);
    expect(measured([row({ exposed: 9, clicked: 3 })])).toEqual(['clicked', 'clickRate', 'exposed']);
  });

  it('is not measured without rows', () => {
    expect(measured([])).toEqual([]);
  });
});
