/** What release would let go, written out by hand: for tests of what is made of it. */
import type { Released, ReleasedRow } from '../src/report/release.ts';

type Given = Partial<Omit<ReleasedRow, 'dimensions'>>;

/** Rows from `[dimensions, n]`, all of it exact unless told otherwise. */
export const told = (
  ...rows: readonly (readonly [readonly (string | number)[], number, Given?])[]
): Released => ({
  rows: rows.map(([dimensions, n, given]) => ({
    dimensions,
    n,
    people: n,
    total: 0,
    exactN: n,
    ...given,
  })),
  balance: { shown: 0, waiting: { rows: 0, n: 0 }, other: 0 },
});

export const none = told();
