/** Builds elements without markup: no string is ever parsed as HTML. */

export function element<K extends keyof HTMLElementTagNameMap>(
  document: Document,
  tag: K,
  attributes: { readonly [name: string]: string },
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const created = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) created.setAttribute(name, value);
  created.append(...children);
  return created;
}

export function button(document: Document, label: string, onClick: () => void): HTMLButtonElement {
  const created = element(document, 'button', { type: 'button' }, label);
  created.addEventListener('click', onClick);
  return created;
}
