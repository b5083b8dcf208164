/**
 * What a page is made of, by the names that it is counted by: regions, positions of products, links and buttons. Puts
 * together what names them, for whoever wants to know. Does not know what they are wanted for.
 */
import type { Route } from '@holloway/protocol';
import { isOurs } from '../ours.ts';
import { nameElement } from './elements.ts';
import { createItems } from './items.ts';
import { createPlaces } from './places.ts';
import { createSlots, type Slot, type Slots } from './slots.ts';
import { createWalk, type Walk, type WalkDeps } from './walk.ts';
import { createZones, type Zone, type Zones } from './zones.ts';

export interface PartsDeps {
  readonly window: Window & typeof globalThis;
  /** Of the site's configuration. */
  readonly routes: readonly Route[];
  /** Path of the page that is shown, normalised. */
  readonly page: string;
  onZone(zone: Zone, root: Element): void;
  /** @param former What showed it until now; the same where it is met again. */
  onSlot(slot: Slot, box: Element, former: Element | undefined): void;
  /** A link or a button that there is room for. */
  onElement(element: Element, zone: Zone): void;
}

export interface Parts {
  readonly zones: Zones;
  readonly slots: Slots;
  /** `undefined` where it is too long or has none. */
  nameOf(element: Element, zone: Zone): string | undefined;
  /** @param added Something new in what is known already. Default: all of the document. */
  walk(added?: Element): Walk;
  /** Makes the places of what is no part of the document any more free for others. */
  forget(): void;
}

export function createParts({ window, routes, page, onZone, onSlot, onElement }: PartsDeps): Parts {
  const { document, location } = window;
  const zones = createZones(document, page);
  const slots = createSlots(onSlot);
  const places = createPlaces();
  let itemOf: ReturnType<typeof createItems> | undefined;
  const deps: WalkDeps = {
    zones,
    slots,
    itemOf(link) {
      itemOf = itemOf ?? createItems(window, routes);
      return itemOf(link);
    },
    onZone(root) {
      const zone = isOurs(root) ? null : zones.at(root);
      if (zone) onZone(zone, root);
    },
    onElement(element) {
      if (isOurs(element)) return;
      const zone = zones.of(element);
      if (places.meet(element, zone)) onElement(element, zone);
    },
  };
  return {
    zones,
    slots,
    nameOf: (element, zone) => nameElement(element, zone, places.of(element), location),
    walk: (added) => createWalk(document, deps, added),
    forget: places.forget,
  };
}
