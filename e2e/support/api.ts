/** What tests ask a collector over HTTP: reports, slices, and the import of history. Rejects where the answer is not 200. */
import type { HistoricalBatch, Report, ReportName } from '@holloway/protocol';

export type ReportQuery = Readonly<
  Partial<Record<'from' | 'to' | 'slice' | 'level' | 'dimension' | 'format', string>>
>;

interface ImportAnswer {
  readonly committed: number;
  readonly duplicates: number;
  readonly sealedThrough: string | null;
}

export interface Api {
  report<R extends ReportName>(report: R, query?: ReportQuery): Promise<Report<R>>;
  /** The body as it came. */
  reportText(report: ReportName, query?: ReportQuery): Promise<string>;
  /** As `country:PL`, the most visited first. */
  slices(): Promise<readonly string[]>;
  import(batches: readonly HistoricalBatch[], seal?: string): Promise<ImportAnswer>;
}

/** @param key May read reports and, for `import`, import history. */
export function createApi(url: string, site: string, key: string): Api {
  const ask = async (path: string, init: RequestInit = {}): Promise<string> => {
    const answer = await fetch(`${url}/v1/sites/${site}/${path}`, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${key}` },
    });
    const body = await answer.text();
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${body}`);
    return body;
  };
  const reportText: Api['reportText'] = (report, query = {}) =>
    ask(`reports/${report}?${new URLSearchParams(query)}`);

  return {
    reportText,
    report: async (report, query) => JSON.parse(await reportText(report, query)),
    slices: async () => JSON.parse(await ask('slices')).slices,
    import: async (batches, seal) =>
      JSON.parse(
        await ask('import', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(seal === undefined ? { batches } : { batches, seal }),
        }),
      ),
  };
}
