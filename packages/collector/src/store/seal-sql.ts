/** Pieces of SQL that the steps of sealing share. */
import { type RawBuilder, sql } from 'kysely';
import { type Runner, sqlOf } from './query.ts';
import type { Column, Only } from './seal-plan.ts';

export type Sql = RawBuilder<unknown>;

/** Which day of which site, and how many browsers must stand behind a row. */
export interface Day {
  readonly site: number;
  readonly day: number;
  readonly k: number;
}

export const run = (runner: Runner, statement: Sql): void =>
  runner.run({ compile: () => statement.compile(sqlOf) });

/** The first row's only column. */
export const numberOf = (runner: Runner, statement: Sql): number => {
  const [row] = runner.all<{ value: number }>({ compile: () => statement.compile(sqlOf) } as never);
  return row?.value ?? 0;
};

export const KEY = sql.raw('fact, slice, a, b, c, d');
export const ROW = sql.raw('fact, slice, a, b, c, d, n, people, reach, total');
export const NAMED = sql.raw('(a + b + c + d) > 0');
/** What an insertion does with a row that is there already. */
export const ADD_UP = sql.raw(
  'ON CONFLICT DO UPDATE SET n = n + excluded.n, people = people + excluded.people, reach = reach + excluded.reach, total = total + excluded.total',
);

export const idList = (ids: readonly number[]): Sql => sql.join(ids.map((id) => sql.lit(id)));

const OWN: readonly Column[] = ['a', 'b', 'c', 'd'];

/**
 * What a cell has in each of its columns where it belongs to another, row `of`. `columns`: where the other has each of
 * its dimensions. A fact without dimensions has 1 in the first column, 0 in the others.
 */
export const keyIn = (columns: readonly Column[], of: string): readonly Sql[] =>
  OWN.map((_, i) => {
    const column = columns[i];
    return column === undefined
      ? sql.lit(columns.length === 0 && i === 0 ? 1 : 0)
      : sql.ref(`${of}.${column}`);
  });

/** Whether row `cell` is the one that row `of` belongs to. */
export const isKeyOf = (cell: string, columns: readonly Column[], of: string): Sql =>
  sql.join(
    keyIn(columns, of).map((value, i) => sql`${sql.ref(`${cell}.${OWN[i]}`)} = ${value}`),
    sql` AND `,
  );

/** Whether row `of` has the value that counts; a term by its text, for its id is the site's own. */
export function isOnly(only: Only | null, of: string, site: number): Sql {
  if (only === null) return sql`1`;
  const { column, isNot, value } = only;
  const id =
    typeof value === 'number'
      ? sql.lit(value)
      : sql`(SELECT id FROM term WHERE site = ${site} AND kind = ${value.kind} AND text = ${value.text})`;
  return sql`${sql.ref(`${of}.${column}`)} ${isNot ? sql`IS NOT` : sql`IS`} ${id}`;
}
