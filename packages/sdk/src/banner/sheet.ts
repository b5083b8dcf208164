/**
 * Style sheets that a strict content security policy lets pass: constructed, never an attribute or an element. Does not
 * say how anything looks (banner-style, centre-style, print-style).
 */

/** @returns `null` in a browser that knows no such sheets: unstyled, everything can be read and pressed all the same. */
export function adopt(
  { document, CSSStyleSheet }: Window & typeof globalThis,
  css: string,
): CSSStyleSheet | null {
  if (!('adoptedStyleSheets' in document)) return null;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return sheet;
}
