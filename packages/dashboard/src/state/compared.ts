/** A report of the finished days, and the same of the days that they are compared with. */
import type { Report, ReportName } from '@holloway/protocol';
import type { ApiError } from '../api/client.ts';
import { comparedDays } from '../model/comparison.ts';
import { type Days, finishedDays, lengthOf } from '../model/range.ts';
import { type QueryOptions, useReport, useView } from './view.ts';

export interface Compared<R extends ReportName> {
  readonly now: Report<R>;
  readonly before: Report<R>;
}

/** `null` where nothing is compared: not wanted, no days that are over, or no history so far back. */
export function useComparedDays(): { readonly now: Days; readonly before: Days } | null {
  const { days, site, route } = useView();
  const now = finishedDays(days, site);
  const before = now === null ? null : comparedDays(route.compare, now, site);
  return now === null || before === null ? null : { now, before };
}

export type Comparing<R extends ReportName> =
  | { readonly state: 'ready'; readonly value: Compared<R> }
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: ApiError; retry(): void }
  /** Nothing to compare, or sides of which one is of more days than the other. */
  | { readonly state: 'none' };

export function useComparing<R extends ReportName>(
  report: R,
  options: Omit<QueryOptions, 'days'> = {},
): Comparing<R> {
  const { days } = useView();
  const compared = useComparedDays();
  const over = useReport(report, { ...options, days: compared?.now ?? days });
  const earlier = useReport(report, { ...options, days: compared?.before ?? days });
  if (compared === null) return { state: 'none' };
  for (const { result, retry } of [over, earlier]) {
    if (result.state === 'failed') return { state: 'failed', error: result.error, retry };
  }
  // Of the last question, while the next answer is on its way.
  const stale = over.stale || earlier.stale;
  if (over.result.state !== 'ready' || earlier.result.state !== 'ready' || stale) return { state: 'loading' };
  const [now, before] = [over.result.value, earlier.result.value];
  // A range that touches a month which is kept as a whole has all of it: then it is of more days than the other.
  return lengthOf(now) === lengthOf(before) ? { state: 'ready', value: { now, before } } : { state: 'none' };
}

interface MaybeCompared<R extends ReportName> {
  /** `null` unless both sides are there. */
  readonly compared: Compared<R> | null;
  /** They may be there soon. */
  readonly isComing: boolean;
}

/** Where a screen says the same with less. */
export function useCompared<R extends ReportName>(
  report: R,
  options: Omit<QueryOptions, 'days'> = {},
): MaybeCompared<R> {
  const comparing = useComparing(report, options);
  return {
    compared: comparing.state === 'ready' ? comparing.value : null,
    isComing: comparing.state === 'loading',
  };
}
