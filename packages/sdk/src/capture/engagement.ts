/**
 * Measures how long a page is visible and focused. Pure but for the clock it is given, which must never run backwards.
 * Does not know what visible and focused are (page-lifecycle).
 */
/** A machine that slept was not looked at: between two readings no more than this is counted. */
const LONGEST_GAP_MS = 30_000;

export interface Engagement {
  /** Whether from now on the page is looked at. */
  set(isEngaged: boolean): void;
  /** Milliseconds so far. To be read at least every half minute, for what is longer is taken for sleep. */
  read(): number;
  /** Begins again at zero, for another page. */
  restart(): void;
}

export function createEngagement(now: () => number): Engagement {
  let engagedMs = 0;
  let since: number | null = null;

  const read = (): number => {
    if (since !== null) {
      const at = now();
      engagedMs += Math.min(at - since, LONGEST_GAP_MS);
      since = at;
    }
    return Math.round(engagedMs);
  };

  return {
    read,
    set(isEngaged) {
      read();
      since = isEngaged ? now() : null;
    },
    restart() {
      read();
      engagedMs = 0;
    },
  };
}
