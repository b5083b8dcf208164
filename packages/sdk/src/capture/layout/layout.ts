/**
 * Observes the layout of pages: regions, positions of products, links and buttons; what of them is seen, and what is
 * clicked. Leaves the page as it is. Does not listen to clicks or navigation itself (analytics), nor count (visit).
 */
import { createGuard } from './guard.ts';
import { type LayoutDeps, openView, type View } from './view.ts';

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
  /** The page is being left: what clicks have still to tell is told before it returns. */
  leave(): void;
}

export function createLayout(deps: LayoutDeps): Layout {
  const { window, signal, onFault } = deps;
  let ending = new AbortController();
  let view: View | undefined;
  let unfinished: (() => void)[] = [];
  const guard = createGuard('layout', signal, onFault);
  const open = guard((startsAfterMs: number) => {
    view = undefined;
    ending = new AbortController();
    view = openView(deps, ending.signal, startsAfterMs);
  });
  signal.addEventListener('abort', () => ending.abort());
  open(0);
  return {
    restart() {
      ending.abort();
      open(ROUTER_MS);
    },
    click(event) {
      const work = view?.click(event);
      // The page has its click first.
      return new Promise((resolve) => {
        const finish = (): void => {
          if (!unfinished.includes(finish)) return;
          unfinished = unfinished.filter((other) => other !== finish);
          resolve(work?.());
        };
        unfinished.push(finish);
        window.setTimeout(finish);
      });
    },
    leave() {
      for (const finish of unfinished) finish();
      view?.leave();
    },
  };
}
