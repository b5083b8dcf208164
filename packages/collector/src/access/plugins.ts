/** The parts of better-auth that need a rule of ours: keys whose use is kept by the day, passkeys that ask who holds them. */
import { apiKey } from '@better-auth/api-key';
import { passkey } from '@better-auth/passkey';
import { APIError } from 'better-auth/api';
import { isLocal } from './origins.ts';

export const KEY_PREFIX = 'hw_';
export const MAX_KEY_NAME_LENGTH = 64;
export const MAX_KEY_DAYS = 3650;
const MS_PER_DAY = 24 * 60 * 60 * 1000;

const startOfDay = (value: unknown) =>
  value instanceof Date ? new Date(Math.floor(value.getTime() / MS_PER_DAY) * MS_PER_DAY) : value;

/** When a key was last used is kept by the day: by the second it would be a diary of whoever runs the program. */
export function keys() {
  const plugin = apiKey({
    defaultPrefix: KEY_PREFIX,
    maximumNameLength: MAX_KEY_NAME_LENGTH,
    enableMetadata: true,
    keyExpiration: { maxExpiresIn: MAX_KEY_DAYS },
    // Keys are 64 random letters, not to be guessed; how often one is used is not limited here.
    rateLimit: { enabled: false },
  });
  const { fields } = plugin.schema.apikey;
  for (const field of [fields.lastRequest, fields.updatedAt]) {
    Object.assign(field, { transform: { input: startOfDay } });
  }
  return plugin;
}

/** A passkey stands for password and second factor, so the device must have asked who holds it. */
export const passkeys = (baseUrl: string) => {
  const url = new URL(baseUrl);
  return passkey({
    rpName: 'Holloway',
    // An address is no name that a passkey could be for.
    rpID: isLocal(url) ? 'localhost' : url.hostname,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    authentication: {
      afterVerification: ({ verification }) => {
        if (!verification.authenticationInfo.userVerified)
          throw new APIError('UNAUTHORIZED', { code: 'PASSKEY_USER_NOT_VERIFIED' });
      },
    },
  });
};
