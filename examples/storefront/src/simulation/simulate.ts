/**
 * Simulated visitors of the shop, day by day, as batches for an import. What they do is made up by walk;
 * what is counted of it is decided by the SDK's own pure code, as in a real browser.
 * Deterministic: the same options give the same batches, byte by byte.
 */
import {
  addDays,
  type Day,
  dayNumber,
  type HistoricalBatch,
  localTime,
  normalisePath,
} from '@holloway/protocol';
import {
  addToTally,
  createLedger,
  fold,
  type Ledger,
  type Observation,
  type Tally,
  takeIncrements,
  type Visit,
} from '@holloway/sdk/visit';
import { type BrowserProfile, drawBrowser } from './devices.ts';
import { drawMind, drawTaste, type Taste } from './mind.ts';
import { below, chance, createRandom, logNormal, nonce, type Random } from './random.ts';
import { drawLanding, drawOrigin } from './sources.ts';
import { HOUR_MS, lengthOfDayMs, midnight, startOfVisitMs, visitsOn } from './traffic.ts';
import { type Stay, walk } from './walk.ts';

export interface SimulationOptions {
  readonly seed: number;
  readonly from: Day;
  readonly days: number;
  /** Of the shop: decides where days begin. */
  readonly timeZone: string;
  /** On an ordinary day. Default 450. */
  readonly visitsPerDay?: number;
  /** Default `storefront`. */
  readonly site?: string;
  /** Of the consent statement that the simulated visitors agreed to: 8 hex digits. Default all zero. */
  readonly statement?: string;
}

export interface SimulatedDay {
  readonly day: Day;
  readonly batches: readonly HistoricalBatch[];
}

/** A browser and what it keeps between visits. Its ledger is why it is counted once. */
interface SimulatedBrowser {
  readonly profile: BrowserProfile;
  readonly ledger: Ledger;
  readonly taste: Taste;
  /** Probability that it comes back after a visit. */
  readonly loyalty: number;
  visits: number;
  /** Day number. */
  lastVisit: number | null;
}

interface Today {
  readonly day: Day;
  readonly number: number;
  readonly midnight: number;
  readonly lengthMs: number;
}

const USUAL_VISITS = 450;
/** However many come back, some are new. */
const LEAST_NEW = 0.35;
const SECOND_VISIT_TODAY = 0.06;
const BETWEEN_VISITS_MS = 45 * 60 * 1000;
const LONGEST_RETURN_DAYS = 45;

const newBrowser = (random: Random): SimulatedBrowser => ({
  profile: drawBrowser(random),
  ledger: createLedger(),
  taste: drawTaste(random),
  loyalty: 0.85 * random.next() ** 1.8,
  visits: 0,
  lastVisit: null,
});

/** What a browser would have observed of its stay on a page, and when. */
function* observationsOf(
  stays: readonly Stay[],
  startMs: number,
  pageview: (stay: Stay, at: number) => Observation,
  { viewport }: BrowserProfile,
): Iterable<readonly [Observation, number]> {
  let at = startMs;
  for (const stay of stays) {
    const { page, engagedMs, pausedAtMs, clicked, spentMs } = stay;
    yield [pageview(stay, at), at];
    if (pausedAtMs !== null) yield [{ kind: 'pause', engagedMs: pausedAtMs }, at + pausedAtMs];
    const end = at + spentMs;
    if (clicked !== null) {
      yield [{ kind: 'slot', measure: 'clicked', page: normalisePath(page.path), ...clicked, viewport }, end];
    }
    yield [{ kind: 'pause', engagedMs }, end];
    at = end;
  }
}

