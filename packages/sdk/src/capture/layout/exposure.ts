/**
 * Notices what has been seen, by IntersectionObserver alone: long enough, without a break, on a page that is shown.
 * Does not know what it is, nor what is near enough to be observed at all (near).
 */
import { listen } from '../../listen.ts';
import type { Guard } from './guard.ts';

export interface Sight {
  /** Where it has no box of its own (`display: contents`), its first child takes its place. */
  element: Element;
  /** How long it has to be seen without a break. */
  readonly dwellMs: number;
  isSeen(entry: IntersectionObserverEntry): boolean;
  /** Once. */
  onSeen(entry: IntersectionObserverEntry): void;
  /** It was seen, or is not waited for any more. */
  isOver?: boolean;
}

export interface Exposure {
  watch(sight: Sight): void;
  unwatch(element: Element): void;
  /** Lets go of what is no part of the document any more. */
  forget(): void;
  /** Looks again at what no threshold tells of. */
  again(): void;
}

const HALF = 0.5;

const isTall = ({ boundingClientRect, rootBounds }: IntersectionObserverEntry): boolean =>
  boundingClientRect.height > (rootBounds?.height ?? 0);

/** Half of it or, where it is taller than the window, half of that. */
export const isHalfSeen: Sight['isSeen'] = (entry) =>
  entry.intersectionRatio >= HALF ||
  (isTall(entry) && entry.intersectionRect.height >= (entry.rootBounds?.height ?? 0) * HALF);

/** Its horizontal middle line. */
export const isMiddleSeen: Sight['isSeen'] = ({ intersectionRatio, boundingClientRect, rootBounds }) => {
  const middle = boundingClientRect.top + boundingClientRect.height * HALF;
  // Chromium calls intersecting only what is beyond the threshold.
  return intersectionRatio > 0 && middle >= 0 && middle <= (rootBounds?.height ?? 0);
};

/** Takes a place in the layout, but nobody can see it: a menu that is faded out. */
const isTransparent = (element: Element): boolean =>
  // Missing in older browsers.
  (element as Partial<Element>).checkVisibility?.call(element, {
    visibilityProperty: true,
    opacityProperty: true,
  }) === false;

interface Watched {
  readonly sight: Sight;
  /** Since when it has been seen; what began together is due together. */
  run?: Run | undefined;
  /** That half of it is seen does not tell all. */
  isUncertain: boolean;
}

interface Run {
  isDue: boolean;
}

export function createExposure(
  window: Window & typeof globalThis,
  signal: AbortSignal,
  guard: Guard,
): Exposure {
  const { document, IntersectionObserver } = window;
  const all = new Map<Element, Watched>();
  /** What begins with this look, by how long it takes. */
  const runs = new Map<number, Run>();

  const look = guard((entries: readonly IntersectionObserverEntry[]) => {
    runs.clear();
    for (const entry of entries) {
      const watched = all.get(entry.target);
      if (watched) judge(watched, entry);
    }
  });
  // Missing in older browsers: nothing is exposed there.
  const eye = IntersectionObserver && new IntersectionObserver(look, { threshold: HALF });

  /** What is observed anew is told of as it is now. */
  const observe = (element: Element): void => {
    eye?.unobserve(element);
    eye?.observe(element);
  };
  /** One timer for all that come to be seen at once. */
  const begin = (dwellMs: number): Run => {
    const run: Run = runs.get(dwellMs) ?? { isDue: false };
    const finish = guard(() => {
      run.isDue = true;
      for (const [element, watched] of all) if (watched.run === run) observe(element);
    });
    if (!runs.has(dwellMs)) window.setTimeout(finish, dwellMs);
    runs.set(dwellMs, run);
    return run;
  };
  const watch = (sight: Sight): void => {
    if (all.get(sight.element)?.sight === sight) return;
    all.set(sight.element, { sight, isUncertain: sight.isSeen === isMiddleSeen });
    eye?.observe(sight.element);
  };
  const unwatch = (element: Element): void => {
    all.delete(element);
    eye?.unobserve(element);
  };

  function judge(watched: Watched, entry: IntersectionObserverEntry): void {
    const { sight, run } = watched;
    const { target, boundingClientRect } = entry;
    if (isTall(entry)) watched.isUncertain = true;
    if (!sight.isSeen(entry)) {
      watched.run = undefined;
      const hasBox = boundingClientRect.width + boundingClientRect.height > 0;
      const child = target.firstElementChild;
      if (!hasBox && child && window.getComputedStyle(target).display === 'contents') {
        unwatch(target);
        sight.element = child;
        watch(sight);
      }
    } else if (!run) {
      watched.run = begin(sight.dwellMs);
    } else if (run.isDue) {
      watched.run = undefined;
      if (isTransparent(target)) {
        watched.isUncertain = true;
        return;
      }
      unwatch(target);
      sight.isOver = true;
      sight.onSeen(entry);
    }
  }

  listen(
    document,
    'visibilitychange',
    guard(() => {
      for (const [element, watched] of all) {
        watched.run = undefined;
        if (document.visibilityState === 'visible') observe(element);
      }
    }),
    signal,
  );
  signal.addEventListener('abort', () => eye?.disconnect());

  return {
    watch,
    unwatch,
    forget() {
      for (const element of all.keys()) if (!element.isConnected) unwatch(element);
    },
    again() {
      for (const [element, { isUncertain }] of all) if (isUncertain) observe(element);
    },
  };
}
