import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore, temporaryFolder } from '../../test/temporary.ts';
import type { IntakeRow } from './store.ts';

const row = (given: Partial<IntakeRow> = {}): IntakeRow => ({
  site: 1,
  fact: 2,
  slices: [0],
  day: 20_000,
  a: 3,
  b: 0,
  c: 0,
  d: 0,
  n: 1,
  people: 1,
  reach: 1,
  total: 0,
  ...given,
});

/** What stands in the file after rows were committed, one commit an array. */
async function written(...commits: readonly (readonly IntakeRow[])[]): Promise<unknown[]> {
  const file = join(temporaryFolder(), 'holloway.sqlite');
  const store = openStore(file);
  for (const [i, rows] of commits.entries()) {
    await store.commit([`nonce ${i}`], 0, () => ({ terms: [], rows }));
  }
  const db = new Database(file);
  onTestFinished(() => void db.close());
  return db.prepare('SELECT a, slices FROM intake').all();
}

describe('the intake', () => {
  it('holds a cell with all its slices in one row', async () => {
    expect(await written([row({ slices: [0, 4] }), row({ slices: [0, 9], n: 2, total: 700 })])).toEqual([
      { a: 3, slices: '[0,3,2,2,700,4,1,1,1,0,9,2,1,1,700]' },
    ]);
  });

  it('adds to what a cell holds, slice by slice', async () => {
    expect(
      await written([row(), row({ slices: [4] })], [row({ n: 5, people: 0 }), row({ slices: [9] })]),
    ).toEqual([{ a: 3, slices: '[0,6,1,2,0,4,1,1,1,0,9,1,1,1,0]' }]);
  });

  it('does not tell which slice of a cell came first', async () => {
    const [early, late] = [row({ slices: [12] }), row({ slices: [7] })];
    expect(await written([early], [late])).toEqual(await written([late, early]));
  });

  it('adds up the rows of a cell that do not follow one another', async () => {
    expect(await written([row(), row({ a: 8 }), row({ n: 2 })])).toEqual([
      { a: 3, slices: '[0,3,2,2,0]' },
      { a: 8, slices: '[0,1,1,1,0]' },
    ]);
  });

  it('does not take (1, 23) for (12, 3)', async () => {
    expect(await written([row({ a: 1, b: 23 }), row({ a: 12, b: 3 }), row({ a: 1, b: 2, c: 3 })])).toEqual([
      { a: 1, slices: '[0,1,1,1,0]' },
      { a: 1, slices: '[0,1,1,1,0]' },
      { a: 12, slices: '[0,1,1,1,0]' },
    ]);
  });

  it('takes away what is negative, as when counts move from (other) to a name', async () => {
    expect(await written([row({ n: 5 })], [row({ n: -3, people: 0, reach: 0 })])).toEqual([
      { a: 3, slices: '[0,2,1,1,0]' },
    ]);
  });
});
