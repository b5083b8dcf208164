/**
 * Families: cells that add up to another one that is told too. Here they are gathered for a day: who belongs to whom, and
 * what each adds to what was told last. Does not decide what must be hidden (seal-hide), nor write rows (seal).
 */
import type { Database } from 'better-sqlite3';
import { sql } from 'kysely';
import type { Runner } from './query.ts';
import type { SealFamily, SealPlan, SealTwin, SliceTwin } from './seal-plan.ts';
import { type Day, isKeyOf, isOnly, keyIn, numberOf, run, type Sql } from './seal-sql.ts';

const integers = (names: string): string =>
  names
    .split(' ')
    .map((name) => `${name} INTEGER`)
    .join(', ');

const TABLES: { readonly [name: string]: string } = {
  // Every cell that was counted, or waited for another's sake: all of it, and what the day added (`more`). It seals where
  // k browsers stand behind it and it need not wait for another.
  standing: `(id INTEGER PRIMARY KEY,
    ${integers('fact slice a b c d n people reach total since more_n more_people more_reach seals')}) STRICT`,
  // The kind of each slice: slices of one kind are a family.
  kind: '(slice INTEGER PRIMARY KEY, family TEXT) STRICT',
  // By the cell that is the whole, and the value of the measure's own column (`level`). `rest`: what no part of the day
  // holds. `again`: so many counts of the whole may be a browser's second. `has_quiet`: a part waits that was not counted.
  // `is_due`: something happened to it.
  family: `(${integers('whole level')}, name TEXT, once TEXT,
    ${integers('rest rest_browsers again is_one_day has_quiet is_due')},
    PRIMARY KEY (whole, name, level)) STRICT, WITHOUT ROWID`,
  clearing: '(whole INTEGER, name TEXT, PRIMARY KEY (whole, name)) STRICT, WITHOUT ROWID',
  // What a cell added since the whole was told last, as far as that is known, and from how many browsers at least.
  part: `(${integers('whole level cell reach since n browsers was_told is_hidden')}, name TEXT,
    PRIMARY KEY (whole, name, level, cell)) STRICT, WITHOUT ROWID`,
  // Cells that count the same, both ways round.
  twin: `(${integers('one other')}, PRIMARY KEY (one, other)) STRICT, WITHOUT ROWID`,
  // Cells that must wait for another's sake, and those that wait with them.
  falling: '(cell INTEGER PRIMARY KEY) STRICT',
};

/** Readies a connection for `gatherFamilies`. */
export function prepareFamilies(db: Database): void {
  for (const [name, columns] of Object.entries(TABLES)) db.exec(`CREATE TEMP TABLE ${name} ${columns}`);
  db.exec('CREATE UNIQUE INDEX temp.standing_key ON standing (fact, slice, a, b, c, d)');
  db.exec('CREATE INDEX temp.part_cell ON part (cell)');
}

export function clearFamilies(runner: Runner): void {
  for (const name of Object.keys(TABLES)) run(runner, sql`DELETE FROM ${sql.table(name)}`);
}

/** Rows `m` of a table that are parts, and `w`, the whole of each. */
interface Matching {
  readonly from: (rows: Sql) => Sql;
  /** All rows `m` of standing that are parts, whether their whole is there or not. */
  readonly parts: Sql;
  readonly name: Sql;
  readonly by: Sql;
}

const STANDING = sql`standing`;

const ofPart = (family: SealFamily, part: SealFamily['parts'][number], site: number): Matching => ({
  from: (rows) => sql`${rows} AS m CROSS JOIN standing AS w
    ON w.fact = ${family.whole} AND w.slice = m.slice AND ${isKeyOf('w', part.columns, 'm')}
    WHERE m.fact = ${part.fact} AND ${isOnly(part.only, 'm', site)}`,
  parts: sql`standing AS m WHERE m.fact = ${part.fact} AND ${isOnly(part.only, 'm', site)}`,
  name: sql`${family.name}`,
  by: part.by === null ? sql`0` : sql.ref(`m.${part.by}`),
});

