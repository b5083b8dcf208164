/** The reading half of the SQLite driver: sums of cells, and what is not sealed yet. */
import { sql } from 'kysely';
import { NUMBERS_A_SLICE } from './intake.ts';
import { type Runner, sqlOf } from './query.ts';
import type { CellQuery, DayRange, DayRow, SummedRow, Told, WaitingRow } from './store.ts';

const MEASURES = [
  sql<number>`sum(n)`.as('n'),
  sql<number>`sum(people)`.as('people'),
  sql<number>`sum(reach)`.as('reach'),
  sql<number>`sum(total)`.as('total'),
] as const;

const DIMENSIONS = ['a', 'b', 'c', 'd'] as const;

const sealed = ({ site, fact, slice }: CellQuery) =>
  sqlOf.selectFrom('cell').where('site', '=', site).where('fact', '=', fact).where('slice', '=', slice);

/** The intake in one slice, a row a cell and day, in the shape of `cell`. */
const open = ({ site, fact, slice }: CellQuery) => {
  const measure = (place: number) => sql<number>`slices ->> (slice.key + ${sql.lit(place)})`;
  return sqlOf
    .selectFrom(['intake', sql<{ key: number; value: number }>`json_each(intake.slices)`.as('slice')])
    .where('site', '=', site)
    .where('fact', '=', fact)
    .where(sql`slice.key % ${sql.lit(NUMBERS_A_SLICE)}`, '=', 0)
    .where('slice.value', '=', slice)
    .select(['day', ...DIMENSIONS])
    .select([measure(1).as('n'), measure(2).as('people'), measure(3).as('reach'), measure(4).as('total')]);
};

/**
 * The days of a range that have sealed rows, each found by a seek: a search for one page then reads its rows of each day and
 * not those of all pages.
 */
const heldDays = (query: CellQuery, { from, to }: DayRange) =>
  sqlOf.withRecursive('held(day)', (db) =>
    sealed(query)
      .where('day', '>=', from)
      .select(sql<number | null>`min(day)`.as('day'))
      .unionAll(
        db
          .selectFrom('held')
          .where('held.day', '<', to)
          .select(
            sealed(query)
              .where('day', '>', sql<number>`held.day`)
              .select(sql<number | null>`min(day)`.as('day'))
              .as('day'),
          ),
      ),
  );

/** @param a Of these alone. Default: of all. */
export const sumCells = (
  runner: Runner,
  query: CellQuery,
  range: DayRange,
  a?: readonly number[],
): SummedRow[] => {
  const { from, to } = range;
  if (a === undefined) {
    return runner.all(
      sealed(query)
        .where('day', '>=', from)
        .where('day', '<=', to)
        .groupBy(DIMENSIONS)
        .select(DIMENSIONS)
        .select(MEASURES),
    );
  }
  const { site, fact, slice } = query;
  return runner.all(
    heldDays(query, range)
      .selectFrom('held')
      // Keeps the order of the two: without it all rows are read, and each looked up in the days.
      .crossJoin('cell')
      .where('held.day', '<=', to)
      .whereRef('cell.day', '=', 'held.day')
      .where('site', '=', site)
      .where('fact', '=', fact)
      .where('slice', '=', slice)
      .where('a', 'in', a)
      .groupBy(DIMENSIONS)
      .select(DIMENSIONS)
      .select(MEASURES),
  );
};

export const intake = (runner: Runner, query: CellQuery, { from, to }: DayRange): SummedRow[] =>
  runner.all(
    sqlOf
      .selectFrom(open(query).as('open'))
      .where('day', '>=', from)
      .where('day', '<=', to)
      .groupBy(DIMENSIONS)
      .select(DIMENSIONS)
      .select(MEASURES),
  );

export const sumDays = (runner: Runner, query: CellQuery, { from, to }: DayRange): DayRow[] =>
  runner.all(
    sealed(query)
      .where('day', '>=', from)
      .where('day', '<=', to)
      .groupBy('day')
      .orderBy('day')
      .select('day')
      .select(MEASURES),
  );

export const sumSlices = (runner: Runner, site: number, fact: number): { slice: number; n: number }[] =>
  runner.all(
    sqlOf
      .selectFrom('cell')
      .where('site', '=', site)
      .where('fact', '=', fact)
      .groupBy('slice')
      .select(['slice', sql<number>`sum(n)`.as('n')])
      .orderBy('n', 'desc'),
  );

export const waiting = (runner: Runner, { site, fact, slice }: CellQuery): WaitingRow[] =>
  runner.all(
    sqlOf
      .selectFrom('waiting')
      .where('site', '=', site)
      .where('fact', '=', fact)
      .where('slice', '=', slice)
      .select([...DIMENSIONS, 'since', 'n', 'people', 'reach', 'total']),
  );

export function told(runner: Runner, { site, fact, slice }: CellQuery): Told {
  const [row] = runner.all(
    sqlOf
      .selectFrom('told')
      .selectAll()
      .where('site', '=', site)
      .where('fact', '=', fact)
      .where('slice', '=', slice),
  );
  if (row === undefined) return { rows: 0, n: 0, other: 0 };
  const n = Math.max(0, row.counted - row.shown - row.other);
  return { rows: n === 0 ? 0 : row.cells, n, other: row.other };
}

const bounds = [sql<number | null>`min(day)`.as('from'), sql<number | null>`max(day)`.as('to')] as const;

/**
 * By seeks from fact to fact and day to day: the intake of a busy day is long, and it is asked with each list of sites, by the
 * sealer, and with each report of an archive or a test site.
 */
export const openDays = (runner: Runner, site: number): number[] => {
  const least = <C extends 'fact' | 'day'>(column: C) =>
    sqlOf
      .selectFrom('intake')
      .where('site', '=', site)
      .select(sql<number | null>`min(${sql.ref(column)})`.as(column));
  const ofFact = (fact: string) => least('day').where('intake.fact', '=', sql<number>`${sql.ref(fact)}`);
  return runner
    .all(
      sqlOf
        .withRecursive('counted(fact)', (db) =>
          least('fact').unionAll(
            db
              .selectFrom('counted')
              .where('counted.fact', 'is not', null)
              .select(least('fact').where('intake.fact', '>', sql<number>`counted.fact`).as('fact')),
          ),
        )
        .withRecursive('opened(fact, day)', (db) =>
          db
            .selectFrom('counted')
            .where('counted.fact', 'is not', null)
            .select(['counted.fact', ofFact('counted.fact').as('day')])
            .unionAll(
              db
                .selectFrom('opened')
                .where('opened.day', 'is not', null)
                .select([
                  'opened.fact',
                  ofFact('opened.fact').where('intake.day', '>', sql<number>`opened.day`).as('day'),
                ]),
            ),
        )
        .selectFrom('opened')
        .where('day', 'is not', null)
        .select('day')
        .distinct()
        .orderBy('day'),
    )
    .flatMap(({ day }) => day ?? []);
};

export function span(runner: Runner, query: CellQuery): DayRange | null {
  const ranges = [
    ...runner.all(sealed(query).select(bounds)),
    ...runner.all(sqlOf.selectFrom(open(query).as('open')).select(bounds)),
  ];
  const from = ranges.flatMap((range) => range.from ?? []);
  const to = ranges.flatMap((range) => range.to ?? []);
  return from.length === 0 ? null : { from: Math.min(...from), to: Math.max(...to) };
}
