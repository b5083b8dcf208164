/**
 * Writing to the intake, where a cell of an open day is one row with all its slices: a batch adds to every slice of a
 * cell at once, and a row a slice would be eight times the writing. Sealing takes the slices apart (seal).
 */
import type { Database } from 'better-sqlite3';
import type { IntakeRow } from './store.ts';

/**
 * What a cell holds: for each slice its id, then `n`, `people`, `reach` and `total`. Ids ascend, so that the order does
 * not tell which slice came first. One flat array, because an object of arrays takes three times as long to read.
 */
type Slices = number[];
export const NUMBERS_A_SLICE = 5;

/** In the order of the primary key, which is that of the file's pages; 0 for rows of the same cell. */
const byCell = (x: IntakeRow, y: IntakeRow): number =>
  x.site - y.site || x.fact - y.fact || x.day - y.day || x.a - y.a || x.b - y.b || x.c - y.c || x.d - y.d;

const raise = (numbers: number[], at: number, by: number): void => {
  numbers[at] = (numbers[at] ?? 0) + by;
};

function addTo(held: Slices, { slices, n, people, reach, total }: IntakeRow): void {
  for (const slice of slices) {
    let at = 0;
    while (at < held.length && (held[at] ?? 0) < slice) at += NUMBERS_A_SLICE;
    if (held[at] !== slice) held.splice(at, 0, slice, 0, 0, 0, 0);
    raise(held, at + 1, n);
    raise(held, at + 2, people);
    raise(held, at + 3, reach);
    raise(held, at + 4, total);
  }
}

/** @returns Adds rows, each to what its cell holds; a cell that many rows touch is written once. */
export function prepareIntake(db: Database): (rows: readonly IntakeRow[]) => void {
  const read = db
    .prepare<unknown[], string>(
      'SELECT slices FROM intake WHERE site = ? AND fact = ? AND day = ? AND a = ? AND b = ? AND c = ? AND d = ?',
    )
    .pluck();
  const write = db.prepare(
    `INSERT INTO intake (site, fact, day, a, b, c, d, slices) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET slices = excluded.slices`,
  );
  const addToCell = (rows: readonly [IntakeRow, ...IntakeRow[]]): void => {
    const { site, fact, day, a, b, c, d } = rows[0];
    const text = read.get(site, fact, day, a, b, c, d);
    const held: Slices = text === undefined ? [] : JSON.parse(text);
    for (const row of rows) addTo(held, row);
    write.run(site, fact, day, a, b, c, d, JSON.stringify(held));
  };

  return (rows) => {
    let cell: [IntakeRow, ...IntakeRow[]] | null = null;
    for (const row of rows.toSorted(byCell)) {
      if (cell !== null && byCell(cell[0], row) === 0) cell.push(row);
      else {
        if (cell !== null) addToCell(cell);
        cell = [row];
      }
    }
    if (cell !== null) addToCell(cell);
  };
}
