/**
 * Whether anybody is looking: visible and focused, hidden, or gone. Counts nothing itself.
 */
import { quietly } from '../quietly.ts';

export interface Lifecycle {
  /** Visible and focused, or no longer. */
  onEngaged(isEngaged: boolean): void;
  /** Hidden, frozen or left: perhaps the last that is seen of it. May be called again before it is shown. */
  onHidden(): void;
}

export function watchLifecycle(
  window: Window,
  signal: AbortSignal,
  { onEngaged, onHidden }: Lifecycle,
): void {
  const { document } = window;
  // A frame inside the page may have the focus: the window is then blurred, the document is not.
  const look = quietly(() => onEngaged(document.visibilityState === 'visible' && document.hasFocus()));
  const leave = quietly(() => {
    onEngaged(false);
    onHidden();
  });

  for (const type of ['focus', 'blur', 'pageshow']) window.addEventListener(type, look, { signal });
  window.addEventListener('pagehide', leave, { signal });
  document.addEventListener('freeze', leave, { signal });
  document.addEventListener(
    'visibilitychange',
    () => (document.visibilityState === 'hidden' ? leave() : look()),
    { signal },
  );
  look();
}

/** Calls back once the page is visible: one that is prerendered, or opened behind another, is not seen yet. */
export function whenVisible(document: Document, signal: AbortSignal, work: () => void): void {
  const isVisible = () => document.visibilityState === 'visible';
  const once = quietly(() => {
    if (!isVisible()) return;
    document.removeEventListener('visibilitychange', once);
    work();
  });
  if (isVisible()) work();
  else document.addEventListener('visibilitychange', once, { signal });
}
