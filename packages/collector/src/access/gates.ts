/**
 * What of better-auth can be reached from outside, and what it may be sent. Its other routes (sign-up, keys, changing an
 * address) do not exist. Does not pass anything on (gateway).
 */
import * as v from 'valibot';
import { PASSWORD_LENGTH } from './auth.ts';
import { PROVIDER } from './single-sign-on.ts';

export interface Field {
  readonly is: v.GenericSchema;
  readonly rule: string;
  /** The same for machines: JSON Schema. */
  readonly schema: { readonly [keyword: string]: unknown };
}

export interface Gate {
  readonly method: 'get' | 'post';
  /** Below BASE_PATH. */
  readonly path: string;
  /** `person`: whoever is signed in. */
  readonly for: 'everyone' | 'person';
  readonly summary: string;
  /** Whatever else is sent is dropped. */
  readonly fields?: { readonly [name: string]: Field };
  /** Sent along, whatever the caller says. */
  readonly fixed?: { readonly [name: string]: unknown };
  /** What is answered where all goes well. */
  readonly answer: string;
  /** Whether it answers with another address instead of JSON. */
  readonly redirects?: true;
  /** Whether it can end with somebody signed in, which is written down. */
  readonly signsIn?: true;
  /** Whether it is a second step, after which it is known whose sign-in it is. */
  readonly asksForCode?: true;
}

const { min, max } = PASSWORD_LENGTH;
const TEXT: Field = { is: v.string(), rule: 'must be text', schema: { type: 'string' } };
const NEW_PASSWORD: Field = {
  is: v.pipe(v.string(), v.minLength(min), v.maxLength(max)),
  rule: `must have ${min} to ${max} characters`,
  schema: { type: 'string', minLength: min, maxLength: max },
};
const CODE: Field = {
  is: v.pipe(v.string(), v.maxLength(32)),
  rule: 'must be a code of at most 32 characters',
  schema: { type: 'string', maxLength: 32 },
};
/** What `navigator.credentials` gave, as `toJSON` says it. */
const CREDENTIAL: Field = {
  is: v.looseObject({ id: v.string(), rawId: v.string(), type: v.string(), response: v.looseObject({}) }),
  rule: 'must be a public key credential as JSON',
  schema: { type: 'object', required: ['id', 'rawId', 'type', 'response'] },
};

export const GATES: readonly Gate[] = [
  {
    method: 'post',
    path: '/sign-in/email',
    for: 'everyone',
    summary:
      'Signs in with an address and a password; where `twoFactorRedirect` is true, a code is asked for.',
    fields: { email: TEXT, password: TEXT },
    answer: 'Signed in, or on the way.',
    signsIn: true,
  },
  {
    method: 'post',
    path: '/two-factor/verify-totp',
    for: 'everyone',
    summary:
      'The code of the authenticator app: the second step of signing in, and the last of setting it up.',
    fields: { code: CODE },
    answer: 'Signed in.',
    signsIn: true,
    asksForCode: true,
  },
  {
    method: 'post',
    path: '/two-factor/verify-backup-code',
    for: 'everyone',
    summary: 'A backup code in place of that of the app; each works once.',
    fields: { code: CODE },
    answer: 'Signed in.',
    signsIn: true,
    asksForCode: true,
  },
  {
    method: 'get',
    path: '/passkey/generate-authenticate-options',
    for: 'everyone',
    summary: 'What `navigator.credentials.get` needs to sign in with a passkey.',
    answer: 'The options, as JSON.',
  },
  {
    method: 'post',
    path: '/passkey/verify-authentication',
    for: 'everyone',
    summary: 'Signs in with a passkey; neither password nor code is asked for.',
    fields: { response: CREDENTIAL },
    answer: 'Signed in.',
    signsIn: true,
  },
  {
    method: 'post',
    path: '/sign-in/social',
    for: 'everyone',
    summary: 'Begins a single sign-on: `url` is where the browser goes next.',
    fixed: { provider: PROVIDER, disableRedirect: true },
    answer: 'Where to go.',
  },
  {
    method: 'get',
    path: `/callback/${PROVIDER}`,
    for: 'everyone',
    summary: 'Where the provider of the single sign-on sends the browser back.',
    answer: 'To the dashboard, signed in or not let in.',
    redirects: true,
    signsIn: true,
  },
  {
    method: 'post',
    path: '/reset-password',
    for: 'everyone',
    summary:
      'Sets a password with the token of an invitation or of a link that an owner made; signs out elsewhere.',
    fields: { token: TEXT, newPassword: NEW_PASSWORD },
    answer: 'Set; now sign in.',
  },
  {
    method: 'get',
    path: '/get-session',
    for: 'everyone',
    summary: 'Who is signed in; nobody is null.',
    answer: 'The session and the user.',
  },
  {
    method: 'post',
    path: '/sign-out',
    for: 'everyone',
    summary: 'Signs out.',
    answer: 'Signed out.',
  },
  {
    method: 'post',
    path: '/change-password',
    for: 'person',
    summary: 'Changes one’s own password, knowing the old one, and signs out everywhere else.',
    fields: { currentPassword: TEXT, newPassword: NEW_PASSWORD },
    fixed: { revokeOtherSessions: true },
    answer: 'Changed.',
  },
  {
    method: 'post',
    path: '/two-factor/enable',
    for: 'person',
    summary: 'Begins with an authenticator app, which counts once a code of it was verified.',
    fields: { password: TEXT },
    answer: 'The address for the app, and the backup codes, which are not shown again.',
  },
  {
    method: 'post',
    path: '/two-factor/disable',
    for: 'person',
    summary: 'Does without the authenticator app.',
    fields: { password: TEXT },
    answer: 'Done.',
  },
  {
    method: 'post',
    path: '/two-factor/generate-backup-codes',
    for: 'person',
    summary: 'Makes other backup codes; those before no longer work.',
    fields: { password: TEXT },
    answer: 'The codes, which are not shown again.',
  },
  {
    method: 'get',
    path: '/passkey/generate-register-options',
    for: 'person',
    summary: 'What `navigator.credentials.create` needs to make a passkey, less than a day after signing in.',
    answer: 'The options, as JSON.',
  },
  {
    method: 'post',
    path: '/passkey/verify-registration',
    for: 'person',
    summary: 'Keeps a passkey.',
    fields: {
      response: CREDENTIAL,
      name: {
        is: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
        rule: 'must have 1 to 64 characters',
        schema: { type: 'string', minLength: 1, maxLength: 64 },
      },
    },
    answer: 'The passkey.',
  },
  {
    method: 'get',
    path: '/passkey/list-user-passkeys',
    for: 'person',
    summary: 'One’s own passkeys.',
    answer: 'The passkeys.',
  },
  {
    method: 'post',
    path: '/passkey/delete-passkey',
    for: 'person',
    summary: 'Forgets one of one’s own passkeys.',
    fields: { id: TEXT },
    answer: 'Forgotten.',
  },
];
