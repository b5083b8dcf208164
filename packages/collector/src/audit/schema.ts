/** The schema of a database against the one that this version makes: no table more, none otherwise, none with a row number. */
import Database from 'better-sqlite3';
import { CURRENT_VERSION, migrate } from '../store/migrate.ts';
import type { Breach } from './check.ts';

const SCHEMA = 'SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL';

/** By name, whatever the spaces. */
const schemaOf = (db: Database.Database): ReadonlyMap<string, string> =>
  new Map(
    (db.prepare(SCHEMA).all() as { name: string; sql: string }[]).map(({ name, sql }) => [
      name,
      sql.replaceAll(/\s+/g, ' '),
    ]),
  );

function made<T>(look: (db: Database.Database) => T): T {
  const fresh = new Database(':memory:');
  try {
    migrate(fresh);
    return look(fresh);
  } finally {
    fresh.close();
  }
}

function tables(db: Database.Database): Breach[] {
  const [expected, found] = [made(schemaOf), schemaOf(db)];
  const unknown = [...found.keys()].filter((name) => !expected.has(name)).length;
  const other = [...expected].filter(([name, sql]) => found.get(name) !== sql).map(([name]) => name);
  return [
    // What others called theirs may be anything.
    ...(unknown === 0 ? [] : [`${unknown} that this version does not know`]),
    ...other.map((name) => `${name} is missing, or not as this version makes it`),
  ].map((says) => ({ check: 'schema.tables', site: null, says }));
}

function rowids(db: Database.Database): Breach[] {
  const listed = db.pragma('table_list') as { schema: string; name: string; type: string; wr: number }[];
  const count = listed.filter(
    ({ schema, name, type, wr }) =>
      schema === 'main' && type === 'table' && wr === 0 && !name.startsWith('sqlite_schema'),
  ).length;
  return count === 0
    ? []
    : [{ check: 'schema.rowids', site: null, says: `${count} of the tables have row numbers` }];
}

/** @returns Whether the rest can be read as this version has it, and what is wrong. */
export function examineSchema(db: Database.Database): {
  readonly isCurrent: boolean;
  readonly breaches: Breach[];
} {
  const version = db.pragma('user_version', { simple: true });
  if (version !== CURRENT_VERSION) {
    const says = `it is of version ${version}, not ${CURRENT_VERSION}`;
    return { isCurrent: false, breaches: [{ check: 'schema.version', site: null, says }] };
  }
  const missing = tables(db);
  return {
    isCurrent: missing.every(({ says }) => !says.includes('is missing')),
    breaches: [...missing, ...rowids(db)],
  };
}
