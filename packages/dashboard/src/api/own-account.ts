/** What one asks and changes about one's own account. */
import type { OwnSession } from '@holloway/protocol';
import type { Api } from './client.ts';

export interface AppSetUp {
  /** For the authenticator app, as a link. */
  readonly totpURI: string;
  readonly backupCodes: readonly string[];
}

export const rename = (api: Api, name: string): Promise<void> => api.send('PATCH', '/v1/account', { name });

export const changePassword = (api: Api, currentPassword: string, newPassword: string): Promise<void> =>
  api.send('POST', '/api/auth/change-password', { currentPassword, newPassword });

export const getSessions = async (api: Api): Promise<readonly OwnSession[]> =>
  (await api.get<{ sessions: OwnSession[] }>('/v1/account/sessions')).sessions;

/** @param id Default: all but this browser. */
export const endSession = (api: Api, id?: string): Promise<void> =>
  api.send('DELETE', `/v1/account/sessions${id === undefined ? '' : `/${id}`}`);

/** Counts once a code was verified. */
export const beginApp = (api: Api, password: string): Promise<AppSetUp> =>
  api.send('POST', '/api/auth/two-factor/enable', { password });

export const dropApp = (api: Api, password: string): Promise<void> =>
  api.send('POST', '/api/auth/two-factor/disable', { password });

/** Those before no longer work. */
export const makeBackupCodes = async (api: Api, password: string): Promise<readonly string[]> =>
  (
    await api.send<{ backupCodes: string[] }>('POST', '/api/auth/two-factor/generate-backup-codes', {
      password,
    })
  ).backupCodes;
