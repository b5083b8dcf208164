/**
 * How placeholders look, and that each takes exactly the box of its embed, also where the window is resized: so that
 * nothing on the page jumps. A constructed sheet, which a strict content security policy lets pass.
 */

/** On an embed whose placeholder is shown. */
export const REPLACED = 'data-holloway-replaced';

const STYLE =
  `[${REPLACED}]{display:none!important}` +
  '.holloway-embed,.holloway-embed *{all:revert;font:.875rem/1.4 var(--holloway-font,system-ui)}' +
  '.holloway-embed{overflow:auto;align-content:center;text-align:center;color-scheme:light dark;' +
  'background:var(--holloway-background,Canvas);color:var(--holloway-color,CanvasText);' +
  'box-shadow:inset 0 0 0 1px var(--holloway-border,currentColor)}' +
  '.holloway-embed p{margin:.5rem}' +
  '.holloway-embed button{min-height:2rem;margin:.2rem;padding:.2rem .8rem;background:inherit;color:inherit;' +
  'border:1px solid var(--holloway-border,currentColor);border-radius:var(--holloway-radius,1rem);cursor:pointer}';

/** What places and sizes an element, and the edge that counts to its size. */
const BOX =
  'position inset float z-index order flex grid-area align-self justify-self vertical-align box-sizing margin padding border border-radius width height min-width min-height max-width max-height aspect-ratio';

/** Hides the embed and gives its box to the placeholder. */
export type Replace = (embed: HTMLElement, placeholder: HTMLElement) => void;

/** Without constructed sheets, the placeholder stands as plain text and buttons beside the empty embed. */
export function createReplace(window: Window & typeof globalThis): Replace {
  const { document } = window;
  if (!('adoptedStyleSheets' in document)) return () => {};
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(STYLE);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  let count = 0;

  return (embed, placeholder) => {
    embed.removeAttribute(REPLACED);
    const style = window.getComputedStyle(embed);
    const display = style.display === 'inline' ? 'inline-block' : style.display;
    // From now on it says what was asked for (`100%`), not what became of it in this window (`320px`).
    embed.setAttribute(REPLACED, '');
    const box = BOX.split(' ').map((property) => `${property}:${style.getPropertyValue(property)}`);
    const isAuto = (property: string): boolean => /^auto$|^$/.test(style.getPropertyValue(property));
    // What says nothing of its size is sized so.
    if (isAuto('width') && (isAuto('height') || isAuto('aspect-ratio'))) box.push('width:300px');
    if (isAuto('height') && isAuto('aspect-ratio')) box.push('height:150px');
    const most = style.maxWidth === 'none' ? '100%' : style.maxWidth;
    // Like an embed, it makes no column wider than that has to be: what may shrink asks for no room (CSS Sizing 3, 5.2.2).
    if (/%/.test(most) && /px$/.test(style.width)) {
      box.push(`width:min(${style.width},${most})`, 'contain:inline-size');
    }
    box.push(`max-width:${most}`);
    placeholder.id = `holloway-embed-${++count}`;
    sheet.insertRule(`#${placeholder.id}{display:${display};${box.join(';')}}`, sheet.cssRules.length);
  };
}
