/**
 * Goes through the document in its order, in small steps, and tells of regions, products and elements as it meets them.
 * Does not know when it is time for a step (discovery).
 */
import { ELEMENTS } from './elements.ts';
import type { Slots } from './slots.ts';
import { ZONES, type Zone, type Zones } from './zones.ts';

export interface WalkDeps {
  readonly zones: Zones;
  readonly slots: Slots;
  itemOf(link: Element): string | undefined;
  onZone(root: Element): void;
  /** A link or a button that is no part of a position. */
  onElement(element: Element): void;
}

export interface Walk {
  /** @returns False at the end. More may be added there later. */
  step(): boolean;
  /** Whether all is known of what comes before it and of itself. */
  hasPassed(element: Element): boolean;
  /** Whether where it stands is still a part of the document. */
  isConnected(): boolean;
}

const INTERESTING = `${ZONES},${ELEMENTS}`;
/** The platform's own numbers: of NodeFilter, and of Node. */
const SHOW_ELEMENT = 1;
const FOLLOWING = 4;
/** Within so many elements a card has its product's link, or the next card has begun. */
const CARD = 24;
/** A step ends with what is of interest, or after so many elements. */
const STEP = 32;
/** How far it goes back to see what stands before something new. */
const BACK = 500;

const isBefore = (one: Node, other: Node): boolean => (one.compareDocumentPosition(other) & FOLLOWING) !== 0;

/** @param added Something new in what is known already. Default: all of the document. */
export function createWalk(
  document: Document,
  { zones, slots, itemOf, onZone, onElement }: WalkDeps,
  added?: Element,
): Walk {
  const walker = document.createTreeWalker(document.documentElement, SHOW_ELEMENT);
  /** The product's link that was met last, and the one before it. */
  let link: Element | null = null;
  let zoneOfLink: Zone | undefined;
  let before: Element | null = null;
  let isOpen = false;
  /** Met since; whether they are part of a card shows once its end is known. */
  let elements: Element[] = [];
  let since = 0;
  /** The region that was met last. */
  let zone: Zone | undefined;

  /** The place of the product that was met last, by region. */
  const places = new Map<Zone, number>();

  if (added) {
    // What is new comes after the last product of its region, which is met again.
    zone = zones.of(added);
    walker.currentNode = added;
    for (let i = 0; i < BACK && added !== zone.root && walker.previousNode(); i++) {
      const at = walker.currentNode as Element;
      const slot = slots.of(at);
      if ((slot?.zone === zone && slot.link === at) || at === zone.root) break;
    }
    walker.previousNode();
  }

  const tell = (element: Element): void => {
    if (!slots.boxAround(element)) onElement(element);
  };

  /** The card of the last product ends before this. */
  const close = (after: Element | null): void => {
    if (!isOpen || !link) return;
    isOpen = false;
    const box = slots.settle(link, before, after);
    const met = elements;
    elements = [];
    for (const element of met) {
      if (isBefore(element, link)) tell(element);
      else if (!box.contains(element)) elements.push(element);
    }
  };

  const meetProduct = (element: Element, item: string, zone: Zone): void => {
    const last = link && slots.of(link);
    const isSame = isOpen && last?.item === item && zoneOfLink === zone;
    // A card that was alone until now may have been given too large a box.
    const box = slots.boxAround(element);
    isOpen = isOpen || (!!box && !!last && slots.in(box) === last);
    if (!isSame) close(element);
    const slot = slots.meet(element, item, zone, (places.get(zone) ?? 0) + 1);
    if (slot?.link === element) places.set(zone, slot.place);
    if (isSame) return;
    before = link;
    link = element;
    zoneOfLink = zone;
    since = 0;
    isOpen = !!slot;
  };

  const meet = (element: Element): void => {
    if (isOpen && !zoneOfLink?.root.contains(element)) close(element);
    if (element.matches(ZONES)) {
      onZone(element);
      zone = undefined;
    }
    if (!element.matches(ELEMENTS)) return;
    const item = itemOf(element);
    if (item !== undefined) {
      if (!zone?.root.contains(element)) zone = zones.of(element);
      meetProduct(element, item, zone);
      return;
    }
    elements.push(element);
    if (++since > CARD) close(element);
    if (!isOpen && elements.length > CARD) tell(elements.shift() as Element);
  };

  return {
    step() {
      for (let i = 0; i < STEP; i++) {
        const element = walker.nextNode() as Element | null;
        if (!element || (added && isBefore(added, element) && !added.contains(element))) {
          close(element);
          elements.forEach(tell);
          elements = [];
          return false;
        }
        if (element.matches(INTERESTING)) {
          meet(element);
          break;
        }
      }
      return true;
    },
    hasPassed(element) {
      if (isBefore(walker.currentNode, element)) return false;
      const [pending] = elements;
      if (pending && !isBefore(element, pending)) return false;
      if (!isOpen || !link) return true;
      // What is around a card, or more than one, is known though the end of the card is not.
      if (element.contains(link))
        return element.contains(before) || (!!zoneOfLink && element.contains(zoneOfLink.root));
      return isBefore(element, link);
    },
    isConnected: () => walker.currentNode.isConnected,
  };
}
