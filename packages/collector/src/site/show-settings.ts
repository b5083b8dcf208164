/** The settings of a site as people and programs read them, with how full its dictionary is. */
import { LANGUAGES, type SiteSettings, TERM_KINDS, type TermKind } from '@holloway/protocol';
import type { SiteRecord } from '../store/store.ts';
import { ceilingOf } from './ceilings.ts';
import type { Registry } from './registry.ts';

const byKind = (number: (kind: TermKind) => number): { readonly [kind in TermKind]: number } =>
  // The keys are all the kinds there are.
  Object.fromEntries(TERM_KINDS.map((kind) => [kind, number(kind)])) as { [kind in TermKind]: number };

/** English first, so that a visitor of another language falls back to it. */
const BY_DEFAULT = ['en' as const, ...LANGUAGES.filter((language) => language !== 'en')];

export async function showSettings(
  registry: Pick<Registry, 'dictionary'>,
  site: SiteRecord,
): Promise<SiteSettings> {
  const dictionary = await registry.dictionary(site.id);
  const { slug, name, kind, k, timeZone, currency, origins, routes, provenance, statement } = site;
  return {
    id: slug,
    name,
    kind,
    k,
    timeZone,
    currency,
    origins,
    languages: kind === 'archive' ? [] : (site.policy?.languages ?? BY_DEFAULT),
    routes,
    ceilings: byKind((each) => ceilingOf(site.ceilings, each)),
    // Countries are looked up and need no k browsers: how many there are would tell of a single visitor.
    names: byKind((each) => (each === 'country' ? 0 : dictionary.size(each))),
    provenance,
    keepDays: site.retention.days,
    keepMonths: site.retention.months,
    experiments: site.experiments,
    statement,
  };
}
