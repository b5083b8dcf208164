/**
 * What a trace of Chromium says of the scripts of one origin: how long they ran on the main thread, the longest time in one go,
 * and how often they made the browser lay the page out before its time.
 * @see https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU
 */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** Microseconds of the thread's own time, which other work of the machine takes nothing from. */
  readonly tdur?: number;
  readonly args?: {
    readonly data?: { readonly url?: string; readonly stackTrace?: readonly { readonly url?: string }[] };
    readonly beginData?: { readonly stackTrace?: readonly { readonly url?: string }[] };
    readonly fileName?: string;
  };
}

export const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8'];
/** Says who forced a layout, and slows everything down by it. */
export const STACKS = 'disabled-by-default-devtools.timeline.stack';

const RUNNING = new Set([
  'FunctionCall',
  'EvaluateScript',
  'v8.evaluateModule',
  'v8.compile',
  'v8.compileModule',
]);
const LAYING_OUT = new Set(['Layout', 'UpdateLayoutTree']);

export interface ScriptCost {
  /** Milliseconds, all told. */
  readonly all: number;
  /** Milliseconds, in one go. */
  readonly longest: number;
  readonly forcedLayouts: number;
}

export function scriptCost(trace: string, origin: string): ScriptCost {
  const events = (JSON.parse(trace) as { traceEvents: readonly TraceEvent[] }).traceEvents;
  const isOurs = (url: string | undefined): boolean => url?.startsWith(origin) ?? false;
  const runs = events
    .filter(
      ({ name, ph, args }) =>
        ph === 'X' && RUNNING.has(name) && (isOurs(args?.data?.url) || isOurs(args?.fileName)),
    )
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  let until = 0;
  const times: number[] = [];
  for (const { ts, dur = 0, tdur = dur } of runs) {
    if (ts < until) continue; // inside the one before
    until = ts + dur;
    times.push(tdur / 1000);
  }
  const forced = events.filter(
    ({ name, args }) =>
      LAYING_OUT.has(name) &&
      (args?.beginData?.stackTrace ?? args?.data?.stackTrace ?? []).some(({ url }) => isOurs(url)),
  );
  return {
    all: times.reduce((sum, ms) => sum + ms, 0),
    longest: Math.max(0, ...times),
    forcedLayouts: forced.length,
  };
}
