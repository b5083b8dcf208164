/** The part of the SQLite driver about whole sites and sealed days: what store/keeping says, put on a connection. */
import type { Database } from 'better-sqlite3';
import { prepareArriving } from './arrive.ts';
import { prepareErasing } from './erase.ts';
import type { Keeping, SealedKey, SealedRow } from './keeping.ts';
import type { Runner } from './query.ts';
import { announce, markSettled, prepareSettling, readSettled } from './retain.ts';
import { scrubSome } from './scrub.ts';
import { readSites } from './sites.ts';
import type { Turns } from './turns.ts';
import { prepareUnusedTerms } from './unused-terms.ts';

const BEFORE_ALL: SealedKey = { fact: -1, slice: -1, day: -1, a: -1, b: -1, c: -1, d: -1 };

export interface KeepingDeps {
  readonly db: Database;
  readonly runner: Runner;
  /** Path of the database; `null` where there is no file. */
  readonly file: string | null;
  readonly turns: Turns;
  readonly inTransaction: <T>(work: () => T) => Promise<T>;
}

export function createKeeping({ db, runner, file, turns, inTransaction }: KeepingDeps): Keeping {
  const settleSome = prepareSettling(db);
  const erasing = prepareErasing(db);
  const arriving = prepareArriving(db, runner);
  const unused = prepareUnusedTerms(db);
  const sealedAfter = db.prepare<[object], SealedRow>(
    `SELECT fact, slice, day, a, b, c, d, n, people, reach, total FROM cell
     WHERE site = $site AND (fact, slice, day, a, b, c, d) > ($fact, $slice, $day, $a, $b, $c, $d)
     ORDER BY fact, slice, day, a, b, c, d LIMIT $limit`,
  );
  const nextSealedDay = db
    .prepare<[object], number>(
      `SELECT day FROM cell WHERE site = $site AND fact = $fact AND slice = $slice AND day > $after
       ORDER BY day LIMIT 1`,
    )
    .pluck();

  /** One part of long work; what it wrote goes into the file at once, before there is so much that somebody waits for it. */
  const inPart = async <T>(work: () => T): Promise<T> => {
    const result = await inTransaction(work);
    await turns.brief(() => void db.pragma('wal_checkpoint(PASSIVE)'));
    return result;
  };

  return {
    keep: (site, schedule) => inTransaction(() => announce(runner, site, schedule)),
    settle: (site, after, limit) =>
      inPart(() => {
        const kept = readSites(runner).find(({ id }) => id === site)?.kept;
        return kept === undefined ? null : settleSome(site, kept, after, limit);
      }),
    isSettled: async (site) => readSettled(runner, site),
    markSettled: (site, kept) => inTransaction(() => markSettled(runner, site, kept)),

    sealedAfter: async (site, after, limit) => {
      const { fact, slice, day, a, b, c, d } = after ?? BEFORE_ALL;
      return sealedAfter.all({ site, fact, slice, day, a, b, c, d, limit });
    },
    nextSealedDay: async (query, after) => nextSealedDay.get({ ...query, after }) ?? null,
    admittedTerms: async (site) => unused.admitted(site),
    openTerms: async (site, columns, terms) => unused.open(site, columns, terms),
    forgetTerms: (site, sealedThrough, columns, terms) =>
      inTransaction(() => {
        if (readSites(runner).find(({ id }) => id === site)?.sealedThrough !== sealedThrough) return false;
        unused.forget(site, columns, terms);
        return true;
      }),

    eraseSite: (site) => inTransaction(() => erasing.eraseSite(site)),
    leftovers: async (isArriving) => erasing.leftovers(isArriving),
    eraseRows: (site, limit) => inPart(() => erasing.eraseRows(site, limit)),

    expect: () => inTransaction(() => arriving.expect()),
    receive: (site, terms, rows) => inPart(() => arriving.receive(site, terms, rows)),
    arrive: (site, arrival) => inTransaction(() => arriving.arrive(site, arrival)),

    scrub: (from, pages) => turns.brief(() => (file === null ? null : scrubSome(file, from, pages))),
  };
}
