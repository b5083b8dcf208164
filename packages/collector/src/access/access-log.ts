/**
 * Who of the staff looked at or changed what, by the minute, for twelve months. Alike entries of one minute are one row
 * with a count; of somebody who asks for something else all the time there are rows by the hour (log-rows). Takes no
 * address, no browser and no value; decides nothing about who may read it.
 */
import type { LogEntry, Sites } from '@holloway/protocol';
import { openDatabase } from './auth.ts';
import { createLogRows, type LogRow, type RowCount } from './log-rows.ts';

/** What is written; the minute, and how often, it is told by itself. */
export type Entry = Omit<LogEntry, 'minute' | 'times'>;

export interface LogQuery {
  /** Days in UTC, both included. */
  readonly from?: string;
  readonly to?: string;
  /** Of one person or key. */
  readonly actor?: string;
  readonly site?: string;
  /** Rows of these alone, and none that belongs to no site. Default: all. */
  readonly sites?: Sites;
  readonly limit: number;
  /** Rows to leave out, from the newest. */
  readonly offset: number;
}

/** Something that was done to a site. */
export interface SiteChange {
  readonly ms: number;
  readonly what: string;
  readonly detail: string;
}

export interface AccessLog {
  write(entry: Entry, nowMs: number): void;
  /** Newest first. */
  read(query: LogQuery): LogEntry[];
  /**
   * What was done to a site since it is there, of these kinds, from a minute on.
   * @param what Such as `PATCH /v1/sites/:site/settings`.
   */
  changes(site: string, what: readonly string[], fromMs: number): SiteChange[];
  /** Takes away what is older than twelve months. */
  trim(nowMs: number): void;
  close(): void;
}

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 24 * 60 * MS_PER_MINUTE;
const LOG_DAYS = 366;
const MAX_DETAIL_LENGTH = 200;
/** Of one site. */
const MAX_CHANGES = 5_000;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS access_log (minute INTEGER NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL,
    name TEXT NOT NULL, what TEXT NOT NULL, site TEXT NOT NULL, detail TEXT NOT NULL, result TEXT NOT NULL,
    times INTEGER NOT NULL, PRIMARY KEY (minute, kind, id, name, what, site, detail, result)) STRICT, WITHOUT ROWID`;

const WRITE = `
  INSERT INTO access_log (minute, kind, id, name, what, site, detail, result, times)
    VALUES (@minute, @kind, @id, @name, @what, @site, @detail, @result, 1)
    ON CONFLICT DO UPDATE SET times = times + 1 RETURNING times`;

const COUNT_DAY = `
  SELECT kind, id, result, count(*) AS rows FROM access_log WHERE minute >= ? AND minute < ? GROUP BY kind, id, result`;

const READ = `
  SELECT minute, kind, id, name, what, site, detail, result, times FROM access_log
    WHERE minute BETWEEN @from AND @to AND (@actor IS NULL OR id = @actor) AND (@site IS NULL OR site = @site)
      AND (@sites IS NULL OR (site <> '' AND site IN (SELECT value FROM json_each(@sites))))
    ORDER BY minute DESC, kind, id, name, what, site, detail, result LIMIT @limit OFFSET @offset`;

// Who erased it is written with the site by the route, and with its name by the command.
const CHANGES = `
  SELECT minute, what, detail FROM access_log
    WHERE minute >= @from AND site = @site AND result = 'granted' AND what IN (SELECT value FROM json_each(@what))
      AND minute > (SELECT coalesce(max(minute), -1) FROM access_log WHERE result = 'granted'
        AND ((what = 'DELETE /v1/sites/:site' AND site = @site) OR (what = 'holloway site erase' AND detail = @site)))
    ORDER BY minute DESC, what, detail LIMIT ${MAX_CHANGES}`;

interface Row extends LogRow {
  readonly times: number;
}

const minuteOf = (ms: number): number => Math.floor(ms / MS_PER_MINUTE);

const rowOf = ({ minute, kind, id, name, what, site, detail, result, times }: Row): LogEntry => ({
  minute: `${new Date(minute * MS_PER_MINUTE).toISOString().slice(0, 16)}Z`,
  actor: { kind, id, name },
  what,
  site: site === '' ? null : site,
  detail,
  result,
  times,
});

/** In the file of the accounts, by a connection of its own. */
export function openAccessLog(file: string): AccessLog {
  const database = openDatabase(file);
  // What the process wrote outlives it; a power cut may take the last lines, which is no reason to wait for the disk.
  database.pragma('synchronous = NORMAL');
  database.exec(SCHEMA);
  const write = database.prepare<[LogRow], number>(WRITE).pluck();
  const countDay = database.prepare<[number, number], RowCount>(COUNT_DAY);
  const rows = createLogRows((from, to) => countDay.all(from, to));
  const read = database.prepare<unknown[], Row>(READ);
  const changes = database.prepare<unknown[], Pick<Row, 'minute' | 'what' | 'detail'>>(CHANGES);
  const trim = database.prepare('DELETE FROM access_log WHERE minute < ?');
  return {
    write({ actor, what, site, detail, result }, nowMs) {
      const row = rows.bounded({
        minute: minuteOf(nowMs),
        ...actor,
        what,
        site: site ?? '',
        detail: detail.slice(0, MAX_DETAIL_LENGTH),
        result,
      });
      if (write.get(row) === 1) rows.added(row);
    },
    read: ({ from, to, actor, site, sites = 'all', limit, offset }) =>
      read
        .all({
          from: from === undefined ? 0 : minuteOf(Date.parse(from)),
          to: to === undefined ? Number.MAX_SAFE_INTEGER : minuteOf(Date.parse(to) + MS_PER_DAY) - 1,
          actor: actor ?? null,
          site: site ?? null,
          sites: sites === 'all' ? null : JSON.stringify(sites),
          limit,
          offset,
        })
        .map(rowOf),
    changes: (site, what, fromMs) =>
      changes
        .all({ site, what: JSON.stringify(what), from: minuteOf(fromMs) })
        .map(({ minute, ...said }) => ({ ms: minute * MS_PER_MINUTE, ...said })),
    trim: (nowMs) => void trim.run(minuteOf(nowMs - LOG_DAYS * MS_PER_DAY)),
    close: () => void database.close(),
  };
}
