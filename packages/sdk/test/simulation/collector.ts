/**
 * A collector that knows who sends, which a real one never does, and so can tell whether anybody is counted twice.
 * Takes batches as the wire says. Its clock is right.
 */
import { type Batch, dayAt, dayNumber, MAX_BODY_BYTES, parseBatch } from '@holloway/protocol';

const HOUR_MS = 60 * 60 * 1000;
const REACH_DAYS = 28;
/** For so long it knows a nonce again. */
const NONCE_MS = 25 * HOUR_MS;
/** Two hours after midnight a day is closed. */
const SEALED_AFTER_MS = 2 * HOUR_MS;

export interface Collector {
  /** What must never happen, in words; one line a case. */
  readonly faults: readonly string[];
  readonly people: number;
  readonly reach: number;
  /** Of all batches. */
  readonly views: number;
  take(body: string, browser: string, at: number): void;
}

interface Options {
  readonly timeZone: string;
  /** Takes the marks of every day, whichever it really is: what must not be done. Default: false. */
  readonly believesEveryClock?: boolean;
}

export function createCollector({ timeZone, believesEveryClock = false }: Options): Collector {
  const faults: string[] = [];
  const nonces = new Map<string, { readonly body: string; readonly at: number }>();
  const peopleOf = new Set<string>();
  /** By browser and cell: the last day of its reach. */
  const reachOf = new Map<string, number>();
  const counted = { people: 0, reach: 0, views: 0 };

  /** The day that a batch counts for. */
  function dayOf(claimed: number, at: number): number {
    const today = dayNumber(dayAt(at, timeZone));
    const isYesterdayOpen = dayNumber(dayAt(at - SEALED_AFTER_MS, timeZone)) < today;
    return claimed === today - 1 && isYesterdayOpen ? claimed : today;
  }

  function count({ day: claimedDay, increments }: Batch, browser: string, at: number): void {
    const claimed = dayNumber(claimedDay);
    const day = dayOf(claimed, at);
    const areMarksGood = believesEveryClock || claimed === day;
    for (const [fact, dimensions, n, first = 0] of increments) {
      if (fact === 'page.view') counted.views += n;
      if (first === 0 || !areMarksGood) continue;
      const cell = `${browser} ${JSON.stringify([fact, dimensions])}`;
      if (peopleOf.has(`${cell} ${day}`)) faults.push(`people twice: ${cell} on ${day}`);
      peopleOf.add(`${cell} ${day}`);
      counted.people += 1;
      if (first === 1) continue;
      const last = reachOf.get(cell) ?? Number.NEGATIVE_INFINITY;
      if (day - last < REACH_DAYS) faults.push(`reach twice: ${cell} on ${last} and ${day}`);
      reachOf.set(cell, Math.max(last, day));
      counted.reach += 1;
    }
  }

  return {
    faults,
    get people() {
      return counted.people;
    },
    get reach() {
      return counted.reach;
    },
    get views() {
      return counted.views;
    },
    take(body, browser, at) {
      const size = new TextEncoder().encode(body).length;
      if (size > MAX_BODY_BYTES) faults.push(`a body of ${size} bytes`);
      const parsed = parseBatch(JSON.parse(body));
      if (!parsed.ok) {
        // A clock before 1970 makes days that do not exist: the batch is refused, and that is right.
        if (parsed.issue.field !== 'day') faults.push(`${parsed.issue.field} ${parsed.issue.rule}`);
        return;
      }
      const known = nonces.get(parsed.value.batch);
      if (known && known.body !== body) faults.push('another body with the same nonce');
      if (known && at - known.at < NONCE_MS) return;
      nonces.set(parsed.value.batch, { body, at });
      count(parsed.value, browser, at);
    },
  };
}
