/** Adds up intake rows by cell, so that a cell that many batches touch is written once. Keys are tuples of numbers. */
import type { Dimensions, IntakeRow, Measures } from '../store/store.ts';

export interface CellBase extends Dimensions {
  readonly site: number;
  readonly fact: number;
  readonly day: number;
}

interface Sum {
  n: number;
  people: number;
  reach: number;
  total: number;
}

export interface RowSum {
  /** Adds the measures to the cell in each of the slices. */
  add(base: CellBase, slices: readonly number[], measures: Measures): void;
  /** The rows of a cell one after the other, cells in the order of the primary key, which is that of the file's pages. */
  rows(): IntakeRow[];
}

export function createRowSum(): RowSum {
  const cells = new Map<string, { base: CellBase; slices: Map<number, Sum> }>();
  return {
    add(base, slices, { n, people, reach, total }) {
      const key = `${base.site},${base.fact},${base.day},${base.a},${base.b},${base.c},${base.d}`;
      let cell = cells.get(key);
      if (cell === undefined) {
        cell = { base, slices: new Map() };
        cells.set(key, cell);
      }
      for (const slice of slices) {
        const sum = cell.slices.get(slice);
        if (sum === undefined) cell.slices.set(slice, { n, people, reach, total });
        else {
          sum.n += n;
          sum.people += people;
          sum.reach += reach;
          sum.total += total;
        }
      }
    },
    rows: () =>
      [...cells.values()].sort(byKey).flatMap(({ base: { site, fact, day, a, b, c, d }, slices }) =>
        Array.from(slices, ([slice, { n, people, reach, total }]): IntakeRow => {
          return { site, fact, slice, day, a, b, c, d, n, people, reach, total };
        }),
      ),
  };
}

const byKey = ({ base: x }: { base: CellBase }, { base: y }: { base: CellBase }): number =>
  x.site - y.site || x.fact - y.fact || x.day - y.day || x.a - y.a || x.b - y.b || x.c - y.c || x.d - y.d;
