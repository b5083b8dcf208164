/** Sites as rows. Settings are validated before they come here (site/settings). */
import type { Experiment, Route, SiteKind } from '@holloway/protocol';
import { afterChange, afterSealing, type Promised, promisedK } from './promise.ts';
import { type Runner, sqlOf } from './query.ts';
import {
  type Ceilings,
  DEFAULT_RETENTION,
  type NewSite,
  type Revision,
  type SitePolicy,
  type SiteRecord,
  UNPUBLISHED_STATEMENT,
} from './store.ts';

/** How a site begins. */
const BEFORE_ANYTHING = {
  statement: UNPUBLISHED_STATEMENT,
  policy: null,
  sealed_through: null,
  kept_from: null,
  months_through: null,
  is_settled: 1,
  names_forgotten: 0,
};

/** Of the policy's JSON, which was parsed before it was written, the part that is everybody's to know. */
function policyOf(json: string | null): SitePolicy | null {
  if (json === null) return null;
  const { languages, preferences, position, countsRefusals } = JSON.parse(json) as SitePolicy;
  return { languages, preferences, position, countsRefusals };
}

export function readSites(runner: Runner): SiteRecord[] {
  return runner.all(sqlOf.selectFrom('site').selectAll().orderBy('id')).map((row) => ({
    id: row.id,
    slug: row.slug,
    name: row.name,
    kind: row.kind as SiteKind,
    k: row.k,
    promisedK: promisedK(JSON.parse(row.promised) as Promised, row.k, (row.sealed_through ?? 0) + 1),
    timeZone: row.time_zone,
    currency: row.currency,
    origins: JSON.parse(row.origins) as string[],
    statement: row.statement,
    policy: policyOf(row.policy),
    routes: JSON.parse(row.routes) as Route[],
    ceilings: JSON.parse(row.ceilings) as Ceilings,
    experiments: JSON.parse(row.experiments) as Experiment[],
    provenance: row.provenance,
    sealedThrough: row.sealed_through,
    retention: { days: row.keep_days, months: row.keep_months },
    kept: { from: row.kept_from, monthsThrough: row.months_through },
    namesForgotten: row.names_forgotten,
  }));
}

const promisedOf = (runner: Runner, id: number): Promised => {
  const [row] = runner.all(sqlOf.selectFrom('site').select('promised').where('id', '=', id));
  return JSON.parse(row?.promised ?? '{}') as Promised;
};

/** Of no site, nor of one that was erased: whatever is still kept of that in memory is not of another. */
export function freeSiteId(runner: Runner): number {
  const taken = [
    ...runner.all(sqlOf.selectFrom('site').select('id')).map(({ id }) => id),
    ...runner.all(sqlOf.selectFrom('absent').select('site')).map(({ site }) => site),
  ];
  return Math.max(0, ...taken) + 1;
}

/** @param fresh The id of a site that is not there yet. */
export function writeSite(runner: Runner, site: NewSite, fresh = freeSiteId(runner)): SiteRecord {
  const given = {
    slug: site.slug,
    name: site.name,
    kind: site.kind,
    k: site.k,
    time_zone: site.timeZone,
    currency: site.currency,
    origins: JSON.stringify(site.origins),
    routes: JSON.stringify(site.routes),
    ceilings: JSON.stringify(site.ceilings ?? {}),
    experiments: JSON.stringify(site.experiments ?? []),
    keep_days: site.retention?.days ?? DEFAULT_RETENTION.days,
    keep_months: site.retention?.months ?? DEFAULT_RETENTION.months,
    provenance: site.provenance,
  };
  const before = readSites(runner);
  const known = before.find(({ slug }) => slug === site.slug);
  const id = known?.id ?? fresh;
  const promised = promisedOf(runner, id);
  const settings = {
    ...given,
    promised: JSON.stringify(
      known === undefined || known.k === site.k ? promised : afterChange(promised, known.k),
    ),
  };
  runner.run(
    sqlOf
      .insertInto('site')
      .values({ id, ...settings, ...BEFORE_ANYTHING })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(settings)),
  );
  const saved = readSites(runner).find((record) => record.id === id);
  if (saved === undefined) throw new Error('the site that was just written is not there');
  return saved;
}

export const readRevisions = (runner: Runner): Map<number, Revision> =>
  new Map(
    runner
      .all(sqlOf.selectFrom('revision').selectAll())
      .map(({ site, number, names }) => [site, { number, names }]),
  );

/** Moves a site on to the day after the one that was sealed while `k` held. */
export const writeSealed = (runner: Runner, id: number, day: number, k: number): void =>
  runner.run(
    sqlOf
      .updateTable('site')
      .set({ sealed_through: day, promised: JSON.stringify(afterSealing(promisedOf(runner, id), k, day)) })
      .where('id', '=', id),
  );

/** The k that a day is sealed with, while `k` holds. */
export const kForSealing = (runner: Runner, id: number, day: number, k: number): number =>
  promisedK(promisedOf(runner, id), k, day);
