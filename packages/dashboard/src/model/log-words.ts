/** What the log of access says, in words. Pure. What has no words here is told as it was asked for. */
import type { LogEntry } from '@holloway/protocol';
import { type Msg, msg, t } from '../words/words.ts';

const PEOPLE = '/v1/people/:person';
const AUTH = 'POST /api/auth/';

const DEEDS: { readonly [what: string]: Msg } = {
  'GET /v1/sites': msg('Listed the sites'),
  'GET /v1/sites/:site/reports/:report': msg('Looked at a report'),
  'GET /v1/sites/:site/reports/consent': msg('Looked at a report'),
  'POST /v1/sites/:site/overlay': msg('Made a code for the live page'),
  'POST /v1/overlay': msg('Looked at the numbers on the live page'),
  'GET /v1/sites/:site/advice': msg('Looked at the advice'),
  'GET /v1/sites/:site/actions': msg('Looked at the actions'),
  'PUT /v1/sites/:site/actions/:action': msg('Said where an action stands'),
  'GET /v1/sites/:site/slices': msg('Listed the slices'),
  'GET /v1/sites/:site/record': msg('Took the record of consent'),
  'GET /v1/sites/:site/audit': msg('Looked at the audit'),
  'POST /v1/sites/:site/import': msg('Imported history'),
  'POST /v1/sites': msg('Added a site'),
  'GET /v1/sites/:site/settings': msg('Looked at the settings'),
  'PATCH /v1/sites/:site/settings': msg('Changed the settings'),
  'PATCH /v1/sites/:site/catalogue': msg('Changed the catalogue'),
  'POST /v1/sites/:site/catalogue/reading': msg('Had the pages of the store read'),
  'POST /v1/sites/:site/catalogue/reading/take': msg('Changed the catalogue'),
  'DELETE /v1/sites/:site/catalogue/reading': msg('Dropped what was read of the store’s pages'),
  'GET /v1/sites/:site/export': msg('Exported the site'),
  'DELETE /v1/sites/:site': msg('Erased a site'),
  'GET /v1/people': msg('Listed the people'),
  'POST /v1/people': msg('Invited'),
  [`PATCH ${PEOPLE}`]: msg('Changed'),
  [`DELETE ${PEOPLE}`]: msg('Removed'),
  [`POST ${PEOPLE}/link`]: msg('Made a link for'),
  [`DELETE ${PEOPLE}/sessions`]: msg('Signed out'),
  [`DELETE ${PEOPLE}/second-factor`]: msg('Forgot the app of'),
  'GET /v1/keys': msg('Listed the keys'),
  'POST /v1/keys': msg('Made the key'),
  'DELETE /v1/keys/:key': msg('Revoked the key'),
  'GET /v1/access-log': msg('Read the log of access'),
  'PATCH /v1/account': msg('Changed their name'),
  'DELETE /v1/account/sessions': msg('Signed out elsewhere'),
  'DELETE /v1/account/sessions/:session': msg('Signed out elsewhere'),
  'POST /v1/setup': msg('Made the first account'),
  [`${AUTH}sign-in/email`]: msg('Signed in'),
  [`${AUTH}two-factor/verify-totp`]: msg('Gave a code of the app'),
  [`${AUTH}two-factor/verify-backup-code`]: msg('Gave a backup code'),
  [`${AUTH}passkey/verify-authentication`]: msg('Signed in with a passkey'),
  'GET /api/auth/callback/oidc': msg('Signed in by single sign-on'),
  [`${AUTH}reset-password`]: msg('Set a password by a link'),
  [`${AUTH}change-password`]: msg('Changed their password'),
  [`${AUTH}two-factor/enable`]: msg('Began with an authenticator app'),
  [`${AUTH}two-factor/disable`]: msg('Turned the app off'),
  [`${AUTH}two-factor/generate-backup-codes`]: msg('Made backup codes'),
  [`${AUTH}passkey/verify-registration`]: msg('Added a passkey'),
  [`${AUTH}passkey/delete-passkey`]: msg('Removed a passkey'),
};

export const deedOf = ({ what }: Pick<LogEntry, 'what'>): string =>
  DEEDS[what] === undefined ? what : t(DEEDS[what]);

export const RESULT_WORDS: { readonly [result in LogEntry['result']]: Msg } = {
  granted: msg('Done'),
  refused: msg('Refused'),
  failed: msg('Failed'),
};

export function actorName({ kind, name }: LogEntry['actor']): string {
  if (kind === 'console') return t('Command line');
  if (kind === 'nobody') return t('Not signed in');
  return kind === 'key' ? t('Key {name}', { name }) : name;
}

/** `2026-11-27T08:15Z` as `2026-11-27 08:15`. */
export const formatMinute = (minute: string): string => minute.replace('T', ' ').replace('Z', '');
