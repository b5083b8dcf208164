/**
 * Sealing: closes a day of a site. What k browsers stand behind becomes a row of `cell`; the rest waits, at most 28
 * days long, because in 28 days a browser adds to `reach` only once; then it joins `(other)`.
 * Runs inside the caller's transaction. Does not choose when to seal (site/sealer), nor what more must wait for the sake
 * of small cells (seal-families, seal-hide), nor what is told of all that waits (seal-told).
 */
import type { Database } from 'better-sqlite3';
import { sql } from 'kysely';
import { NUMBERS_A_SLICE } from './intake.ts';
import type { Runner } from './query.ts';
import { gatherFamilies } from './seal-families.ts';
import { hideForFamilies } from './seal-hide.ts';
import { forgetLately, keepLately, rememberNameless, rememberRest } from './seal-memory.ts';
import type { SealedWith, SealPlan } from './seal-plan.ts';
import { clearFamilies, prepareFamilies } from './seal-scratch.ts';
import { ADD_UP, type Day, idList, isKeyOf, KEY, NAMED, ROW, run } from './seal-sql.ts';
import { keepBack, tellWaiting } from './seal-told.ts';

export const WAITING_DAYS = 28;

/**
 * Tables of this connection alone, in memory, empty between two sealings. What concerns the day is gathered there first,
 * so that the large tables are searched by key for it and never walked through row by row.
 */
const SCRATCH = ['today', 'sealed', 'expired'] as const;
type Scratch = (typeof SCRATCH)[number];

/** Readies a connection for `sealDay`. */
export function prepareSealing(db: Database): void {
  for (const name of SCRATCH) {
    db.exec(
      `CREATE TEMP TABLE ${name} (fact INTEGER, slice INTEGER, a INTEGER, b INTEGER, c INTEGER, d INTEGER,
         n INTEGER, people INTEGER, reach INTEGER, total INTEGER,
         PRIMARY KEY (fact, slice, a, b, c, d)) STRICT, WITHOUT ROWID`,
    );
  }
  prepareFamilies(db);
}

/** Takes the day out of the intake, a row a slice; with it what another process left there of days before. */
function takeDay(runner: Runner, { site, day }: Day): void {
  run(
    runner,
    sql`INSERT INTO today (${ROW})
        SELECT fact, slice.value, a, b, c, d,
          slices ->> (slice.key + 1), slices ->> (slice.key + 2), slices ->> (slice.key + 3), slices ->> (slice.key + 4)
        FROM intake JOIN json_each(intake.slices) AS slice
        WHERE site = ${site} AND day <= ${day} AND slice.key % ${sql.lit(NUMBERS_A_SLICE)} = 0
        ${ADD_UP}`,
  );
  run(runner, sql`DELETE FROM intake WHERE site = ${site} AND day <= ${day}`);
}

/** Histogram row `h` and row `r` of the fact it describes belong together; searched by the key of either. */
const describes = ({ columns }: SealedWith) => sql`r.slice = h.slice AND ${isKeyOf('r', columns, 'h')}`;

/** Adds the histogram's waiting rows that describe a row of `table` to it. */
function followWaiting(runner: Runner, site: number, table: Scratch, histogram: SealedWith): void {
  const rows = sql.table(table);
  run(
    runner,
    sql`INSERT INTO ${rows} (${ROW})
        SELECT h.fact, h.slice, h.a, h.b, h.c, h.d, h.n, h.people, h.reach, h.total
        FROM ${rows} AS r CROSS JOIN waiting AS h ON h.site = ${site} AND h.fact = ${histogram.fact} AND ${describes(histogram)}
        WHERE r.fact = ${histogram.describes} AND (h.a + h.b + h.c + h.d) > 0
        ${table === 'expired' ? sql`ON CONFLICT DO NOTHING` : ADD_UP}`,
  );
}

const forgetWaiting = (runner: Runner, site: number, table: Scratch): void =>
  run(
    runner,
    sql`DELETE FROM waiting WHERE site = ${site} AND (${KEY}) IN (SELECT ${KEY} FROM ${sql.table(table)})`,
  );

/**
 * Whatever waited since 28 days before `day` loses its name, before that day's browsers could be counted twice.
 * A histogram loses it with the row that it describes: left behind, it would be counted with the next row of that name.
 */
