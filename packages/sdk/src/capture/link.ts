/** Links that are clicked, and whether the page is about to be left by one. */

/** The link that an event happened in, through shadow roots. */
export const linkOf = (event: Event): HTMLAnchorElement | null => {
  const target = event.composedPath()[0];
  return target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null;
};

/** Asked at the very end of a click or submit: whether the browser goes on to load another page in its place. */
export function leavesPage(event: Event): boolean {
  if (event.defaultPrevented) return false;
  if (event.type === 'submit') return true;
  const { altKey, ctrlKey, metaKey, shiftKey } = event as MouseEvent;
  const link = linkOf(event);
  return link !== null && !(altKey || ctrlKey || metaKey || shiftKey || link.target || link.download);
}
