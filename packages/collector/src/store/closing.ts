/**
 * Where a day is closed: a small one in place, which takes a moment; one that would keep everybody waiting in a process
 * beside, while this connection reads what was before and writes nothing. Does not decide what becomes of the day (close-day).
 */
import type { Database } from 'better-sqlite3';
import { closeDay } from './close-day.ts';
import { freeze } from './connection.ts';
import type { Runner } from './query.ts';
import { sealBeside } from './seal-beside.ts';
import type { Store } from './store.ts';
import type { Turns } from './turns.ts';

/**
 * What a collector that serves closes in place: rows of the intake, which have up to eight slices, of a day that is closed in place, in about a quarter of a second. Another
 * process takes about as long to start.
 */
export const ROWS_IN_PLACE = 4_000;
/** What waits is walked through, and not taken apart: so many rows take as long as one of the intake. */
const WAITING_A_ROW = 16;

export interface ClosingBounds {
  /**
   * Days of more rows than these are closed in a process beside. Default: Infinity, as suits one that answers nobody: another process
   * takes longer, and saves nothing.
   */
  readonly rowsInPlace: number;
}

export interface ClosingDeps {
  readonly db: Database;
  readonly runner: Runner;
  /** `null` where there is no file, which no other connection can have. */
  readonly file: string | null;
  readonly turns: Turns;
  readonly inTransaction: <T>(work: () => T) => Promise<T>;
}

export function prepareClosing(
  { db, runner, file, turns, inTransaction }: ClosingDeps,
  { rowsInPlace = Number.POSITIVE_INFINITY }: Partial<ClosingBounds>,
): Store['seal'] {
  const rows = db
    .prepare<[object], number>(
      `SELECT (SELECT count(*) FROM (SELECT 1 FROM intake WHERE site = $site AND day <= $day LIMIT $most))
         + (SELECT count(*) FROM (SELECT 1 FROM waiting WHERE site = $site LIMIT $most * $share)) / $share`,
    )
    .pluck();
  const isSmall = (site: number, day: number): boolean =>
    rowsInPlace === Number.POSITIVE_INFINITY ||
    (rows.get({ site, day, most: rowsInPlace + 1, share: WAITING_A_ROW }) ?? 0) <= rowsInPlace;

  return async (site, day, k, plan, signal) => {
    const of = { site, day, k };
    if (file === null || isSmall(site, day)) return inTransaction(() => closeDay(runner, of, plan));
    return turns.long(async () => {
      const letGo = freeze(db);
      try {
        await sealBeside({ file, day: of, plan }, letGo, signal);
      } finally {
        letGo();
      }
    });
  };
}
