/** The route as a signal, kept in step with the address bar. */
import { type Entry, readEntry } from './entry.ts';
import { type Route, readRoute, writeRoute } from './route.ts';
import { type ReadonlySignal, signal } from './signal.ts';

export interface Location {
  readonly route: ReadonlySignal<Route>;
  /** `null` where the address is one of numbers. */
  readonly entry: ReadonlySignal<Entry | null>;
  /** Where the collector is, for what has to be pasted elsewhere. */
  readonly origin: string;
  /** A new entry of the browser's history. */
  go(route: Route): void;
  /** In place of the current entry: for what one types or toggles. */
  replace(route: Route): void;
}

export function createLocation(page: Window): Location {
  const route = signal(readRoute(page.location.hash));
  const entry = signal(readEntry(page.location.hash));
  page.addEventListener('hashchange', () => {
    route.value = readRoute(page.location.hash);
    entry.value = readEntry(page.location.hash);
  });
  const show = (next: Route, method: 'pushState' | 'replaceState'): void => {
    const address = writeRoute(next);
    route.value = next;
    entry.value = null;
    // Last: a browser may refuse to change it so often (Safari does), and what is shown is what was typed all the same.
    if (address !== page.location.hash) page.history[method](null, '', address);
  };
  // pushState fires no hashchange, but going back to its entries does.
  return {
    route,
    entry,
    origin: page.location.origin,
    go: (next) => show(next, 'pushState'),
    replace: (next) => show(next, 'replaceState'),
  };
}
