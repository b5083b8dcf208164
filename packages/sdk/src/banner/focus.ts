/** Where the keyboard goes when the banner that had it is gone. */

/** Gives the focus to an element that may not be able to have it, for as long as it has it. */
function lend(target: HTMLElement): void {
  if (!target.hasAttribute('tabindex')) {
    target.setAttribute('tabindex', '-1');
    target.addEventListener('blur', () => target.removeAttribute('tabindex'), { once: true });
  }
  target.focus({ preventScroll: true });
}

/** @param opener What the visitor opened the banner with; else the content of the page comes next. */
export function returnFocus(document: Document, opener: Element | null): void {
  const isThere = opener instanceof HTMLElement && opener.isConnected;
  const target = isThere ? opener : document.querySelector<HTMLElement>('main,[role=main],h1');
  if (target) lend(target);
}
