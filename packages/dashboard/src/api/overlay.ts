/** The numbers over the live page: where its pages are, and the one-time code by which one of them is told its numbers. */
import type { NewOverlay, OverlayCode, OverlayPlaces } from '@holloway/protocol';
import type { Api } from './client.ts';

const urlOf = (site: string): string => `/v1/sites/${encodeURIComponent(site)}/overlay`;

export const getPlaces = async (api: Api, site: string): Promise<readonly string[]> =>
  (await api.get<OverlayPlaces>(urlOf(site))).origins;

export const makeCode = (api: Api, site: string, asked: NewOverlay): Promise<OverlayCode> =>
  api.send('POST', urlOf(site), asked);
