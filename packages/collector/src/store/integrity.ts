/**
 * Whether a database is what it should be: its pages, its schema, and what every collector has promised of its numbers.
 * Says what is wrong, without a value; does not mend anything, nor look into the log that lies beside the file.
 */
import { FACT_NAMES, factOf } from '@holloway/protocol';
import Database from 'better-sqlite3';
import { CURRENT_VERSION, migrate } from './migrate.ts';

/** How much is looked at. `quick` leaves out what is too large to be read while somebody waits for the start. */
export type Thoroughness = 'quick' | 'full';

/** Looked through in about two seconds. Sealed days alone make a file larger, and are never written again. */
const QUICK_BYTES = 256 * 1024 * 1024;
const MAX_COMPLAINTS = 20;
/** No site but a test site is sealed with less: see the rules of `k`. */
const LEAST_K = 3;

const isLarge = (db: Database.Database): boolean =>
  (db.pragma('page_count', { simple: true }) as number) *
    (db.pragma('page_size', { simple: true }) as number) >
  QUICK_BYTES;

/** Pages, b-trees and indexes, as SQLite checks them. */
export function structureComplaints(db: Database.Database, thoroughness: Thoroughness): string[] {
  if (thoroughness === 'full') return told(db, `integrity_check(${MAX_COMPLAINTS})`);
  if (!isLarge(db)) return told(db, `quick_check(${MAX_COMPLAINTS})`);
  return tables(db)
    .filter((table) => table !== 'cell')
    .flatMap((table) => told(db, `quick_check('${table}')`));
}

function told(db: Database.Database, pragma: string): string[] {
  const rows = db.pragma(pragma) as { readonly [column: string]: string }[];
  return rows.flatMap((row) => Object.values(row)).filter((line) => line !== 'ok');
}

const SCHEMA =
  "SELECT name, sql FROM sqlite_schema WHERE type IN ('table', 'index', 'trigger') AND sql IS NOT NULL";
/** By name, whatever the spaces: text of a version that was laid out otherwise is the same. */
const schemaOf = (db: Database.Database): ReadonlyMap<string, string> =>
  new Map(
    (db.prepare(SCHEMA).all() as { name: string; sql: string }[]).map(({ name, sql }) => [
      name,
      sql.replaceAll(/\s+/g, ' '),
    ]),
  );
const tables = (db: Database.Database): string[] =>
  db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();

/** Whatever the current version has and this file has not, or has otherwise. */
function schemaComplaints(db: Database.Database): string[] {
  const fresh = new Database(':memory:');
  try {
    migrate(fresh);
    const found = schemaOf(db);
    return [...schemaOf(fresh)]
      .filter(([name, sql]) => found.get(name) !== sql)
      .map(([name]) => `${name} is not what schema version ${CURRENT_VERSION} has`);
  } finally {
    fresh.close();
  }
}
const STANDING_ALONE = FACT_NAMES.filter((name) => factOf(name).describes === undefined);

/** Each: what a count of rows other than 0 means. */
const PROMISES: readonly { readonly says: string; readonly rows: string; readonly walksCells?: true }[] = [
  {
    says: 'rows of cell have a negative count',
    rows: 'SELECT count(*) FROM cell WHERE n < 0 OR people < 0 OR reach < 0',
    walksCells: true,
  },
  {
    says: `named rows of cell have fewer than ${LEAST_K} browsers behind them`,
    rows: `SELECT count(*) FROM cell JOIN site ON site.id = cell.site JOIN fact ON fact.id = cell.fact
           WHERE site.kind <> 'test' AND reach < ${LEAST_K} AND a + b + c + d > 0
             AND fact.name IN (${STANDING_ALONE.map((name) => `'${name}'`).join(', ')})`,
    walksCells: true,
  },
  {
    says: 'rows of cell are of a day that is not sealed',
    rows: `SELECT count(*) FROM cell JOIN site ON site.id = cell.site
           WHERE cell.day > coalesce(site.sealed_through, -1)`,
    walksCells: true,
  },
  {
    says: 'rows of waiting have a negative count',
    rows: 'SELECT count(*) FROM waiting WHERE n < 0 OR people < 0 OR reach < 0',
  },
  {
    says: 'rows of intake are not lists of slices with their counts',
    rows: `SELECT count(*) FROM intake
           WHERE NOT json_valid(slices) OR json_type(slices) <> 'array' OR json_array_length(slices) % 5 <> 0`,
  },
  {
    says: 'slices of intake have a negative count',
    rows: `SELECT count(*) FROM intake JOIN json_each(iif(json_valid(slices), slices, '[]')) AS each
           WHERE each.key % 5 BETWEEN 1 AND 3 AND each.value < 0`,
  },
  {
    says: 'entries of the catalogue have no term',
    // Of a site there is: what is on its way in or out has no site yet, or none any more.
    rows: `SELECT count(*) FROM catalogue JOIN site ON site.id = catalogue.site
           LEFT JOIN term USING (site, kind, id) WHERE term.text IS NULL`,
  },
  {
    says: 'sites have a gap in their chain of statements',
    rows: `SELECT count(*) FROM (SELECT 1 FROM statement JOIN site ON site.id = statement.site
           GROUP BY site HAVING count(*) <> max(number))`,
  },
];

function brokenPromises(db: Database.Database, thoroughness: Thoroughness): string[] {
  const spareCells = thoroughness === 'quick' && isLarge(db);
  return PROMISES.filter(({ walksCells }) => !(walksCells === true && spareCells)).flatMap(
    ({ rows, says }) => {
      const count = db.prepare<[], number>(rows).pluck().get() ?? 0;
      return count === 0 ? [] : [`${count} ${says}`];
    },
  );
}

/**
 * @param db The database of counts, of any schema version up to the current one.
 * @returns What is wrong, in words; empty where nothing is. Schema and numbers are looked at in the current version alone:
 * an older one has not been brought up to it yet.
 */
export function complaintsOf(db: Database.Database, thoroughness: Thoroughness): string[] {
  const structure = structureComplaints(db, thoroughness);
  // Numbers that are read from broken pages say nothing.
  if (structure.length > 0) return structure;
  if (db.pragma('user_version', { simple: true }) !== CURRENT_VERSION) return [];
  const schema = schemaComplaints(db);
  return schema.length > 0 ? schema : brokenPromises(db, thoroughness);
}
