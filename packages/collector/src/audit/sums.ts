/**
 * Whether the numbers add up, fact by fact and slice by slice: what is shown, what waits, and what is told of both
 * (store/seal-told). Whoever changes a number in the file must change all of them alike to stay unseen.
 */
import { factOf } from '@holloway/protocol';
import type { SiteRecord } from '../store/store.ts';
import { type Breach, many, where } from './check.ts';
import { type Evidence, type Facts, numberIn } from './evidence.ts';

/** What has no name is deleted so long after the days that it was counted on: see keep/schedule. */
const OTHER_STAYS_DAYS = 59;

/** What became a row may have been deleted since, but nothing is there that never became one. */
const SHOWN = `SELECT count(*) FROM
  (SELECT fact, slice, sum(n) AS n FROM cell WHERE site = $site GROUP BY fact, slice) AS rows
  LEFT JOIN told ON told.site = $site AND told.fact = rows.fact AND told.slice = rows.slice
  WHERE rows.n > coalesce(told.shown, 0)`;

/** Where it was told with the last sealed day, it is what waits since. */
const WAITING = `SELECT count(*) FROM told LEFT JOIN
  (SELECT fact, slice, sum(n) AS n FROM waiting WHERE site = $site GROUP BY fact, slice) AS waits
  USING (fact, slice)
  WHERE told.site = $site AND told.day = $through AND told.hidden <> coalesce(waits.n, 0)`;

/** All that there is of a fact in a slice: sealed, waiting and open. */
const EVERYTHING = `
  SELECT fact, slice, n FROM cell WHERE site = $site
  UNION ALL SELECT fact, slice, n FROM waiting WHERE site = $site
  UNION ALL SELECT fact, each.value, slices ->> (each.key + 1)
    FROM intake JOIN json_each(intake.slices) AS each WHERE site = $site AND each.key % 5 = 0`;

const BY_KIND = `SELECT count(*) FROM (
  SELECT fact, substr(term.text, 1, instr(term.text, ':')) AS kind, sum(n) AS n
  FROM (${EVERYTHING}) AS every JOIN term ON term.site = $site AND term.kind = 'slice' AND term.id = every.slice
  GROUP BY 1, 2) AS kinds
  LEFT JOIN (SELECT fact, sum(n) AS n FROM (${EVERYTHING}) WHERE slice = 0 GROUP BY fact) AS whole USING (fact)
  WHERE kinds.n > coalesce(whole.n, 0)`;

/** Once old days are deleted, a slice may have left what became a row later there than in the whole. */
const isWhole = ({ db }: Evidence, { id, kept }: SiteRecord): boolean =>
  kept.from === null ||
  numberIn(db, 'SELECT coalesce(min(day), $from) FROM cell WHERE site = $id', { id, from: kept.from }) >
    kept.from + OTHER_STAYS_DAYS;

export function examineSums(evidence: Evidence, site: SiteRecord): Breach[] {
  const { db } = evidence;
  const given = { site: site.id };
  const shown = numberIn(db, SHOWN, given);
  const waiting = numberIn(db, WAITING, { ...given, through: site.sealedThrough ?? -1 });
  const slices = isWhole(evidence, site) ? numberIn(db, BY_KIND, given) : 0;
  const says = (count: number): string => many(count, 'fact and slice', 'facts and slices');
  return [
    ...where(shown, 'sums.rows', site.slug, says),
    ...where(waiting, 'sums.waiting', site.slug, says),
    ...where(slices, 'sums.slices', site.slug, (count) => many(count, 'fact and kind', 'facts and kinds')),
  ];
}

/** Two sums over all that is kept, which are the same where every visit was counted whole. */
export interface Flow {
  readonly what: string;
  readonly into: number;
  readonly counted: number;
}

/**
 * Every view is entered by one move, every visit begins with one. Batches that came late or never leave a difference,
 * and so can whoever sends what no browser would: it is told, and breaks no promise.
 */
export function flowsOf({ db }: Evidence, { id }: Facts, site: SiteRecord): readonly Flow[] {
  const sum = (fact: Parameters<Facts['id']>[0]): number =>
    numberIn(db, `SELECT coalesce(sum(n), 0) FROM (${EVERYTHING}) WHERE slice = 0 AND fact = $fact`, {
      site: site.id,
      fact: id(fact),
    });
  return (
    [
      ['flow.page', 'page.view'],
      ['flow.category', 'category.view'],
      ['visit.entry', 'visit'],
    ] as const
  ).map(([into, counted]) => ({
    what: `${factOf(into).meaning}, against ${factOf(counted).meaning}`,
    into: sum(into),
    counted: sum(counted),
  }));
}
