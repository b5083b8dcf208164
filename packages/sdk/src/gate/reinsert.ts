/** Takes an element out of the page and puts it, or another, in its place. What it had loaded is gone at once. */
export function reinsert(element: Element, place = element): void {
  // Browsers take replacing an element with itself for nothing to do.
  const { parentNode, nextSibling } = place;
  place.remove();
  parentNode?.insertBefore(element, nextSibling);
}
