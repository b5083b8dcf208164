/**
 * What links and buttons are called: by where they lead or what the store calls them, never by their text.
 * Knows nothing of products' links, which are named as their position (slots).
 */
import { pathOf } from '../path.ts';
import { declaredTerm, observedTerm } from '../term.ts';
import { parseUrl } from '../url.ts';
import { idTerm } from './id-term.ts';
import { urlOf } from './items.ts';
import type { Zone } from './zones.ts';

export const ELEMENTS =
  'a[href],button,summary,select,input:not([type=hidden]),textarea,[role=button],[role=tab],[role=link],[role=menuitem]';

/** The path of an address of this site, or the name of another. */
function targetOf(link: Element, location: Location): string | undefined {
  const url = urlOf(link);
  if (url?.origin !== location.origin)
    return /^http/.test(url?.protocol ?? '') ? observedTerm(url?.hostname) : undefined;
  const path = pathOf(url);
  // To a place on the page that is shown: it is a button.
  return url.hash && path === pathOf(location) ? undefined : path;
}

/** Where the form that it submits leads to. */
function actionOf(element: Element, location: Location): string | undefined {
  const { type, form } = element as Partial<HTMLButtonElement>;
  const action = type === 'submit' && form?.getAttribute('action');
  const url = action ? parseUrl(action, location.href) : undefined;
  return url?.origin === location.origin ? pathOf(url) : undefined;
}

/**
 * @param place Among the elements of its kind in the region, for what has no name; `undefined` where it was not met.
 * @returns `zone:/c/kettles`, `zone:other.example`, `zone:#buy`, `zone:button-3`; `undefined` where it is too long or has none.
 */
export function nameElement(
  element: Element,
  zone: Zone,
  place: number | undefined,
  location: Location,
): string | undefined {
  const { id } = element;
  const name =
    declaredTerm(element.getAttribute('data-holloway-element')) ??
    targetOf(element, location) ??
    (idTerm(id) && `#${id}`) ??
    idTerm(element.getAttribute('name')) ??
    actionOf(element, location) ??
    (place && `${element.localName}-${place}`);
  return name ? declaredTerm(`${zone.name}:${name}`) : undefined;
}
