/** What is asked of the collector before anybody is signed in. Passkeys: passkeys.ts. */
import type { Api } from './client.ts';

export interface Ways {
  /** Whether the first account is still to be made. */
  readonly firstRun: boolean;
  /** The name of the single sign-on; `null` where there is none. */
  readonly singleSignOn: string | null;
}

export const getWays = (api: Api): Promise<Ways> => api.get('/v1/sign-in');

export interface FirstAccount {
  readonly code: string;
  readonly email: string;
  readonly password: string;
}

export const makeFirstAccount = (api: Api, account: FirstAccount): Promise<void> =>
  api.send('POST', '/v1/setup', account);

/** @returns Whether a code is asked for beside the password. */
export async function signIn(api: Api, email: string, password: string): Promise<boolean> {
  const answer = await api.send<{ twoFactorRedirect?: boolean }>('POST', '/api/auth/sign-in/email', {
    email,
    password,
  });
  return answer.twoFactorRedirect === true;
}

/** `totp`: of the authenticator app. */
export type CodeKind = 'totp' | 'backup-code';

/** The second step of signing in, and the last of setting the app up. */
export const verifyCode = (api: Api, kind: CodeKind, code: string): Promise<void> =>
  api.send('POST', `/api/auth/two-factor/verify-${kind}`, { code });

/** @returns Where the browser goes next. */
export const beginSingleSignOn = async (api: Api): Promise<string> =>
  (await api.send<{ url: string }>('POST', '/api/auth/sign-in/social')).url;

/** @param token Of a link that an owner handed on. */
export const setPassword = (api: Api, token: string, newPassword: string): Promise<void> =>
  api.send('POST', '/api/auth/reset-password', { token, newPassword });
