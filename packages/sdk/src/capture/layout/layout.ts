/**
 * Observes the layout of pages: regions, positions of products, links and buttons; what of them is seen, and what is
 * clicked. Leaves the page as it is. Does not listen to clicks or navigation itself (analytics), nor count (visit).
 */
import { createGuard } from './guard.ts';
import { type LayoutDeps, openView } from './view.ts';

/** Routers name the next page before they show it: what still stands there is the page before. */
const ROUTER_MS = 500;

export interface Layout {
  /** Another view begins: a new page in the same document, or back from the cache. */
  restart(): void;
  /**
   * A click anywhere in the window, `auxclick` too, from a capturing listener.
   * @returns Done once what has to be counted promptly is; a few milliseconds later as a rule.
   */
  click(event: MouseEvent): Promise<unknown>;
}

export function createLayout(deps: LayoutDeps): Layout {
  const { window, signal, onFault } = deps;
  let ending = new AbortController();
  let click: ReturnType<typeof openView> | undefined;
  const guard = createGuard('layout', signal, onFault);
  const open = guard((startsAfterMs: number) => {
    click = undefined;
    ending = new AbortController();
    click = openView(deps, ending.signal, startsAfterMs);
  });
  signal.addEventListener('abort', () => ending.abort());
  open(0);
  return {
    restart() {
      ending.abort();
      open(ROUTER_MS);
    },
    click(event) {
      const finish = click?.(event);
      // The page has its click first. No navigation is as quick as the next turn.
      return new Promise((resolve) => {
        window.setTimeout(() => resolve(finish?.()));
      });
    },
  };
}