/** A slice is a part of the same cell in `*`. */
const OF_SLICE: Matching = {
  from: (rows) => sql`${rows} AS m CROSS JOIN kind ON kind.slice = m.slice
    CROSS JOIN standing AS w
    ON w.fact = m.fact AND w.slice = 0 AND w.a = m.a AND w.b = m.b AND w.c = m.c AND w.d = m.d
    WHERE m.slice <> 0`,
  parts: sql`standing AS m WHERE m.slice <> 0`,
  name: sql`kind.family`,
  by: sql`0`,
};

const matchings = ({ families, slices }: SealPlan, site: number): Matching[] => [
  ...families.flatMap((family) => family.parts.map((part) => ofPart(family, part, site))),
  ...(slices ? [OF_SLICE] : []),
];

/**
 * No part becomes a row while its whole waits: both are then told for the same days. What waited for another's sake needs
 * its whole to become a row with it.
 */
function waitForWhole(runner: Runner, { k }: Day, { from, parts }: Matching): void {
  run(
    runner,
    sql`UPDATE standing SET seals = 0 WHERE id IN (SELECT m.id FROM ${from(STANDING)} AND m.seals = 1 AND w.seals = 0)`,
  );
  run(
    runner,
    sql`UPDATE standing SET seals = 0 WHERE id IN (
          SELECT m.id FROM ${parts} AND m.seals = 1 AND m.reach - m.more_reach >= ${k}
          EXCEPT SELECT m.id FROM ${from(STANDING)} AND w.seals = 1)`,
  );
}

/**
 * Of a cell that began to wait after the whole was told last, all; of one that waited longer, what the day added. Browsers
 * of one day are those of the day; of several days they are counted by reach, which counts none twice.
 */
const gatherParts = (runner: Runner, { day }: Day, { from, name, by }: Matching): void =>
  run(
    runner,
    sql`INSERT INTO part (whole, name, level, cell, reach, since, n, browsers, was_told, is_hidden)
        SELECT w.id, ${name}, ${by}, m.id, m.reach, m.since,
          CASE WHEN m.since >= w.since THEN m.n ELSE m.more_n END,
          CASE WHEN w.since = ${day} THEN m.more_people WHEN m.since >= w.since THEN m.reach ELSE m.more_reach END,
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
    sql`INSERT INTO family (whole, name, level, once, rest, rest_browsers, again, is_one_day, has_quiet, is_due)
        SELECT whole, name, level, ${once}, rest, max(0, w_browsers - p_browsers), w_n - w_browsers, is_one_day, 0, 1
        FROM (
          SELECT p.whole, p.name, p.level, ${measure} - sum(p.n) AS rest, sum(p.browsers) AS p_browsers, w.n AS w_n,
            CASE WHEN w.since = ${day} THEN w.more_people ELSE w.reach END AS w_browsers, w.since = ${day} AS is_one_day
          FROM part AS p JOIN standing AS w ON w.id = p.whole WHERE ${which}
          GROUP BY p.whole, p.name, p.level)`,
  );

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

/** In those it matters whether a part waits that was not counted. */
function seeQuiet(runner: Runner, { site }: Day, { families, slices }: SealPlan): void {
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

/** From `standing`, which it reads and in which parts of a whole that waits wait with it. */
export function gatherFamilies(runner: Runner, day: Day, plan: SealPlan): void {
  const { site } = day;
  run(
    runner,
    sql`INSERT INTO kind (slice, family)
        SELECT id, substr(text, 1, instr(text, ':') - 1) FROM term WHERE site = ${site} AND kind = 'slice'`,
  );
  // Twice: slices wait for `*`, and what waits for a slice comes before it.
  const all = matchings(plan, site);
  for (const matching of [...all, ...all]) waitForWhole(runner, day, matching);
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
  for (const twin of plan.twins) gatherTwin(runner, day, twin);
  for (const twin of plan.sliceTwins) gatherSliceTwin(runner, day, twin);
  run(runner, sql`INSERT OR IGNORE INTO twin (one, other) SELECT other, one FROM twin`);
}

const NO_LONGER = sql.raw('nameless (site, name, level, fact, slice, a, b, c, d)');

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
