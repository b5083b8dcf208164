/**
 * Notices that another page is shown without one being loaded: by the History API, from the back-forward cache, because
 * the visitor is back after so long that it is another visit, because a search page is asked for something else, or because
 * the page says so.
 * Counts nothing itself. The first page of a document is not a navigation (observe).
 */
import { listen } from '../listen.ts';
import { attempt, quietly } from '../quietly.ts';
import { VISIT_TIMEOUT_MS } from '../visit/visit.ts';
import { pathOf } from './path.ts';

export interface Navigation {
  /** Another view is shown, whatever the address says; together with a change of the path it is one. */
  again(): void;
  /** Notices at once what would be noticed in its turn. */
  look(): void;
  /** Has noticed what nothing told of. To be called now and then. */
  glance(): void;
}

/** A search that is typed may have an address for every letter: one that stands for so long is a search. */
const TYPING_MS = 700;

/** Whom to tell of a change of the address. */
const told = new WeakMap<History, Set<() => void>>();

/** Tells of what scripts do to the address. The History API is changed once a document, however often that is asked. */
function tellOfHistory(history: History, signal: AbortSignal, onChange: () => void): void {
  const listeners = told.get(history) ?? new Set();
  listeners.add(onChange);
  signal.addEventListener('abort', () => listeners.delete(onChange));
  if (told.has(history)) return;
  told.set(history, listeners);
  for (const method of ['pushState', 'replaceState'] as const) {
    const original = history[method];
    // A page may have frozen it: then changes are noticed a while later.
    attempt(() => {
      history[method] = function (...args) {
        original.apply(this, args);
        for (const listener of listeners) listener();
      };
    });
  }
}

/**
 * @param isAskedAnew Whether the search page that is shown asks for something else by now.
 * @param onPage Called when the path has changed or the document came back, once the page's own code has had its turn:
 * an address that leads on at once is no page.
 */
export function watchNavigation(
  window: Window & { navigation?: EventTarget },
  signal: AbortSignal,
  isAskedAnew: () => boolean,
  onPage: () => void,
): Navigation {
  const { document, history, location, navigation } = window; // the Navigation API is missing in older browsers
  let path = pathOf(location);
  let isAgain = false;
  let hiddenAt = Infinity;
  let due = 0;

  const isElsewhere = (): boolean => isAgain || pathOf(location) !== path;
  const rest = (): void => {
    window.clearTimeout(due);
    due = 0;
  };
  const look = quietly(() => {
    rest();
    if (signal.aborted || !(isElsewhere() || isAskedAnew())) return;
    path = pathOf(location);
    isAgain = false;
    onPage();
  });
  const lookSoon = quietly(() => {
    rest();
    if (isElsewhere()) due = window.setTimeout(look, 0);
    else if (isAskedAnew()) due = window.setTimeout(look, TYPING_MS);
  });
  const again = (): void => {
    isAgain = true;
    lookSoon();
  };

  listen<PageTransitionEvent>(window, 'pageshow', ({ persisted }) => persisted && again(), signal);
  listen(
    window,
    'visibilitychange',
    () => {
      if (document.hidden) hiddenAt = Date.now();
      else if (Date.now() - hiddenAt > VISIT_TIMEOUT_MS) again();
    },
    signal,
  );
  listen(navigation ?? window, 'currententrychange popstate hashchange', lookSoon, signal);
  if (!navigation) tellOfHistory(history, signal, lookSoon);
  return { again, look, glance: () => (isElsewhere() ? look() : due || lookSoon()) };
}
