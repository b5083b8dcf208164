/**
 * Whose turn it is to write: brief work at once, in one go; while something long is done elsewhere, brief work waits
 * without holding anybody up who only reads. Does not know what the work is.
 */
export interface Turns {
  /** Runs `work` when nothing long is under way. It is one uninterrupted function: nothing comes between. */
  brief<T>(work: () => T): Promise<T>;
  /** Runs `work` with nobody else's beside it, and lets brief work go on when it is over, however it ends. */
  long<T>(work: () => Promise<T>): Promise<T>;
  isLong(): boolean;
}

export function createTurns(): Turns {
  let underWay: Promise<void> | null = null;
  return {
    async brief(work) {
      // In a loop: of all that waited for one, the first may have begun the next.
      while (underWay !== null) await underWay;
      return work();
    },
    async long(work) {
      while (underWay !== null) await underWay;
      let over = (): void => undefined;
      underWay = new Promise((resolve) => {
        over = resolve;
      });
      try {
        return await work();
      } finally {
        underWay = null;
        over();
      }
    },
    isLong: () => underWay !== null,
  };
}
