/**
 * What more must wait so that no family tells of fewer than k browsers. Whoever takes the shown parts from the whole
 * learns what the hidden ones hold together: that must be nothing, or stand on k browsers; else the smallest part that
 * would become a row waits along, and where none is left, the whole. Hiding only grows, so it comes to an end.
 * Works on what seal-families gathered. Why it is enough, and what it leaves open: docs/decisions/0017-families.md.
 */
import { sql } from 'kysely';
import type { Runner } from './query.ts';
import { type Day, numberOf, run } from './seal-sql.ts';

/** What of each family is hidden, and what is shown; of those that something happened to. */
const STATE = sql`
  SELECT f.whole, f.name, f.level, f.once, f.rest, f.again, f.has_quiet,
    sum(p.is_hidden) AS hidden,
    -- Those among them that were counted since the whole was told last; what no part of the day holds is one more.
    sum(p.is_hidden AND p.n <> 0) + (f.rest <> 0) AS stirred,
    sum(p.is_hidden * p.n) + f.rest AS n,
    sum(p.is_hidden * p.browsers) + f.rest_browsers AS browsers,
    max(p.is_hidden * p.browsers) AS most,
    sum(NOT p.is_hidden) AS shown,
    -- They waited when the whole was told last: a part of them is in what was hidden then.
    sum(p.is_leaving) AS leaving,
    min(CASE WHEN p.is_leaving THEN p.since END) = max(CASE WHEN p.is_leaving THEN p.since END) AS leave_as_one,
    sum(p.is_leaving * p.n) AS leaving_n,
    sum(p.is_leaving * p.browsers) AS leaving_browsers,
    max(p.is_leaving * p.browsers) AS leaving_most
  FROM family AS f CROSS JOIN
    (SELECT *, NOT is_hidden AND was_told AS is_leaving FROM part) AS p
    ON p.whole = f.whole AND p.name = f.name AND p.level = f.level
  WHERE f.is_due = 1
  GROUP BY f.whole, f.name, f.level`;

/**
 * At least so many browsers. Of moves one browser may have made several; but only as many counts of the whole as `again`
 * says can be the second of a browser, and each of them is in one part at most.
 */
const BEHIND = sql`CASE s.once WHEN 'browser' THEN s.browsers
  WHEN 'count' THEN max(s.most, s.n - s.again) ELSE s.most END`;
const BEHIND_LEAVING = sql`CASE s.once WHEN 'browser' THEN s.leaving_browsers
  WHEN 'count' THEN max(s.leaving_most, s.leaving_n - s.again) ELSE s.leaving_most END`;

/** Whether a cell of this family has lost its name since it was hidden: its counts are in what is hidden for good. */
const hasNameless = (site: number) => sql`EXISTS (
  SELECT 1 FROM standing AS w JOIN nameless AS l
  ON l.site = ${site} AND l.name = s.name AND l.fact = w.fact AND l.slice = w.slice
    AND l.a = w.a AND l.b = w.b AND l.c = w.c AND l.d = w.d AND l.level = s.level
  WHERE w.id = s.whole)`;

/** The family may be told as it is. */
const holds = ({ site, k }: Day) => sql`(
  -- Nothing hidden was counted, and nothing leaves what was hidden.
  (s.stirred = 0 AND s.leaving = 0)
  -- Enough browsers are behind what was counted, and two cells or more: one alone would be known to the count.
  OR (s.stirred > 1 AND ${BEHIND} >= ${k})
  -- Only the whole is told, and it is more than one cell.
  OR (s.shown = 0 AND s.stirred <> 1)
  -- All that was hidden leaves together.
  OR (s.hidden = 0 AND s.has_quiet = 0 AND s.rest = 0 AND s.leave_as_one IS 1 AND ${BEHIND_LEAVING} >= ${k} AND NOT ${hasNameless(site)}))`;

/** The smallest part that is enough by itself; where none is, the smallest. */
const nextToHide = ({ k }: Day) => sql`(
  SELECT p.cell FROM part AS p WHERE p.whole = s.whole AND p.name = s.name AND p.level = s.level AND NOT p.is_hidden
  ORDER BY p.browsers >= ${k} - CASE s.once WHEN 'browser' THEN s.browsers ELSE 0 END
      OR (s.once = 'count' AND p.n >= ${k} + s.again - s.n) DESC,
    p.was_told, p.reach, p.cell
  LIMIT 1)`;

/** Parts fall with their whole, and twins together. */
const FALL_ALONG = sql`INSERT OR IGNORE INTO falling
  WITH RECURSIVE along (cell) AS (
    SELECT cell FROM falling
    UNION SELECT p.cell FROM along JOIN part AS p ON p.whole = along.cell
    UNION SELECT t.other FROM along JOIN twin AS t ON t.one = along.cell)
  SELECT cell FROM along`;

/** Hides what has fallen. The families that it was a part of are looked at again. */
function hideFallen(runner: Runner): void {
  run(runner, FALL_ALONG);
  run(runner, sql`UPDATE standing SET seals = 0 WHERE id IN (SELECT cell FROM falling)`);
  run(runner, sql`UPDATE part SET is_hidden = 1 WHERE cell IN (SELECT cell FROM falling)`);
  run(runner, sql`DELETE FROM family WHERE whole IN (SELECT cell FROM falling)`);
  run(runner, sql`UPDATE family SET is_due = 0 WHERE is_due = 1`);
  run(
    runner,
    sql`UPDATE family SET is_due = 1 WHERE (whole, name, level) IN
        (SELECT p.whole, p.name, p.level FROM falling CROSS JOIN part AS p ON p.cell = falling.cell)`,
  );
  run(runner, sql`DELETE FROM falling`);
}

/** Takes `seals` from rows of `standing` until every family may be told. */
export function hideForFamilies(runner: Runner, day: Day): void {
  run(
    runner,
    sql`INSERT INTO falling SELECT DISTINCT t.one FROM twin AS t
        JOIN standing AS one ON one.id = t.one JOIN standing AS other ON other.id = t.other
        WHERE one.seals = 1 AND other.seals = 0`,
  );
  if (numberOf(runner, sql`SELECT count(*) AS value FROM falling`) > 0) {
    hideFallen(runner);
    run(runner, sql`UPDATE family SET is_due = 1`);
  }
  for (;;) {
    run(
      runner,
      sql`INSERT OR IGNORE INTO falling
          SELECT CASE WHEN s.shown = 0 THEN s.whole ELSE ${nextToHide(day)} END
          FROM (${STATE}) AS s WHERE NOT ${holds(day)}`,
    );
    if (numberOf(runner, sql`SELECT count(*) AS value FROM falling`) === 0) return;
    hideFallen(runner);
  }
}
