/** How a link to a view asks the collector: with its token, which is in memory and in the address, and nowhere else. */
import { type Api, createApi, type Fetch } from '../api/client.ts';
import { createReportStore, type ReportStore } from '../state/report-store.ts';

export interface OpenedLink {
  readonly api: Api;
  readonly reports: ReportStore;
}

export interface LinkDeps {
  readonly ask: Fetch;
  readonly now: () => number;
}

/** @param onEnded Told when the link is refused: it is over, revoked, or was never one. */
export function openLink(token: string, { ask, now }: LinkDeps, onEnded: () => void): OpenedLink {
  const api = createApi(ask, { token, onSignedOut: onEnded });
  return { api, reports: createReportStore({ api, now }) };
}
