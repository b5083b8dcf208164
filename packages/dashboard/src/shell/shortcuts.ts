/**
 * Single keys: each presses the visible button that names it, `/` goes to the first search field, and `g` with a letter
 * follows the link of a screen. None is heard while something is typed.
 */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches(
    'input:not([type=range], [type=radio], [type=checkbox]), textarea, select, [contenteditable]',
  );

const isVisible = (element: HTMLElement): boolean => element.getClientRects().length > 0;

/** How long `g` waits for its letter. */
const WAIT_MS = 1_500;

/** Listens to the keys of a page, one after another. */
export function createShortcuts(page: Document): (event: KeyboardEvent) => void {
  let askedToGo = Number.NEGATIVE_INFINITY;

  const go = (key: string): void =>
    page.querySelector<HTMLElement>(`[data-go="${CSS.escape(key)}"]`)?.click();

  function focusSearch(): boolean {
    const field = [...page.querySelectorAll<HTMLInputElement>('main input[type=search]')].find(isVisible);
    field?.focus();
    return field !== undefined;
  }

  function pressButton(key: string): boolean {
    for (const button of page.querySelectorAll<HTMLElement>('[data-shortcut]')) {
      if (!button.dataset.shortcut?.includes(key) || !isVisible(button)) continue;
      button.dataset.pressedBy = key;
      button.click();
      return true;
    }
    return false;
  }

  function handle(key: string, at: number): boolean {
    if (at - askedToGo < WAIT_MS) {
      askedToGo = Number.NEGATIVE_INFINITY;
      go(key);
      return true;
    }
    if (key === 'g') {
      askedToGo = at;
      return true;
    }
    return key === '/' ? focusSearch() : pressButton(key);
  }

  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
    // Shift on its own, on the way to `?`.
    if (event.key.length > 1) return;
    if (handle(event.key, event.timeStamp)) event.preventDefault();
  };
}
