/**
 * Counts for a visitor who has agreed to it: wires capture, record and transport to one page.
 * Does not know of consent; whoever starts it stops it.
 */
import type { Basis, SiteConfig } from '@holloway/protocol';
import { describeArrival } from './capture/arrival.ts';
import { readModel, viewportOf } from './capture/device.ts';
import { createEngagement } from './capture/engagement.ts';
import { watchNavigation } from './capture/navigation.ts';
import { describePage } from './capture/page.ts';
import { watchLifecycle } from './capture/page-lifecycle.ts';
import { describeSlot, linkOf } from './capture/slot.ts';
import { listen } from './listen.ts';
import { quietly } from './quietly.ts';
import { createExclusively } from './record/exclusive.ts';
import type { Seen } from './record/memory.ts';
import { createRecorder } from './record/recorder.ts';
import type { KeyValueStore } from './storage.ts';
import { createNonce, encodeBodies } from './transport/bodies.ts';
import { createOutbox } from './transport/outbox.ts';
import { createPending } from './transport/pending.ts';
import { createSend } from './transport/send.ts';

const SEND_EVERY_MS = 20_000;
/** It opens a menu and leads nowhere. */
const SECONDARY_BUTTON = 2;
/** A page that is hidden so soon after a click was left by it: the time between is the wait for the next page. */
const LEAVING_MS = 1_000;

export interface Analytics {
  /** Counts another pageview of what the page shows now. */
  pageview(): void;
  /** Counts what belongs to no page: a choice, a preference. */
  count(seen: Seen): void;
  /** Nothing more is counted or sent; what waits is dropped. */
  stop(): void;
}

export interface AnalyticsOptions {
  readonly window: Window & typeof globalThis;
  /** `chosen` by the visitor, or on by default; may change while the page is open. */
  basis(): Basis;
  /** With the statement that the visitor agreed to. */
  readonly config: SiteConfig;
  /** Where the service is, ending with a slash. */
  readonly collector: string;
  /** Shared by the tabs of a browser. */
  readonly shared: KeyValueStore;
  /** Of this tab. */
  readonly own: KeyValueStore;
}

export function startAnalytics(options: AnalyticsOptions): Analytics {
  const { window, config, collector, shared, own, basis } = options;
  const { document, location, navigator } = window;
  const { site, timeZone, statement, routes } = config;
  const stopping = new AbortController();
  const { signal } = stopping;
  const viewport = () => viewportOf(window.innerWidth);

  const pending = createPending();
  const now = () => window.performance.now();
  const engagement = createEngagement(now);
  const recorder = createRecorder({
    store: shared,
    exclusively: createExclusively(navigator.locks),
    pending,
    timeZone,
    signal,
    now: Date.now,
    viewport,
  });
  const outbox = createOutbox({
    store: own,
    send: createSend(window, `${collector}v1/collect`, signal),
    signal,
    now: Date.now,
  });

  let model: string | undefined;
  quietly(async () => {
    model = await readModel(navigator);
  })();

  const nonce = () => createNonce(window.crypto);

  const flush = quietly((isLast: boolean) => {
    const envelope = { site, statement, basis: basis(), ...(model ? { model } : {}) };
    outbox.add(pending.take().flatMap((taken) => encodeBodies(taken, envelope, nonce)));
    return outbox.flush(isLast);
  });

  let path = '';
  let leavingUntil = 0;
  const pause = (): void => recorder.recordNow({ kind: 'pause', path, engagedMs: engagement.read() });

  const record = quietly(async (seen: Seen) => {
    await recorder.record(seen);
    if (pending.isFull()) flush(false);
  });

  const seePage = (isReload: boolean): void => {
    const page = describePage(document, location.href, routes);
    path = page.path;
    const provenance = describeArrival(location.href, document.referrer);
    record({ kind: 'pageview', page, provenance, isReload });
    // What went out with the page before, whose answer nobody could hear.
    quietly(outbox.flush)(false);
  };

  const seeNextPage = (): void => {
    pause();
    engagement.restart();
    seePage(false);
  };

  const onClick = async (event: MouseEvent): Promise<void> => {
    const link = linkOf(event);
    if (!link || event.button === SECONDARY_BUTTON) return;
    // First, so that a click after long reading finds its visit still there.
    pause();
    leavingUntil = now() + LEAVING_MS;
    const slot = describeSlot(link, location.href, routes);
    if (slot) await record({ kind: 'slot', measure: 'clicked', page: path, ...slot, viewport: viewport() });
    // The page may be left by it. What is sent now can be answered in time; what goes out with the page itself
    // has to be sent again by the next.
    flush(false);
  };

  watchLifecycle(window, signal, {
    onSeen() {
      const [loaded] = window.performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      seePage(loaded?.type === 'reload');
      watchNavigation(window, signal, seeNextPage);
      listen(window, 'click auxclick', onClick, signal);
    },
    onEngaged: engagement.set,
    onHidden() {
      // A click that led away may still wait for its turn.
      if (now() < leavingUntil) recorder.recordNow();
      else pause();
      flush(true);
    },
  });
  const timer = window.setInterval(
    quietly(() => {
      engagement.read();
      if (document.visibilityState === 'visible') flush(false);
    }),
    SEND_EVERY_MS,
  );

  return {
    pageview: seeNextPage,
    count: record,
    stop() {
      stopping.abort();
      window.clearInterval(timer);
    },
  };
}
