/** Adds a site as visitors may meet it: with a statement from the start. */
import type { CatalogueEntry, Day } from '@holloway/protocol';
import { addSite } from '../site/add-site.ts';
import type { Registry } from '../site/registry.ts';
import type { NewSite, SiteRecord, Store } from '../store/store.ts';
import { isCurrent } from './is-current.ts';
import type { Policy } from './policy.ts';
import type { Publisher } from './publish.ts';

export interface OpenSiteDeps {
  readonly store: Store;
  readonly registry: Registry;
  readonly publisher: Publisher;
}

export interface Opening {
  /** Default: the one that the site has, or what is said in its name alone. */
  readonly policy?: Policy;
  /** Default: today, where the site is. */
  readonly published?: Day;
}

/**
 * Adds the site, or replaces the settings of the one with this slug; declares its catalogue; and publishes what its
 * policy says of it, which is another statement where that changed, as with k. An archive asks nobody.
 */
export async function openSite(
  deps: OpenSiteDeps,
  site: NewSite,
  catalogue: readonly CatalogueEntry[] = [],
  { policy, published }: Opening = {},
): Promise<SiteRecord> {
  const record = await addSite(deps, site, catalogue);
  if (record.kind === 'archive') return record;
  const outcome = await deps.publisher.publish(record, policy ?? null, published);
  if (!outcome.ok) throw new Error(`${outcome.issue.field} ${outcome.issue.rule}`);
  return { ...record, statement: outcome.value.current?.id ?? record.statement };
}

/** Gives each site of an older database its first statement. @returns Those whose statement says what no longer holds. */
export async function openOldSites({
  registry,
  publisher,
  store,
}: OpenSiteDeps): Promise<readonly SiteRecord[]> {
  const outdated: SiteRecord[] = [];
  for (const site of await registry.sites()) {
    if (site.kind === 'archive') continue;
    if ((await store.statements(site.id)).length === 0) await publisher.publish(site, null);
    if (!(await isCurrent(publisher, site))) outdated.push(site);
  }
  return outdated;
}
