/**
 * How many cells a site's open days may have, so that nobody who sends made-up combinations fills the disk, or makes the
 * closing of a day long. A day that has once been full stays full until it is sealed: what was counted under `(other)` for
 * want of room must be found there again when it is taken away. Memory only, of what is committed. Does not read or write
 * (intake).
 */

/** Time and paths of 70,000 visits to 2,000 pages, or of 40,000 to 10,000. docs/reliability.md has the figures. */
export const DEFAULT_CELLS_A_DAY = 2_000_000;

/** What a day has in the store, and what of days before waits for more browsers. */
export interface StoredCells {
  readonly open: number;
  readonly waiting: number;
}

interface OpenDay {
  readonly cells: number;
  readonly most: number;
  readonly isFull: boolean;
}

export interface DayCeiling {
  isFull(site: number, day: number): boolean;
  /** Cells that were added in the transaction under way. */
  add(site: number, day: number, cells: number): void;
  /** The transaction was committed. */
  keep(): void;
  /** It was not. */
  undo(): void;
  /** The day is open no more, and takes no room. */
  forget(site: number, day: number): void;
}

/**
 * What waits is walked through whenever a day is closed, for 28 days: where two days' worth of cells wait, days get less
 * room, down to a tenth; never none, so that a flood does not silence a site for weeks.
 */
export const roomOf = (cellsADay: number, waiting: number): number =>
  Math.max(cellsADay / 10, Math.min(cellsADay, 2 * cellsADay - waiting));

/**
 * @param stored Asked once for a day.
 * @param onFull Told when a day gets full.
 */
export function createDayCeiling(
  cellsADay: number,
  stored: (site: number, day: number) => StoredCells,
  onFull: (site: number) => void = () => undefined,
): DayCeiling {
  const committed = new Map<string, OpenDay>();
  const underWay = new Map<string, OpenDay>();
  const keyOf = (site: number, day: number): string => `${site} ${day}`;

  const dayOf = (site: number, day: number): OpenDay => {
    const key = keyOf(site, day);
    let known = underWay.get(key) ?? committed.get(key);
    if (known === undefined) {
      const { open: cells, waiting } = stored(site, day);
      const most = roomOf(cellsADay, waiting);
      known = { cells, most, isFull: cells >= most };
      committed.set(key, known);
    }
    return known;
  };

  return {
    isFull: (site, day) => dayOf(site, day).isFull,
    add(site, day, more) {
      const { cells: before, most, isFull } = dayOf(site, day);
      const cells = before + more;
      underWay.set(keyOf(site, day), { cells, most, isFull: isFull || cells >= most });
      if (!isFull && cells >= most) onFull(site);
    },
    keep() {
      for (const [key, day] of underWay) committed.set(key, day);
      underWay.clear();
    },
    undo: () => underWay.clear(),
    forget: (site, day) => void committed.delete(keyOf(site, day)),
  };
}
