/** What every screen stands on: the site, its days, the slice, and the ways to ask and to move. */
import type { Report, ReportName, SiteSummary } from '@holloway/protocol';
import { createContext } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';
import type { Api } from '../api/client.ts';
import { type ReportQuery, reportUrl } from '../api/report-url.ts';
import type { Days } from '../model/range.ts';
import { appliedSlice } from './applied-slice.ts';
import type { Loadable } from './loadable.ts';
import type { Location } from './location.ts';
import type { ReportStore } from './report-store.ts';
import type { Options, Route } from './route.ts';
import { useSignal } from './signal.ts';

export interface View {
  readonly api: Api;
  readonly reports: ReportStore;
  readonly location: Location;
  readonly site: SiteSummary;
  readonly days: Days;
  readonly route: Route;
}

export const ViewContext = createContext<View | null>(null);

export function useView(): View {
  const view = useContext(ViewContext);
  if (view === null) throw new Error('useView is for components inside ViewContext');
  return view;
}

/** @param slice Default: the one that applies on the screen of the view. */
export type QueryOptions = Pick<ReportQuery, 'level' | 'pages' | 'dimension'> & {
  readonly days?: Days;
  readonly slice?: string;
};

/** The query of a report as this view shows it. */
function queryOf<R extends ReportName>(
  { site, days, route }: View,
  report: R,
  { days: otherDays, ...options }: QueryOptions = {},
): ReportQuery<R> {
  return { site: site.id, report, ...(otherDays ?? days), slice: appliedSlice(route), ...options };
}

export interface Asked<R extends ReportName> {
  readonly result: Loadable<Report<R>>;
  /** Shown are the numbers of the last question, while the next answer is on its way. */
  readonly stale: boolean;
  readonly csv: string;
  retry(): void;
}

/** Asks for a report. While another range or slice loads, the last answer about the same site stays. */
export function useReport<R extends ReportName>(report: R, options: QueryOptions = {}): Asked<R> {
  const view = useView();
  const query = queryOf(view, report, options);
  const result = useSignal(view.reports.get(query));
  const kept = useRef<{ key: string; result: Loadable<Report<R>> } | null>(null);
  const key = `${query.site} ${report} ${options.level} ${JSON.stringify(options.pages)} ${options.dimension}`;
  useEffect(() => {
    if (result.state === 'ready') kept.current = { key, result };
  });
  const last = kept.current?.key === key ? kept.current.result : null;
  const stale = result.state === 'loading' && last !== null;
  return {
    result: stale ? last : result,
    stale,
    csv: reportUrl(query, 'csv'),
    retry: () => view.reports.retry(query),
  };
}

/** Options of the screen, and the way to change them: `null` takes one away. */
export function useOptions(): readonly [
  Options,
  (patch: { readonly [name: string]: string | readonly string[] | null }, how?: 'go' | 'replace') => void,
] {
  const { route, location } = useView();
  return [
    route.options,
    (patch, how = 'replace') => {
      const options: Record<string, readonly string[]> = { ...route.options };
      for (const [name, value] of Object.entries(patch)) {
        if (value === null) delete options[name];
        else options[name] = typeof value === 'string' ? [value] : value;
      }
      location[how]({ ...route, options });
    },
  ];
}
