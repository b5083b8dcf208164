/**
 * Notices clicks that nothing came of within 2.5 s, on something that looks as if it could be clicked. Watches the page
 * for that long only. Errs on the side of life: a page that never rests has no dead clicks.
 */
import { listen } from '../../listen.ts';
import type { Guard } from './guard.ts';

const WAIT_MS = 2_500;

/** What a click can do without changing the document or the address. */
const LIFE = 'scroll visibilitychange submit invalid change input toggle play pause';
/** These answer by themselves, often where no script sees it: a list opens, a caret blinks, a file is saved. */
const ANSWERING =
  'select,input,textarea,label,summary,video,audio,iframe,object,embed,[contenteditable],a[target],a[download],[aria-haspopup]';
const EVERYTHING = { subtree: true, childList: true, attributes: true, characterData: true };
const FIELDS = 'input,select,textarea,[contenteditable]';
const PICTURES = 'img,picture,svg,svg *';

export interface DeadClicks {
  /**
   * @param hit The link or button that was clicked, if any.
   * @param onDead Called where nothing came of it.
   */
  watch(event: MouseEvent, target: Element, hit: Element | null, onDead: () => void): void;
}

export function createDeadClicks(
  window: Window & typeof globalThis,
  signal: AbortSignal,
  guard: Guard,
): DeadClicks {
  const { document, location, MutationObserver } = window;
  const pending = new Set<object>();

  const live = (): void => {
    if (pending.size > 0) observer?.disconnect();
    pending.clear();
  };
  const observer = MutationObserver && new MutationObserver(live);
  signal.addEventListener('abort', live);

  // To a field, or away from the page: a dialog, another window.
  const onFocus = ({ target }: Event): void => {
    if (target === window || (target as Partial<Element>).matches?.(FIELDS)) live();
  };
  listen(window, LIFE, guard(live), signal);
  listen(window, 'focusin blur', guard(onFocus), signal);

  const looksClickable = (target: Element, hit: Element | null): boolean =>
    !!hit || target.matches(PICTURES) || window.getComputedStyle(target).cursor === 'pointer';

  return {
    watch(event, target, hit, onDead) {
      if (!observer) return;
      if (pending.size === 0) observer.observe(document, EVERYTHING);
      const click = {};
      pending.add(click);
      const { href } = location;
      const isDead = (): boolean =>
        pending.delete(click) &&
        location.href === href &&
        !target.closest(ANSWERING) &&
        window.getSelection()?.isCollapsed !== false &&
        // The next page is slow to come.
        (event.defaultPrevented ||
          !/^http.*[^#]$/.test((hit as Partial<HTMLAnchorElement> | null)?.href ?? '')) &&
        looksClickable(target, hit);
      window.setTimeout(
        guard(() => {
          if (isDead()) onDead();
          if (pending.size === 0) observer.disconnect();
        }),
        WAIT_MS,
      );
    },
  };
}
