/**
 * The rule of k, in its plainest form: what of the truth may be shown, what waits, what ends without a name.
 * An implementation of its own, day by day, to judge the product's by. Counts nothing itself (truth.ts). Which cells wait
 * for the sake of others it does not decide, but follows (told-cells.ts).
 */
import { type CellName, type Count, cellOf, type DayOfCounts, NOTHING, plus } from './truth.ts';

interface Rule {
  /** Browsers that must stand behind a row. */
  readonly k: number;
  /**
   * A cell that began to wait this many days ago has lost its name when the day begins: from then on a browser may
   * be counted a second time, and k would no longer mean k browsers.
   */
  readonly waitDays: number;
}

const RULE_OF_TEN: Rule = { k: 10, waitDays: 28 };

/** A cell that waits, since the first day of which it holds a count. */
interface Waiting {
  readonly since: string;
  readonly count: Count;
}

export interface Sealed {
  /** Rows by day: what may be shown. */
  readonly rows: readonly DayOfCounts[];
  readonly waiting: ReadonlyMap<string, Waiting>;
  /** What waited too long, by the name of its cells. */
  readonly other: ReadonlyMap<CellName, Count>;
}

export interface SealedByDay extends Sealed {
  /** The days after which nothing waited. */
  readonly clearDays: readonly string[];
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Whether a cell is told of on a day. */
export type Told = (day: string, key: string) => boolean;

/**
 * @param days The earliest first. A day without counts may be left out: time passes all the same.
 * @param told Those that may be shown and are. Default: all that may be. Throws where one may not be.
 */
export function seal(
  days: readonly DayOfCounts[],
  { k, waitDays }: Rule = RULE_OF_TEN,
  told?: Told,
): SealedByDay {
  const waiting = new Map<string, Waiting>();
  const other = new Map<CellName, Count>();
  const clearDays: string[] = [];

  const rows = days.map(({ day, counts }) => {
    for (const [key, { since, count }] of waiting) {
      if (daysBetween(since, day) < waitDays) continue;
      const [name] = cellOf(key);
      other.set(name, plus(other.get(name) ?? NOTHING, count));
      waiting.delete(key);
    }
    for (const [key, count] of counts) {
      const before = waiting.get(key) ?? { since: day, count: NOTHING };
      waiting.set(key, { since: before.since, count: plus(before.count, count) });
    }
    const shown = new Map<string, Count>();
    for (const [key, { count }] of waiting) {
      const isEnough = count.browsers >= k;
      if (!(told?.(day, key) ?? isEnough)) continue;
      if (!isEnough) throw new Error(`${day}: ${count.browsers} browsers stand behind ${key}, which is told`);
      shown.set(key, count);
      waiting.delete(key);
    }
    if (waiting.size === 0) clearDays.push(day);
    return { day, counts: shown };
  });
  return { rows, waiting, other, clearDays };
}
