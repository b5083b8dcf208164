/**
 * Counts without a name have no day: they are one row a fact and slice, for good. So that they too are deleted when they
 * are due, it is noted with each month how much there was before it. Runs inside the caller's transaction.
 */
import { sql } from 'kysely';
import { monthOf } from './month.ts';
import type { Runner } from './query.ts';
import { run } from './seal-sql.ts';

const NAMELESS = sql`a = 0 AND b = 0 AND c = 0 AND d = 0`;

/** Before the first day of a month that is sealed. @param before The last day that was sealed. */
export function noteOther(runner: Runner, site: number, day: number, before: number | null): void {
  if (before !== null && monthOf(before).first === monthOf(day).first) return;
  run(
    runner,
    sql`INSERT INTO other_before (site, day, fact, slice, n, total)
        SELECT site, ${day}, fact, slice, n, total FROM waiting
        WHERE site = ${site} AND ${NAMELESS} AND (n <> 0 OR total <> 0) ON CONFLICT DO NOTHING`,
  );
}

/**
 * Takes away what was noted last before `from`. What is told of it goes in steps of k: exactly, it would tell what was
 * counted in a single month.
 */
export function removeOther(runner: Runner, site: number, from: number): void {
  // Of the row with the last day, as SQLite has it for max().
  const due = sql`(SELECT fact, slice, n, total, max(day) FROM other_before
    WHERE site = ${site} AND day < ${from} GROUP BY fact, slice)`;
  const inSteps = sql`(due.n - due.n % site.k)`;
  run(
    runner,
    sql`UPDATE told SET counted = max(shown, counted - ${inSteps}), hidden = max(0, hidden - due.n),
          other = max(0, other - ${inSteps})
        FROM ${due} AS due, site
        WHERE told.site = ${site} AND site.id = ${site} AND told.fact = due.fact AND told.slice = due.slice
          AND told.day >= 0`,
  );
  for (const table of ['waiting', 'other_before']) {
    run(
      runner,
      sql`UPDATE ${sql.table(table)} AS kept SET n = kept.n - due.n, total = kept.total - due.total FROM ${due} AS due
          WHERE kept.site = ${site} AND kept.fact = due.fact AND kept.slice = due.slice
            AND ${table === 'waiting' ? NAMELESS : sql`kept.day >= ${from}`}`,
    );
  }
  run(runner, sql`DELETE FROM waiting WHERE site = ${site} AND ${NAMELESS} AND n = 0 AND total = 0`);
  run(runner, sql`DELETE FROM other_before WHERE site = ${site} AND day < ${from}`);
}
