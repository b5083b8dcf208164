/** Looks upwards in a page, out of open shadow roots too. */

/** A form has its fields by their names, and one may be called `parentElement`: whoever asked it would go in circles. */
let read: (() => Element | null) | null | undefined;
export function parentElementOf(element: Element): Element | null {
  const { defaultView } = element.ownerDocument;
  read =
    read ??
    (defaultView && Object.getOwnPropertyDescriptor(defaultView.Node.prototype, 'parentElement')?.get);
  return read ? read.call(element) : element.parentElement;
}

/** What an element stands in; of the top of a shadow root its host. */
export const parentOf = (element: Element): Element | null =>
  parentElementOf(element) ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;

/** The element itself or the nearest around it that fits. */
export function closest(element: Element | null, selector: string): Element | null {
  if (!element) return null;
  return (
    element.closest(selector) ??
    closest((element.getRootNode() as Partial<ShadowRoot>).host ?? null, selector)
  );
}

/** What the store says of an element or of what it stands in; not outside its shadow root, which no walk enters. */
export const declared = (element: Element, name: string): string | null | undefined =>
  element.closest(`[data-holloway-${name}]`)?.getAttribute(`data-holloway-${name}`);
