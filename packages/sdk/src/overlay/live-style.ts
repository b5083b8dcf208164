/**
 * How the numbers over a page look. The colours of the steps are those of the dashboard's pictures, seen through; words have
 * a ground of their own, for what is beneath may be anything. What the page says of its elements does not reach in here.
 */
export const LIVE_STYLE = `
:host{all:initial!important;position:fixed!important;inset:0!important;z-index:2147483646!important;display:block!important;pointer-events:none!important;color-scheme:light dark!important}
*{box-sizing:border-box;margin:0}
[hidden]{display:none!important}
.box[hidden],.chip[hidden]{display:block!important;visibility:hidden}
.layer,.panel{font:13px/1.4 system-ui,sans-serif;color:light-dark(#22302a,#e6ece6)}
.layer{position:absolute;inset:0;overflow:clip}
.box,.chip{position:absolute;inset-block-start:0;left:0;will-change:transform}
.box{border:2px solid light-dark(#35734f,#83c299);border-radius:4px;opacity:.62}
.box.zone{border:1px dashed light-dark(#1f5239,#a6d9b6);opacity:.8}
.box.zone:not(.bare){opacity:.5}
.bare{background:none!important}
.step-0{background:light-dark(#fff,#121813)}
.step-1{background:light-dark(#e9f0e6,#1e2a22)}
.step-2{background:light-dark(#d3e3d4,#243629)}
.step-3{background:light-dark(#b5d1bb,#2b4734)}
.step-4{background:light-dark(#8fb99c,#345a42)}
.step-5{background:light-dark(#35734f,#83c299)}
.step-6{background:light-dark(#1f5239,#a6d9b6)}
.untold{background:repeating-linear-gradient(45deg,light-dark(#fff,#121813) 0 5px,light-dark(#b9b9ae,#55605a) 5px 7px)}
.box.untold{border-color:light-dark(#8b8b80,#77837c)}
.chip{padding:1px 7px;max-width:16rem;text-align:center;border:1px solid light-dark(#b9c4bb,#4a574f);border-inline-start:6px solid light-dark(#35734f,#83c299);border-radius:6px;background:light-dark(#fff,#121813)!important;white-space:nowrap}
.chip.step-0{border-inline-start-color:light-dark(#e9f0e6,#1e2a22)}
.chip.step-1{border-inline-start-color:light-dark(#d9e4d6,#26352b)}
.chip.step-2{border-inline-start-color:light-dark(#d3e3d4,#243629)}
.chip.step-3{border-inline-start-color:light-dark(#b5d1bb,#2b4734)}
.chip.step-4{border-inline-start-color:light-dark(#8fb99c,#345a42)}
.chip.step-6{border-inline-start-color:light-dark(#1f5239,#a6d9b6)}
.chip.untold{border-style:dashed;border-inline-start-color:light-dark(#8b8b80,#77837c)}
.chip.link{padding:0 4px;font-size:11px}
.chip.untold b{font-weight:400}
small{display:block;font-size:11px;font-variant-numeric:tabular-nums}
.zone.chip small{display:inline;margin-inline-start:.5em}
.brief small{display:none}
.panel{position:absolute;inset-block-start:.75rem;inset-inline-end:.75rem;width:min(19rem,100% - 1.5rem);max-height:calc(100% - 1.5rem);overflow:auto;pointer-events:auto;padding:.75rem 1rem;background:light-dark(#fff,#121813);border:1px solid light-dark(#b9c4bb,#4a574f);border-radius:10px;box-shadow:0 6px 24px rgb(0 0 0/.22)}
.panel:focus{outline:none}
header{display:flex;align-items:start;justify-content:space-between;gap:.5rem}
h2{font-size:14px;line-height:1.3}
.about{margin-block:.25rem .5rem;font-size:12px;overflow-wrap:anywhere;color:light-dark(#55635b,#a9b5ac)}
.panel b{font-weight:600}
button,select{font:inherit;color:inherit;min-height:32px;border:1px solid light-dark(#8b978e,#6b786f);border-radius:6px;background:light-dark(#fff,#1b231d)}
button{padding:0 .75em;cursor:pointer}
select{width:100%;padding:0 .4em}
label{display:block;margin-block-start:.5rem;font-size:12px}
label.check{display:flex;align-items:center;gap:.5em;min-height:32px;font-size:13px}
input{width:18px;height:18px;margin:0;accent-color:light-dark(#35734f,#83c299)}
:focus-visible{outline:2px solid light-dark(#a86a12,#e3b15c);outline-offset:2px}
.legend{display:flex;margin-block:.5rem .1rem;height:10px;border-radius:3px;overflow:hidden;border:1px solid light-dark(#b9c4bb,#4a574f)}
.legend i{flex:1}
.ends{display:flex;justify-content:space-between;font-size:11px}
.state{margin-block:.5rem}
.state:empty{display:none}
summary{cursor:pointer;min-height:28px;padding-block:.25em}
table{width:100%;border-collapse:collapse;font-size:12px}
th,td{padding:.2em 0;text-align:start;vertical-align:top;font-weight:400;border-block-start:1px solid light-dark(#dfe6df,#2c362f);overflow-wrap:anywhere}
td{padding-inline-start:.75em;text-align:end;font-variant-numeric:tabular-nums}
.note{margin-block-start:.5rem;font-size:12px;color:light-dark(#55635b,#a9b5ac)}
@media (max-width:40em){.panel{inset:.5rem .5rem auto;width:auto;max-height:42%;padding:.5rem .75rem}.numbers{display:grid;grid-template-columns:1fr 1fr;column-gap:.75rem}.numbers>*{grid-column:1/-1}.numbers>label:not(.check){grid-column:auto}}
@media (forced-colors:active){.box{border-color:Highlight}.chip,.panel{border-color:CanvasText}}
@media print{:host{display:none!important}}
`;
