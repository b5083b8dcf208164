/**
 * Families: cells that add up to another one that is told too. Here they are gathered for a day: who belongs to whom, and
 * what each adds to what was told last. Does not decide what must be hidden (seal-hide), nor write rows (seal).
 */
import { sql } from 'kysely';
import type { Runner } from './query.ts';
import { type Matching, matchings, STANDING } from './seal-parts.ts';
import type { SealFamily, SealPlan } from './seal-plan.ts';
import { seeQuiet } from './seal-quiet.ts';
import { type Day, isKeyOf, run, type Sql } from './seal-sql.ts';
import { gatherTwins } from './seal-twins.ts';

/** No part becomes a row while its whole waits: both are then told for the same days. */
const waitForWhole = (runner: Runner, { from }: Matching): void =>
  run(
    runner,
    sql`UPDATE standing SET seals = 0 WHERE id IN (SELECT m.id FROM ${from(STANDING)} AND m.seals = 1 AND w.seals = 0)`,
  );

/** What waited for another's sake. */
const HELD = sql`(SELECT s.* FROM held CROSS JOIN standing AS s ON s.id = held.cell)`;

/** It becomes a row only with its whole, even where that was not counted. */
const waitForAllWholes = (runner: Runner, { from, parts }: Matching): void =>
  run(
    runner,
    sql`UPDATE standing SET seals = 0 WHERE id IN (
          SELECT m.id FROM ${parts(HELD)} EXCEPT SELECT m.id FROM ${from(HELD)} AND w.seals = 1)`,
  );

const gatherHeld = (runner: Runner, { k }: Day): void =>
  run(
    runner,
    sql`INSERT INTO held (cell) SELECT id FROM standing WHERE seals = 1 AND reach - more_reach >= ${k}`,
  );

/** Of a cell that waited when its whole was told last, what it added before this day: `n` or `reach`. */
const lately = (what: 'n' | 'reach', { site }: Day, name: Sql): Sql =>
  sql`coalesce((SELECT l.${sql.raw(what)} FROM lately AS l WHERE l.site = ${site} AND l.name = ${name}
    AND l.fact = m.fact AND l.slice = m.slice AND l.a = m.a AND l.b = m.b AND l.c = m.c AND l.d = m.d), 0)`;

/**
 * Of a cell that began to wait after the whole was told last, all; of one that waited longer, what it added since. Browsers
 * of one day are those of the day; of several days they are counted by reach, which counts none twice.
 */
const gatherParts = (runner: Runner, day: Day, { from, name, by }: Matching): void =>
  run(
    runner,
    sql`INSERT INTO part (whole, name, level, cell, reach, since, n, browsers, was_told, is_hidden)
        SELECT w.id, ${name}, ${by}, m.id, m.reach, m.since,
          CASE WHEN m.since >= w.since THEN m.n WHEN w.since = ${day.day} THEN m.more_n
            ELSE m.more_n + ${lately('n', day, name)} END,
          CASE WHEN w.since = ${day.day} THEN m.more_people WHEN m.since >= w.since THEN m.reach
            ELSE m.more_reach + ${lately('reach', day, name)} END,
          m.since < w.since, 1 - m.seals
        FROM ${from(STANDING)} AND w.seals = 1 AND (m.n <> 0 OR m.total <> 0)
        ON CONFLICT DO NOTHING`,
  );

/** What the parts add up to, as counted since the whole was told last. */
function measureOf({ measure, by }: SealFamily, site: number): Sql {
  if (measure === 'n') return sql`w.n`;
  if (measure === null) return sql`sum(p.n)`;
  const here = sql`h.fact = ${measure.fact} AND h.slice = w.slice AND ${isKeyOf('w', measure.columns, 'h')}
    AND ${by === null ? sql`1` : sql`${sql.ref(`h.${by}`)} = p.level`}`;
  return sql`(SELECT coalesce(sum(h.n), 0) FROM today AS h WHERE ${here}) +
    (SELECT coalesce(sum(h.n), 0) FROM waiting AS h WHERE h.site = ${site} AND ${here})`;
}

/** What is in one part at most: a browser, as with slices; one of the counts of the whole; or neither. */
type Once = 'browser' | 'count' | 'nothing';

const gatherFamily = (runner: Runner, { day }: Day, which: Sql, once: Once, measure: Sql): void =>
  run(
    runner,
    sql`INSERT INTO family (whole, name, level, once, rest, rest_browsers, again, has_quiet, is_due)
        SELECT whole, name, level, ${once}, rest, max(0, w_browsers - p_browsers), w_n - w_browsers, 0, 1
        FROM (
          SELECT p.whole, p.name, p.level, ${measure} - sum(p.n) AS rest, sum(p.browsers) AS p_browsers, w.n AS w_n,
            CASE WHEN w.since = ${day} THEN w.more_people ELSE w.reach END AS w_browsers
          FROM part AS p JOIN standing AS w ON w.id = p.whole WHERE ${which}
          GROUP BY p.whole, p.name, p.level)`,
  );

/** From `standing`, which it reads and in which parts of a whole that waits wait with it. */
export function gatherFamilies(runner: Runner, day: Day, plan: SealPlan): void {
  const { site } = day;
  run(
    runner,
    sql`INSERT INTO kind (slice, family)
        SELECT id, substr(text, 1, instr(text, ':') - 1) FROM term WHERE site = ${site} AND kind = 'slice'`,
  );
  gatherHeld(runner, day);
  // Twice: slices wait for `*`, and what waits for a slice comes before it.
  const all = matchings(plan, site);
  for (const matching of [...all, ...all]) {
    waitForWhole(runner, matching);
    waitForAllWholes(runner, matching);
  }
  for (const matching of all) gatherParts(runner, day, matching);
  for (const family of plan.families) {
    const which = sql`p.name = ${family.name} AND w.fact = ${family.whole}`;
    const once = family.isOnce && family.measure !== null ? 'count' : 'nothing';
    gatherFamily(runner, day, which, once, measureOf(family, site));
  }
  if (plan.slices) {
    gatherFamily(runner, day, sql`p.name IN (SELECT family FROM kind)`, 'browser', sql`w.n`);
  }
  seeQuiet(runner, day, plan);
  gatherTwins(runner, day, plan);
}