function expire(runner: Runner, on: Day, plan: SealPlan): void {
  const { site, day } = on;
  run(
    runner,
    sql`INSERT INTO expired (${ROW})
        SELECT ${ROW} FROM waiting WHERE site = ${site} AND since <= ${day - WAITING_DAYS} AND ${NAMED}`,
  );
  rememberNameless(runner, site, plan);
  for (const histogram of plan.histograms) followWaiting(runner, site, 'expired', histogram);
  forgetWaiting(runner, site, 'expired');
  run(
    runner,
    sql`INSERT INTO waiting (site, since, ${ROW})
        SELECT ${site}, ${day}, fact, slice, 0, 0, 0, 0, sum(n), 0, 0, sum(total) FROM expired
        WHERE true GROUP BY fact, slice ${ADD_UP}`,
  );
  keepBack(runner, on, plan);
}

const STANDING = sql.raw(
  'standing (fact, slice, a, b, c, d, n, people, reach, total, since, more_n, more_people, more_reach, seals)',
);

/** Every cell that was counted. A test site (k = 1) shows everything but `(other)`. */
const gatherCounted = (runner: Runner, { site, day, k }: Day, { facts }: SealPlan): void =>
  run(
    runner,
    sql`INSERT INTO ${STANDING}
        SELECT *, since > 0 AND (${k} = 1 OR reach >= ${k}) FROM (
          SELECT i.fact, i.slice, i.a, i.b, i.c, i.d,
            i.n + coalesce(w.n, 0), i.people + coalesce(w.people, 0),
            i.reach + coalesce(w.reach, 0) AS reach, i.total + coalesce(w.total, 0),
            CASE WHEN (i.a + i.b + i.c + i.d) > 0 THEN coalesce(w.since, ${day}) ELSE 0 END AS since,
            i.n, i.people, i.reach
          FROM today i LEFT JOIN waiting w
            ON w.site = ${site} AND w.fact = i.fact AND w.slice = i.slice
            AND w.a = i.a AND w.b = i.b AND w.c = i.c AND w.d = i.d
          WHERE i.fact IN (${idList(facts)}))`,
  );

/** What was hidden for another's sake may become a row on a day on which it was not counted, too. */
const gatherHidden = (runner: Runner, { site, k }: Day, { facts }: SealPlan): void =>
  run(
    runner,
    sql`INSERT INTO ${STANDING}
        SELECT ${ROW}, since, 0, 0, 0, 1 FROM waiting
        WHERE site = ${site} AND fact IN (${idList(facts)}) AND reach >= ${k} AND ${NAMED}
        ON CONFLICT DO NOTHING`,
  );

/** Cells with k browsers behind waiting and intake together, but for those that wait for the sake of others. */
function sealFacts(runner: Runner, day: Day, plan: SealPlan): void {
  gatherCounted(runner, day, plan);
  if (day.k > 1) {
    gatherHidden(runner, day, plan);
    gatherFamilies(runner, day, plan);
    hideForFamilies(runner, day);
    rememberRest(runner, day);
    keepLately(runner, day, plan);
  }
  run(runner, sql`INSERT INTO sealed (${ROW}) SELECT ${ROW} FROM standing WHERE seals = 1`);
}

/** All that a histogram holds, where the row it describes was sealed with this day. */
function sealHistogram(runner: Runner, { site }: Day, histogram: SealedWith): void {
  run(
    runner,
    sql`INSERT INTO sealed (${ROW})
        SELECT ${ROW} FROM today AS h
        WHERE h.fact = ${histogram.fact} AND ${NAMED}
          AND EXISTS (SELECT 1 FROM sealed AS r WHERE r.fact = ${histogram.describes} AND ${describes(histogram)})`,
  );
  followWaiting(runner, site, 'sealed', histogram);
}

/** What became a row waits no more; the rest of the day does. */
function moveOn(runner: Runner, { site, day }: Day): void {
  run(runner, sql`INSERT INTO cell (site, day, ${ROW}) SELECT ${site}, ${day}, ${ROW} FROM sealed`);
  forgetWaiting(runner, site, 'sealed');
  run(runner, sql`DELETE FROM today WHERE (${KEY}) IN (SELECT ${KEY} FROM sealed)`);
  run(
    runner,
    sql`INSERT INTO waiting (site, since, ${ROW})
        SELECT ${site}, ${day}, ${ROW} FROM today WHERE n <> 0 OR total <> 0 ${ADD_UP}`,
  );
}

/** Seals one day. */
export function sealDay(runner: Runner, day: Day, plan: SealPlan): void {
  takeDay(runner, day);
  expire(runner, day, plan);
  sealFacts(runner, day, plan);
  for (const histogram of plan.histograms) sealHistogram(runner, day, histogram);
  moveOn(runner, day);
  forgetLately(runner, day);
  tellWaiting(runner, day, plan);
  for (const name of SCRATCH) run(runner, sql`DELETE FROM ${sql.table(name)}`);
  clearFamilies(runner);
}
