/**
 * Notices that another page is shown without one being loaded: from the back-forward cache, or by the History API.
 * Counts nothing itself. The first page of a document is not a navigation (analytics).
 */
import { quietly } from '../quietly.ts';

/** The part of the Navigation API that is used; where it is missing, `history` is watched. */
interface NavigationEvents {
  addEventListener(type: 'currententrychange', listener: () => void, options: { signal: AbortSignal }): void;
}

/**
 * @param onPage Called when the path has changed, once the page's own code has had its turn, or when the document
 * came back from the cache.
 */
export function watchNavigation(
  window: Window & { navigation?: NavigationEvents },
  signal: AbortSignal,
  onPage: () => void,
): void {
  const { history, location, navigation } = window;
  let path = location.pathname;

  const check = quietly(() => {
    if (signal.aborted || location.pathname === path) return;
    path = location.pathname;
    window.setTimeout(
      quietly(() => signal.aborted || onPage()),
      0,
    );
  });

  window.addEventListener(
    'pageshow',
    quietly((event) => event.persisted && onPage()),
    { signal },
  );
  if (navigation) {
    navigation.addEventListener('currententrychange', check, { signal });
    return;
  }
  window.addEventListener('popstate', check, { signal });
  for (const method of ['pushState', 'replaceState'] as const) {
    const original = history[method];
    history[method] = function (...args) {
      original.apply(this, args);
      check();
    };
  }
}
