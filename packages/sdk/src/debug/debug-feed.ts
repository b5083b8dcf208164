/**
 * What a developer is shown of the counting while it goes on: what was seen, what waits, what was sent. Made by looking
 * on, through the tap that the counting is given; without one it is the same. Does not show it (overlay-panel).
 */
import type { Seen } from '../record/memory.ts';
import type { KeyValueStore } from '../storage.ts';
import type { Pending, Taken } from '../transport/pending.ts';
import type { ObservationOf, Page } from '../visit/observation.ts';
import { type Body, bodiesOf } from './bodies-of.ts';
import { type Net, watchNet } from './watch-net.ts';
import { type WatchedPending, watchPending } from './watch-pending.ts';

/** More than a page shows of itself at once. */
const MAX_SEEN = 200;

/** What the counting lets look on. */
export interface Tap {
  /** Used in the place of the one that is given. */
  pending(real: Pending): Pending;
  /** Used in the place of the window's. */
  readonly net: Net;
  /**
   * Told of each observation as it is taken down.
   * @param take Takes another down, before this one where it is called at once.
   */
  onSeen(seen: Seen, take: (seen: Seen) => void): void;
}

export interface SeenAt {
  /** Of all that were seen, from 1. */
  readonly number: number;
  readonly seen: Seen;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface DebugFeed {
  readonly tap: Omit<Tap, 'onSeen'> & { onSeen(seen: Seen): void };
  /** As it was described last; `null` before. */
  page(): Page | null;
  /** The last observations, the newest first. */
  seen(): readonly SeenAt[];
  /** What failed on the page that is shown, each once. */
  faults(): readonly ObservationOf<'fault'>['reason'][];
  /** What would go out now; a copy. */
  waiting(): readonly Taken[];
  /** What was sent, or waits to be sent again, the newest first. */
  bodies(): readonly Body[];
}

interface FeedDeps {
  /** What is sent goes out by it. */
  readonly net: Net;
  /** Nothing goes out. */
  readonly isDry: boolean;
  /** Where the counting keeps what it sends. */
  readonly own: KeyValueStore;
  /** Milliseconds since 1970. */
  now(): number;
  /** Any of it has changed. */
  onChange(): void;
}

export function createFeed({ net, isDry, own, now, onChange }: FeedDeps): DebugFeed {
  const seen: SeenAt[] = [];
  const faults = new Set<ObservationOf<'fault'>['reason']>();
  let page: Page | null = null;
  let number = 0;
  let pending: WatchedPending | null = null;
  const watched = watchNet(net, isDry, now, onChange);

  return {
    tap: {
      pending(real) {
        pending = watchPending(real, onChange);
        return pending;
      },
      net: watched.net,
      onSeen(one) {
        if (one.kind === 'pageview') {
          // What failed before it is described failed on it too, unless it follows another.
          if (page) faults.clear();
          page = one.page;
        }
        if (one.kind === 'fault') faults.add(one.reason);
        seen.unshift({ number: ++number, seen: one, at: now() });
        seen.splice(MAX_SEEN);
        onChange();
      },
    },
    page: () => page,
    seen: () => seen,
    faults: () => [...faults],
    waiting: () => pending?.peek() ?? [],
    bodies: () => bodiesOf(own, watched.tripOf),
  };
}
