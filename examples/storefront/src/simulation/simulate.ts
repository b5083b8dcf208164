/**
 * Simulated visitors of the shop, day by day, as batches for an import.
 * Deterministic: the same options give the same batches, byte by byte.
 */
import { addDays, type Day, dayNumber, type HistoricalBatch } from '@holloway/protocol';
import { type Tally, takeIncrements, type Visit } from '@holloway/sdk/visit';
import { type Looking, newBrowser, type SimulatedBrowser, visitShop } from './browser-visit.ts';
import { createDayLayout } from './day-layout.ts';
import { createPartsOf } from './parts.ts';
import { below, chance, createRandom, logNormal, nonce, type Random } from './random.ts';
import { createWill, type Will } from './stated.ts';
import { beginDay, HOUR_MS, type Today } from './today.ts';
import { startOfVisitMs, visitsOn } from './traffic.ts';

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
  /**
   * From this day on regions, links and clicks are counted too: half as much again. Default: positions of products alone.
   */
  readonly layoutFrom?: Day;
  /** Of the consent statement that the simulated visitors agreed to: 8 hex digits. Default all zero. */
  readonly statement?: string;
}

export interface SimulatedDay {
  readonly day: Day;
  readonly batches: readonly HistoricalBatch[];
}

/** A visit and whose it was, which nobody learns but tests. */
interface SimulatedVisit {
  readonly browser: SimulatedBrowser;
  readonly batches: readonly HistoricalBatch[];
}

const USUAL_VISITS = 450;
/** However many come back, some are new. */
const LEAST_NEW = 0.35;
const SECOND_VISIT_TODAY = 0.06;
const BETWEEN_VISITS_MS = 45 * 60 * 1000;
const USUAL_RETURN_DAYS = 4;
const LONGEST_RETURN_DAYS = 45;

/** Sets their chance apart from who comes, and where they go. */
const HANDS = 0x48414e44;
/** Sets the names of batches apart from who comes: however much is counted, the same visitors come. */
const NONCES = 0x4e4f4e43;

/** Browsers by the day of their next visit. */
type Expected = Map<number, SimulatedBrowser[]>;

function expectAgain(random: Random, expected: Expected, browser: SimulatedBrowser, today: number): void {
  if (!chance(random, browser.loyalty)) return;
  const days = Math.min(1 + Math.floor(logNormal(random, USUAL_RETURN_DAYS, 1)), LONGEST_RETURN_DAYS);
  const others = expected.get(today + days);
  if (others === undefined) expected.set(today + days, [browser]);
  else others.push(browser);
}

type Envelope = Pick<HistoricalBatch, 'v' | 'site' | 'day' | 'statement' | 'basis'>;

/** What all visits of a day have in common. */
interface Making {
  readonly nonces: Random;
  readonly envelope: Envelope;
  readonly looking: Looking;
  readonly will: Will;
}

function batchesOf(
  { nonces, envelope }: Pick<Making, 'nonces' | 'envelope'>,
  tally: Tally,
  sender: Pick<HistoricalBatch, 'slices' | 'model'>,
): HistoricalBatch[] {
  const batches: HistoricalBatch[] = [];
  for (let taken = takeIncrements(tally); taken.length > 0; taken = takeIncrements(tally)) {
    batches.push({ ...envelope, batch: nonce(nonces), ...sender, increments: taken });
  }
  return batches;
}

const senderOf = (
  { profile }: SimulatedBrowser,
  { source, visitor }: Visit,
): Pick<HistoricalBatch, 'slices' | 'model'> => {
  const { model, ...slices } = profile;
  return { slices: { source, visitor, ...slices }, ...(model === undefined ? {} : { model }) };
};

/** The visits of one browser on one day: one, seldom two. */
function* visitsOf(
  random: Random,
  browser: SimulatedBrowser,
  today: Today,
  making: Making,
): Generator<SimulatedVisit> {
  const { looking, envelope, will } = making;
  const stated = will.of(browser, today.number);
  const first = visitShop(random, browser, today, startOfVisitMs(random, today.number), looking);
  const sender = senderOf(browser, first.visit);
  const said = batchesOf({ nonces: will.random, envelope }, stated, sender);
  yield { browser, batches: [...batchesOf(making, first.tally, sender), ...said] };
  const againMs = first.endMs + BETWEEN_VISITS_MS + below(random, 3 * HOUR_MS);
  if (againMs + HOUR_MS < today.lengthMs && chance(random, SECOND_VISIT_TODAY)) {
    const second = visitShop(random, browser, today, againMs, looking);
    yield { browser, batches: batchesOf(making, second.tally, senderOf(browser, second.visit)) };
  }
}

/** @throws RangeError for a time zone that is not known. */
export function* simulateVisits(options: SimulationOptions): Generator<{
  readonly day: Day;
  readonly visits: readonly SimulatedVisit[];
  readonly layout: readonly HistoricalBatch[];
}> {
  const { seed, from, days, timeZone, visitsPerDay = USUAL_VISITS } = options;
  const { layoutFrom, site = 'storefront', statement = '00000000' } = options;
  const random = createRandom(seed);
  const lots = createRandom(~seed);
  const will = createWill(seed, dayNumber(from));
  const nonces = createRandom(seed ^ NONCES);
  const hands = createRandom(seed ^ HANDS);
  const partsOf = createPartsOf();
  const expected: Expected = new Map();

  for (let i = 0; i < days; i++) {
    const today = beginDay(addDays(from, i), timeZone);
    const { day } = today;
    const envelope: Envelope = { v: 1, site, day, statement, basis: 'chosen' };
    const returning = expected.get(today.number) ?? [];
    expected.delete(today.number);
    const wanted = visitsOn(random, today.number, i, visitsPerDay);
    const fresh = Math.round(Math.max(wanted - returning.length, wanted * LEAST_NEW));
    const browsers = [...returning, ...Array.from({ length: fresh }, () => newBrowser(random, lots))];
    const visits: SimulatedVisit[] = [];
    const layout = layoutFrom !== undefined && day >= layoutFrom ? createDayLayout(hands) : null;
    const looking = { hands, partsOf, layout, statement };
    const making = { nonces, envelope, looking, will };
    for (const browser of browsers) {
      visits.push(...visitsOf(random, browser, today, making));
      expectAgain(random, expected, browser, today.number);
    }
    const seen = layout?.tallies(today.number) ?? [];
    yield { day, visits, layout: seen.flatMap((tally) => batchesOf(making, tally, { slices: {} })) };
  }
}

/** @throws RangeError for a time zone that is not known. */
export function* simulate(options: SimulationOptions): Generator<SimulatedDay> {
  for (const { day, visits, layout } of simulateVisits(options)) {
    yield { day, batches: [...visits.flatMap(({ batches }) => batches), ...layout] };
  }
}
