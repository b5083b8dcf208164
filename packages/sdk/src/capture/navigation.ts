/**
 * Notices that another page is shown without one being loaded: from the back-forward cache, or by the History API.
 * Counts nothing itself. The first page of a document is not a navigation (analytics).
 */
import { listen } from '../listen.ts';
import { quietly } from '../quietly.ts';

/**
 * @param onPage Called when the path has changed, once the page's own code has had its turn, or when the document
 * came back from the cache.
 */
export function watchNavigation(
  window: Window & { navigation?: EventTarget },
  signal: AbortSignal,
  onPage: () => void,
): void {
  const { history, location, navigation } = window; // the Navigation API is missing in older browsers
  let path = location.pathname;

  const check = quietly(() => {
    if (location.pathname === path) return;
    path = location.pathname;
    window.setTimeout(
      quietly(() => signal.aborted || onPage()),
      0,
    );
  });

  listen<PageTransitionEvent>(window, 'pageshow', ({ persisted }) => persisted && onPage(), signal);
  listen(navigation ?? window, 'currententrychange popstate', check, signal);
  for (const method of navigation ? [] : (['pushState', 'replaceState'] as const)) {
    const original = history[method];
    history[method] = function (...args) {
      original.apply(this, args);
      check();
    };
  }
}
