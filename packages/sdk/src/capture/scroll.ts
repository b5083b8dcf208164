/**
 * How far down a page was seen: the tenth of its height that the lower edge of the window reached. Reads the layout only
 * where the browser has just made it. What scrolls inside a page is not looked at. Does not know when a view begins or ends
 * (watch-page).
 */
import { listen } from '../listen.ts';

const TENTHS = 10;
/** What passes faster is not seen. */
const PASSING_MS = 100;

export interface Scroll {
  /** Another view is shown, and its content is there. */
  begin(): void;
  /** A page that has not been scrolled yet may have grown since it was looked at. To be called now and then. */
  look(): void;
  /**
   * Ends the looking.
   * @returns The furthest tenth, 1 to 10, of the page as it was then; `null` where nothing was drawn since the view began, and
   * where IntersectionObserver is missing, in older browsers.
   */
  end(): number | null;
}

/** Of one view. */
interface Reach {
  /** Pixels from the top of the page. */
  readonly bottom: number;
  readonly tenth: number | null;
  /** It is the furthest from now on, however the page grows. */
  readonly isKept: boolean;
}

/** @param guard Keeps errors out of the page. */
export function createScroll(
  window: Window & typeof globalThis,
  signal: AbortSignal,
  guard: (work: () => void) => () => unknown,
): Scroll {
  const { document, IntersectionObserver } = window;
  const { documentElement } = document;
  let reach: Reach | null = null;
  let isScrolled = false;
  let due = 0;

  function measure({ bottom, tenth, isKept }: Reach): Reach {
    const { scrollTop, scrollHeight } = document.scrollingElement ?? documentElement;
    const furthest = Math.max(bottom, scrollTop + window.innerHeight);
    const now = Math.min(TENTHS, Math.ceil((TENTHS * furthest) / scrollHeight));
    // A page grows because it is still loading; once it is scrolled, because its end was reached.
    const most = isKept ? Math.max(tenth ?? 0, now) : now;
    return { bottom: furthest, tenth: most >= 1 ? most : null, isKept: isScrolled };
  }

  const eye =
    IntersectionObserver &&
    new IntersectionObserver(
      // Called when the page has just been laid out.
      guard(() => {
        eye.disconnect();
        if (reach) reach = measure(reach);
      }),
    );
  signal.addEventListener('abort', () => eye?.disconnect());
  const see = (): void => {
    due = 0;
    if (!signal.aborted) eye?.observe(documentElement);
  };

  listen(
    document,
    'scroll',
    ({ target }) => {
      if (target !== document || !reach) return;
      isScrolled = true;
      due = due || window.setTimeout(see, PASSING_MS);
    },
    signal,
  );

  return {
    begin() {
      reach = { bottom: 0, tenth: null, isKept: false };
      isScrolled = false;
      see();
    },
    look() {
      if (reach && !isScrolled) see();
    },
    end() {
      const tenth = reach?.tenth ?? null;
      reach = null;
      return tenth;
    },
  };
}
