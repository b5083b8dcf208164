import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore, temporaryFolder } from '../../test/temporary.ts';
import { openSqliteStore } from './sqlite.ts';
import { type IntakeRow, StoreUnavailableError } from './store.ts';

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

describe('a day that is full', () => {
  const openFull = (cellsADay: number) => {
    const file = join(temporaryFolder(), 'holloway.sqlite');
    /** Sites whose days got full, in that order. */
    const full: number[] = [];
    const open = () => {
      const store = openSqliteStore(file, { cellsADay, onFull: (site) => full.push(site) });
      onTestFinished(() => store.close());
      return store;
    };
    const store = open();
    const db = new Database(file);
    onTestFinished(() => void db.close());
    let nonces = 0;
    const commit = (...rows: readonly IntakeRow[]) =>
      store.commit([`nonce ${++nonces}`], 0, () => ({ terms: [], rows }));
    const cells = () => db.prepare('SELECT day, a, slices FROM intake ORDER BY day, a').all();
    return { commit, cells, store, open, full };
  };

  it('counts what would be another cell under (other), with nobody behind it', async () => {
    const { commit, cells, full } = openFull(2);
    await commit(row({ a: 3 }));
    expect(full).toEqual([]);
    await commit(row({ a: 4 }));
    await commit(row({ a: 5, n: 2, total: 700 }), row({ a: 6 }));
    expect(full).toEqual([1]);
    expect(cells()).toEqual([
      { day: 20_000, a: 0, slices: '[0,3,0,0,700]' },
      { day: 20_000, a: 3, slices: '[0,1,1,1,0]' },
      { day: 20_000, a: 4, slices: '[0,1,1,1,0]' },
    ]);
  });

  it('goes on counting in the cells that it has', async () => {
    const { commit, cells } = openFull(2);
    await commit(row({ a: 3 }), row({ a: 4 }));
    await commit(row({ a: 3, n: 5 }));
    expect(cells()).toContainEqual({ day: 20_000, a: 3, slices: '[0,6,2,2,0]' });
  });

  it('takes another slice of a cell for another cell: a count goes whole, so that slices never exceed all', async () => {
    const { commit, cells } = openFull(2);
    await commit(row({ a: 3 }), row({ a: 4 }));
    await commit(row({ a: 3, slices: [0, 7] }));
    expect(cells()).toEqual([
      { day: 20_000, a: 0, slices: '[0,1,0,0,0,7,1,0,0,0]' },
      { day: 20_000, a: 3, slices: '[0,1,1,1,0]' },
      { day: 20_000, a: 4, slices: '[0,1,1,1,0]' },
    ]);
  });

  it('takes away from (other) again what it counted there', async () => {
    const { commit, cells } = openFull(2);
    await commit(row({ a: 3 }), row({ a: 4 }));
    await commit(row({ a: 0, b: 9, people: 0, reach: 0 }));
    await commit(row({ a: 0, b: 9, n: -1, people: 0, reach: 0 }), row({ a: 8, b: 9 }));
    expect(cells()).toEqual([
      { day: 20_000, a: 0, slices: '[0,1,0,0,0]' },
      { day: 20_000, a: 3, slices: '[0,1,1,1,0]' },
      { day: 20_000, a: 4, slices: '[0,1,1,1,0]' },
    ]);
  });

  it('still counts what a fact counts without dimensions', async () => {
    const { commit, cells } = openFull(1);
    await commit(row({ a: 3 }));
    await commit(row({ fact: 1, a: 1, slices: [0, 4] }));
    expect(cells()).toContainEqual({ day: 20_000, a: 1, slices: '[0,1,1,1,0,4,1,1,1,0]' });
  });

  it('is one day of one site: others have room of their own', async () => {
    const { commit, cells } = openFull(1);
    await commit(row({ a: 3 }), row({ a: 4, day: 20_001 }), row({ a: 5, site: 2, day: 20_002 }));
    expect(cells()).toMatchObject([
      { day: 20_000, a: 3 },
      { day: 20_001, a: 4 },
      { day: 20_002, a: 5 },
    ]);
  });

  it('is not made so by what was not committed', async () => {
    const { commit, cells, store } = openFull(2);
    const tooMuch = Array.from({ length: 10 }, (_, i) => row({ a: 100 + i }));
    // What is written last is refused by its column, so that nothing is kept.
    const history = [{ nonce: 'torn', site: 'no number' as never, day: 20_000 }];
    const torn = store.commit(['torn'], 0, () => ({ terms: [], rows: tooMuch, history }));
    await expect(torn).rejects.toThrow(StoreUnavailableError);
    await commit(row({ a: 3 }), row({ a: 4 }));
    expect(cells()).toHaveLength(2);
  });

  it('is full after a restart too', async () => {
    const { commit, cells, store, open } = openFull(2);
    await commit(row({ a: 3 }), row({ a: 4 }));
    await store.close();
    await open().commit(['later'], 0, () => ({ terms: [], rows: [row({ a: 5 })] }));
    expect(cells()).toContainEqual({ day: 20_000, a: 0, slices: '[0,1,0,0,0]' });
  });
});
