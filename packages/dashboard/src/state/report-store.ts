/**
 * Reports by address: fetched once, kept, and fetched again in the background when they have aged.
 * Does not know who shows them.
 */
import type { Report, ReportName } from '@holloway/protocol';
import { type Api, ApiError } from '../api/client.ts';
import { type ReportQuery, reportUrl } from '../api/report-url.ts';
import { LOADING, type Loadable } from './loadable.ts';
import { type ReadonlySignal, type Signal, signal } from './signal.ts';

const FRESH_MS = 20_000;

interface Entry {
  readonly result: Signal<Loadable<Report>>;
  readonly query: ReportQuery;
  /** When the last request was sent. */
  askedAt: number;
}

export interface ReportStoreDeps {
  readonly api: Pick<Api, 'getReport'>;
  readonly now: () => number;
}

export interface ReportStore {
  /** Fetches what is not there, or has aged; a kept report stays readable meanwhile. */
  get<R extends ReportName>(query: ReportQuery<R>): ReadonlySignal<Loadable<Report<R>>>;
  retry(query: ReportQuery): void;
  /** Forgets everything, for the next account. */
  clear(): void;
}

export function createReportStore({ api, now }: ReportStoreDeps): ReportStore {
  const entries = new Map<string, Entry>();

  async function ask(entry: Entry): Promise<void> {
    entry.askedAt = now();
    try {
      entry.result.value = { state: 'ready', value: await api.getReport(entry.query) };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      // What is on screen is worth more than the news that it could not be renewed.
      if (entry.result.value.state !== 'ready') entry.result.value = { state: 'failed', error };
    }
  }

  function entryOf(query: ReportQuery): Entry {
    const key = reportUrl(query);
    let entry = entries.get(key);
    if (entry === undefined) {
      entry = { result: signal<Loadable<Report>>(LOADING), query, askedAt: Number.NEGATIVE_INFINITY };
      entries.set(key, entry);
    }
    return entry;
  }

  return {
    get<R extends ReportName>(query: ReportQuery<R>) {
      const entry = entryOf(query);
      const { state } = entry.result.value;
      if (state !== 'failed' && now() - entry.askedAt > FRESH_MS) void ask(entry);
      // The address is of this report, so its answer is too.
      return entry.result as unknown as ReadonlySignal<Loadable<Report<R>>>;
    },
    retry(query) {
      const entry = entryOf(query);
      entry.result.value = LOADING;
      void ask(entry);
    },
    clear: () => entries.clear(),
  };
}
