/**
 * Retention in rows: what is too old is deleted, what is old enough is added up by month. A site says first from when and
 * how it may be read (`announce`), so that a report is the same before, while and after its rows follow (`prepareSettling`).
 * Runs inside the caller's transaction. Does not decide how long anything is kept (keep/schedule).
 */
import type { Database } from 'better-sqlite3';
import type { Kept, Schedule, SealedKey } from './keeping.ts';
import { monthOf } from './month.ts';
import { removeOther } from './other-before.ts';
import { type Runner, sqlOf } from './query.ts';

export function announce(runner: Runner, site: number, { from, monthsThrough, otherFrom }: Schedule): void {
  removeOther(runner, site, otherFrom);
  runner.run(
    sqlOf
      .updateTable('site')
      .set({ kept_from: from, months_through: monthsThrough, is_settled: 0 })
      .where('id', '=', site)
      .where(({ eb, or }) =>
        or([eb('kept_from', 'is not', from), eb('months_through', 'is not', monthsThrough)]),
      ),
  );
}

interface Place {
  readonly site: number;
  readonly fact: number;
  readonly slice: number;
}

/** A seek in the key costs about as much as so many rows. */
const SEEK = 2;

export type Settle = (site: number, kept: Kept, after: SealedKey | null, limit: number) => SealedKey | null;

/** Prepared once. Facts and slices are gone through in the order of the key, which begins with them. */
export function prepareSettling(db: Database): Settle {
  const of = 'site = $site AND fact = $fact AND slice = $slice';
  const nextPlace = db.prepare<[object], Place>(
    `SELECT site, fact, slice FROM cell WHERE site = $site AND (fact, slice) > ($fact, $slice)
     ORDER BY fact, slice LIMIT 1`,
  );
  const deleteOld = db.prepare(`DELETE FROM cell WHERE ${of} AND day < $from LIMIT $limit`);
  const nextDay = db
    .prepare<[object], number>(`SELECT day FROM cell WHERE ${of} AND day > $day ORDER BY day LIMIT 1`)
    .pluck();
  const lastOfPart = db.prepare<[object], SealedKey>(
    `SELECT fact, slice, day, a, b, c, d FROM cell WHERE ${of} AND day > $first AND day <= $last
     ORDER BY day, a, b, c, d LIMIT 1 OFFSET $limit - 1`,
  );
  const part = `${of} AND day > $first AND (day, a, b, c, d) <= ($day, $a, $b, $c, $d)`;
  const addUp = db.prepare(
    `INSERT INTO cell (site, fact, slice, day, a, b, c, d, n, people, reach, total)
     SELECT site, fact, slice, $first, a, b, c, d, sum(n), sum(people), sum(reach), sum(total) FROM cell
     WHERE ${part} GROUP BY a, b, c, d
     ON CONFLICT DO UPDATE SET n = n + excluded.n, people = people + excluded.people,
       reach = reach + excluded.reach, total = total + excluded.total`,
  );
  const deletePart = db.prepare(`DELETE FROM cell WHERE ${part}`);
  const everything = Number.MAX_SAFE_INTEGER;

  /** Adds the next rows of a month to those of its first day. @returns How many. */
  const foldPart = (place: Place, first: number, last: number, limit: number): number => {
    const end = lastOfPart.get({ ...place, first, last, limit }) ?? {
      day: last,
      ...{ a: everything, b: everything, c: everything, d: everything },
    };
    const { day, a, b, c, d } = end;
    const bounds = { ...place, first, day, a, b, c, d };
    addUp.run(bounds);
    return deletePart.run(bounds).changes;
  };

  return (site, { from, monthsThrough }, after, limit) => {
    let left = limit;
    let place: Place | undefined =
      after === null
        ? nextPlace.get({ site, fact: -1, slice: -1 })
        : { site, fact: after.fact, slice: after.slice };
    let day = after?.day ?? -1;
    const here = (): SealedKey | null =>
      place === undefined ? null : { fact: place.fact, slice: place.slice, day, a: 0, b: 0, c: 0, d: 0 };
    while (place !== undefined) {
      if (left <= 0) return here();
      if (from !== null && day < from) {
        const deleted = deleteOld.run({ ...place, from, limit: left }).changes;
        // As many as was asked for: there may be more.
        if (deleted === left) return here();
        left -= SEEK + deleted;
        day = from - 1;
      }
      const next = nextDay.get({ ...place, day });
      left -= SEEK;
      if (next === undefined || monthsThrough === null || next > monthsThrough) {
        place = nextPlace.get({ ...place });
        day = -1;
        continue;
      }
      const { first, last } = monthOf(next);
      if (next === first) day = first;
      else {
        const limitOfPart = Math.max(1, left);
        const moved = foldPart(place, first, last, limitOfPart);
        left -= moved;
        // All of the month that was left, or as much as was asked for: then the rest is found again.
        if (moved < limitOfPart) day = last;
      }
    }
    return null;
  };
}

export const markSettled = (runner: Runner, site: number, { from, monthsThrough }: Kept): void =>
  runner.run(
    sqlOf
      .updateTable('site')
      .set({ is_settled: 1 })
      .where('id', '=', site)
      .where('kept_from', 'is', from)
      .where('months_through', 'is', monthsThrough),
  );

export const readSettled = (runner: Runner, site: number): boolean =>
  runner.all(sqlOf.selectFrom('site').select('is_settled').where('id', '=', site))[0]?.is_settled !== 0;
