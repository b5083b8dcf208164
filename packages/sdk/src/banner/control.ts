/**
 * The small control that stays on every page, to change one's mind. A store that has one of its own,
 * `[data-holloway-open]`, is given no second one. Does not know what it opens.
 */
import { listen } from '../listen.ts';

const ID = 'holloway-control';
const OPENER = '[data-holloway-open]';

/** Colours are the system's own, so that dark mode and forced colours need nothing. */
const STYLE =
  '#holloway-control{all:revert;position:fixed;z-index:var(--holloway-z,2147483647);inset-block-end:.5rem;' +
  'inset-inline-start:.5rem;padding:.5rem 1rem;font:.875rem/1.4 var(--holloway-font,system-ui);' +
  'color-scheme:light dark;background:var(--holloway-background,Canvas);color:var(--holloway-color,CanvasText);' +
  'border:1px solid var(--holloway-border,currentColor);border-radius:var(--holloway-radius,1rem)}';

export interface Control {
  /** @param isFocused The keyboard goes on from it, or from the store's own. */
  show(label: string, isFocused?: boolean): void;
  hide(): void;
}

export function createControl(document: Document, lang: string, onOpen: () => void): Control {
  const button = document.createElement('button');
  listen(document, 'click', (event) => {
    // Of a document it is no element.
    if (!(event.target as Partial<Element>).closest?.(OPENER)) return;
    event.preventDefault();
    onOpen();
  });
  return {
    show(label, isFocused) {
      const own = document.querySelector<HTMLElement>(OPENER);
      button.textContent = label;
      if (!button.id) {
        Object.assign(button, { id: ID, lang, type: 'button', onclick: onOpen });
        // A constructed sheet passes a strict content security policy. Without such sheets it is a plain button.
        if ('adoptedStyleSheets' in document) {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(STYLE);
          document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
        }
      }
      // First in the document, in the place of the banner, so that the keyboard goes on from there.
      if (!own && !button.isConnected) document.body.prepend(button);
      if (isFocused) (own ?? button).focus({ preventScroll: true });
    },
    hide: () => button.remove(),
  };
}
