/** Builds elements without markup: no string is ever parsed as HTML. */

export function element(
  document: Document,
  tag: string,
  attributes: { readonly [name: string]: string },
  ...children: readonly (Node | string)[]
): HTMLElement {
  const created = document.createElement(tag);
  for (const name in attributes) created.setAttribute(name, attributes[name] ?? '');
  created.append(...children);
  return created;
}

export function button(document: Document, label: string, onClick: () => void): HTMLElement {
  const created = element(document, 'button', { type: 'button' }, label);
  created.onclick = onClick;
  return created;
}
