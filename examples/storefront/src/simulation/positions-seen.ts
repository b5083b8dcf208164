/** The positions of products that one visit has seen: once a visit, and how often in all. */
import { addToTally, type Ledger, type Tally } from '@holloway/sdk/visit';
import type { Part, Parts } from './parts.ts';

export interface PositionsSeen {
  /** A view, down to so many pixels of its page. */
  add(parts: Parts, bottom: number): void;
  addTo(tally: Tally, ledger: Ledger, today: number): void;
}

export function createPositionsSeen(): PositionsSeen {
  const times = new Map<Part, number>();
  return {
    add({ positions }, bottom) {
      for (const part of positions) {
        if (part.seenFrom > bottom) break;
        times.set(part, (times.get(part) ?? 0) + 1);
      }
    },
    addTo(tally, ledger, today) {
      for (const [{ slot }, total] of times) {
        const counts = slot.map((one) => ({ ...one, total }));
        addToTally(tally, counts, ledger, today);
      }
    },
  };
}
