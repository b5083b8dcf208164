/**
 * Writing to the intake, where a cell of an open day is one row with all its slices: a batch adds to every slice of a
 * cell at once, and a row a slice would be eight times the writing. Sealing takes the slices apart (seal).
 */
import type { Database } from 'better-sqlite3';
import { createDayCeiling, type DayCeiling } from './day-ceiling.ts';
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

/** What has no room on its day. No people: several cells of one browser would look like several browsers. */
const asOther = (row: IntakeRow): IntakeRow => ({ ...row, a: 0, b: 0, c: 0, d: 0, people: 0, reach: 0 });

/** `(other)` and what a fact counts without dimensions: few, and needed for sums that are right. */
const alwaysHasRoom = ({ a, b, c, d }: IntakeRow): boolean => a <= 1 && b === 0 && c === 0 && d === 0;

function lacks(held: Slices, slices: readonly number[]): boolean {
  const has = new Set(held.filter((_, i) => i % NUMBERS_A_SLICE === 0));
  return slices.some((slice) => !has.has(slice));
}

export interface Intake {
  /** Adds rows, each to what its cell holds; a cell that many rows touch is written once. */
  add(rows: readonly IntakeRow[]): void;
  readonly ceiling: Pick<DayCeiling, 'keep' | 'undo' | 'forget'>;
}

/** How much a day of a site may have; what would make more is counted under `(other)`. */
export interface CellBounds {
  readonly cellsADay: number;
  /** Told when a day of a site gets full. */
  readonly onFull?: (site: number) => void;
}

export function prepareIntake(db: Database, { cellsADay, onFull }: CellBounds): Intake {
  const read = db
    .prepare<unknown[], string>(
      'SELECT slices FROM intake WHERE site = ? AND fact = ? AND day = ? AND a = ? AND b = ? AND c = ? AND d = ?',
    )
    .pluck();
  const write = db.prepare(
    `INSERT INTO intake (site, fact, day, a, b, c, d, slices) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET slices = excluded.slices`,
  );
  const numbers = db
    .prepare<unknown[], number>(
      'SELECT coalesce(sum(json_array_length(slices)), 0) FROM intake WHERE site = ? AND day = ?',
    )
    .pluck();
  const waiting = db.prepare<unknown[], number>('SELECT count(*) FROM waiting WHERE site = ?').pluck();
  const ceiling = createDayCeiling(
    cellsADay,
    (site, day) => ({
      open: (numbers.get(site, day) ?? 0) / NUMBERS_A_SLICE,
      waiting: waiting.get(site) ?? 0,
    }),
    onFull,
  );
  const addToCell = (rows: readonly [IntakeRow, ...IntakeRow[]], beyond: IntakeRow[]): void => {
    const { site, fact, day, a, b, c, d } = rows[0];
    const text = read.get(site, fact, day, a, b, c, d);
    const held: Slices = text === undefined ? [] : JSON.parse(text);
    const before = held.length;
    const isClosed = ceiling.isFull(site, day) && !alwaysHasRoom(rows[0]);
    for (const row of rows) {
      if (isClosed && lacks(held, row.slices)) beyond.push(asOther(row));
      else addTo(held, row);
    }
    if (held.length === 0) return;
    write.run(site, fact, day, a, b, c, d, JSON.stringify(held));
    if (held.length > before) ceiling.add(site, day, (held.length - before) / NUMBERS_A_SLICE);
  };

  const add = (rows: readonly IntakeRow[]): void => {
    const beyond: IntakeRow[] = [];
    let cell: [IntakeRow, ...IntakeRow[]] | null = null;
    for (const row of rows.toSorted(byCell)) {
      if (cell !== null && byCell(cell[0], row) === 0) cell.push(row);
      else {
        if (cell !== null) addToCell(cell, beyond);
        cell = [row];
      }
    }
    if (cell !== null) addToCell(cell, beyond);
    if (beyond.length > 0) add(beyond);
  };

  return { add, ceiling };
}
