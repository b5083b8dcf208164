/**
 * Counts for a visitor who has agreed to it: what is seen of a document while anybody looks at it.
 * Does not know of consent; whoever starts it stops it.
 */
import { readDataLayer } from './capture/data-layer.ts';
import { createEngagement } from './capture/engagement.ts';
import { watchLifecycle } from './capture/page-lifecycle.ts';
import { type CountingDeps, createCounting } from './counting.ts';
import { quietly } from './quietly.ts';
import type { Seen } from './record/memory.ts';
import type { Told } from './session.ts';
import { type WatchedPage, watchPage } from './watch-page.ts';

const TICK_MS = 1_000;
const TICKS_TO_SEND = 20;

export interface Analytics {
  /** Takes what the page has told, once it is seen: it belongs to what is shown. */
  listen(): void;
  /** Counts what belongs to no page: a choice, a preference. */
  count(seen: Seen): void;
  /** Nothing more is counted or sent; what waits is dropped. */
  stop(): void;
}

export interface AnalyticsOptions extends CountingDeps {
  /** What the page told by `track`; taken out as it is listened to. */
  readonly told: Told[];
  /** The visitor had agreed before this page was loaded: what it has told already counts. */
  readonly isRemembered: boolean;
}

function begin(options: AnalyticsOptions, signal: AbortSignal): Omit<Analytics, 'stop'> {
  const { window, config, told, isRemembered } = options;
  const { document, performance } = window;
  const counting = createCounting(options, signal);
  const { guard, flush } = counting;
  const engagement = createEngagement(() => performance.now());
  const unread = readDataLayer(window, isRemembered);
  let page: WatchedPage | null = null;

  watchLifecycle(window, signal, {
    onSeen: guard('page', () => {
      page = watchPage({ window, signal, config, counting, engagement, told, unread });
    }),
    onEngaged: engagement.set,
    onHidden: () => page?.leave(),
  });

  let ticks = 0;
  const timer = window.setInterval(
    quietly(() => {
      engagement.read();
      if (document.visibilityState !== 'visible') return;
      page?.tick();
      if (++ticks % TICKS_TO_SEND === 0) flush(false);
    }),
    TICK_MS,
  );
  signal.addEventListener('abort', () => window.clearInterval(timer));

  return { listen: () => page?.listen(), count: counting.record };
}

/** @throws Whatever fails before anything can be counted; nothing of it then goes on. */
export function startAnalytics(options: AnalyticsOptions): Analytics {
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  try {
    return { ...begin(options, stopping.signal), stop };
  } catch (error) {
    stop();
    throw error;
  }
}
