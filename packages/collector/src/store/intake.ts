/**
 * Writing to the intake, where a cell of an open day is one row with all its slices: a batch adds to every slice of a
 * cell at once, and a row a slice would be eight times the writing. Sealing takes the slices apart (seal).
 */
import type { Database } from 'better-sqlite3';
import type { IntakeRow } from './store.ts';

/** `n`, `people`, `reach` and `total`. */
type Sums = [number, number, number, number];

/** By slice id. An object lists such keys in ascending order, so that the text tells nothing of which slice came first. */
interface Slices {
  [slice: number]: Sums;
}

/** In the order of the primary key, which is that of the file's pages; 0 for rows of the same cell. */
const byCell = (x: IntakeRow, y: IntakeRow): number =>
  x.site - y.site || x.fact - y.fact || x.day - y.day || x.a - y.a || x.b - y.b || x.c - y.c || x.d - y.d;

function addTo(held: Slices, { slices, n, people, reach, total }: IntakeRow): void {
  for (const slice of slices) {
    const sums = held[slice];
    if (sums === undefined) held[slice] = [n, people, reach, total];
    else {
      sums[0] += n;
      sums[1] += people;
      sums[2] += reach;
      sums[3] += total;
    }
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
    const held: Slices = text === undefined ? {} : JSON.parse(text);
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
