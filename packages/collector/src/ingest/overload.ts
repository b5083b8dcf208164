/**
 * Whether more comes than can be written: told at once to come again, a browser loses nothing, and those who were let in
 * are answered soon. Looks at how many batches wait and how long the last one did. Does not count nor refuse (collect).
 */

/** Beyond it nobody is let in, however quickly they are written. */
const MOST_WAITING = 2_000;
/** Where the last batch waited this long, only so many may wait until it is better. */
const LONG_WAIT_MS = 1_000;
const MOST_WAITING_WHILE_SLOW = 100;

export interface Overload {
  /** @param waiting How many batches wait to be written. */
  isOver(waiting: number): boolean;
  /** @param ms How long a batch waited until it was written. */
  waited(ms: number): void;
}

export function createOverload(): Overload {
  let lastWaitMs = 0;
  return {
    isOver: (waiting) =>
      waiting >= MOST_WAITING || (lastWaitMs > LONG_WAIT_MS && waiting >= MOST_WAITING_WHILE_SLOW),
    waited(ms) {
      lastWaitMs = ms;
    },
  };
}
