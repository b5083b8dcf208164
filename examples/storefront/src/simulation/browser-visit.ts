/**
 * One visit of one simulated browser, as the SDK would have counted it: what happens is made up by walk,
 * what is counted of it is decided by the SDK's own pure code.
 */
import { normalisePath, type Viewport } from '@holloway/protocol';
import {
  addToTally,
  createLedger,
  fold,
  type Ledger,
  type Observation,
  type Tally,
  type Visit,
} from '@holloway/sdk/visit';
import { HERO_TEST, type HeroArm } from '../layout-test.ts';
import type { ShopPage } from '../pages/shop-page.ts';
import { agreed } from './agreed.ts';
import { type Click, clicksOn, zoneOf } from './clicks.ts';
import type { DayLayout, View } from './day-layout.ts';
import { type BrowserProfile, drawBrowser } from './devices.ts';
import { drawMind, drawTaste, type Taste } from './mind.ts';
import type { Parts } from './parts.ts';
import { createPositionsSeen } from './positions-seen.ts';
import { draw, type Random } from './random.ts';

import { drawLanding, drawOrigin } from './sources.ts';
import { HOUR_MS, type Today } from './today.ts';
import { type Stay, walk } from './walk.ts';

/** A browser and what it keeps between visits. Its ledger is why it is counted once. */
export interface SimulatedBrowser {
  readonly profile: BrowserProfile;
  readonly ledger: Ledger;
  readonly taste: Taste;
  /** Probability that it comes back after a visit. */
  readonly loyalty: number;
  /** Of the layout test, drawn once. */
  readonly arm: HeroArm;
  visits: number;
  /** Day number. */
  lastVisit: number | null;
}

export interface CountedVisit {
  readonly visit: Visit;
  readonly tally: Tally;
  /** Milliseconds since the start of the day. */
  readonly endMs: number;
}

const A_SECOND_MS = 1000;
const SETTLED_MS = 8 * A_SECOND_MS;
/** In so long about two thirds of a page are looked at. */
const READING_MS = 15 * A_SECOND_MS;
const TENTHS = 10;

/** How visitors look at pages, and what they do with their hands there: it changes nothing of where they go. */
export interface Looking {
  readonly hands: Random;
  readonly partsOf: (page: ShopPage, viewport: Viewport) => Parts;
  /** Of what is seen and clicked of regions and elements; `null` where positions of products alone are counted. */
  readonly layout: DayLayout | null;
  /** The one that visitors agreed to. */
  readonly statement: string;
}

/** @param lots The arm is drawn by: of their own, so that a test changes nothing else of who comes. */
export const newBrowser = (random: Random, lots: Random): SimulatedBrowser => ({
  profile: drawBrowser(random),
  ledger: createLedger(),
  taste: drawTaste(random),
  loyalty: 0.85 * random.next() ** 1.8,
  arm: draw(
    lots,
    HERO_TEST.arms.map(({ name, share }) => [name, share] as const),
  ),
  visits: 0,
  lastVisit: null,
});

/** How much of a page is looked at, going down it: the more, the longer a visitor stays. */
const shareSeen = (engagedMs: number): number => 1 - Math.exp(-engagedMs / READING_MS);

/** To how many pixels from its top a page is seen after a while: what the window shows, and more further on. */
const bottomAfter = (lookedMs: number, { window, height }: Parts): number =>
  Math.max(window, Math.ceil(shareSeen(lookedMs) * height));

const tenthOf = (bottom: number, { height }: Parts): number =>
  Math.min(TENTHS, Math.ceil((TENTHS * bottom) / height));

/** Whoever clicks something has seen it, and the middle of the region that it is in. */
const bottomOf = ({ engagedMs }: Stay, parts: Parts, clicks: readonly Click[]): number =>
  Math.max(
    bottomAfter(engagedMs, parts),
    ...clicks.flatMap(({ element, isShared }) =>
      [element, zoneOf(element)].map((each) => Math.ceil(parts.seenFrom(each, isShared))),
    ),
  );

