/**
 * How the overlay looks: at the top, away from the banner and the control, and beneath both. Colours are the system's own,
 * so that dark mode and forced colours need nothing. What the page says of its elements does not reach in here.
 */
export const OVERLAY_STYLE = `
:host{all:initial!important;position:fixed!important;z-index:2147483646!important;inset-block-start:.5rem!important;inset-inline-end:.5rem!important;display:block!important;width:min(25rem,100vw - 1rem)!important;pointer-events:none!important;color-scheme:light dark!important}
*{box-sizing:border-box;margin:0}
section{display:flex;flex-direction:column;max-height:min(55vh,36rem);width:fit-content;margin-inline-start:auto;pointer-events:auto;font:13px/1.45 system-ui,sans-serif;background:Canvas;color:CanvasText;border:1px solid GrayText;border-radius:8px;box-shadow:0 4px 16px rgb(0 0 0/.25);overflow:hidden}
section.is-open{width:auto}
h2,h3{font-size:1em}
h3{margin:1em 0 .25em}
button{font:inherit;color:inherit;background:none;border:1px solid GrayText;border-radius:6px;padding:.2em .7em;min-height:28px;cursor:pointer}
h2 button{width:100%;min-height:32px;border:0;border-radius:0;font-weight:600;text-align:start}
h2 button::before{content:"▸ "/""}
h2 [aria-expanded=true]::before{content:"▾ "/""}
:focus-visible{outline:2px solid Highlight;outline-offset:-2px}
.body{overflow:auto;padding:.25em .75em .75em;border-block-start:1px solid GrayText;overflow-wrap:anywhere}
.note{font-weight:600}
dl{display:grid;grid-template-columns:max-content 1fr;gap:0 .75em}
ul{padding:0;list-style:none}
.seen{max-height:7.25em;overflow:auto}
table{width:100%;border-collapse:collapse}
th,td{padding:.1em 0;text-align:start;vertical-align:top;font-weight:400}
.fact th{padding-block-start:.5em;font-weight:600}
.cell th{width:100%;padding-inline-start:1em}
td{padding-inline-start:.75em;text-align:end;white-space:nowrap;font-variant-numeric:tabular-nums}
summary{cursor:pointer;padding:.15em 0}
pre{max-height:20em;overflow:auto;margin:.25em 0;padding:.5em;font:12px/1.4 ui-monospace,monospace;white-space:pre-wrap;border:1px solid GrayText}
[hidden]{display:none}
@media print{:host{display:none!important}}
`;
