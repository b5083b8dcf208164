/**
 * The parts of a page as a visitor comes upon them: from how far down each is seen, and what is counted then and when it is
 * clicked. What is counted of a part is decided by the SDK's own code, once for each part: it is the same in every view.
 */
import { ANY, normalisePath, type Viewport } from '@holloway/protocol';
import { type Count, fold, type Observation, type Visit } from '@holloway/sdk/visit';
import { placesOn } from '../measured/places.ts';
import { WINDOWS } from '../measured/samples.ts';
import type { ShopPage } from '../pages/shop-page.ts';

export interface Part {
  /** `grid/3`, `nav:/c/kettles`, `footer`. */
  readonly element: string;
  readonly isShared: boolean;
  /** It is seen where so many pixels of the page are. */
  readonly seenFrom: number;
  /** Of a position: once a visit. */
  readonly slot: readonly Count[];
  /** Once a view. */
  readonly seen: readonly Count[];
  /** Where it stands: of the views that measure. */
  readonly box: readonly Count[];
}

export interface Parts {
  readonly page: string;
  readonly height: number;
  /** Of the page, that are seen without scrolling. */
  readonly window: number;
  readonly all: readonly Part[];
  /** Those that show a product, from the top of the page downwards. */
  readonly positions: readonly Part[];
  /** From how far down it is seen; 0 where it was not measured. */
  seenFrom(element: string, isShared: boolean): number;
  has(element: string, isShared: boolean): boolean;
}

const HALF = 0.5;

/** As much as `fold` needs to count what is seen within a visit. */
const within = (page: ShopPage): Visit => {
  const { visit } = fold(
    null,
    {
      kind: 'pageview',
      page: { path: normalisePath(page.path), type: page.type, category: page.category },
      arrival: { source: 'direct', daysSinceLastVisit: null },
      hourOfWeek: null,
    },
    0,
  );
  if (visit === null) throw new Error('a pageview begins a visit');
  return visit;
};

export function partsOf(page: ShopPage, viewport: Viewport): Parts {
  const places = placesOn(page, viewport);
  const { height: window } = WINDOWS[viewport];
  const path = normalisePath(page.path);
  const visit = within(page);
  const counts = (seen: Observation): readonly Count[] => fold(visit, seen, 0).counts;
  const items = new Map<string, string>(
    page.zones.flatMap(({ name, products }) =>
      products.map(({ sku }, at) => [`${name}/${at + 1}`, sku] as const),
    ),
  );
  const all = places.boxes.map(({ isShared, isZone, element, ...box }): Part => {
    const place = { page: isShared ? ANY : path, viewport };
    const item = items.get(element);
    const exposed = { kind: 'element', measure: 'exposed', element, isFirst: true, ...place } as const;
    const seen = counts(exposed);
    return {
      element,
      isShared,
      // A region by its middle line; half of what fits into the window, or half a window of it.
      seenFrom: box.y + HALF * (isZone ? box.height : Math.min(box.height, window)),
      slot:
        item === undefined ? [] : counts({ kind: 'slot', measure: 'exposed', slot: element, item, ...place }),
      seen: [
        ...(isZone
          ? counts({ kind: 'zone', measure: 'exposed', zone: element, isFirst: true, ...place })
          : []),
        ...seen,
      ],
      box: counts({ ...exposed, box }).slice(seen.length),
    };
  });
  const keyOf = (element: string, isShared: boolean): string => `${isShared ? '*' : ''}${element}`;
  const byName = new Map(all.map((part) => [keyOf(part.element, part.isShared), part]));
  return {
    page: path,
    height: Math.max(places.height, window),
    window,
    all,
    positions: all.filter(({ slot }) => slot.length > 0).sort((a, b) => a.seenFrom - b.seenFrom),
    seenFrom: (element, isShared) => byName.get(keyOf(element, isShared))?.seenFrom ?? 0,
    has: (element, isShared) => byName.has(keyOf(element, isShared)),
  };
}

/** Remembers the parts of pages: thousands of visits come to the same ones. */
export function createPartsOf(): typeof partsOf {
  const known = new Map<string, Parts>();
  return (page, viewport) => {
    const products = page.zones.flatMap((zone) => zone.products.map(({ sku }) => sku));
    const key = [viewport, page.path, page.links.length, ...products].join(' ');
    const parts = known.get(key) ?? partsOf(page, viewport);
    known.set(key, parts);
    return parts;
  };
}
