/** Sites as rows. Settings are validated before they come here (site/settings). */
import type { Route, SiteKind } from '@holloway/protocol';
import { type Runner, sqlOf } from './query.ts';
import { type NewSite, type SitePolicy, type SiteRecord, UNPUBLISHED_STATEMENT } from './store.ts';

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
    timeZone: row.time_zone,
    currency: row.currency,
    origins: JSON.parse(row.origins) as string[],
    statement: row.statement,
    policy: policyOf(row.policy),
    routes: JSON.parse(row.routes) as Route[],
    provenance: row.provenance,
    sealedThrough: row.sealed_through,
  }));
}

export function writeSite(runner: Runner, site: NewSite): SiteRecord {
  const settings = {
    slug: site.slug,
    name: site.name,
    kind: site.kind,
    k: site.k,
    time_zone: site.timeZone,
    currency: site.currency,
    origins: JSON.stringify(site.origins),
    routes: JSON.stringify(site.routes),
    provenance: site.provenance,
  };
  const before = readSites(runner);
  const id = before.find(({ slug }) => slug === site.slug)?.id ?? Math.max(0, ...before.map((s) => s.id)) + 1;
  runner.run(
    sqlOf
      .insertInto('site')
      .values({ id, ...settings, statement: UNPUBLISHED_STATEMENT, policy: null, sealed_through: null })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(settings)),
  );
  const saved = readSites(runner).find((record) => record.id === id);
  if (saved === undefined) throw new Error('the site that was just written is not there');
  return saved;
}
