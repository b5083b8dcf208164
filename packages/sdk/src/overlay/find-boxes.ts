/**
 * Finds where the parts of a page are, by what names them for the counting: all of the document, in slices that leave the
 * page its turns. Keeps nothing: what a script changes is found by finding anew.
 */
import type { Route } from '@holloway/protocol';
import { createParts } from '../capture/layout/parts.ts';
import type { Slot } from '../capture/layout/slots.ts';
import type { Zone } from '../capture/layout/zones.ts';

export interface FoundBox {
  readonly kind: 'zone' | 'slot' | 'link';
  /** `(any)` of what all pages share. */
  readonly page: string;
  /** As it is counted: `grid`, `grid/3`, `grid:/c/tea`. */
  readonly element: string;
  readonly root: Element;
}

interface FindDeps {
  readonly window: Window & typeof globalThis;
  readonly routes: readonly Route[];
  /** Path of the page that is shown, normalised. */
  readonly page: string;
  /** In milliseconds from any moment on. */
  now(): number;
  /** Resolves once the page has had a turn. */
  breathe(): Promise<void>;
}

const SLICE_MS = 6;

/** In the order of the document. */
export async function findBoxes({ window, routes, page, now, breathe }: FindDeps): Promise<FoundBox[]> {
  const regions = new Map<Zone, Element>();
  const positions = new Map<Element, Slot>();
  const links = new Map<Element, Zone>();
  const parts = createParts({
    window,
    routes,
    page,
    onZone: (zone, root) => regions.set(zone, root),
    onSlot(slot, box, former) {
      if (former && former !== box) positions.delete(former);
      positions.set(box, slot);
    },
    onElement: (element, zone) => links.set(element, zone),
  });
  const walk = parts.walk();
  let until = now() + SLICE_MS;
  while (walk.step()) {
    if (now() < until) continue;
    await breathe();
    until = now() + SLICE_MS;
  }
  const box = (kind: FoundBox['kind'], zone: Zone, element: string, root: Element): FoundBox => ({
    kind,
    page: zone.page,
    element,
    root,
  });
  return [
    ...[...regions].map(([zone, root]) => box('zone', zone, zone.name, root)),
    ...[...positions].map(([root, { zone, name }]) => box('slot', zone, name, root)),
    ...[...links].flatMap(([root, zone]) => {
      const name = parts.nameOf(root, zone);
      return name === undefined ? [] : [box('link', zone, name, root)];
    }),
  ];
}
