/**
 * How much is kept of what: rows by fact, and what of it lies open or waits. Rows that are not sealed stand on few
 * browsers, and their number moves with each of them: whoever tells it to others than the owner of the file must not
 * (told.ts).
 */
import { type DataGroup, type FactName, factOf } from '@holloway/protocol';
import { WAITING_DAYS } from '../store/seal.ts';
import type { SiteRecord } from '../store/store.ts';
import { type Evidence, type Facts, numberIn } from './evidence.ts';

export interface FactHoldings {
  readonly fact: FactName;
  readonly group: DataGroup;
  /** Sealed rows, one a cell. */
  readonly rows: number;
  /** Of the file, about: rows of one table are taken to be of one size. */
  readonly bytes: number;
}

export interface OpenHoldings {
  readonly facts: readonly {
    readonly fact: FactName;
    readonly waiting: number;
    /** Of days that are not sealed. A row holds all the slices of a cell; cells are rows by slice. */
    readonly rows: number;
    readonly cells: number;
  }[];
  /** Rows that wait under a name, by how many weeks they have. */
  readonly waitingByWeeks: readonly number[];
  /** Days that are not sealed, as day numbers. */
  readonly days: readonly number[];
}

export interface TableHoldings {
  readonly table: string;
  readonly rows: number;
  readonly bytes: number;
}

/** Pages of indexes count for their table. */
export function tablesOf({ db }: Evidence): readonly TableHoldings[] {
  const bytes = db
    .prepare<[], { table: string; bytes: number }>(
      `SELECT s.tbl_name AS "table", sum(d.pgsize) AS bytes
       FROM sqlite_schema AS s JOIN dbstat AS d ON d.name = s.name WHERE s.type IN ('table', 'index')
       GROUP BY s.tbl_name ORDER BY s.tbl_name`,
    )
    .all();
  return bytes.map(({ table, bytes: size }) => ({
    table,
    rows: numberIn(db, `SELECT count(*) FROM "${table}"`),
    bytes: size,
  }));
}

const countsBy = ({ db }: Evidence, sql: string, site: SiteRecord): ReadonlyMap<number, number> =>
  new Map(
    db
      .prepare<[object], { fact: number; count: number }>(sql)
      .all({ site: site.id })
      .map(({ fact, count }) => [fact, count]),
  );

const rowsOf = (evidence: Evidence, table: string, site: SiteRecord) =>
  countsBy(evidence, `SELECT fact, count(*) AS count FROM ${table} WHERE site = $site GROUP BY fact`, site);

/** @param tables Of the whole file. */
export function factsOf(
  evidence: Evidence,
  { names }: Facts,
  site: SiteRecord,
  tables: readonly TableHoldings[],
): readonly FactHoldings[] {
  const cell = tables.find(({ table }) => table === 'cell');
  const bytesARow = cell === undefined || cell.rows === 0 ? 0 : cell.bytes / cell.rows;
  const sealed = rowsOf(evidence, 'cell', site);
  return [...names].flatMap(([id, fact]) => {
    const rows = sealed.get(id) ?? 0;
    return rows === 0 ? [] : [{ fact, group: factOf(fact).data, rows, bytes: Math.round(rows * bytesARow) }];
  });
}

export function openOf(evidence: Evidence, { names }: Facts, site: SiteRecord): OpenHoldings {
  const { db } = evidence;
  const [waiting, rows] = [rowsOf(evidence, 'waiting', site), rowsOf(evidence, 'intake', site)];
  const cells = countsBy(
    evidence,
    'SELECT fact, sum(json_array_length(slices)) / 5 AS count FROM intake WHERE site = $site GROUP BY fact',
    site,
  );
  const weeks = db
    .prepare<[object], { week: number; count: number }>(
      `SELECT ($through - since) / 7 AS week, count(*) AS count FROM waiting
       WHERE site = $site AND a + b + c + d > 0 GROUP BY week`,
    )
    .all({ site: site.id, through: site.sealedThrough ?? 0 });
  return {
    facts: [...names].flatMap(([id, fact]) => {
      const open = { waiting: waiting.get(id) ?? 0, rows: rows.get(id) ?? 0, cells: cells.get(id) ?? 0 };
      return open.waiting + open.rows === 0 ? [] : [{ fact, ...open }];
    }),
    waitingByWeeks: Array.from(
      { length: WAITING_DAYS / 7 },
      (_, week) => weeks.find((each) => each.week === week)?.count ?? 0,
    ),
    days: db
      .prepare<[object], number>('SELECT DISTINCT day FROM intake WHERE site = $site ORDER BY day')
      .pluck()
      .all({ site: site.id }),
  };
}
