/** Tables of one connection alone, in memory, in which families are gathered. Empty between two sealings. */
import type { Database } from 'better-sqlite3';
import { sql } from 'kysely';
import type { Runner } from './query.ts';
import { run } from './seal-sql.ts';

const integers = (names: string): string =>
  names
    .split(' ')
    .map((name) => `${name} INTEGER`)
    .join(', ');

const TABLES: { readonly [name: string]: string } = {
  // Every cell that was counted, or waited for another's sake: all of it, and what the day added (`more`). It seals where
  // k browsers stand behind it and it need not wait for another.
  standing: `(id INTEGER PRIMARY KEY,
    ${integers('fact slice a b c d n people reach total since more_n more_people more_reach seals')}) STRICT`,
  // Those that waited for another's sake.
  held: '(cell INTEGER PRIMARY KEY) STRICT',
  // The kind of each slice: slices of one kind are a family.
  kind: '(slice INTEGER PRIMARY KEY, family TEXT) STRICT',
  // By the cell that is the whole, and the value of the measure's own column (`level`). `rest`: what no part holds that
  // was counted on the day. `again`: so many counts of the whole may be a browser's second. `has_quiet`: a part waits that was not counted.
  // `is_due`: something happened to it.
  family: `(${integers('whole level')}, name TEXT, once TEXT,
    ${integers('rest rest_browsers again has_quiet is_due')},
    PRIMARY KEY (whole, name, level)) STRICT, WITHOUT ROWID`,
  clearing: '(whole INTEGER, name TEXT, PRIMARY KEY (whole, name)) STRICT, WITHOUT ROWID',
  // What a cell added since the whole was told last, as far as that is known, and from how many browsers at least.
  part: `(${integers('whole level cell reach since n browsers was_told is_hidden')}, name TEXT,
    PRIMARY KEY (whole, name, level, cell)) STRICT, WITHOUT ROWID`,
  // Cells that count the same, both ways round.
  twin: `(${integers('one other')}, PRIMARY KEY (one, other)) STRICT, WITHOUT ROWID`,
  // Cells that must wait for another's sake, and those that wait with them.
  falling: '(cell INTEGER PRIMARY KEY) STRICT',
};

/** Readies a connection for families. */
export function prepareFamilies(db: Database): void {
  for (const [name, columns] of Object.entries(TABLES)) db.exec(`CREATE TEMP TABLE ${name} ${columns}`);
  db.exec('CREATE UNIQUE INDEX temp.standing_key ON standing (fact, slice, a, b, c, d)');
  db.exec('CREATE INDEX temp.part_cell ON part (cell)');
}

export function clearFamilies(runner: Runner): void {
  for (const name of Object.keys(TABLES)) run(runner, sql`DELETE FROM ${sql.table(name)}`);
}