/** @throws RangeError for a time zone that is not known. */
export function* simulate(options: SimulationOptions): Generator<SimulatedDay> {
  const { seed, from, days, timeZone, visitsPerDay = USUAL_VISITS } = options;
  const { site = 'storefront', statement = '00000000' } = options;
  const random = createRandom(seed);
  /** Browsers by the day of their next visit. */
  const expected = new Map<number, SimulatedBrowser[]>();

  const batchesOf = (browser: SimulatedBrowser, visit: Visit, tally: Tally, day: Day): HistoricalBatch[] => {
    const { model, ...slices } = browser.profile;
    const batches: HistoricalBatch[] = [];
    for (let increments = takeIncrements(tally); increments.length > 0; increments = takeIncrements(tally)) {
      batches.push({
        v: 1,
        site,
        day,
        batch: nonce(random),
        statement,
        basis: 'chosen',
        slices: { source: visit.source, visitor: visit.visitor, ...slices },
        ...(model === undefined ? {} : { model }),
        increments,
      });
    }
    return batches;
  };

  const expectAgain = (browser: SimulatedBrowser, today: number): void => {
    if (!chance(random, browser.loyalty)) return;
    const days = Math.min(1 + Math.floor(logNormal(random, 4, 1)), LONGEST_RETURN_DAYS);
    const others = expected.get(today + days) ?? [];
    expected.set(today + days, [...others, browser]);
  };

  /**
   * One visit. No visit crosses midnight: it begins a little earlier where it would.
   * @returns Milliseconds since midnight at its end.
   */
  const visitShop = (
    browser: SimulatedBrowser,
    today: Today,
    wishedStartMs: number,
  ): { batches: HistoricalBatch[]; endMs: number } => {
    const mind = drawMind(random, browser.taste, browser.visits);
    const origin = drawOrigin(random, browser.visits > 0);
    const stays = walk(random, mind, drawLanding(random, origin, mind.shelf));
    const lastsMs = stays.reduce((sum, { spentMs }) => sum + spentMs, 0);
    const startMs = Math.max(0, Math.min(wishedStartMs, today.lengthMs - lastsMs - 1000));
    const { lastVisit } = browser;
    const arrival = {
      ...origin,
      daysSinceLastVisit: lastVisit === null ? null : today.number - lastVisit,
    };
    const start = today.midnight + startMs;
    const { hourOfWeek } = localTime(start, timeZone);
    // Without a prototype: V8 keeps it as a hash table from the start, which halves the time of the fold.
    const tally: Tally = Object.create(null);
    let visit: Visit | null = null;
    const pageview = ({ page }: Stay): Observation => ({
      kind: 'pageview',
      page: { path: normalisePath(page.path), type: page.type, category: page.category },
      arrival,
      hourOfWeek,
    });
    for (const [observation, at] of observationsOf(stays, start, pageview, browser.profile)) {
      const folded = fold(visit, observation, at);
      visit = folded.visit;
      addToTally(tally, folded.counts, browser.ledger, today.number);
    }
    browser.visits += 1;
    browser.lastVisit = today.number;
    const batches = visit === null ? [] : batchesOf(browser, visit, tally, today.day);
    return { batches, endMs: startMs + lastsMs };
  };

  for (let i = 0; i < days; i++) {
    const day = addDays(from, i);
    const today: Today = {
      day,
      number: dayNumber(day),
      midnight: midnight(day, timeZone),
      lengthMs: lengthOfDayMs(day, timeZone),
    };
    const returning = expected.get(today.number) ?? [];
    expected.delete(today.number);
    const wanted = visitsOn(random, today.number, i, visitsPerDay);
    const fresh = Math.round(Math.max(wanted - returning.length, wanted * LEAST_NEW));
    const batches: HistoricalBatch[] = [];
    for (const browser of [...returning, ...Array.from({ length: fresh }, () => newBrowser(random))]) {
      const first = visitShop(browser, today, startOfVisitMs(random, today.number));
      batches.push(...first.batches);
      const againMs = first.endMs + BETWEEN_VISITS_MS + below(random, 3 * HOUR_MS);
      if (againMs + HOUR_MS < today.lengthMs && chance(random, SECOND_VISIT_TODAY)) {
        batches.push(...visitShop(browser, today, againMs).batches);
      }
      expectAgain(browser, today.number);
    }
    yield { day, batches };
  }
}
