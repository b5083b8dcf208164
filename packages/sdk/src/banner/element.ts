/** Builds elements without markup: no string is ever parsed as HTML. */

/**
 * @param properties Of the element, by their names in the DOM.
 * @param children Strings become text; what is `null` is left out.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  document: Document,
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  ...children: readonly (Node | string | null)[]
): HTMLElementTagNameMap[K] {
  const created = Object.assign(document.createElement(tag), properties);
  created.append(...children.filter((child) => child !== null));
  return created;
}

/** The same, of one document. */
export type Build = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  ...children: readonly (Node | string | null)[]
) => HTMLElementTagNameMap[K];
