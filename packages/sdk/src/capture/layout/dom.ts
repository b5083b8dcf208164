/** Looks upwards in a page, out of open shadow roots too. */

/** What an element stands in; of the top of a shadow root its host. */
export const parentOf = (element: Element): Element | null =>
  element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;

/** The element itself or the nearest around it that fits. */
export function closest(element: Element | null, selector: string): Element | null {
  for (let from = element; from; from = (from.getRootNode() as Partial<ShadowRoot>).host ?? null) {
    const found = from.closest(selector);
    if (found) return found;
  }
  return null;
}

/** What the store says of an element or of what it stands in. */
export const declared = (element: Element, name: string): string | null | undefined =>
  closest(element, `[data-holloway-${name}]`)?.getAttribute(`data-holloway-${name}`);
