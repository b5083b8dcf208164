/**
 * Whether anybody is looking: visible and focused, hidden, or gone. Counts nothing itself.
 */
import { listen } from '../listen.ts';
import { quietly } from '../quietly.ts';

export interface Lifecycle {
  /** Seen for the first time: a page that is prerendered, or opened behind another, is not seen yet. */
  onSeen(): void;
  /** Visible and focused, or no longer. */
  onEngaged(isEngaged: boolean): void;
  /** Hidden, frozen or left: perhaps the last that is seen of it. May be called again before it is shown. */
  onHidden(): void;
}

export function watchLifecycle(
  window: Window,
  signal: AbortSignal,
  { onSeen, onEngaged, onHidden }: Lifecycle,
): void {
  const { document } = window;
  let isSeen = false;
  const look = ({ type }: Pick<Event, 'type'>): void => {
    const isShown = document.visibilityState === 'visible' && !/pagehide|freeze/.test(type);
    if (isShown && !isSeen) {
      isSeen = true;
      onSeen();
    }
    // A frame inside the page may have the focus: the window is then blurred, the document is not.
    onEngaged(isShown && document.hasFocus());
    if (isSeen && !isShown) onHidden();
  };
  // Those of the document pass the window too.
  listen(window, 'focus blur pageshow pagehide visibilitychange freeze', look, signal);
  quietly(look)({ type: '' });
}
