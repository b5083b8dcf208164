/** What is kept beside the numbers of a site: saved views, links to them, and notes to days. */
import type {
  Annotation,
  AnnotationList,
  MadeShare,
  NewNote,
  NewShare,
  NewView,
  Note,
  Share,
  ShareList,
  View,
  ViewList,
} from '@holloway/protocol';
import type { Days } from '../model/range.ts';
import type { Api } from './client.ts';

const urlOf = (site: string, rest: string): string => `/v1/sites/${encodeURIComponent(site)}/${rest}`;

/** By name. */
export const getViews = async (api: Api, site: string): Promise<readonly View[]> =>
  (await api.get<ViewList>(urlOf(site, 'views'))).views;

export const addView = (api: Api, site: string, view: NewView): Promise<View> =>
  api.send('POST', urlOf(site, 'views'), view);

export const renameView = (api: Api, site: string, id: string, name: string): Promise<void> =>
  api.send('PATCH', urlOf(site, `views/${id}`), { name });

export const removeView = (api: Api, site: string, id: string): Promise<void> =>
  api.send('DELETE', urlOf(site, `views/${id}`));

/** Those that still work, by name. */
export const getShares = async (api: Api, site: string): Promise<readonly Share[]> =>
  (await api.get<ShareList>(urlOf(site, 'shares'))).shares;

export const addShare = (api: Api, site: string, share: NewShare): Promise<MadeShare> =>
  api.send('POST', urlOf(site, 'shares'), share);

export const revokeShare = (api: Api, site: string, id: string): Promise<void> =>
  api.send('DELETE', urlOf(site, `shares/${id}`));

/** Oldest first. */
export const getAnnotations = async (
  api: Api,
  site: string,
  { from, to }: Days,
): Promise<readonly Annotation[]> =>
  (await api.get<AnnotationList>(urlOf(site, `annotations?${new URLSearchParams({ from, to })}`)))
    .annotations;

export const addNote = (api: Api, site: string, note: NewNote): Promise<Note> =>
  api.send('POST', urlOf(site, 'annotations'), note);

export const changeNote = (api: Api, site: string, id: string, note: NewNote): Promise<void> =>
  api.send('PATCH', urlOf(site, `annotations/${id}`), note);

export const removeNote = (api: Api, site: string, id: string): Promise<void> =>
  api.send('DELETE', urlOf(site, `annotations/${id}`));
