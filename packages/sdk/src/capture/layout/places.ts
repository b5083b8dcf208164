/**
 * The place of each link and button among those of its kind in its region, and whether there is room to observe it. What is
 * drawn anew has the places of what was there before. Does not know what they are called (elements).
 */
import type { Zone } from './zones.ts';

export interface Places {
  /**
   * Gives an element its place, where it has none.
   * @returns Whether it is to be observed; not where it was met before.
   */
  meet(element: Element, zone: Zone): boolean;
  /** From 1; `undefined` where it was not met. */
  of(element: Element): number | undefined;
  /** Makes the places of what is no part of the document any more free for others. */
  forget(): void;
}

/** Menus of hundreds of links leave room for the rest. */
const MOST = 60;
const MOST_OF_ZONE = 20;

interface Kind {
  /** The highest place that was given. */
  last: number;
  free: number[];
}

interface Region {
  readonly kinds: Map<string, Kind>;
  observed: number;
}

interface Met {
  readonly element: Element;
  readonly region: Region;
  readonly kind: Kind;
  readonly place: number;
  readonly isObserved: boolean;
}

export function createPlaces(): Places {
  let all: Met[] = [];
  let room = MOST;
  /** Those that are gone keep theirs for the click that removed them. */
  const byElement = new WeakMap<Element, Met>();
  const gone = new WeakSet<Met>();
  const regions = new Map<string, Region>();

  return {
    meet(element, { page, name }) {
      const before = byElement.get(element);
      if (before && !gone.has(before)) return false;
      // By its name: a region that is drawn anew is the same.
      const key = page + name;
      const region: Region = regions.get(key) ?? { kinds: new Map(), observed: 0 };
      regions.set(key, region);
      const kind: Kind = region.kinds.get(element.localName) ?? { last: 0, free: [] };
      region.kinds.set(element.localName, kind);
      const place = kind.free.shift() ?? ++kind.last;
      const isObserved = room > 0 && region.observed < MOST_OF_ZONE;
      room -= +isObserved;
      region.observed += +isObserved;
      const met = { element, region, kind, place, isObserved };
      byElement.set(element, met);
      all.push(met);
      return isObserved;
    },
    of: (element) => byElement.get(element)?.place,
    forget() {
      all = all.filter((met) => {
        const { element, region, kind, place, isObserved } = met;
        if (element.isConnected) return true;
        gone.add(met);
        kind.free = [...kind.free, place].sort((a, b) => a - b);
        room += +isObserved;
        region.observed -= +isObserved;
        return false;
      });
    },
  };
}
