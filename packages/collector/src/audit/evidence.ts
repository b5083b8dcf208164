/**
 * A data folder as the audit reads it: as it lies there, without a change, beside a collector that serves or in a backup.
 * Opens and closes; what is found in it is for the files beside this one.
 */
import { join } from 'node:path';
import { FACT_NAMES, type FactName, isFactName } from '@holloway/protocol';
import Database from 'better-sqlite3';
import { sealPlanOf } from '../site/seal-plan.ts';
import { COUNTS } from '../store/folder.ts';
import { createRunner, type Runner } from '../store/query.ts';
import type { SealPlan } from '../store/seal-plan.ts';

export interface Evidence {
  readonly folder: string;
  readonly db: Database.Database;
  readonly runner: Runner;
  /** Milliseconds since 1970. */
  readonly nowMs: number;
}

/** The facts of a database by the ids that it gave them. */
export interface Facts {
  /** -1 for one that was never counted. */
  readonly id: (name: FactName) => number;
  readonly names: ReadonlyMap<number, FactName>;
  readonly plan: SealPlan;
}

/** Reads one state of the database throughout. Throws what SQLite throws where it cannot be read. */
export async function withEvidence<T>(
  folder: string,
  nowMs: number,
  look: (evidence: Evidence) => Promise<T>,
): Promise<T> {
  const db = new Database(join(folder, COUNTS), { readonly: true, fileMustExist: true, timeout: 10_000 });
  try {
    db.exec('BEGIN');
    return await look({ folder, db, runner: createRunner(db), nowMs });
  } finally {
    db.close();
  }
}

/** One number. */
export const numberIn = (db: Database.Database, sql: string, given: object = {}): number =>
  db.prepare<[object], number>(sql).pluck().get(given) ?? 0;

export function factsIn(db: Database.Database): Facts {
  const rows = db.prepare<[], { id: number; name: string }>('SELECT id, name FROM fact').all();
  const ids = new Map(rows.map(({ id, name }) => [name, id]));
  const id = (name: FactName): number => ids.get(name) ?? -1;
  return {
    id,
    names: new Map(FACT_NAMES.filter((name) => ids.has(name)).map((name) => [id(name), name])),
    plan: sealPlanOf(id),
  };
}

/** What a fact is called, also one that nobody declared. */
export const factNamed = (db: Database.Database, id: number): string => {
  const name = db.prepare<[number], string>('SELECT name FROM fact WHERE id = ?').pluck().get(id);
  return name !== undefined && isFactName(name) ? name : `the unknown fact ${id}`;
};
