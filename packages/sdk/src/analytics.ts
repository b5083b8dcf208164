/**
 * Counts for a visitor who has agreed to it: wires capture, record and transport to one page.
 * Does not know of consent; whoever starts it stops it.
 */
import type { Basis, SiteConfig } from '@holloway/protocol';
import { describeArrival } from './capture/arrival.ts';
import { commerceOf, eventsOf } from './capture/commerce.ts';
import { readDataLayer } from './capture/data-layer.ts';
import { createDescriber } from './capture/describer.ts';
import { readModel, viewportOf } from './capture/device.ts';
import { createEngagement } from './capture/engagement.ts';
import { createLayout } from './capture/layout/layout.ts';
import { watchNavigation } from './capture/navigation.ts';
import { isOurs } from './capture/ours.ts';
import { watchLifecycle } from './capture/page-lifecycle.ts';
import { pathOf } from './capture/path.ts';
import { hasNoneByNow } from './capture/search.ts';
import { onceQuiet } from './capture/settle.ts';
import type { Tap } from './debug/debug-feed.ts';
import { listen } from './listen.ts';
import { quietly } from './quietly.ts';
import { createExclusively } from './record/exclusive.ts';
import type { Seen } from './record/memory.ts';
import { createRecorder } from './record/recorder.ts';
import type { Told } from './session.ts';
import type { KeyValueStore } from './storage.ts';
import { createNonce, encodeBodies } from './transport/bodies.ts';
import { createOutbox } from './transport/outbox.ts';
import { createPending } from './transport/pending.ts';
import { createSend } from './transport/send.ts';
import type { ObservationOf, Page } from './visit/observation.ts';

/** It opens a menu and leads nowhere. */
const SECONDARY_BUTTON = 2;
const SOON_MS = 1_000;
const TICK_MS = 1_000;
const TICKS_TO_SEND = 20;
/** Whoever goes back sooner has not found what they were looking for. */
const SETTLED_MS = 8_000;
/** By then a search has shown its results. */
const ANSWERED_MS = 2_500;
/** A page that is hidden so soon after a click was left by it: the time between is the wait for the next page. */
const LEAVING_MS = 1_000;

export interface Analytics {
  /** Takes what the page has told. */
  listen(): void;
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
  /** What the page told by `track`; taken out as it is listened to. */
  readonly told: Told[];
  /** The visitor had agreed before this page was loaded: what it has told already counts. */
  readonly isRemembered: boolean;
  /** Looks on, for a developer. */
  readonly tap?: Tap | undefined;
}

/** What is known of the page that is shown, from one pageview to the next. */
interface View {
  readonly path: string;
  readonly href: string;
  readonly since: number;
  readonly measuresBoxes: boolean;
  /** Each reason once. */
  readonly faults: Set<Fault>;
  page: Page | null;
  isSettled: boolean;
  isAnswered: boolean;
}

type Fault = ObservationOf<'fault'>['reason'];

/** A click on a link or a button, which may lead to another page. */
function leadsAway(event: MouseEvent): boolean {
  const [target] = event.composedPath();
  const isLeading = target instanceof Element && target.closest('a[href],button,[type=submit]') !== null;
  return isLeading && event.button !== SECONDARY_BUTTON;
}

