/**
 * Sealing: closes a day of a site. What k browsers stand behind becomes a row of `cell`; the rest waits, at most 28
 * days long, because in 28 days a browser adds to `reach` only once; then it joins `(other)`.
 * Runs inside the caller's transaction. Does not choose when to seal (site/schedule).
 */
import { type RawBuilder, sql } from 'kysely';
import { type Runner, sqlOf } from './query.ts';
import type { Dimensions, SealedWith, SealPlan } from './store.ts';

export const WAITING_DAYS = 28;

const run = (runner: Runner, statement: RawBuilder<unknown>): void =>
  runner.run({ compile: () => statement.compile(sqlOf) });

const idList = (ids: readonly number[]): RawBuilder<unknown> => sql.join(ids.map((id) => sql.lit(id)));

interface Day {
  readonly site: number;
  readonly day: number;
  readonly k: number;
}

/** Whether `rows` hold the row that histogram row `h` describes. */
function describedIn(rows: RawBuilder<unknown>, { describes, columns }: SealedWith): RawBuilder<unknown> {
  const own: (keyof Dimensions)[] = ['a', 'b', 'c', 'd'];
  const equal = own.map((column, i) => {
    const mine = columns[i];
    // A fact without dimensions has 1 in the first column, 0 in the others.
    const value =
      mine === undefined ? sql.lit(columns.length === 0 && i === 0 ? 1 : 0) : sql.ref(`h.${mine}`);
    return sql`r.${sql.raw(column)} = ${value}`;
  });
  return sql`EXISTS (SELECT 1 FROM ${rows} AS r WHERE r.site = h.site AND r.fact = ${describes}
    AND r.slice = h.slice AND ${sql.join(equal, sql` AND `)})`;
}

/**
 * Whatever waited since 28 days before `day` loses its name, before that day's browsers could be counted twice.
 * A histogram loses it with the row that it describes: left behind, it would be counted with the next row of that name.
 */
function expire(runner: Runner, { site, day }: Day, { histograms }: SealPlan): void {
  const old = day - WAITING_DAYS;
  const lose = (which: RawBuilder<unknown>): void => {
    run(
      runner,
      sql`INSERT INTO waiting (site, fact, slice, a, b, c, d, since, n, people, reach, total)
          SELECT site, fact, slice, 0, 0, 0, 0, ${day}, sum(n), 0, 0, sum(total) FROM waiting AS h
          WHERE site = ${site} AND (a + b + c + d) > 0 AND ${which}
          GROUP BY fact, slice
          ON CONFLICT DO UPDATE SET n = n + excluded.n, total = total + excluded.total`,
    );
    run(runner, sql`DELETE FROM waiting AS h WHERE site = ${site} AND (a + b + c + d) > 0 AND ${which}`);
  };
  const expired = sql`(SELECT * FROM waiting WHERE site = ${site} AND since <= ${old})`;
  for (const histogram of histograms) {
    lose(sql`fact = ${histogram.fact} AND ${describedIn(expired, histogram)}`);
  }
  lose(sql`since <= ${old}`);
}

/** Cells with k browsers behind waiting and intake together. A test site (k = 1) shows everything but `(other)`. */
function sealFacts(runner: Runner, { site, day, k }: Day, facts: readonly number[]): void {
  run(
    runner,
    sql`INSERT INTO cell (site, fact, slice, day, a, b, c, d, n, people, reach, total)
        SELECT i.site, i.fact, i.slice, i.day, i.a, i.b, i.c, i.d,
          i.n + coalesce(w.n, 0), i.people + coalesce(w.people, 0),
          i.reach + coalesce(w.reach, 0), i.total + coalesce(w.total, 0)
        FROM intake i LEFT JOIN waiting w
          ON w.site = i.site AND w.fact = i.fact AND w.slice = i.slice
          AND w.a = i.a AND w.b = i.b AND w.c = i.c AND w.d = i.d
        WHERE i.site = ${site} AND i.day = ${day} AND i.fact IN (${idList(facts)})
          AND (i.a + i.b + i.c + i.d) > 0
          AND (${k} = 1 OR i.reach + coalesce(w.reach, 0) >= ${k})`,
  );
}

/** All that a histogram holds, where the row it describes was sealed with this day. */
function sealHistogram(runner: Runner, { site, day }: Day, histogram: SealedWith): void {
  const sealed = sql`(SELECT * FROM cell WHERE site = ${site} AND day = ${day})`;
  for (const table of ['intake', 'waiting'] as const) {
    const ofDay = table === 'intake' ? sql`AND h.day = ${day}` : sql``;
    run(
      runner,
      sql`INSERT INTO cell (site, fact, slice, day, a, b, c, d, n, people, reach, total)
          SELECT h.site, h.fact, h.slice, ${day}, h.a, h.b, h.c, h.d, h.n, h.people, h.reach, h.total
          FROM ${sql.table(table)} h
          WHERE h.site = ${site} AND h.fact = ${histogram.fact} ${ofDay} AND (h.a + h.b + h.c + h.d) > 0
            AND ${describedIn(sealed, histogram)}
          ON CONFLICT DO UPDATE SET n = n + excluded.n, people = people + excluded.people,
            reach = reach + excluded.reach, total = total + excluded.total`,
    );
  }
}

/** What became a row is neither intake nor waiting any more; the rest of the day waits. */
function moveOn(runner: Runner, { site, day }: Day): void {
  for (const table of ['intake', 'waiting'] as const) {
    const ofDay = table === 'intake' ? sql`AND t.day = ${day}` : sql``;
    run(
      runner,
      sql`DELETE FROM ${sql.table(table)} AS t WHERE t.site = ${site} ${ofDay} AND EXISTS (
            SELECT 1 FROM cell c WHERE c.site = t.site AND c.fact = t.fact AND c.slice = t.slice AND c.day = ${day}
              AND c.a = t.a AND c.b = t.b AND c.c = t.c AND c.d = t.d)`,
    );
  }
  run(
    runner,
    sql`INSERT INTO waiting (site, fact, slice, a, b, c, d, since, n, people, reach, total)
        SELECT site, fact, slice, a, b, c, d, day, n, people, reach, total FROM intake
        WHERE site = ${site} AND day = ${day} AND (n > 0 OR total > 0)
        ON CONFLICT DO UPDATE SET n = n + excluded.n, people = people + excluded.people,
          reach = reach + excluded.reach, total = total + excluded.total`,
  );
  run(runner, sql`DELETE FROM intake WHERE site = ${site} AND day = ${day}`);
}

/** Seals one day. */
export function sealDay(runner: Runner, day: Day, plan: SealPlan): void {
  expire(runner, day, plan);
  sealFacts(runner, day, plan.facts);
  for (const histogram of plan.histograms) sealHistogram(runner, day, histogram);
  moveOn(runner, day);
}
