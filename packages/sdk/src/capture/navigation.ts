/**
 * Notices that another page is shown without one being loaded: by the History API, from the back-forward cache, or because
 * the visitor is back after so long that it is another visit.
 * Counts nothing itself. The first page of a document is not a navigation (analytics).
 */
import { listen } from '../listen.ts';
import { quietly } from '../quietly.ts';
import { VISIT_TIMEOUT_MS } from '../visit/visit.ts';
import { pathOf } from './path.ts';

/**
 * @param onPage Called when the path has changed or the document came back, once the page's own code has had its turn:
 * an address that leads on at once is no page.
 */
export function watchNavigation(
  window: Window & { navigation?: EventTarget },
  signal: AbortSignal,
  onPage: () => void,
): void {
  const { document, history, location, navigation } = window; // the Navigation API is missing in older browsers
  let path = pathOf(location);
  let isBack = false;
  let hiddenAt = Infinity;
  let due = 0;

  const check = quietly(() => {
    window.clearTimeout(due);
    due = window.setTimeout(
      quietly(() => {
        const next = pathOf(location);
        if (signal.aborted || (next === path && !isBack)) return;
        path = next;
        isBack = false;
        onPage();
      }),
      0,
    );
  });
  const come = (): void => {
    isBack = true;
    check();
  };

  listen<PageTransitionEvent>(window, 'pageshow', ({ persisted }) => persisted && come(), signal);
  listen(
    window,
    'visibilitychange',
    () => {
      if (document.hidden) hiddenAt = Date.now();
      else if (Date.now() - hiddenAt > VISIT_TIMEOUT_MS) come();
    },
    signal,
  );
  listen(navigation ?? window, 'currententrychange popstate hashchange', check, signal);
  for (const method of navigation ? [] : (['pushState', 'replaceState'] as const)) {
    const original = history[method];
    history[method] = function (...args) {
      original.apply(this, args);
      check();
    };
  }
}