export function startAnalytics(options: AnalyticsOptions): Analytics {
  const { window, config, collector, shared, own, basis, told, isRemembered, tap } = options;
  const { document, location, navigator } = window;
  const { site, offsets, statement, routes, currency, boxes } = config;
  const stopping = new AbortController();
  const { signal } = stopping;
  const now = () => window.performance.now();
  const viewport = () => viewportOf(window.innerWidth);

  const later = (work: () => void) => window.setTimeout(work, SOON_MS);
  const waiting = createPending();
  const pending = tap?.pending(waiting) ?? waiting;
  const engagement = createEngagement(now);
  const recorder = createRecorder({
    store: shared,
    exclusively: createExclusively(navigator.locks),
    pending,
    offsets,
    signal,
    now: Date.now,
    viewport,
    later,
  });
  const outbox = createOutbox({
    store: own,
    send: createSend(tap?.net ?? window, `${collector}v1/collect`, signal, later),
    signal,
    now: Date.now,
  });

  const beginView = (): View => ({
    path: pathOf(location),
    href: location.href,
    since: now(),
    measuresBoxes: Math.random() < boxes,
    faults: new Set(),
    page: null,
    isSettled: false,
    isAnswered: false,
  });
  let view = beginView();

  const record = quietly(async (seen: Seen) => {
    tap?.onSeen(seen);
    await recorder.record(seen);
    if (pending.isFull()) flush(false);
  });
  const fail = (reason: Fault): void => {
    if (view.faults.has(reason)) return;
    view.faults.add(reason);
    record({ kind: 'fault', reason });
  };
  /** Work whose errors are counted, and heard of by nobody. */
  const guard = <A extends unknown[]>(reason: Fault, work: (...args: A) => unknown) =>
    quietly(async (...args: A) => {
      try {
        await work(...args);
      } catch (error) {
        fail(reason);
        throw error;
      }
    });

  let model: string | undefined;
  guard('device', async () => {
    model = await readModel(navigator);
  })();

  const nonce = () => createNonce(window.crypto);
  const flush = guard('send', (isLast: boolean) => {
    const envelope = { site, statement, basis: basis(), ...(model ? { model } : {}) };
    outbox.add(pending.take().flatMap((taken) => encodeBodies(taken, envelope, nonce)));
    return outbox.flush(isLast);
  });

  const layout = createLayout({
    window,
    signal,
    routes,
    viewport,
    now,
    page: () => view.path,
    measuresBoxes: () => view.measuresBoxes,
    soon: quietly((seen: Seen) => {
      tap?.onSeen(seen);
      recorder.recordSoon(seen);
    }),
    prompt: record,
    onFault: fail,
  });

  const describer = createDescriber(document, routes);
  /** Describes a page that is shown by a script and still without its content. */
  let describeNow = (): void => {};
  const describe = guard('page', (isReload: boolean) => {
    // Where it has gone on to another before it was described, the address is no longer its own.
    const href = pathOf(location) === view.path ? location.href : view.href;
    const page = describer.describe(href);
    view.page = page;
    const provenance = describeArrival(href, document.referrer);
    record({ kind: 'pageview', page, provenance, isReload });
    // What went out with the page before, whose answer nobody could hear.
    outbox.flush(false);
  });

  const paused = () => ({ kind: 'pause', path: view.path, engagedMs: engagement.read() }) as const;

  function seeNextPage(): void {
    describeNow();
    layout.leave();
    recorder.recordNow(paused());
    engagement.restart();
    view = beginView();
    layout.restart();
    describeNow = onceQuiet(
      window,
      () => signal.aborted || describe(false),
      () => describer.isThere(location.href),
    );
  }

  const seeEvent = guard('commerce', (name: unknown, params: unknown) => {
    if (name === 'page_view') return seeNextPage();
    const seen = commerceOf(name, params, currency);
    if (seen) record(seen);
  });
  const listenToPage = (): void => {
    for (const [name, params] of told.splice(0)) seeEvent(name, params);
  };
  const readEntries = quietly(
    readDataLayer(window, isRemembered, (entry) => {
      // Tag managers' own page_view says what is counted anyway.
      for (const [name, params] of eventsOf(entry)) if (name !== 'page_view') seeEvent(name, params);
    }),
  );

  /** A search whose results come later than the page: none by now are none. */
  const seeAnswer = guard('search', () => {
    view.isAnswered = true;
    const search = view.page?.search;
    if (search?.isEmpty !== null || !search) return;
    const isEmpty = hasNoneByNow(document, routes);
    if (isEmpty) record({ kind: 'search', search: { ...search, isEmpty } });
  });

  let leavingUntil = 0;
  const onClick = async (event: MouseEvent): Promise<void> => {
    if (isOurs(event.target)) return;
    const leaves = leadsAway(event);
    // First, so that a click after long reading finds its visit still there.
    if (leaves) record(paused());
    const clicked = layout.click(event);
    if (!leaves) return;
    leavingUntil = now() + LEAVING_MS;
    await clicked;
    // The page may be left by it. What is sent now can be answered in time; what goes out with the page itself
    // has to be sent again by the next.
    flush(false);
  };

  watchLifecycle(window, signal, {
    onSeen() {
      const [loaded] = window.performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      describe(loaded?.type === 'reload');
      listenToPage();
      readEntries();
      watchNavigation(window, signal, seeNextPage);
      listen(window, 'click auxclick', guard('click', onClick), signal);
      listen(window, 'online', () => flush(false), signal);
    },
    onEngaged: engagement.set,
    onHidden() {
      describeNow();
      readEntries();
      layout.leave();
      // A click that led away may still wait for its turn.
      if (now() < leavingUntil) recorder.recordNow();
      else recorder.recordNow(paused());
      flush(true);
    },
  });

  let ticks = 0;
  const timer = window.setInterval(
    quietly(() => {
      const engagedMs = engagement.read();
      if (document.visibilityState !== 'visible') return;
      readEntries();
      if (!view.isAnswered && now() - view.since > ANSWERED_MS) seeAnswer();
      if (!view.isSettled && engagedMs >= SETTLED_MS) {
        view.isSettled = true;
        record({ kind: 'settled', path: view.path });
      }
      if (++ticks % TICKS_TO_SEND === 0) flush(false);
    }),
    TICK_MS,
  );

  return {
    listen: listenToPage,
    count: record,
    stop() {
      stopping.abort();
      window.clearInterval(timer);
    },
  };
}
