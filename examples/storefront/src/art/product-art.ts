/** The picture of a product, as an SVG document: drawn by its shelf, shaped by its model, painted by its collection. */
import type { Product } from '../catalogue/products.ts';
import * as blenders from './blenders.ts';
import * as coffee from './coffee.ts';
import * as cookers from './cookers.ts';
import * as juicers from './juicers.ts';
import * as kettles from './kettles.ts';
import * as mixers from './mixers.ts';
import * as ovens from './ovens.ts';
import type { Drawing } from './shapes.ts';
import * as toasters from './toasters.ts';
import * as tools from './tools.ts';

const DRAWINGS: { readonly [category: string]: Drawing } = {
  'kettles/gooseneck': kettles.gooseneck,
  'kettles/electric': kettles.electric,
  'kettles/stovetop': kettles.stovetop,
  'coffee/grinders': coffee.grinder,
  'coffee/espresso': coffee.espresso,
  'coffee/filter': coffee.filter,
  'toasters/two-slice': toasters.twoSlice,
  'toasters/four-slice': toasters.fourSlice,
  'blenders/jug': blenders.jug,
  'blenders/hand': blenders.hand,
  'mixers/stand': mixers.stand,
  'mixers/hand': mixers.hand,
  'ovens/countertop': ovens.countertop,
  'ovens/bread': ovens.bread,
  'cookers/rice': cookers.rice,
  'cookers/slow': cookers.slow,
  'juicers/citrus': juicers.citrus,
  'juicers/slow': juicers.slow,
  'tools/scales': tools.scale,
  'tools/timers': tools.timer,
};

function gradient(id: string, stops: readonly (readonly [offset: number, colour: string])[]): string {
  const inner = stops.map(([offset, colour]) => `<stop offset="${offset}" stop-color="${colour}"/>`).join('');
  return `<linearGradient id="${id}" x1="0" y1="0" x2="1" y2="0.12">${inner}</linearGradient>`;
}

/** @throws Error for a shelf that nobody has drawn. */
export function productArt({ category, collection, style, variant }: Product): string {
  const drawing = DRAWINGS[category];
  if (drawing === undefined) throw new Error(`Nobody has drawn ${category}`);
  const { light, base, shade, line } = collection;
  const enamel = gradient('enamel', [
    [0, base],
    [0.22, light],
    [0.55, base],
    [1, shade],
  ]);
  const picture = drawing(
    { body: 'url(#enamel)', base, light, shade, line, trim: style.trim, trimShade: style.trimShade },
    variant,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240" width="480" height="480"><defs>${enamel}</defs><ellipse cx="120" cy="207" rx="98" ry="7" fill="#1c1a16" opacity=".13"/>${picture}</svg>`;
}
