/** What the log of access says, in words. Pure. What has no words here is told as it was asked for. */
import type { LogEntry } from '@holloway/protocol';

const PEOPLE = '/v1/people/:person';
const AUTH = 'POST /api/auth/';

const DEEDS: { readonly [what: string]: string } = {
  'GET /v1/sites': 'Listed the sites',
  'GET /v1/sites/:site/reports/:report': 'Looked at a report',
  'GET /v1/sites/:site/reports/consent': 'Looked at a report',
  'GET /v1/sites/:site/slices': 'Listed the slices',
  'GET /v1/sites/:site/record': 'Took the record of consent',
  'GET /v1/sites/:site/audit': 'Looked at the audit',
  'POST /v1/sites/:site/import': 'Imported history',
  'POST /v1/sites': 'Added a site',
  'GET /v1/sites/:site/settings': 'Looked at the settings',
  'PATCH /v1/sites/:site/settings': 'Changed the settings',
  'PATCH /v1/sites/:site/catalogue': 'Changed the catalogue',
  'GET /v1/sites/:site/export': 'Exported the site',
  'DELETE /v1/sites/:site': 'Erased a site',
  'GET /v1/people': 'Listed the people',
  'POST /v1/people': 'Invited',
  [`PATCH ${PEOPLE}`]: 'Changed',
  [`DELETE ${PEOPLE}`]: 'Removed',
  [`POST ${PEOPLE}/link`]: 'Made a link for',
  [`DELETE ${PEOPLE}/sessions`]: 'Signed out',
  [`DELETE ${PEOPLE}/second-factor`]: 'Forgot the app of',
  'GET /v1/keys': 'Listed the keys',
  'POST /v1/keys': 'Made the key',
  'DELETE /v1/keys/:key': 'Revoked the key',
  'GET /v1/access-log': 'Read the log of access',
  'PATCH /v1/account': 'Changed their name',
  'DELETE /v1/account/sessions': 'Signed out elsewhere',
  'DELETE /v1/account/sessions/:session': 'Signed out elsewhere',
  'POST /v1/setup': 'Made the first account',
  [`${AUTH}sign-in/email`]: 'Signed in',
  [`${AUTH}two-factor/verify-totp`]: 'Gave a code of the app',
  [`${AUTH}two-factor/verify-backup-code`]: 'Gave a backup code',
  [`${AUTH}passkey/verify-authentication`]: 'Signed in with a passkey',
  'GET /api/auth/callback/oidc': 'Signed in by single sign-on',
  [`${AUTH}reset-password`]: 'Set a password by a link',
  [`${AUTH}change-password`]: 'Changed their password',
  [`${AUTH}two-factor/enable`]: 'Began with an authenticator app',
  [`${AUTH}two-factor/disable`]: 'Turned the app off',
  [`${AUTH}two-factor/generate-backup-codes`]: 'Made backup codes',
  [`${AUTH}passkey/verify-registration`]: 'Added a passkey',
  [`${AUTH}passkey/delete-passkey`]: 'Removed a passkey',
};

export const deedOf = ({ what }: Pick<LogEntry, 'what'>): string => DEEDS[what] ?? what;

export const RESULT_WORDS: { readonly [result in LogEntry['result']]: string } = {
  granted: 'Done',
  refused: 'Refused',
  failed: 'Failed',
};

export function actorName({ kind, name }: LogEntry['actor']): string {
  if (kind === 'console') return 'Command line';
  if (kind === 'nobody') return 'Not signed in';
  return kind === 'key' ? `Key ${name}` : name;
}

/** `2026-11-27T08:15Z` as `2026-11-27 08:15`. */
export const formatMinute = (minute: string): string => minute.replace('T', ' ').replace('Z', '');
