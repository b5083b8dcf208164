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

const sameCell = (x: IntakeRow, y: IntakeRow): boolean =>
  x.a === y.a &&
  x.b === y.b &&
  x.c === y.c &&
  x.d === y.d &&
  x.day === y.day &&
  x.fact === y.fact &&
  x.site === y.site;

function addTo(slices: Slices, { slice, n, people, reach, total }: IntakeRow): void {
  const sums = slices[slice];
  if (sums === undefined) slices[slice] = [n, people, reach, total];
  else {
    sums[0] += n;
    sums[1] += people;
    sums[2] += reach;
    sums[3] += total;
  }
}

/** @returns Adds rows, each to what its cell holds. Quickest where the rows of a cell follow one another. */
export function prepareIntake(db: Database): (rows: readonly IntakeRow[]) => void {
  const held = db
    .prepare<unknown[], string>(
      'SELECT slices FROM intake WHERE site = ? AND fact = ? AND day = ? AND a = ? AND b = ? AND c = ? AND d = ?',
    )
    .pluck();
  const hold = db.prepare(
    `INSERT INTO intake (site, fact, day, a, b, c, d, slices) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET slices = excluded.slices`,
  );

  return (rows) => {
    for (let i = 0; i < rows.length; ) {
      const cell = rows[i] as IntakeRow; // i is inside
      const { site, fact, day, a, b, c, d } = cell;
      const text = held.get(site, fact, day, a, b, c, d);
      const slices: Slices = text === undefined ? {} : JSON.parse(text);
      for (let row: IntakeRow | undefined = cell; row !== undefined && sameCell(row, cell); row = rows[i]) {
        addTo(slices, row);
        i += 1;
      }
      hold.run(site, fact, day, a, b, c, d, JSON.stringify(slices));
    }
  };
}
