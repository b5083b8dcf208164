/**
 * Where one is in a view that is seen by a link. The address stays that of the link, which can be loaded again; the place is
 * kept with each entry of the browser's history.
 */
import type { Shared } from '@holloway/protocol';
import type { Location } from './location.ts';
import { type Route, writeRoute } from './route.ts';
import { sharedRoute } from './shared-route.ts';
import { signal } from './signal.ts';

export interface SharedLocation extends Location {
  /** Hears no more of the browser's history. */
  close(): void;
}

/** `null` where the view of the link is none that can be seen by one. */
export function createSharedLocation(page: Window, shared: Shared): SharedLocation | null {
  const first = sharedRoute(shared.view.address, shared);
  if (first === null) return null;
  const kept = (state: unknown): Route =>
    (typeof state === 'string' ? sharedRoute(state, shared) : null) ?? first;
  const route = signal(kept(page.history.state));
  const goBack = (event: PopStateEvent): void => {
    route.value = kept(event.state);
  };
  page.addEventListener('popstate', goBack);
  const show = (next: Route, method: 'pushState' | 'replaceState'): void => {
    const address = writeRoute(next);
    const shown = sharedRoute(address, shared);
    if (shown === null) return;
    route.value = shown;
    // Last, as in location.ts.
    page.history[method](address, '', page.location.hash);
  };
  return {
    route,
    entry: signal(null),
    origin: page.location.origin,
    go: (next) => show(next, 'pushState'),
    replace: (next) => show(next, 'replaceState'),
    close: () => page.removeEventListener('popstate', goBack),
  };
}
