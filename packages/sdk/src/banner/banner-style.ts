/**
 * How whatever we show looks, and how the banner stands. Colours are the system's own unless the store sets them, so that
 * dark mode and forced colours need nothing; lengths follow the visitor's font size, and no shop's `html` makes them
 * smaller than 15 px. Logical properties alone: right to left needs nothing either. The answers stand side by side where
 * their longest word in any language fits (24.5em), else one below the other; side by side again, and smaller, where the
 * window is too low for that, as at 400 %.
 */
export const BANNER_STYLE = `
#holloway-ui,#holloway-ui *{all:revert;box-sizing:border-box;font:inherit;margin:0}
#holloway-ui{all:initial;box-sizing:border-box;position:fixed;z-index:var(--holloway-z,2147483647);display:flex;flex-direction:column;gap:1em;inset:auto .75em .75em;width:min(100% - 1.5em,var(--holloway-width,72em));max-height:75vh;margin:auto;padding:1.25em;font:max(.9375rem,15px)/1.5 var(--holloway-font,system-ui,sans-serif);overflow-wrap:anywhere;color-scheme:light dark;background:var(--holloway-background,Canvas);color:var(--holloway-color,CanvasText);border:1px solid var(--holloway-border,rgb(128 128 128/.4));border-radius:var(--holloway-radius,.75em);box-shadow:0 .5em 2em rgb(0 0 0/.2)}
#holloway-ui :focus-visible{outline:3px solid var(--holloway-color,CanvasText);outline-offset:2px}
#holloway-ui p+p{margin-top:.5em}
#holloway-ui button{min-height:44px;padding:.5em 1em;line-height:1.25;background:none;color:inherit;border:1px solid;border-radius:var(--holloway-radius,.5em);cursor:pointer}
#holloway-ui button:hover{box-shadow:inset 0 0 0 1px}
#holloway-ui .holloway-text{overflow:auto;text-wrap:pretty}
#holloway-ui .holloway-answers{display:flex;flex-wrap:wrap;gap:.5em;flex:none}
#holloway-ui .holloway-answers button{flex:1 1 calc((24.5em - 100%)*999);padding:.5em .25em;font-weight:600;background:var(--holloway-accent,CanvasText);color:var(--holloway-accent-color,Canvas);border-color:transparent;hyphens:auto}
#holloway-ui.holloway-box{inset-inline-start:auto;width:min(100% - 1.5em,var(--holloway-width,28em))}
#holloway-ui.holloway-dialog{width:min(100% - 1.5em,var(--holloway-width,34em))}
@media (min-width:40em){#holloway-ui.holloway-dialog{inset-block:0;height:fit-content}}
@media (min-width:60em){#holloway-ui.holloway-bar{flex-direction:row;align-items:center;gap:2em}#holloway-ui.holloway-bar .holloway-text{flex:1}#holloway-ui.holloway-bar .holloway-answers{width:30em}}
@media (max-height:26em) and (max-width:29em){#holloway-ui:not(.holloway-centre) .holloway-answers button{flex-basis:0;padding:.1em;font-size:.75em}}
@media print{#holloway-ui{display:none}}
`;

/** Gives the end of the page room for a banner, so that what has the keyboard's focus can be scrolled clear of it. */
export const roomOf = (px: number): string =>
  `:root:has(#holloway-ui:not(.holloway-centre)){padding-bottom:${px}px;scroll-padding-bottom:${px}px}`;
