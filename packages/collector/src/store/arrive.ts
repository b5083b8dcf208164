/**
 * Taking in a site that another collector exported: rows come part by part under an id that no site has yet, and the site
 * when all are there. Runs inside the caller's transaction. Does not check what comes (keep/).
 */
import type { Database } from 'better-sqlite3';
import type { Arrival, SealedRow } from './keeping.ts';
import { type Runner, sqlOf } from './query.ts';
import { tellReceived } from './seal-told.ts';
import { freeSiteId, readSites, writeSite } from './sites.ts';
import { type SiteRecord, StoreUnavailableError, type Term } from './store.ts';
import { receiveWork } from './workspace.ts';

export interface Arriving {
  expect(): number;
  receive(site: number, terms: readonly Term[], rows: readonly SealedRow[]): void;
  arrive(site: number, arrival: Arrival): SiteRecord;
}

/** How much is counted in each of them. */
function byFactAndSlice(rows: readonly SealedRow[]) {
  const sums = new Map<string, { fact: number; slice: number; n: number }>();
  for (const { fact, slice, n } of rows) {
    const key = `${fact} ${slice}`;
    sums.set(key, { fact, slice, n: n + (sums.get(key)?.n ?? 0) });
  }
  return sums.values();
}

export function prepareArriving(db: Database, runner: Runner): Arriving {
  const isExpected = db.prepare(`SELECT 1 FROM absent WHERE site = ? AND state = 'arriving'`);
  const addTerm = db.prepare('INSERT INTO term (site, kind, id, text) VALUES (?, ?, ?, ?)');
  const addRow = db.prepare(
    `INSERT INTO cell (site, fact, slice, day, a, b, c, d, n, people, reach, total)
     VALUES ($site, $fact, $slice, $day, $a, $b, $c, $d, $n, $people, $reach, $total)`,
  );
  const assertExpected = (site: number): void => {
    if (isExpected.get(site) !== undefined) return;
    throw new StoreUnavailableError(
      'nothing was imported: a collector that was started meanwhile tidied it up',
    );
  };
  return {
    expect() {
      const site = freeSiteId(runner);
      runner.run(sqlOf.insertInto('absent').values({ site, state: 'arriving' }));
      return site;
    },
    receive(site, terms, rows) {
      assertExpected(site);
      for (const { kind, id, text } of terms) addTerm.run(site, kind, id, text);
      for (const row of rows) addRow.run({ site, ...row });
      for (const sum of byFactAndSlice(rows)) tellReceived(runner, site, sum);
    },
    arrive(site, { site: settings, sealedThrough, kept, statement, policy, work }) {
      assertExpected(site);
      runner.run(sqlOf.deleteFrom('absent').where('site', '=', site));
      writeSite(runner, settings, site);
      const more = {
        ...{ sealed_through: sealedThrough, kept_from: kept.from, months_through: kept.monthsThrough },
        ...{ statement, policy },
      };
      runner.run(sqlOf.updateTable('site').set(more).where('id', '=', site));
      if (work !== undefined) receiveWork(runner, site, work);
      const record = readSites(runner).find(({ id }) => id === site);
      if (record === undefined) throw new Error('the site that was just written is not there');
      return record;
    },
  };
}
