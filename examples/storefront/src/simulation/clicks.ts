/**
 * What a visitor clicks on a page before they leave it: what led them on, what they filled in, and now and then a picture, in vain. And where on it: about the middle, as hands do.
 */
import { normalisePath } from '@holloway/protocol';
import { PLANTED_FAULTS } from './faults.ts';
import type { Move } from './moves.ts';
import type { Parts } from './parts.ts';
import { below, chance, normal, type Random } from './random.ts';
import type { Stay } from './walk.ts';

export interface Click {
  readonly element: string;
  readonly isShared: boolean;
  /** In sixteenths of width and height, row by row. */
  readonly cell: number;
}

/** `nav:/c/kettles` and `grid/3` are in `nav` and `grid`. */
export const zoneOf = (element: string): string => element.split(/[:/]/)[0] ?? element;

const SIDE = 16;
const MIDDLE = 7.5;
/** Fingers and pointers come near the middle; on a card they spread over picture and title. */
const SPREAD = 2.2;
const CARD_SPREAD = 3.2;

const PRESSES_THE_BUTTON = 0.45;
const FIELDS = ['content:#name', 'content:#email', 'content:#address', 'content:#town'] as const;
const FILTERS = 'aside:summary-1';

function cellAbout(hands: Random, spread: number): number {
  const place = (): number => Math.min(SIDE - 1, Math.max(0, Math.round(MIDDLE + spread * normal(hands))));
  return place() * SIDE + place();
}

/** Which link of the page leads there. */
function linkTo({ path: address, via }: Extract<Move, { kind: 'link' }>, parts: Parts): Omit<Click, 'cell'> {
  const path = normalisePath(address);
  if (via === 'footer') return { element: `footer:${path}`, isShared: true };
  const isMenu = via === 'header' && path.startsWith('/c/');
  if (via === 'header') return { element: `${isMenu ? 'nav' : 'header'}:${path}`, isShared: true };
  const found = [false, true].flatMap(
    (isShared) =>
      parts.all.find((part) => part.isShared === isShared && part.element.endsWith(`:${path}`)) ?? [],
  );
  const [part] = found;
  return part ?? { element: `content:${path}`, isShared: false };
}

function formClicks(
  hands: Random,
  form: Extract<Move, { kind: 'form' }>['form'],
  { page }: Stay,
  parts: Parts,
): Omit<Click, 'cell'>[] {
  const own = (element: string) => ({ element, isShared: false });
  switch (form) {
    case 'search':
      return [
        { element: 'search:#q', isShared: true },
        // The others press Enter.
        ...(chance(hands, PRESSES_THE_BUTTON) ? [{ element: 'search:/search', isShared: true }] : []),
      ];
    case 'add':
      return [own('content:/cart/add')];
    case 'order':
      return [...FIELDS.map(own), own('content:/checkout')];
    case 'filter': {
      // Where it has to be opened, what is in it is seen by those alone who open it: that compares with nothing.
      if (parts.has(FILTERS, false)) return [own(FILTERS)];
      const shelf = page.crumbs.at(-1)?.path ?? page.path;
      return [own('aside:colour'), own(`aside:${normalisePath(shelf)}`)];
    }
  }
}

/** @param hands What visitors do with them, which changes nothing of where they go. */
export function clicksOn(hands: Random, stay: Stay, parts: Parts): Click[] {
  const { move } = stay;
  const at = (place: Omit<Click, 'cell'>, spread = SPREAD): Click => ({
    element: place.element,
    isShared: place.isShared,
    cell: cellAbout(hands, spread),
  });
  switch (move.kind) {
    case 'slot':
      return [at({ element: move.slot, isShared: false }, CARD_SPREAD)];
    case 'link':
      return [at(linkTo(move, parts))];
    case 'form':
      return formClicks(hands, move.form, stay, parts).map((place) => at(place));
    case 'back':
      return [];
    case 'leave':
      // Some begin to fill in where the parcel should go, and think again.
      return stay.page.type === 'checkout'
        ? FIELDS.slice(0, below(hands, FIELDS.length)).map((element) => at({ element, isShared: false }))
        : [];
  }
}

/** How often the picture that does nothing is clicked on a page: not, once, or in anger. */
export function vainClicks(hands: Random, stay: Stay): number {
  const { deadPicture } = PLANTED_FAULTS;
  if (stay.page.path !== deadPicture.page || !chance(hands, deadPicture.share)) return 0;
  return chance(hands, deadPicture.angry) ? 3 : 1;
}
