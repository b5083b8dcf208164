/** How the privacy centre looks, beside what it has in common with the banner (banner-style). */
export const CENTRE_STYLE = `
#holloway-ui.holloway-centre{inset:0;width:min(100% - 1em,var(--holloway-width,44em));height:fit-content;max-height:calc(100% - 1em);padding:0;gap:0;overflow:auto}
#holloway-ui.holloway-centre:not([open]){display:none}
#holloway-ui::backdrop{background:rgb(0 0 0/.5)}
#holloway-ui header,#holloway-ui footer{flex:none;padding:.75em 1.25em}
#holloway-ui header{display:flex;gap:1em;align-items:center;justify-content:space-between}
#holloway-ui h2,#holloway-ui h3,#holloway-ui legend,#holloway-ui dt,#holloway-ui .holloway-body>details>summary{font-weight:600}
#holloway-ui h2{font-size:1.25em}
#holloway-ui [role=status]:not(:empty){margin-bottom:.75em}
#holloway-ui .holloway-body{overflow:auto;padding:1.25em}
#holloway-ui footer,#holloway-ui .holloway-body,#holloway-ui fieldset,#holloway-ui .holloway-body>details,#holloway-ui h3{border:0;border-top:1px solid var(--holloway-border,rgb(128 128 128/.4))}
#holloway-ui fieldset,#holloway-ui .holloway-body>details,#holloway-ui h3{padding:1em 0 0;margin-top:1em}
#holloway-ui legend{padding:0;float:inline-start;width:100%}
#holloway-ui legend+*{clear:both}
#holloway-ui label{display:flex;gap:.75em;align-items:center;min-height:2em}
#holloway-ui fieldset>label{justify-content:space-between;margin-top:.5em}
#holloway-ui select{flex:none;min-height:2.5em;width:50%}
#holloway-ui input{width:1.25em;height:1.25em;flex:none;accent-color:var(--holloway-accent,CanvasText)}
#holloway-ui summary{padding:.4em 0;cursor:pointer}
#holloway-ui ul,#holloway-ui dd,#holloway-ui pre{margin-bottom:.5em}
#holloway-ui pre{white-space:pre-wrap;max-height:16em;overflow:auto;padding:.75em;font:.85em/1.5 ui-monospace,monospace;background:rgb(128 128 128/.12);border-radius:.5em}
#holloway-ui .holloway-body button{margin:.5em .5em 0 0}
@media (max-height:30em){#holloway-ui .holloway-body{flex:none}}
`;
