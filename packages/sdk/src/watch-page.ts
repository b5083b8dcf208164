/**
 * Watches what is shown in a document from when it is seen for the first time: one view after another, and what happens
 * on each. Wires capture to what counts. Does not know when the document is seen or hidden (page-lifecycle).
 */
import type { SiteConfig } from '@holloway/protocol';
import { describeArrival, isReloaded } from './capture/arrival.ts';
import { commerceOf, eventsOf } from './capture/commerce.ts';
import { createDescriber } from './capture/describer.ts';
import { viewportOf } from './capture/device.ts';
import type { Engagement } from './capture/engagement.ts';
import { createLayout } from './capture/layout/layout.ts';
import { watchNavigation } from './capture/navigation.ts';
import { isOurs } from './capture/ours.ts';
import { pathOf } from './capture/path.ts';
import { createScroll } from './capture/scroll.ts';
import { hasNoneByNow } from './capture/search.ts';
import { onceQuiet } from './capture/settle.ts';
import type { Counting } from './counting.ts';
import { listen } from './listen.ts';
import type { Seen } from './record/memory.ts';
import type { Told } from './session.ts';
import type { Page } from './visit/observation.ts';

/** It opens a menu and leads nowhere. */
const SECONDARY_BUTTON = 2;
/** Whoever goes back sooner has not found what they were looking for. */
const SETTLED_MS = 8_000;
/** By then a search has shown its results. */
const ANSWERED_MS = 2_500;
/** A page that is hidden so soon after a click was left by it: the time between is the wait for the next page. */
const LEAVING_MS = 1_000;

export interface WatchedPage {
  /** Takes what the page has told. */
  listen(): void;
  /** Sees to what comes with time. To be called every second while the page is visible. */
  tick(): void;
  /** It is hidden, and perhaps gone. */
  leave(): void;
}

interface WatchPageDeps {
  readonly window: Window & typeof globalThis;
  /** Ends the watching. */
  readonly signal: AbortSignal;
  readonly config: SiteConfig;
  readonly counting: Counting;
  readonly engagement: Engagement;
  /** What the page told by `track`; taken out as it is listened to. */
  readonly told: Told[];
  /** What the page has pushed into its `dataLayer` since the last call. */
  unread(): readonly unknown[];
}

/** What is known of the page that is shown, from one pageview to the next. */
interface View {
  readonly path: string;
  readonly href: string;
  readonly since: number;
  readonly measuresBoxes: boolean;
  /** `null` before it is described. */
  page: Page | null;
  isSettled: boolean;
  isAnswered: boolean;
}

/** A click on a link or a button, which may lead to another page. */
function leadsAway(event: MouseEvent): boolean {
  const [target] = event.composedPath();
  const isLeading = target instanceof Element && target.closest('a[href],button,[type=submit]') !== null;
  return isLeading && event.button !== SECONDARY_BUTTON;
}

