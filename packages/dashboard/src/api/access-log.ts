/** The log of access: what is asked for, and what is answered. Its words: model/log-words. */
import type { Day, LogEntry } from '@holloway/protocol';
import type { Api } from './client.ts';

export interface LogQuery {
  /** Days in UTC. Default: all there are. */
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  /** The id of a person or key. */
  readonly actor?: string | undefined;
  readonly site?: string | undefined;
}

/** As many as are asked for at once. */
export const ENTRIES_AT_ONCE = 200;

/** @param whose One's own, or all that one may see. */
export function logUrl(whose: 'own' | 'all', query: LogQuery, offset: number): string {
  const search = new URLSearchParams({ limit: String(ENTRIES_AT_ONCE), offset: String(offset) });
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, value);
  return `/v1/${whose === 'own' ? 'account/log' : 'access-log'}?${search}`;
}

export const readLog = async (api: Api, url: string): Promise<readonly LogEntry[]> =>
  (await api.get<{ entries: LogEntry[] }>(url)).entries;
