/** The route as a signal, kept in step with the address bar. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { type Route, readRoute, writeRoute } from './route.ts';

export interface Location {
  readonly route: ReadonlySignal<Route>;
  /** Where the collector is, for what has to be pasted elsewhere. */
  readonly origin: string;
  /** A new entry of the browser's history. */
  go(route: Route): void;
  /** In place of the current entry: for what one types or toggles. */
  replace(route: Route): void;
}

export function createLocation(page: Window): Location {
  const route = signal(readRoute(page.location.hash));
  page.addEventListener('hashchange', () => {
    route.value = readRoute(page.location.hash);
  });
  const show = (next: Route, method: 'pushState' | 'replaceState'): void => {
    const address = writeRoute(next);
    if (address !== page.location.hash) page.history[method](null, '', address);
    route.value = next;
  };
  // pushState fires no hashchange, but going back to its entries does.
  return {
    route,
    origin: page.location.origin,
    go: (next) => show(next, 'pushState'),
    replace: (next) => show(next, 'replaceState'),
  };
}