export function watchPage(deps: WatchPageDeps): WatchedPage {
  const { window, signal, config, counting, engagement, told, unread } = deps;
  const { document, location, performance } = window;
  const { routes, currency, boxes } = config;
  const { record, recordNow, flush, guard } = counting;
  const now = () => performance.now();

  const beginView = (): View => ({
    path: pathOf(location),
    href: location.href,
    since: now(),
    measuresBoxes: Math.random() < boxes,
    page: null,
    isSettled: false,
    isAnswered: false,
  });
  let view = beginView();

  const layout = createLayout({
    window,
    signal,
    routes,
    viewport: () => viewportOf(window.innerWidth),
    now,
    page: () => view.path,
    measuresBoxes: () => view.measuresBoxes,
    soon: counting.recordSoon,
    prompt: record,
    onFault: counting.fail,
  });

  const scroll = createScroll(window, signal, (work) => guard('layout', work));
  const describer = createDescriber(document, routes);
  const describe = guard('page', (isReload: boolean) => {
    // Where it has gone on to another before it was described, the address is no longer its own.
    const href = pathOf(location) === view.path ? location.href : view.href;
    const page = describer.describe(href);
    view.page = page;
    const provenance = describeArrival(href, document.referrer);
    record({ kind: 'pageview', page, provenance, isReload });
    scroll.begin();
    counting.resend();
  });
  /** Describes the page that is shown, unless it is described: one that a script shows waits for its content. */
  let describeNow = (): void => {
    describeNow = () => {};
    describe(isReloaded(performance));
  };

  const paused = () => ({ kind: 'pause', path: view.path, engagedMs: engagement.read() }) as const;

  const scrolled = (): Seen[] => {
    const tenth = scroll.end();
    return tenth === null ? [] : [{ kind: 'scroll', path: view.path, tenth }];
  };

  const seeNextPage = guard('page', () => {
    describeNow();
    // It was told of the page before.
    readEntries();
    layout.leave();
    recordNow(paused(), ...scrolled());
    counting.nextView();
    engagement.restart();
    view = beginView();
    layout.restart();
    describeNow = onceQuiet(
      window,
      () => signal.aborted || describe(false),
      () => describer.isThere(location.href),
    );
  });
  /** A router may show the results of another search at the same path: that is another page. */
  const isAskedAnew = (): boolean => view.page !== null && describer.isAskedAnew(location.href);
  const navigation = watchNavigation(window, signal, isAskedAnew, seeNextPage);
  /** What happens now belongs to the page whose address is shown now, however little it has said of itself. */
  const catchUp = (): void => {
    navigation.look();
    describeNow();
  };

  const seeEvent = guard('commerce', (name: unknown, params: unknown) => {
    const seen = commerceOf(name, params, currency);
    if (!seen) return;
    catchUp();
    record(seen);
  });
  const listenToPage = (): void => {
    for (const [name, params] of told.splice(0)) {
      if (name !== 'page_view') seeEvent(name, params);
      // A view that is not described yet is the one that the page tells of: its path has changed, or it was just loaded.
      else if (view.page) navigation.again();
    }
  };
  // Each by itself: one that throws takes no other along. Tag managers' own page_view counts nothing.
  const seeEntry = guard('commerce', (entry: unknown) => {
    for (const event of eventsOf(entry)) seeEvent(...event);
  });
  const readEntries = (): void => unread().forEach(seeEntry);

  /** A search whose results come later than the page: none by now are none. */
  const seeAnswer = guard('search', () => {
    view.isAnswered = true;
    const search = view.page?.search;
    if (search?.isEmpty !== null || !search) return;
    const isEmpty = hasNoneByNow(document, location.href, describer.published(), search, routes);
    if (isEmpty) record({ kind: 'search', search: { ...search, isEmpty } });
  });

  let leavingUntil = 0;
  const onClick = async (event: MouseEvent): Promise<void> => {
    if (isOurs(event.target)) return;
    const leaves = leadsAway(event);
    if (leaves) {
      catchUp();
      // First, so that a click after long reading finds its visit still there.
      record(paused());
    }
    const clicked = layout.click(event);
    if (!leaves) return;
    leavingUntil = now() + LEAVING_MS;
    await clicked;
    // The page may be left by it. What is sent now can be answered in time; what goes out with the page itself
    // has to be sent again by the next.
    flush(false);
  };
  listen(window, 'click auxclick', guard('click', onClick), signal);
  listen(window, 'online', () => flush(false), signal);

  listenToPage();
  describeNow();
  readEntries();

  return {
    listen: listenToPage,
    tick() {
      // Routers may have kept the browser's own way of changing the address from before we listened to it.
      navigation.glance();
      readEntries();
      scroll.look();
      if (!view.isAnswered && now() - view.since > ANSWERED_MS) seeAnswer();
      if (view.isSettled || engagement.read() < SETTLED_MS) return;
      view.isSettled = true;
      record({ kind: 'settled', path: view.path });
    },
    leave() {
      catchUp();
      readEntries();
      layout.leave();
      // A click that led away may still wait for its turn.
      recordNow(...(now() < leavingUntil ? [] : [paused()]), ...scrolled());
      flush(true);
    },
  };
}
