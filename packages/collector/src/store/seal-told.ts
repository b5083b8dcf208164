/**
 * What is told of all that waits, for each fact and slice: how much was counted, and how much of it has no name. It
 * changes only when k browsers stand behind the change, so that the figure of a quiet day tells of no visitor; until then
 * it stays as it was told last, less what has become a row since.
 * Follows a day's sealing, and reads what that gathered. Does not decide what becomes a row.
 */
import { sql } from 'kysely';
import type { Runner } from './query.ts';
import type { SealedWith, SealPlan } from './seal-plan.ts';
import { type Day, idList, run, type Sql } from './seal-sql.ts';

/** The figures of what was never told. */
const NEVER = -1;

/** Facts and slices in which something was counted, became a row, or lost its name. */
const TOUCHED = sql`(SELECT DISTINCT fact, slice FROM today
  UNION SELECT DISTINCT fact, slice FROM sealed UNION SELECT DISTINCT fact, slice FROM expired)`;

const addRows = (runner: Runner, { site }: Day): void =>
  run(
    runner,
    sql`INSERT INTO told (site, fact, slice, day, counted, shown, cells, other, hidden, reach, kept, kept_reach)
        SELECT ${site}, t.fact, t.slice, ${NEVER}, 0, coalesce(sum(sealed.n), 0), 0, 0, 0, 0, 0, 0
        FROM ${TOUCHED} AS t LEFT JOIN sealed ON sealed.fact = t.fact AND sealed.slice = t.slice
        GROUP BY t.fact, t.slice
        ON CONFLICT DO UPDATE SET shown = shown + excluded.shown`,
  );

/** Of a site that comes from another collector: what became a row there is shown here, and nothing waits. */
export const tellReceived = (
  runner: Runner,
  site: number,
  { fact, slice, n }: { readonly fact: number; readonly slice: number; readonly n: number },
): void =>
  run(
    runner,
    sql`INSERT INTO told (site, fact, slice, day, counted, shown, cells, other, hidden, reach, kept, kept_reach)
        VALUES (${site}, ${fact}, ${slice}, ${NEVER}, ${n}, ${n}, 0, 0, 0, 0, 0, 0)
        ON CONFLICT DO UPDATE SET counted = counted + excluded.counted, shown = shown + excluded.shown`,
  );

/** @param tells Of what waits now, `w`, and what was told, whether it may be told as it is. */
const tell = (runner: Runner, { site, day, k }: Day, waits: Sql, tells: Sql): void =>
  run(
    runner,
    sql`UPDATE told SET day = ${day}, counted = told.shown + w.n - told.kept, cells = w.cells,
          -- In steps: of what has no name nobody knows how many browsers it is.
          other = max(0, w.other - told.kept) - max(0, w.other - told.kept) % ${k}, hidden = w.n, reach = w.reach
        FROM (${waits}) AS w
        WHERE told.site = ${site} AND told.fact = w.fact AND told.slice = w.slice AND ${tells}`,
  );

const NAMED_WAITING = sql`(w.a + w.b + w.c + w.d) > 0`;

/** Of cells that waited when the figure was told last, what the day added. */
const addedBy = sql`(SELECT coalesce(sum(s.more_reach), 0) FROM standing AS s
  WHERE s.fact = t.fact AND s.slice = t.slice AND s.seals = 0 AND s.since <= t.day)`;

/** All that waits, and how many browsers stand behind what the figure did not count when it was told last. */
const standingWaits = (site: number, facts: readonly number[]): Sql => sql`
  SELECT t.fact, t.slice, coalesce(sum(${NAMED_WAITING} AND (w.n <> 0 OR w.total <> 0)), 0) AS cells,
    coalesce(sum(w.n), 0) AS n, coalesce(sum(CASE WHEN ${NAMED_WAITING} THEN 0 ELSE w.n END), 0) AS other,
    coalesce(sum(w.reach), 0) AS reach,
    coalesce(sum(CASE WHEN w.since > t.day THEN w.reach ELSE 0 END), 0) + ${addedBy} AS fresh
  FROM told AS t LEFT JOIN waiting AS w ON w.site = ${site} AND w.fact = t.fact AND w.slice = t.slice
  WHERE t.site = ${site} AND t.fact IN (${idList(facts)}) AND (t.fact, t.slice) IN ${TOUCHED}
  GROUP BY t.fact, t.slice`;

const histogramWaits = (site: number, { fact }: SealedWith): Sql => sql`
  SELECT t.fact, t.slice, coalesce(sum(${NAMED_WAITING} AND (w.n <> 0 OR w.total <> 0)), 0) AS cells,
    coalesce(sum(w.n), 0) AS n, coalesce(sum(CASE WHEN ${NAMED_WAITING} THEN 0 ELSE w.n END), 0) AS other, 0 AS reach
  FROM told AS t LEFT JOIN waiting AS w ON w.site = ${site} AND w.fact = ${fact} AND w.slice = t.slice
  WHERE t.site = ${site} AND t.fact = ${fact} GROUP BY t.slice`;

/**
 * Where what all cells of a fact add up to has lost its name, it was never told how much that is: it is kept back until
 * k browsers stand behind it. Before the day is added to what waits.
 */
export function keepBack(runner: Runner, { site, k }: Day, { toldWith }: SealPlan): void {
  for (const { fact, whole } of toldWith) {
    run(
      runner,
      sql`UPDATE told SET kept_reach = kept_reach + e.reach,
            kept = CASE WHEN kept_reach + e.reach >= ${k} THEN 0 ELSE shown - counted + (
              SELECT coalesce(sum(n), 0) FROM waiting AS w WHERE w.site = ${site} AND w.fact = ${fact} AND w.slice = told.slice) END
          FROM expired AS e
          WHERE told.site = ${site} AND told.fact = ${fact} AND e.fact = ${whole} AND e.slice = told.slice`,
    );
  }
  run(runner, sql`UPDATE told SET kept_reach = 0 WHERE site = ${site} AND kept_reach >= ${k}`);
}

/** Where nothing hidden has changed, only rows were counted, and those are told. */
const isEnough = ({ k }: Day): Sql =>
  sql`(w.fresh >= ${k} OR ${k} = 1 OR (w.n = told.hidden AND w.reach = told.reach))`;

/** The whole became a row with this day, in the same slice; or it is not counted at all. */
const isWithWhole = (day: Day, whole: number): Sql => sql`(
  EXISTS (SELECT 1 FROM sealed AS r WHERE r.fact = ${whole} AND r.slice = told.slice)
  OR (${isEnough(day)} AND NOT EXISTS (
    SELECT 1 FROM told AS r WHERE r.site = ${day.site} AND r.fact = ${whole} AND r.slice = told.slice)))`;

export function tellWaiting(runner: Runner, day: Day, plan: SealPlan): void {
  const wholes = new Map(plan.toldWith.map(({ fact, whole }) => [fact, whole]));
  addRows(runner, day);
  for (const whole of new Set(wholes.values())) {
    const facts = plan.facts.filter((fact) => wholes.get(fact) === whole);
    tell(runner, day, standingWaits(day.site, facts), isWithWhole(day, whole));
  }
  const others = plan.facts.filter((fact) => !wholes.has(fact));
  if (others.length > 0) tell(runner, day, standingWaits(day.site, others), isEnough(day));
  for (const histogram of plan.histograms) {
    tell(
      runner,
      day,
      histogramWaits(day.site, histogram),
      sql`EXISTS (SELECT 1 FROM told AS r
          WHERE r.site = ${day.site} AND r.fact = ${histogram.describes} AND r.slice = told.slice AND r.day = ${day.day})`,
    );
  }
}
