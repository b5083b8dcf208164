/** Sites and times of people and keys, in words. Pure. */
import type { KeyPermission, SiteSummary, Sites } from '@holloway/protocol';
import { type Msg, msg, t } from '../words/words.ts';

export const PERMISSION_NAMES: { readonly [permission in KeyPermission]: Msg } = {
  read: msg('read'),
  import: msg('import'),
  metrics: msg('metrics'),
};

/** @param known Those with a name; others are told by id. */
export function sitesWords(sites: Sites, known: readonly SiteSummary[]): string {
  if (sites === 'all') return t('every site');
  if (sites.length === 0) return t('no site');
  return sites.map((id) => known.find((site) => site.id === id)?.name ?? id).join(', ');
}
