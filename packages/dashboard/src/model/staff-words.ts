/** Sites and times of people and keys, in words. Pure. */
import type { SiteSummary, Sites } from '@holloway/protocol';

/** @param known Those with a name; others are told by id. */
export function sitesWords(sites: Sites, known: readonly SiteSummary[]): string {
  if (sites === 'all') return 'every site';
  if (sites.length === 0) return 'no site';
  return sites.map((id) => known.find((site) => site.id === id)?.name ?? id).join(', ');
}
