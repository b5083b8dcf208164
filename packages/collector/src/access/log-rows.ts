/**
 * How much the log of access writes of somebody in a day: rows that tell everything, so many, then rows that tell of whole
 * hours. Whoever asks for something else each time fills no disk, and still is told of. Pure.
 */
import { type LogEntry, REPORT_NAMES } from '@holloway/protocol';

/** Of one person or key, one day and one result: more than anybody looks at by hand. */
const ROWS_A_DAY = 1_000;
const MINUTES_PER_HOUR = 60;
const MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR;
/** What the detail of a row says that tells of an hour. */
const HOURLY = 'more of this hour';

/** A row but for how often. */
export interface LogRow extends Pick<LogEntry, 'what' | 'detail' | 'result'> {
  readonly minute: number;
  readonly kind: LogEntry['actor']['kind'];
  readonly id: string;
  readonly name: string;
  /** Empty for none. */
  readonly site: string;
}

export type RowCount = Pick<LogRow, 'kind' | 'id' | 'result'> & { readonly rows: number };

export interface LogRows {
  /** The row as it is written. */
  bounded(row: LogRow): LogRow;
  /** Told of each row that is new. */
  added(row: LogRow): void;
}

/** Of a site or a report that there is: others can be made up without end. */
const hourOf = (row: LogRow): LogRow => {
  const report = REPORT_NAMES.find((name) => name === row.detail.split(' ', 1)[0]);
  return {
    ...row,
    minute: row.minute - (row.minute % MINUTES_PER_HOUR),
    site: row.result === 'granted' ? row.site : '',
    detail: report === undefined ? HOURLY : `${report}, ${HOURLY}`,
  };
};

/** @param countDay The rows that there are from one minute to another, the last excluded; asked once a day. */
export function createLogRows(countDay: (from: number, to: number) => readonly RowCount[]): LogRows {
  let day = Number.NaN;
  let rowsOf = new Map<string, number>();
  const keyOf = ({ kind, id, result }: Omit<RowCount, 'rows'>): string => `${kind} ${id} ${result}`;
  const turnTo = (minute: number): void => {
    const asked = Math.floor(minute / MINUTES_PER_DAY);
    if (asked === day) return;
    const counts = countDay(asked * MINUTES_PER_DAY, (asked + 1) * MINUTES_PER_DAY);
    rowsOf = new Map(counts.map((count) => [keyOf(count), count.rows]));
    day = asked;
  };
  return {
    bounded(row) {
      turnTo(row.minute);
      return (rowsOf.get(keyOf(row)) ?? 0) < ROWS_A_DAY ? row : hourOf(row);
    },
    added(row) {
      turnTo(row.minute);
      rowsOf.set(keyOf(row), (rowsOf.get(keyOf(row)) ?? 0) + 1);
    },
  };
}
