/**
 * What must be known of families after their day is sealed: what parts added since their whole was told last, and which
 * families hide counts that will never have a name.
 */
import { sql } from 'kysely';
import type { Runner } from './query.ts';
import { matchings, STANDING } from './seal-parts.ts';
import type { SealPlan } from './seal-plan.ts';
import { type Day, isKeyOf, isOnly, keyIn, run } from './seal-sql.ts';

/** Keeps what cells added that wait longer than their whole, for as long as that waits too. After all is hidden. */
export function keepLately(runner: Runner, { site, day }: Day, plan: SealPlan): void {
  const key = sql.raw('m.fact, m.slice, m.a, m.b, m.c, m.d');
  for (const { from, name } of matchings(plan, site)) {
    run(
      runner,
      sql`DELETE FROM lately WHERE site = ${site} AND (name, fact, slice, a, b, c, d) IN (
            SELECT ${name}, ${key} FROM ${from(sql`lately`)} AND m.site = ${site} AND w.seals = 1)`,
    );
    run(
      runner,
      sql`INSERT INTO lately (site, name, fact, slice, a, b, c, d, n, reach)
          SELECT ${site}, ${name}, ${key}, m.more_n, m.more_reach
          FROM ${from(STANDING)} AND m.since < ${day} AND m.more_n <> 0 AND w.seals = 0 AND m.since < w.since
          ON CONFLICT DO UPDATE SET n = n + excluded.n, reach = reach + excluded.reach`,
    );
  }
}

/** What waits no more added nothing either. After the day has moved on. */
export const forgetLately = (runner: Runner, { site }: Day): void =>
  run(
    runner,
    sql`DELETE FROM lately WHERE site = ${site} AND NOT EXISTS (SELECT 1 FROM waiting AS w
        WHERE w.site = ${site} AND w.fact = lately.fact AND w.slice = lately.slice
          AND w.a = lately.a AND w.b = lately.b AND w.c = lately.c AND w.d = lately.d)`,
  );

const NO_LONGER = sql.raw('nameless (site, name, level, fact, slice, a, b, c, d)');

/** Keeps which families were told with counts that no part holds: browsers without a value of a kind, moves beyond a bound. */
export const rememberRest = (runner: Runner, { site, day }: Day): void =>
  run(
    runner,
    sql`INSERT OR IGNORE INTO ${NO_LONGER}
        SELECT ${site}, f.name, f.level, w.fact, w.slice, w.a, w.b, w.c, w.d
        FROM family AS f JOIN standing AS w ON w.id = f.whole
        WHERE f.rest <> 0 AND w.since = ${day} AND f.once <> 'nothing'`,
  );

/**
 * Keeps which families lost a name with what is in `expired`: its counts stay in what they hide for good. Where the whole
 * expires with it, nothing was told of the family since.
 */
export function rememberNameless(runner: Runner, site: number, { families, slices }: SealPlan): void {
  for (const { name, whole, parts } of families) {
    for (const { fact, columns, only, by } of parts) {
      run(
        runner,
        sql`INSERT OR IGNORE INTO ${NO_LONGER}
            SELECT ${site}, ${name}, ${by === null ? sql`0` : sql.ref(`e.${by}`)}, ${whole}, e.slice,
              ${sql.join(keyIn(columns, 'e'))}
            FROM expired AS e WHERE e.fact = ${fact} AND ${isOnly(only, 'e', site)} AND NOT EXISTS (
              SELECT 1 FROM expired AS w WHERE w.fact = ${whole} AND w.slice = e.slice AND ${isKeyOf('w', columns, 'e')})`,
      );
    }
  }
  if (!slices) return;
  run(
    runner,
    sql`INSERT OR IGNORE INTO ${NO_LONGER}
        SELECT ${site}, substr(term.text, 1, instr(term.text, ':') - 1), 0, e.fact, 0, e.a, e.b, e.c, e.d
        FROM expired AS e JOIN term ON term.site = ${site} AND term.kind = 'slice' AND term.id = e.slice
        WHERE NOT EXISTS (SELECT 1 FROM expired AS w
          WHERE w.fact = e.fact AND w.slice = 0 AND w.a = e.a AND w.b = e.b AND w.c = e.c AND w.d = e.d)`,
  );
}
