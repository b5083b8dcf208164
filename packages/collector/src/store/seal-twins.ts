/** Cells that count the same: either tells the other, so they become rows together. Gathers them from `standing`. */
import { sql } from 'kysely';
import type { Runner } from './query.ts';
import type { SealPlan, SealTwin, SliceTwin } from './seal-plan.ts';
import { type Day, isKeyOf, isOnly, run, type Sql } from './seal-sql.ts';

const gatherTwin = (runner: Runner, { site }: Day, { of, fact, columns, only }: SealTwin): void =>
  run(
    runner,
    sql`INSERT INTO twin (one, other)
        SELECT m.id, w.id FROM standing AS m CROSS JOIN standing AS w
        ON w.fact = ${of} AND w.slice = m.slice AND ${isKeyOf('w', columns, 'm')}
        WHERE m.fact = ${fact} AND ${isOnly(only, 'm', site)}`,
  );

/** Names of values by id: those of an enum stand in the plan, others are terms of the site. */
const namesOf = ({ kind, values }: SliceTwin, site: number): Sql =>
  values === null
    ? sql`(SELECT id, text FROM term WHERE site = ${site} AND kind = ${kind})`
    : sql`(SELECT column1 AS id, column2 AS text
        FROM (VALUES ${sql.join(values.map((text, i) => sql`(${sql.lit(i + 1)}, ${text})`))}))`;

const gatherSliceTwin = (runner: Runner, { site }: Day, twin: SliceTwin): void =>
  run(
    runner,
    sql`INSERT INTO twin (one, other)
        SELECT m.id, w.id FROM standing AS m CROSS JOIN ${namesOf(twin, site)} AS value ON value.id = m.a
        CROSS JOIN term ON term.site = ${site} AND term.kind = 'slice' AND term.text = ${`${twin.kind}:`} || value.text
        CROSS JOIN standing AS w ON w.fact = ${twin.of} AND w.slice = term.id AND ${isKeyOf('w', [], 'm')}
        WHERE m.fact = ${twin.fact} AND m.slice = 0`,
  );

export function gatherTwins(runner: Runner, day: Day, { twins, sliceTwins }: SealPlan): void {
  for (const twin of twins) gatherTwin(runner, day, twin);
  for (const twin of sliceTwins) gatherSliceTwin(runner, day, twin);
  run(runner, sql`INSERT OR IGNORE INTO twin (one, other) SELECT other, one FROM twin`);
}
