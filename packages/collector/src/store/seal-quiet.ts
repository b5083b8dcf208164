/**
 * Where all that a family hides, as far as it was counted, becomes rows together, it matters whether another part waits
 * that was not counted. Looks for those, and for no others: there are many.
 */
import { sql } from 'kysely';
import type { Runner } from './query.ts';
import { ofPart } from './seal-parts.ts';
import type { SealPlan } from './seal-plan.ts';
import { type Day, numberOf, run, type Sql } from './seal-sql.ts';

/** Families of which all that is hidden, as far as it was counted, becomes rows together. */
const gatherClearing = (runner: Runner): void =>
  run(
    runner,
    sql`INSERT INTO clearing (whole, name)
        SELECT DISTINCT f.whole, f.name FROM family AS f
        CROSS JOIN part AS p ON p.whole = f.whole AND p.name = f.name AND p.level = f.level
        WHERE f.rest = 0 GROUP BY f.whole, f.name, f.level HAVING sum(p.is_hidden) = 0 AND sum(p.was_told) > 0`,
  );

/** A part `m` that waits, and is none of those that become rows. */
const STAYS = sql`NOT EXISTS (SELECT 1 FROM standing AS s WHERE s.seals = 1
  AND s.fact = m.fact AND s.slice = m.slice AND s.a = m.a AND s.b = m.b AND s.c = m.c AND s.d = m.d)`;

/** Marks the families that such a part belongs to. */
export function seeQuiet(runner: Runner, { site }: Day, { families, slices }: SealPlan): void {
  gatherClearing(runner);
  const see = (which: Sql): void =>
    run(runner, sql`UPDATE family SET has_quiet = 1 WHERE (whole, name, level) IN (${which})`);
  for (const family of families) {
    const isAny = sql`SELECT count(*) AS value FROM clearing WHERE name = ${family.name}`;
    if (numberOf(runner, isAny) === 0) continue;
    for (const part of family.parts) {
      const { from, by } = ofPart(family, part, site);
      see(
        sql`SELECT w.id, ${family.name}, ${by} FROM ${from(sql`waiting`)} AND m.site = ${site} AND ${STAYS}`,
      );
    }
  }
  if (!slices) return;
  see(sql`SELECT w.id, clearing.name, 0 FROM clearing CROSS JOIN standing AS w ON w.id = clearing.whole
    CROSS JOIN kind ON kind.family = clearing.name
    CROSS JOIN waiting AS m ON m.site = ${site} AND m.fact = w.fact AND m.slice = kind.slice
      AND m.a = w.a AND m.b = w.b AND m.c = w.c AND m.d = w.d
    WHERE ${STAYS}`);
}