/** What a browser would have observed of its stay on a page, and when. */
function observationsOf(
  stay: Stay,
  at: number,
  begin: Pick<Extract<Observation, { kind: 'pageview' }>, 'arrival' | 'hourOfWeek'>,
  { profile: { viewport }, arm: own }: SimulatedBrowser,
  isTested: boolean,
  { parts, bottom }: View,
): readonly (readonly [Observation, number])[] {
  const { page, engagedMs, pausedAtMs, clicked, spentMs, asked, traded, arm } = stay;
  const path = normalisePath(page.path);
  const { type, category, item } = page;
  const isEmpty = page.zones.every(({ products }) => products.length === 0);
  const search = asked === null || asked === '' ? undefined : { term: asked, isEmpty };
  const end = at + spentMs;
  const trade = ({ stage, products }: NonNullable<Stay['traded']>): Observation => ({
    kind: 'commerce',
    stage,
    items: products.map(({ sku, price }) => ({ item: sku, value: price })),
    currency: 'EUR',
    value: products.reduce((sum, { price }) => sum + price, 0),
    isHome: true,
  });
  const tested = (metric: Extract<Observation, { kind: 'tested' }>['metric']): Observation => ({
    kind: 'tested',
    experiment: HERO_TEST.id,
    arm: own,
    metric,
  });
  /** What comes of the arm, once it was shown in this visit. */
  const outcome = (
    is: boolean | undefined,
    metric: 'onward' | 'order' | 'added' | 'clicked',
    when: number,
  ) => (is && (isTested || arm !== null) ? [[tested(metric), when] as const] : []);
  /** It is hidden: for good, or until the visitor is back. */
  const leave = (lookedMs: number, bottom: number, when: number): (readonly [Observation, number])[] => [
    [{ kind: 'pause', engagedMs: lookedMs }, when],
    [{ kind: 'scroll', tenth: tenthOf(bottom, parts) }, when],
  ];
  return [
    ...outcome(isTested, 'onward', at),
    [{ kind: 'pageview', page: { path, type, category, item: item ?? undefined, search }, ...begin }, at],
    ...(arm === null ? [] : [[tested('(any)'), at] as const]),
    ...outcome(traded?.stage === 'order', 'order', at),
    ...(traded?.stage === 'order' ? [[trade(traded), at] as const] : []),
    ...(pausedAtMs === null ? [] : leave(pausedAtMs, bottomAfter(pausedAtMs, parts), at + pausedAtMs)),
    ...(engagedMs < SETTLED_MS ? [] : [[{ kind: 'settled' }, end] as const]),
    ...outcome(clicked?.slot.startsWith(`${HERO_TEST.zone}/`), 'clicked', end),
    ...(clicked === null
      ? []
      : [[{ kind: 'slot', measure: 'clicked', page: path, viewport, ...clicked }, end] as const]),
    ...outcome(traded?.stage === 'cart', 'added', end),
    ...(traded?.stage === 'cart' ? [[trade(traded), end] as const] : []),
    ...leave(engagedMs, bottom, end),
  ];
}

/**
 * @param wishedStartMs Since the start of the day. No visit crosses midnight: it begins a little earlier where it would.
 */
export function visitShop(
  random: Random,
  browser: SimulatedBrowser,
  today: Today,
  wishedStartMs: number,
  looking: Looking,
): CountedVisit {
  const { hands, partsOf, layout, statement } = looking;
  const { ledger, taste, lastVisit, visits, arm, profile } = browser;
  const mind = drawMind(random, taste, visits);
  const origin = drawOrigin(random, visits > 0);
  const stays = walk(random, mind, drawLanding(random, origin, mind.shelf), arm, visits > 0);
  const lastsMs = stays.reduce((sum, { spentMs }) => sum + spentMs, 0);
  const startMs = Math.max(0, Math.min(wishedStartMs, today.lengthMs - lastsMs - A_SECOND_MS));
  const begin = {
    arrival: { ...origin, daysSinceLastVisit: lastVisit === null ? null : today.number - lastVisit },
    hourOfWeek: today.hoursOfWeek[Math.floor(startMs / HOUR_MS)] ?? null,
  };

  // Without a prototype V8 keeps it as a hash table from the start: a fifth less time for all of it.
  const tally: Tally = Object.create(null);
  let visit: Visit | null = null;
  if (visits === 0) {
    const { counts } = fold(null, agreed(hands, statement), today.startMs);
    addToTally(tally, counts, ledger, today.number);
  }
  let at = today.startMs + startMs;
  let isTested = false;
  const seen = createPositionsSeen();
  for (const stay of stays) {
    const parts = partsOf(stay.page, profile.viewport);
    const clicks = clicksOn(hands, stay, parts);
    const view = { stay, parts, bottom: bottomOf(stay, parts, clicks), clicks };
    seen.add(parts, view.bottom);
    layout?.add(view, profile.viewport);
    for (const [observation, when] of observationsOf(stay, at, begin, browser, isTested, view)) {
      const folded = fold(visit, observation, when);
      visit = folded.visit;
      addToTally(tally, folded.counts, ledger, today.number);
    }
    isTested ||= stay.arm !== null;
    at += stay.spentMs;
  }
  if (visit === null) throw new Error('A walk has at least one page');
  seen.addTo(tally, ledger, today.number);
  browser.visits += 1;
  browser.lastVisit = today.number;
  return { visit, tally, endMs: startMs + lastsMs };
}
