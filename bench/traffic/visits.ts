/**
 * Visits of four pageviews, drawn at random and folded by the SDK's own code: whole, as a browser sends them, and cut to
 * the 17 increments by which the budget of ingest is stated.
 */
import {
  type Batch,
  type BrowserSlices,
  type Day,
  dayNumber,
  type FactName,
  type Increment,
  SOURCES,
  VIEWPORTS,
  VISITORS,
  WIRE_VERSION,
} from '@holloway/protocol';
import {
  type Arrival,
  addToTally,
  createLedger,
  fold,
  type Observation,
  type Tally,
  takeIncrements,
  type Visit,
} from '@holloway/sdk/visit';
import { pick } from './random.ts';
import { categoryOf, pagePath, type Shop } from './shop.ts';
import { zipfSampler } from './zipf.ts';

export const SITE = 'bench';
const STATEMENT = '00000000';
const PAGEVIEWS = 4;
/** Exponent of the popularity of pages, and of the models of phones. */
const POPULARITY = 1;
const MODELS = 60;
/** People look around where they are: so many of their moves stay in the category. */
const STAYS = 0.6;
const SHORTEST_LOOK_MS = 2_000;
const LONGEST_LOOK_MS = 120_000;
const ONE_DAY = 86_400_000;

/** `whole`: everything that the SDK counts of the visit. `brief`: 17 increments of it. */
export type Measure = 'brief' | 'whole';

const BRIEF_INCREMENTS = 17;
/** A brief batch is filled in this order; most often there is room for two or three times on page. */
const BRIEF: readonly FactName[] = [
  'visit',
  'visit.entry',
  'page.view',
  'flow.page',
  'category.view',
  'flow.category',
  'page.engagement',
  'visit.depth',
  'flow.step',
];

const cut = (increments: readonly Increment[]): Increment[] =>
  BRIEF.flatMap((fact) => increments.filter(([name]) => name === fact)).slice(0, BRIEF_INCREMENTS);

interface Tastes {
  readonly shop: Shop;
  readonly day: Day;
  readonly random: () => number;
  readonly drawPage: () => number;
  readonly drawModel: () => number;
}

/** The next page: any, or one of the same category. */
function moveFrom(rank: number, { shop, random, drawPage }: Tastes): number {
  const next = drawPage();
  const stays = random() < STAYS ? next - (next % shop.categories) + (rank % shop.categories) : next;
  return stays < shop.pages && stays !== rank ? stays : (next + 1) % shop.pages;
}

function observations(tastes: Tastes, arrival: Arrival): Observation[] {
  const { shop, random, drawPage } = tastes;
  const seen: Observation[] = [];
  for (let i = 0, rank = drawPage(); i < PAGEVIEWS; i += 1, rank = moveFrom(rank, tastes)) {
    const page = { path: pagePath(rank), type: 'product', category: categoryOf(shop, rank) } as const;
    seen.push({ kind: 'pageview', page, arrival, hourOfWeek: Math.floor(random() * 168) });
    const engagedMs = SHORTEST_LOOK_MS * (LONGEST_LOOK_MS / SHORTEST_LOOK_MS) ** random();
    seen.push({ kind: 'pause', engagedMs: Math.round(engagedMs) });
  }
  return seen;
}

/** Every browser is new to its ledger, so that each increment is the first of its browser. */
function visitOf(tastes: Tastes): Batch {
  const { day, random } = tastes;
  const source = pick(SOURCES, random);
  const visitor = pick(VISITORS, random);
  const slices: BrowserSlices = { viewport: pick(VIEWPORTS, random), source, visitor };
  const arrival = { source, daysSinceLastVisit: visitor === 'new' ? null : 1 + Math.floor(random() * 28) };
  const ledger = createLedger();
  const tally: Tally = {};
  let visit: Visit | null = null;
  for (const observation of observations(tastes, arrival)) {
    const folded = fold(visit, observation, dayNumber(day) * ONE_DAY);
    visit = folded.visit;
    addToTally(tally, folded.counts, ledger, dayNumber(day));
  }
  return {
    v: WIRE_VERSION,
    site: SITE,
    day,
    batch: nonce(random),
    statement: STATEMENT,
    basis: 'chosen',
    slices,
    model: `SM-${100 + tastes.drawModel()}`,
    increments: takeIncrements(tally),
  };
}

/** 64 random bits in base64url. */
export function nonce(random: () => number): string {
  const bits = Buffer.alloc(8);
  bits.writeUInt32LE(random() * 2 ** 32, 0);
  bits.writeUInt32LE(random() * 2 ** 32, 4);
  return bits.toString('base64url');
}

/** @returns Draws one batch after the other, each the visit of another browser. */
export function createVisits(shop: Shop, day: Day, measure: Measure, random: () => number): () => Batch {
  const tastes: Tastes = {
    shop,
    day,
    random,
    drawPage: zipfSampler(shop.pages, POPULARITY, random),
    drawModel: zipfSampler(MODELS, POPULARITY, random),
  };
  return () => {
    const visit = visitOf(tastes);
    return measure === 'whole' ? visit : { ...visit, increments: cut(visit.increments) };
  };
}
