/**
 * How banner and control look: a constructed style sheet, which a strict content security policy lets pass.
 * Where browsers have none, both are plain text and buttons.
 */
const STYLE = `
.holloway.holloway,.holloway.holloway *{all:revert;box-sizing:border-box;font:1rem/1.5 system-ui,sans-serif;letter-spacing:normal}
.holloway.holloway{--h-back:#fff;--h-text:#1b1f24;--h-line:#5b6570;position:fixed;z-index:2147483647;color:var(--h-text);background:var(--h-back);border:1px solid var(--h-line)}
.holloway-banner.holloway-banner{inset:auto 0 0;max-height:100vh;overflow:auto;padding:1rem;border-width:1px 0 0;display:flex;flex-wrap:wrap;gap:.75rem 2rem;align-items:center;justify-content:center}
.holloway-banner.holloway-banner:focus{outline:0}
.holloway-banner.holloway-banner div{flex:1 1 20rem;max-width:46rem}
.holloway-banner.holloway-banner p{margin:0 0 .25rem}
.holloway-banner.holloway-banner div+div{display:flex;flex:0 1 22rem;gap:.75rem}
.holloway-banner.holloway-banner button{flex:1 1 0;min-width:0;min-height:2.75rem;padding:.5rem 1rem;font-weight:600;color:var(--h-back);background:var(--h-text);border:2px solid var(--h-text);border-radius:.375rem;cursor:pointer}
.holloway.holloway button:focus-visible,button.holloway.holloway:focus-visible{outline:3px solid #2f7fe0;outline-offset:2px}
button.holloway.holloway{inset:auto auto .5rem .5rem;min-height:1.75rem;padding:.125rem .625rem;font-size:.8125rem;border-radius:1rem;cursor:pointer}
:root:has(.holloway-banner){scroll-padding-bottom:18rem}
@media(prefers-color-scheme:dark){.holloway.holloway{--h-back:#1b1f24;--h-text:#f2f4f6;--h-line:#98a2ad}}
@media print{.holloway.holloway{display:none}}
`;

export function addStyle(document: Document): void {
  const window = document.defaultView;
  if (window === null || !('adoptedStyleSheets' in document)) return;
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(STYLE);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
