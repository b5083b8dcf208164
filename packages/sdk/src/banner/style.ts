/**
 * How banner and control look: a constructed style sheet, which a strict content security policy lets pass. Colours are
 * the system's own, so that dark mode and forced colours need nothing. Without such sheets both are plain buttons.
 */
const STYLE =
  '#holloway-ui,#holloway-ui *{all:revert;margin:0;font:1rem/1.5 system-ui}' +
  '#holloway-ui{color-scheme:light dark;position:fixed;z-index:2147483647;inset:auto 0 0;max-height:100vh;overflow:auto;padding:1rem;background:Canvas;color:CanvasText;border:1px solid;display:flex;flex-wrap:wrap;gap:1rem;align-items:center;justify-content:center}' +
  '#holloway-ui p,#holloway-ui div{flex:1 1 18rem;max-width:46rem}' +
  '#holloway-ui div{display:flex;gap:1rem;max-width:24rem}' +
  '#holloway-ui button{flex:1;min-height:3rem;background:CanvasText;color:Canvas;border:2px solid;border-radius:1rem}' +
  'button#holloway-ui{inset:auto auto .5rem .5rem;padding:.2rem .6rem;border-radius:1rem}' +
  ':root:has(section#holloway-ui)';

/**
 * Styles what is yet to be shown.
 * @returns Gives the end of the page room for a banner, however high, as long as it is there: what has the keyboard's
 * focus can be scrolled clear of it.
 */
export function addStyle(document: Document): (banner: HTMLElement) => void {
  if (!('adoptedStyleSheets' in document)) return () => {};
  const sheet = new CSSStyleSheet();
  const setRoom = (px: number) =>
    sheet.replaceSync(`${STYLE}{padding-bottom:${px}px;scroll-padding-bottom:${px}px}`);
  setRoom(0);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return (banner) => new ResizeObserver(() => setRoom(banner.offsetHeight)).observe(banner);
}
