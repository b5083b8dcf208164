/**
 * Adds a site, or changes its settings, as somebody asked for it: checks everything first, and then publishes what
 * visitors are asked, where that is another thing by now. Says what came of it; nothing is done by halves.
 */
import type { Issue } from '@holloway/protocol';
import { type Checked, checked, refused } from '../site/issues.ts';
import { parseChanges, parseSite } from '../site/settings.ts';
import type { AskedChanges, AskedSite } from '../site/settings-shape.ts';
import { type NewSite, type SiteRecord, UNPUBLISHED_STATEMENT } from '../store/store.ts';
import { policyInLanguages } from './languages.ts';
import { type OpenSiteDeps, openSite } from './open-site.ts';
import type { Policy } from './policy.ts';

export interface Settled {
  readonly site: SiteRecord;
  /** The statement that was published with it, so that everybody is asked; `null` where the one before still holds. */
  readonly published: string | null;
}

/** What the languages asked for make of the policy; `undefined` where nobody asked. */
async function policyFor(
  { store }: OpenSiteDeps,
  before: SiteRecord | null,
  site: Checked<NewSite>,
  { languages, name, kind }: AskedChanges,
): Promise<Checked<Policy | undefined>> {
  if (languages === undefined) return checked(undefined, []);
  if ((kind ?? before?.kind) === 'archive')
    return refused([{ field: 'languages', rule: 'are none of an archive: it asks nobody' }]);
  const called = site.ok ? site.value.name : (name ?? '-');
  const policy = await policyInLanguages(store, before?.id ?? null, called, languages);
  return policy.ok ? policy : refused([policy.issue]);
}

async function settle(
  deps: OpenSiteDeps,
  before: SiteRecord | null,
  parsed: Checked<NewSite>,
  asked: AskedChanges,
): Promise<Checked<Settled>> {
  const policy = await policyFor(deps, before, parsed, asked);
  const [first, ...more]: readonly Issue[] = [
    ...(parsed.ok ? [] : parsed.issues),
    ...(policy.ok ? [] : policy.issues),
  ];
  if (!parsed.ok || !policy.ok) return refused([first ?? { field: 'site', rule: 'is not valid' }, ...more]);
  const site = parsed.value;
  if (before !== null && site.kind !== 'archive') {
    // A policy that an earlier version took may not be taken today: that is said before anything is changed.
    const preview = await deps.publisher.preview({ ...before, ...site }, policy.value ?? null);
    if (!preview.ok) return refused([preview.issue]);
  }
  const record = await openSite(deps, site, [], policy.value === undefined ? {} : { policy: policy.value });
  const isNews = record.statement !== (before?.statement ?? UNPUBLISHED_STATEMENT);
  return { ok: true, value: { site: record, published: isNews ? record.statement : null } };
}

/** @returns `null` where there is a site with this id already. */
export async function addAsked(deps: OpenSiteDeps, asked: AskedSite): Promise<Checked<Settled> | null> {
  if ((await deps.registry.site(asked.slug)) !== undefined) return null;
  const { languages: _, ...site } = asked;
  return settle(deps, null, parseSite(site), asked);
}

export function changeAsked(
  deps: OpenSiteDeps,
  site: SiteRecord,
  asked: AskedChanges,
): Promise<Checked<Settled>> {
  const { languages: _, ...changes } = asked;
  return settle(deps, site, parseChanges(site, changes), asked);
}
