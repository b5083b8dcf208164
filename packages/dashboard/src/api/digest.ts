/** What owners ask and change about the weekly digest of a site. */
import type { DigestChange, DigestSaved, DigestState, DigestTried } from '@holloway/protocol';
import type { Api } from './client.ts';

const urlOf = (site: string, rest = ''): string => `/v1/sites/${encodeURIComponent(site)}/digest${rest}`;

export const getDigest = (api: Api, site: string): Promise<DigestState> => api.get(urlOf(site));

export const saveDigest = (api: Api, site: string, change: DigestChange): Promise<DigestSaved> =>
  api.send('PUT', urlOf(site), change);

/** Sends one to whoever asks, and to the webhook. */
export const tryDigest = (api: Api, site: string): Promise<DigestTried> =>
  api.send('POST', urlOf(site, '/test'));
