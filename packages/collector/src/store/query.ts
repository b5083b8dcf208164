/**
 * Kysely as the builder of typed SQL, better-sqlite3 as its runner: both synchronous, so that a transaction is one
 * uninterrupted function and no other query can slip into it.
 */
import type { Database, Statement } from 'better-sqlite3';
import {
  type Compilable,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Tables } from './tables.ts';

/** Builds queries; cannot run any. */
export const sqlOf = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

export interface Runner {
  all<Row>(query: Compilable<Row>): Row[];
  run(query: Compilable): void;
}

/** Runs built queries on `db`; each text is prepared once. */
export function createRunner(db: Database): Runner {
  const prepared = new Map<string, Statement>();
  const prepare = (sql: string): Statement => {
    let statement = prepared.get(sql);
    if (statement === undefined) {
      statement = db.prepare(sql);
      prepared.set(sql, statement);
    }
    return statement;
  };
  return {
    all<Row>(query: Compilable<Row>): Row[] {
      const { sql, parameters } = query.compile();
      return prepare(sql).all(...parameters) as Row[];
    },
    run(query) {
      const { sql, parameters } = query.compile();
      prepare(sql).run(...parameters);
    },
  };
}
