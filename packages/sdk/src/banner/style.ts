/**
 * How banner and control look: a constructed style sheet, which a strict content security policy lets pass.
 * Where browsers have none, both are plain text and buttons.
 */
const STYLE = `
#holloway-ui,#holloway-ui *{all:revert;box-sizing:border-box;margin:0;font:1rem/1.5 system-ui,sans-serif;color:var(--h)}
#holloway-ui{--h:#1b1f24;--b:#fff;position:fixed;z-index:2147483647;inset:auto 0 0;max-height:100vh;overflow:auto;padding:1rem;background:var(--b);border-top:1px solid;display:flex;flex-wrap:wrap;gap:1rem 2rem;align-items:center;justify-content:center}
#holloway-ui div{flex:1 1 20rem;max-width:46rem}
#holloway-ui div+div{display:flex;flex:0 1 22rem;gap:1rem}
#holloway-ui div button{flex:1;min-height:3rem;font-weight:600;color:var(--b);background:var(--h);border:2px solid var(--h);border-radius:.4rem;cursor:pointer}
#holloway-ui :focus-visible,button#holloway-ui:focus-visible{outline:3px solid #2f7fe0;outline-offset:2px}
button#holloway-ui{inset:auto auto .5rem .5rem;padding:.2rem .6rem;font-size:.8rem;border:1px solid;border-radius:1rem;cursor:pointer}
:root:has(section#holloway-ui){scroll-padding-bottom:18rem}
@media(prefers-color-scheme:dark){#holloway-ui{--h:#f2f4f6;--b:#1b1f24}}
@media print{#holloway-ui{display:none}}`;

export function addStyle(document: Document): void {
  const window = document.defaultView;
  if (window === null || !('adoptedStyleSheets' in document)) return;
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(STYLE);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
