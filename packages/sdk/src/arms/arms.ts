/**
 * Layout tests of a page: shows the arm that this browser is in, and tells the counting which arm was shown and what came
 * of it. Loaded only where a site has tests that run and the visitor agreed to statistics. Counts nothing itself
 * (visit/tested).
 */
import { ANY, CONTROL, type Outcome, type RunningExperiment, type SiteConfig } from '@holloway/protocol';
import { pathOf } from '../capture/path.ts';
import { routedPage } from '../capture/routes.ts';
import type { Tap } from '../debug/debug-feed.ts';
import { attempt, quietly } from '../quietly.ts';
import type { Seen } from '../record/memory.ts';
import { ARMS_KEY, type KeyValueStore } from '../storage.ts';
import { drawArm, readArms, writeArms } from './draw.ts';

/** What the visitor has begun to read by then is not changed under their eyes. */
const SOON_MS = 2_000;

export interface ArmsDeps {
  readonly window: Window & typeof globalThis;
  readonly config: Pick<SiteConfig, 'experiments'>;
  /** Shared by the tabs of a browser. */
  readonly shared: KeyValueStore;
  /** The visitor had agreed before this page was loaded. */
  readonly isRemembered: boolean;
  /** In [0, 1). */
  random(): number;
}

export interface ShownArms {
  /** The arm of a test, which the page then shows; `a` where none is to be shown here. */
  of(test: string): string;
  /** Looks on as the counting takes down what is seen, and adds to it. @param tap That of a developer. */
  tap(tap: Tap | undefined): Tap;
}

export function createArms({ window, config, shared, isRemembered, random }: ArmsDeps): ShownArms {
  const { document, location, performance } = window;
  const tests = config.experiments ?? [];
  /** Tests that the page shows now, and that no pageview has told of yet. */
  const shown = new Set<string>();
  let record: ((seen: Seen) => void) | null = null;
  let isFirst = true;

  const kept = () => readArms(shared.get(ARMS_KEY), tests);
  const isHere = ({ pages }: RunningExperiment): boolean =>
    !pages || 'type' in routedPage([{ pattern: pages }], pathOf(location));

  function tell(experiment: string, metric: Outcome | typeof ANY, order?: string): void {
    const arm = kept().get(experiment);
    if (arm) record?.({ kind: 'tested', experiment, arm, metric, order });
  }

  function show({ id, arms }: RunningExperiment): string {
    const before = kept();
    const arm = before.get(id) ?? drawArm(arms, random());
    // Those of tests that have ended go with it.
    shared.set(ARMS_KEY, writeArms(new Map([...before, [id, arm]])));
    shown.add(id);
    tell(id, ANY);
    return arm;
  }

  function showMarkup(): void {
    for (const test of tests) {
      const marked = document.querySelectorAll<HTMLElement>(`[data-holloway-experiment="${test.id}"]`);
      if (marked.length === 0 || !isHere(test)) continue;
      const arm = show(test);
      for (const element of marked) element.hidden = element.dataset.hollowayArm !== arm;
    }
  }

  function see(seen: Seen): void {
    if (seen.kind === 'zone' && seen.measure === 'clicked')
      for (const { id, zone } of tests) if (zone === seen.zone) tell(id, 'clicked');
    if (seen.kind === 'commerce' && seen.stage !== 'checkout')
      for (const { id } of tests) tell(id, seen.stage === 'cart' ? 'added' : 'order', seen.order);
    if (seen.kind !== 'pageview') return;
    // Before the pageview is taken down, so that it is told of the arm that was shown before it.
    if (!seen.isReload) for (const { id } of tests) tell(id, 'onward');
    if (!isFirst) showMarkup();
    isFirst = false;
    const here = [...shown];
    shown.clear();
    // After it, for it may be what the visit begins with.
    Promise.resolve().then(() => {
      for (const id of here) tell(id, ANY);
    });
  }

  const [loaded] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (isRemembered && performance.now() - (loaded?.domInteractive ?? 0) < SOON_MS) showMarkup();

  return {
    of(id) {
      const test = tests.find((one) => one.id === id);
      return test && isHere(test) ? show(test) : CONTROL;
    },
    tap: (tap) => ({
      net: tap?.net ?? window,
      pending: (real) => tap?.pending(real) ?? real,
      onSeen(seen, take) {
        tap?.onSeen(seen, take);
        record = (one) => {
          tap?.onSeen(one, take);
          quietly(take)(one);
        };
        attempt(() => see(seen));
      },
    }),
  };
}
