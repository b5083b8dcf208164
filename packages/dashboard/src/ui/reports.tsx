/** Waits for reports and hands them to its children; until then, and failing that, says so. */
import type { Report, ReportName } from '@holloway/protocol';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type Loadable, together } from '../state/loadable.ts';
import type { Asked } from '../state/view.ts';
import { Failure, NoRows, Skeleton } from './states.tsx';

interface ReportsProps<R extends readonly ReportName[]> {
  /** Without rows in the first, there is nothing to show. */
  readonly of: { readonly [index in keyof R]: Asked<R[index]> };
  /** Something that they would be drawn with is on its way: so that they do not move when it comes, they come with it. */
  readonly awaits?: boolean;
  readonly lines?: number;
  /** What stands there meanwhile, as high as what comes; default: lines. */
  readonly loading?: ComponentChildren;
  readonly children: (reports: { readonly [index in keyof R]: Report<R[index]> }) => ComponentChildren;
}

export function Reports<const R extends readonly [ReportName, ...ReportName[]]>(props: ReportsProps<R>) {
  const asked: readonly Asked<ReportName>[] = props.of as never;
  const result = together(asked.map((one): Loadable<unknown> => one.result));
  // Once they were drawn they stay.
  const wereDrawn = useRef(false);
  const isLoading = result.state === 'loading' || (props.awaits === true && !wereDrawn.current);
  useEffect(() => {
    if (result.state === 'ready' && !isLoading) wereDrawn.current = true;
  });
  if (result.state === 'loading' || (result.state === 'ready' && isLoading))
    return props.loading ?? <Skeleton lines={props.lines ?? 6} />;
  if (result.state === 'failed') {
    return (
      <Failure
        error={result.error}
        onRetry={() => {
          for (const one of asked) if (one.result.state === 'failed') one.retry();
        }}
      />
    );
  }
  const reports = result.value as unknown as { readonly [index in keyof R]: Report<R[index]> };
  if (reports[0].rows.length === 0) return <NoRows report={reports[0]} />;
  const stale = asked.some((one) => one.stale);
  return (
    <div class={stale ? 'reports stale' : 'reports'} aria-busy={stale}>
      {props.children(reports)}
    </div>
  );
}
