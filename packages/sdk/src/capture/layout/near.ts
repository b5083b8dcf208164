/**
 * Has observed only what is near the window, so that a list of thousands costs no more than what of it can be seen. Parts
 * come in batches, in the order of the document; a batch reaches from the last part of the one before to its own.
 */
import type { Exposure, Sight } from './exposure.ts';
import type { ReadRects } from './rects.ts';

export interface Near {
  add(sight: Sight): void;
  remove(element: Element): void;
  /** @param onRoom What is known ends near the window, or was passed by: it is time for more. */
  look(onRoom: (isPassed: boolean) => void): void;
}

interface Batch {
  /** Not seen yet. */
  readonly sights: Set<Sight>;
  size: number;
  last: Element;
  isNear: boolean;
}

const BATCH_SIZE = 16;

/** @param windowHeight In pixels; asked for only where the page is laid out. */
export function createNear(exposure: Exposure, readRects: ReadRects, windowHeight: () => number): Near {
  const batches: Batch[] = [];

  const bring = (batch: Batch, isNear: boolean): void => {
    if (batch.isNear === isNear) return;
    batch.isNear = isNear;
    for (const sight of batch.sights) {
      if (isNear) exposure.watch(sight);
      else exposure.unwatch(sight.element);
    }
  };

  return {
    add(sight) {
      let batch = batches.at(-1);
      if (!batch || batch.size === BATCH_SIZE) {
        batch = { sights: new Set(), size: 0, last: sight.element, isNear: true };
        batches.push(batch);
      }
      const { sights, isNear } = batch;
      batch.size++;
      batch.last = sight.element;
      const own: Sight = {
        ...sight,
        onSeen(entry) {
          sights.delete(own);
          sight.onSeen(entry);
        },
      };
      sights.add(own);
      if (isNear) exposure.watch(own);
    },
    remove(element) {
      exposure.unwatch(element);
      for (const { sights } of batches) {
        for (const sight of sights) if (sight.element === element) sights.delete(sight);
      }
    },
    look(onRoom) {
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
