/**
 * Whether anybody is looking: visible and focused, hidden, or gone. Counts nothing itself.
 */
import { listen } from '../listen.ts';

export interface Lifecycle {
  /** Visible and focused, or no longer. */
  onEngaged(isEngaged: boolean): void;
  /** Hidden, frozen or left: perhaps the last that is seen of it. May be called again before it is shown. */
  onHidden(): void;
}

const isVisible = (document: Document): boolean => document.visibilityState === 'visible';

export function watchLifecycle(
  window: Window,
  signal: AbortSignal,
  { onEngaged, onHidden }: Lifecycle,
): void {
  const { document } = window;
  const look = ({ type }: Pick<Event, 'type'>): void => {
    const isLeft = type === 'pagehide' || type === 'freeze';
    // A frame inside the page may have the focus: the window is then blurred, the document is not.
    onEngaged(!isLeft && isVisible(document) && document.hasFocus());
    if (isLeft || !isVisible(document)) onHidden();
  };
  listen(window, 'focus blur pageshow pagehide', look, signal);
  listen(document, 'visibilitychange freeze', look, signal);
  look({ type: '' });
}

/** Calls back once the page is visible: one that is prerendered, or opened behind another, is not seen yet. */
export function whenVisible(document: Document, signal: AbortSignal, work: () => void): void {
  let isDone = false;
  const look = (): void => {
    if (isDone || !isVisible(document)) return;
    isDone = true;
    work();
  };
  listen(document, 'visibilitychange', look, signal);
  look();
}
