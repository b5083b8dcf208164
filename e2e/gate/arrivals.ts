/** What arrived at the servers of a shop, in its order, and waiting for more of it. */
import type { Arrival } from '../support/recording-server.ts';

export interface Arrivals {
  readonly all: readonly Arrival[];
  add(arrival: Arrival): void;
  /** Resolves once `enough` holds, which is asked with each arrival; at once where it does already. */
  until(enough: () => boolean): Promise<void>;
}

export function createArrivals(): Arrivals {
  const all: Arrival[] = [];
  const waiting = new Set<() => void>();
  return {
    all,
    add(arrival) {
      all.push(arrival);
      for (const look of waiting) look();
    },
    until: (enough) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!enough()) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}
