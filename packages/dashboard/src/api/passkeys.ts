/** Passkeys: made and used by the browser, checked by the collector. */

import { t } from '../words/words.ts';
import { type Api, ApiError } from './client.ts';

export interface Passkey {
  readonly id: string;
  readonly name: string | null;
  /** ISO 8601. */
  readonly createdAt: string;
}

export const listPasskeys = (api: Api): Promise<readonly Passkey[]> =>
  api.get('/api/auth/passkey/list-user-passkeys');

export const removePasskey = (api: Api, id: string): Promise<void> =>
  api.send('POST', '/api/auth/passkey/delete-passkey', { id });

/** What the browser refuses, or somebody does not go through with, is a refusal like any other. */
async function credential(
  asking: Promise<Credential | null>,
): Promise<ReturnType<PublicKeyCredential['toJSON']>> {
  const given = await asking.catch((cause: unknown) => {
    throw new ApiError('refused', t('No passkey was given.'), { cause });
  });
  return (given as PublicKeyCredential).toJSON();
}

export async function addPasskey(api: Api, name: string): Promise<void> {
  const options = await api.get<PublicKeyCredentialCreationOptionsJSON>(
    '/api/auth/passkey/generate-register-options',
  );
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const response = await credential(navigator.credentials.create({ publicKey }));
  await api.send('POST', '/api/auth/passkey/verify-registration', { response, name });
}

export async function signInWithPasskey(api: Api): Promise<void> {
  const options = await api.get<PublicKeyCredentialRequestOptionsJSON>(
    '/api/auth/passkey/generate-authenticate-options',
  );
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const response = await credential(navigator.credentials.get({ publicKey }));
  await api.send('POST', '/api/auth/passkey/verify-authentication', { response });
}
