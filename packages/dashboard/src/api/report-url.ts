/** The address of a report: what is fetched, what the CSV link points to, and the key of the cache. */
import {
  ALL,
  type ConsentDimension,
  type Day,
  type DeviceDimension,
  type Level,
  type ReportName,
  type SourceDimension,
} from '@holloway/protocol';

export interface ReportQuery<R extends ReportName = ReportName> {
  readonly site: string;
  readonly report: R;
  readonly from: Day;
  readonly to: Day;
  readonly slice: string;
  /** For `flows`. */
  readonly level?: Level;
  /** For `PAGE_REPORTS`: these pages alone. */
  readonly pages?: readonly string[];
  /** For `devices`, `sources` and `consent`, each its own. */
  readonly dimension?: DeviceDimension | SourceDimension | ConsentDimension;
}

/**
 * Reports whose facts carry every slice. The rest is kept for all visits; `scroll` by device too, but Layout, which shows it, is of all
 * visits.
 */
export const SLICED: readonly ReportName[] = [
  'overview',
  'hours',
  'durations',
  'returns',
  'funnel',
  'pages',
  'categories',
  'flows',
  'steps',
  'trails',
  'consent',
];

export function reportUrl(query: ReportQuery, format: 'json' | 'csv' = 'json'): string {
  const { site, report, from, to, slice, level, pages = [], dimension } = query;
  const parameters = new URLSearchParams({ from, to });
  if (slice !== ALL && SLICED.includes(report)) parameters.set('slice', slice);
  if (level !== undefined) parameters.set('level', level);
  for (const page of pages) parameters.append('page', page);
  if (dimension !== undefined) parameters.set('dimension', dimension);
  if (format === 'csv') parameters.set('format', 'csv');
  return `/v1/sites/${encodeURIComponent(site)}/reports/${report}?${parameters}`;
}
