/**
 * The positions of products on a page: which links and which boxes belong to one, and its place in its region.
 * Meets product links in the order of the document (walk); does not know when a position is seen or clicked.
 */
import { declaredTerm } from '../term.ts';
import { declared, parentElementOf, parentOf } from './dom.ts';
import type { Zone } from './zones.ts';

export interface Slot {
  readonly zone: Zone;
  /** `zone/position`, such as `grid/3`. */
  readonly name: string;
  readonly item: string;
  /** Among the products of its region, from 1. */
  readonly place: number;
  /** The first that leads to the product: picture and title are links of one position. */
  readonly link: Element;
}

export interface Slots {
  /**
   * Meets the link of a product.
   * @param place What it has in its region where it has none yet.
   * @returns `undefined` for copies, which have boxes of their own and take no place.
   */
  meet(link: Element, item: string, zone: Zone, place: number): Slot | undefined;
  /** Gives the position of a link the largest box that holds no neighbour's. @returns That box. */
  settle(link: Element, before: Element | null, after: Element | null): Element;
  /** The position whose product a link leads to, once met. */
  of(link: Element): Slot | undefined;
  /** The box that an element is a part of. */
  boxAround(element: Element | null): Element | undefined;
  /** The position that a box shows. */
  in(box: Element): Slot | undefined;
}

/** Slides that carousels repeat at their ends, so that they turn in circles: Slick, Swiper, Splide, Owl and others. */
const COPIES = '[class*=cloned],[class*=-clone],[class*=duplicate]';

/** @param onBox Told what shows a position: its boxes, and which box did until now; the same where it is met again. */
export function createSlots(onBox: (slot: Slot, box: Element, former: Element | undefined) => void): Slots {
  const byLink = new WeakMap<Element, Slot>();
  const byBox = new WeakMap<Element, Slot>();
  const boxes = new WeakMap<Element, Element>();
  /** Copies that stand before their originals. */
  const early: (readonly [copy: Element, link: Element, item: string, zone: Zone])[] = [];

  const put = (slot: Slot, link: Element, box: Element): void => {
    const former = boxes.get(link);
    boxes.set(link, box);
    if (former && former !== box) byBox.delete(former);
    const isShown = byBox.get(box) === slot;
    byBox.set(box, slot);
    onBox(slot, box, isShown ? box : former);
  };

  const create = (link: Element, item: string, zone: Zone, place: number): Slot => {
    const name = `${zone.name}/${declaredTerm(declared(link, 'slot')) ?? place}`;
    const slot = { zone, name, item, place, link };
    zone.slots.set(item, slot);
    return slot;
  };

  const meetCopy = (slot: Slot, copy: Element, link: Element): void => {
    byLink.set(link, slot);
    put(slot, link, copy);
  };

  return {
    meet(link, item, zone, place) {
      const copy = link.closest(COPIES);
      const known = zone.slots.get(item);
      if (copy) {
        if (known) meetCopy(known, copy, link);
        else early.push([copy, link, item, zone]);
        return undefined;
      }
      // What was drawn anew may stand in another order.
      const slot = known?.link.isConnected ? known : create(link, item, zone, place);
      byLink.set(link, slot);
      if (slot !== known) {
        for (const [before, itsLink, itsItem, itsZone] of early) {
          if (itsItem === item && itsZone === zone) meetCopy(slot, before, itsLink);
        }
      }
      return slot;
    },
    settle(link, before, after) {
      const slot = byLink.get(link);
      let box = link;
      for (
        let around = parentElementOf(link);
        around &&
        around !== slot?.zone.root &&
        around !== link.ownerDocument.body &&
        !around.contains(before) &&
        !around.contains(after) &&
        // The title of the page belongs to no card.
        !around.querySelector('h1');
        around = parentElementOf(around)
      ) {
        box = around;
      }
      if (slot) put(slot, link, box);
      return box;
    },
    of: (link) => byLink.get(link),
    boxAround(element) {
      let at = element;
      while (at && !byBox.has(at)) at = parentOf(at);
      return at ?? undefined;
    },
    in: (box) => byBox.get(box),
  };
}
