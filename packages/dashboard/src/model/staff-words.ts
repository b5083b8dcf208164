/** Roles, sites and permissions of people and keys, in words. Pure. */
import type { KeyPermission, Role, SiteSummary, Sites } from '@holloway/protocol';
import { type Msg, msg, t } from '../words/words.ts';

export const ROLE_NAMES: { readonly [role in Role]: Msg } = {
  owner: msg('owner'),
  analyst: msg('analyst'),
  merchandiser: msg('merchandiser'),
  auditor: msg('auditor'),
};

/** Such as "An auditor …". */
export const ROLE_WORDS: { readonly [role in Role]: Msg } = {
  owner: msg('sees every site, changes settings, invites people and makes keys'),
  analyst: msg('reads the reports of their sites and sees to privacy'),
  merchandiser: msg('reads the reports of their sites'),
  auditor: msg(
    'sees how many visitors agree, and who of the staff looked at what; no report and no value of an order',
  ),
};

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
