/** What rates, sizes of window and boxes are called. English; said by `t` when they are drawn. */
import { ANY, type Labels } from '@holloway/protocol';
import type { Rate } from '../../model/layout-figures.ts';
import type { Layer, Window } from '../../model/layout-view.ts';
import { termName } from '../../model/names.ts';
import { partsOf } from '../../model/wireframe.ts';
import { type Msg, msg, t } from '../../words/words.ts';

export const RATE_NAMES: { readonly [rate in Rate]: Msg } = {
  exposure: msg('Exposure'),
  attractiveness: msg('Attractiveness'),
  clickRate: msg('Click rate'),
  addRate: msg('Add rate'),
  orderRate: msg('Order rate'),
  valuePerExposure: msg('Value per exposure'),
};

export const RATE_MEANINGS: { readonly [rate in Rate]: Msg } = {
  exposure: msg('Of the views of the page, those in which it was seen.'),
  attractiveness: msg('Of the views in which it was seen, those in which it was clicked.'),
  clickRate: msg('Of the visits that saw the position, those that clicked it.'),
  addRate: msg('Of the visits that saw the position, those that put its product into the cart from there.'),
  orderRate: msg('Of the visits that saw the position, those that ordered its product from there.'),
  valuePerExposure: msg('What was ordered from the position, for each visit that saw it.'),
};

export const WINDOW_NAMES: { readonly [window in Window]: Msg } = {
  all: msg('All sizes'),
  s: msg('Small'),
  m: msg('Medium'),
  l: msg('Large'),
};

export const LAYER_NAMES: { readonly [layer in Layer]: Msg } = {
  boxes: msg('Boxes'),
  links: msg('Links'),
  heatmap: msg('Heat map'),
  scroll: msg('Scroll reach'),
};

/** `Grid 3`, `Header: /c/kettles`, `Footer`. */
export function boxName(element: string, labels: Labels): string {
  const { zone, slot, target } = partsOf(element);
  const name = termName(zone, labels.zone);
  if (target !== null) return labels.element?.[element] ?? `${name}: ${termName(target, labels.page)}`;
  return slot === null ? name : t('{zone} {position}', { zone: name, position: slot });
}

/** The one that is seen most, and how many more stood there. */
export function itemNames(items: readonly string[], labels: Labels): string {
  const [first, ...more] = items.map((item) => termName(item, labels.product));
  if (first === undefined) return '';
  return more.length === 0 ? first : t('{name} and {n} more', { name: first, n: more.length });
}

export const isShared = (page: string): boolean => page === ANY;
