/** Single keys: each presses the visible button that names it, `/` goes to the first search field. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('input:not([type=range]), textarea, select, [contenteditable]');

const isVisible = (element: HTMLElement): boolean => element.getClientRects().length > 0;

export function pressShortcut(event: KeyboardEvent, page: Document): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
  if (event.key === '/') {
    const field = [...page.querySelectorAll<HTMLInputElement>('main input[type=search]')].find(isVisible);
    if (field === undefined) return;
    event.preventDefault();
    field.focus();
    return;
  }
  for (const button of page.querySelectorAll<HTMLElement>('[data-shortcut]')) {
    if (button.dataset.shortcut !== event.key || !isVisible(button)) continue;
    event.preventDefault();
    button.click();
    return;
  }
}
