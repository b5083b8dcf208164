/**
 * Notices what has been seen, by IntersectionObserver alone: long enough, without a break, on a page that is shown.
 * Does not know what it is, nor what is near enough to be observed at all (near).
 */
import type { Guard } from './guard.ts';

export interface Sight {
  /** Where it has no box of its own (`display: contents`), its first child takes its place. */
  element: Element;
  /** How long it has to be seen without a break. */
  readonly dwellMs: number;
  isSeen(entry: IntersectionObserverEntry): boolean;
  /** Once. */
  onSeen(entry: IntersectionObserverEntry): void;
}

export interface Exposure {
  watch(sight: Sight): void;
  unwatch(element: Element): void;
  /** Looks again at what no threshold tells of. */
  again(): void;
}

const THRESHOLDS = [0, 0.1, 0.2, 0.3, 0.4, 0.5];

/** Half of it or, where it is taller than the window, half of that. */
export const isHalfSeen: Sight['isSeen'] = (entry) => {
  const windowHeight = entry.rootBounds?.height ?? 0;
  const isTall = entry.boundingClientRect.height > windowHeight;
  return entry.intersectionRatio >= 0.5 || (isTall && entry.intersectionRect.height >= windowHeight / 2);
};

/** Its horizontal middle line. What is taller than two windows crosses it without crossing a threshold: see `again`. */
export const isMiddleSeen: Sight['isSeen'] = ({ isIntersecting, boundingClientRect, rootBounds }) => {
  const middle = boundingClientRect.top + boundingClientRect.height / 2;
  return isIntersecting && middle >= 0 && middle <= (rootBounds?.height ?? 0);
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
  /** Runs while it is seen. */
  timer?: number | undefined;
  /** It has run out. */
  isDue?: boolean;
  /** No threshold tells when it comes to be seen. */
  isUncertain: boolean;
}

export function createExposure(
  window: Window & typeof globalThis,
  signal: AbortSignal,
  guard: Guard,
): Exposure {
  const { document, IntersectionObserver } = window;
  const all = new Map<Element, Watched>();

  const look = guard((entries: readonly IntersectionObserverEntry[]) => {
    for (const entry of entries) {
      const watched = all.get(entry.target);
      if (watched) judge(watched, entry);
    }
  });
  // Missing in older browsers: nothing is exposed there.
  const eye = IntersectionObserver && new IntersectionObserver(look, { threshold: THRESHOLDS });

  /** What is observed anew is told of as it is now. */
  const observe = (element: Element): void => {
    eye?.unobserve(element);
    eye?.observe(element);
  };
  const stop = (watched: Watched): void => {
    window.clearTimeout(watched.timer);
    watched.timer = undefined;
    watched.isDue = false;
  };
  const watch = (sight: Sight): void => {
    all.set(sight.element, { sight, isUncertain: sight.isSeen === isMiddleSeen });
    observe(sight.element);
  };
  const unwatch = (element: Element): void => {
    const watched = all.get(element);
    if (watched) stop(watched);
    all.delete(element);
    eye?.unobserve(element);
  };

  function judge(watched: Watched, entry: IntersectionObserverEntry): void {
    const { sight } = watched;
    const { target, boundingClientRect } = entry;
    if (!sight.isSeen(entry)) {
      stop(watched);
      const hasBox = boundingClientRect.width + boundingClientRect.height > 0;
      const child = target.firstElementChild;
      if (!hasBox && child && window.getComputedStyle(target).display === 'contents') {
        unwatch(target);
        sight.element = child;
        watch(sight);
      }
    } else if (watched.isDue) {
      stop(watched);
      if (isTransparent(target)) {
        watched.isUncertain = true;
        return;
      }
      unwatch(target);
      sight.onSeen(entry);
    } else if (watched.timer === undefined) {
      watched.timer = window.setTimeout(
        guard(() => {
          watched.isDue = true;
          observe(target);
        }),
        sight.dwellMs,
      );
    }
  }

  document.addEventListener(
    'visibilitychange',
    guard(() => {
      for (const [element, watched] of all) {
        stop(watched);
        if (document.visibilityState === 'visible') observe(element);
      }
    }),
    { signal },
  );
  signal.addEventListener('abort', () => eye?.disconnect());

  return {
    watch,
    unwatch,
    again() {
      for (const [element, { isUncertain }] of all) if (isUncertain) observe(element);
    },
  };
}
