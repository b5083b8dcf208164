/**
 * Has observed only what is near the window, so that a list of thousands costs no more than what of it can be seen. Parts
 * come in batches, in the order of the document; a batch reaches from the last part of the one before to its own.
 */
import type { Exposure, Sight } from './exposure.ts';
import type { ReadRects } from './rects.ts';

export interface Near {
  add(sight: Sight): void;
  remove(element: Element): void;
  /** Lets go of what is no part of the document any more. */
  forget(): void;
  /** Takes back what it let go of, if it was not seen: it is a part of the document again. */
  again(element: Element): void;
  /** @param onRoom What is known ends near the window, was passed by, or is gone: it is time for more. */
  look(onRoom: (isPassed: boolean) => void): void;
}

interface Batch {
  sights: Sight[];
  last: Element;
  isNear: boolean;
}

const BATCH_SIZE = 16;

/** @param windowHeight In pixels; asked for only where the page is laid out. */
export function createNear(exposure: Exposure, readRects: ReadRects, windowHeight: () => number): Near {
  let batches: Batch[] = [];
  const away = new WeakSet<Sight>();
  const byElement = new WeakMap<Element, Sight>();

  const bring = (batch: Batch, isNear: boolean): void => {
    if (batch.isNear === isNear) return;
    batch.isNear = isNear;
    for (const sight of batch.sights) {
      if (sight.isOver) continue;
      if (isNear) exposure.watch(sight);
      else exposure.unwatch(sight.element);
    }
  };

  const append = (sight: Sight): void => {
    let batch = batches[batches.length - 1];
    if (!batch || batch.sights.length === BATCH_SIZE) {
      batch = { sights: [], last: sight.element, isNear: true };
      batches.push(batch);
    }
    batch.sights.push(sight);
    batch.last = sight.element;
    if (batch.isNear) exposure.watch(sight);
  };

  return {
    add(sight) {
      byElement.set(sight.element, sight);
      append(sight);
    },
    remove(element) {
      const sight = byElement.get(element);
      if (!sight) return;
      sight.isOver = true;
      exposure.unwatch(sight.element);
    },
    forget() {
      exposure.forget();
      for (const batch of batches) {
        batch.sights = batch.sights.filter((sight) => {
          if (!sight.element.isConnected) away.add(sight);
          return sight.element.isConnected;
        });
        batch.last = batch.sights[batch.sights.length - 1]?.element ?? batch.last;
      }
      batches = batches.filter(({ sights }) => sights.length > 0);
    },
    again(element) {
      const sight = byElement.get(element);
      if (!sight || sight.isOver || !away.delete(sight)) return;
      sight.element = element;
      append(sight);
    },
    look(onRoom) {
      if (batches.length === 0) onRoom(false); // nothing to ask for: all of it is gone
      readRects(
        batches.map(({ last }) => last),
        (rects) => {
          const height = windowHeight();
          let before: DOMRectReadOnly | undefined;
          let isRoom = true;
          let isPassed = true;
          for (const batch of batches) {
            const rect = rects.get(batch.last);
            if (!rect) continue; // added since
            // What has no place, because it is hidden or gone, tells nothing.
            const hasPlace = rect.width + rect.height > 0;
            const ends = [before ?? rect, rect];
            const top = Math.min(...ends.map((end) => end.top));
            const bottom = Math.max(...ends.map((end) => end.bottom));
            bring(batch, !hasPlace || !before || (top < 2 * height && bottom > -height));
            isRoom = !hasPlace || rect.top < 2 * height;
            isPassed = hasPlace && rect.bottom < -height;
            if (hasPlace) before = rect;
          }
          if (isRoom) onRoom(isPassed);
        },
      );
    },
  };
}
