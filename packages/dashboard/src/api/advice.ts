/** What is asked about the advice on a site, and about what became of its actions. */
import type { SiteAdvice } from '@holloway/insight';
import { type ActionChange, type ActionList, type ActionRecord, ALL } from '@holloway/protocol';
import type { Days } from '../model/range.ts';
import type { Api } from './client.ts';

export interface AdviceQuery extends Days {
  readonly site: string;
  readonly slice: string;
  /** Only the first so many actions that nobody decided on. Default: all of any state. */
  readonly open?: number;
}

const of = (site: string): string => `/v1/sites/${encodeURIComponent(site)}`;

export function getAdvice(api: Api, { site, from, to, slice, open }: AdviceQuery): Promise<SiteAdvice> {
  const parameters = new URLSearchParams({ from, to });
  if (slice !== ALL) parameters.set('slice', slice);
  if (open !== undefined) parameters.set('open', String(open));
  return api.get(`${of(site)}/advice?${parameters}`);
}

export const getActions = (api: Api, site: string): Promise<ActionList> => api.get(`${of(site)}/actions`);

export const changeAction = (
  api: Api,
  site: string,
  id: string,
  change: ActionChange,
): Promise<ActionRecord> => api.send('PUT', `${of(site)}/actions/${encodeURIComponent(id)}`, change);
