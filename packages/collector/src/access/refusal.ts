/** What better-auth refuses, as a problem: which field, and the rule. Its own words are left out. */
import * as v from 'valibot';
import { type ProblemCode, type ProblemDetails, problem } from '../problem.ts';

const CODES: { readonly [status: number]: ProblemCode } = {
  400: 'bad_request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  429: 'rate_limited',
};

const ORIGIN = { field: 'Origin', rule: 'must be that of the dashboard' };
const LINK = { field: 'token', rule: 'must be of a link that is neither used nor past its time' };
const PASSKEY = { field: 'response', rule: 'must be of a passkey that is known, and of this attempt' };
const AGAIN = { field: 'code', rule: 'must be given within ten minutes of the password: sign in again' };

/** By the codes of better-auth. */
const REASONS: { readonly [code: string]: ProblemDetails } = {
  INVALID_EMAIL_OR_PASSWORD: { field: 'password', rule: 'must be that of the account' },
  INVALID_EMAIL: { field: 'email', rule: 'must be an e-mail address' },
  INVALID_PASSWORD: { field: 'password', rule: 'must be the present one' },
  INVALID_TOKEN: LINK,
  USER_NOT_FOUND: LINK,
  INVALID_CODE: { field: 'code', rule: 'must be that of the app at this moment' },
  INVALID_BACKUP_CODE: { field: 'code', rule: 'must be a backup code that was not used' },
  INVALID_TWO_FACTOR_COOKIE: AGAIN,
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: AGAIN,
  TOTP_NOT_ENABLED: { field: 'code', rule: 'must be of an app that was set up' },
  TOTP_ALREADY_ENABLED: { rule: 'must not be set up already' },
  TWO_FACTOR_NOT_ENABLED: { rule: 'must be set up first' },
  SESSION_NOT_FRESH: { field: 'session', rule: 'must be less than a day old: sign in again' },
  INVALID_ORIGIN: ORIGIN,
  MISSING_OR_NULL_ORIGIN: ORIGIN,
  CROSS_SITE_NAVIGATION_LOGIN_BLOCKED: ORIGIN,
  CHALLENGE_NOT_FOUND: PASSKEY,
  PASSKEY_NOT_FOUND: PASSKEY,
  AUTHENTICATION_FAILED: PASSKEY,
  FAILED_TO_VERIFY_REGISTRATION: PASSKEY,
  PASSKEY_USER_NOT_VERIFIED: { field: 'response', rule: 'must be of a device that asked who holds it' },
  PROVIDER_NOT_FOUND: { rule: 'there is no single sign-on here' },
};

const SAID = v.object({ code: v.string() });

/** @param headers Of the answer: when to come again. */
export function refusalOf(status: number, text: string, headers: Headers): Response {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    // Not every refusal has words.
  }
  const reason = v.is(SAID, said) ? REASONS[said.code] : undefined;
  const again = Number(headers.get('x-retry-after') ?? Number.NaN);
  // better-auth takes a passkey that does not fit for a fault of its own.
  const otherwise = status < 500 || reason !== undefined ? 'bad_request' : 'internal';
  return problem(CODES[status] ?? otherwise, {
    ...reason,
    ...(Number.isFinite(again) ? { retryAfterSeconds: Math.ceil(again) } : {}),
  });
}
