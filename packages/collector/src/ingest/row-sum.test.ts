import { describe, expect, it } from 'vitest';
import { type CellBase, createRowSum } from './row-sum.ts';

const base = (given: Partial<CellBase> = {}): CellBase => ({
  site: 1,
  fact: 1,
  day: 20_000,
  a: 1,
  b: 0,
  c: 0,
  d: 0,
  ...given,
});
const once = { n: 1, people: 1, reach: 1, total: 0 };

describe('a sum of rows', () => {
  it('adds up the measures of a cell', () => {
    const sum = createRowSum();
    sum.add(base(), [0], { n: 2, people: 1, reach: 1, total: 7 });
    sum.add(base(), [0], { n: 3, people: 1, reach: 0, total: 1 });
    expect(sum.rows()).toEqual([{ ...base(), slice: 0, n: 5, people: 2, reach: 1, total: 8 }]);
  });

  it('adds to every slice named, and keeps them apart', () => {
    const sum = createRowSum();
    sum.add(base(), [0, 4], once);
    sum.add(base(), [0, 7], once);
    expect(sum.rows().map(({ slice, n }) => [slice, n])).toEqual([
      [0, 2],
      [4, 1],
      [7, 1],
    ]);
  });

  it('does not take (1, 23) for (12, 3)', () => {
    const sum = createRowSum();
    sum.add(base({ a: 1, b: 23 }), [0], once);
    sum.add(base({ a: 12, b: 3 }), [0], once);
    sum.add(base({ a: 1, b: 2, c: 3 }), [0], once);
    expect(sum.rows().map(({ a, b, c, n }) => [a, b, c, n])).toEqual([
      [1, 2, 3, 1],
      [1, 23, 0, 1],
      [12, 3, 0, 1],
    ]);
  });

  it('lists cells in the order of the primary key, whatever came first, each with its rows together', () => {
    const sum = createRowSum();
    sum.add(base({ site: 2 }), [0], once);
    sum.add(base({ fact: 2 }), [0], once);
    sum.add(base({ day: 20_001 }), [0], once);
    sum.add(base({ a: 10 }), [0], once);
    sum.add(base({ a: 9, d: 5 }), [0], once);
    sum.add(base({ a: 9, d: 4 }), [0], once);
    sum.add(base({ fact: 2 }), [3], once);
    expect(
      sum.rows().map(({ site, fact, slice, day, a, d }) => [site, fact, slice, day, a, d].join(' ')),
    ).toEqual([
      '1 1 0 20000 9 4',
      '1 1 0 20000 9 5',
      '1 1 0 20000 10 0',
      '1 1 0 20001 1 0',
      '1 2 0 20000 1 0',
      '1 2 3 20000 1 0',
      '2 1 0 20000 1 0',
    ]);
  });

  it('does not change the measures that it is given', () => {
    const sum = createRowSum();
    const measures = Object.freeze({ ...once });
    sum.add(base(), [0], measures);
    sum.add(base(), [0], measures);
    expect(measures.n).toBe(1);
  });
});
