/** What is found of positions: move up, bury, keep first, rotation test, long list. */
import { ANY, type LayoutRow, OTHER, type Viewport } from '@holloway/protocol';
import { FALSE_DISCOVERY_RATE, qValues } from '../method/false-discovery.ts';
import { longList } from '../method/long-list.ts';
import type { NotIdentifiable } from '../method/position-graph.ts';
import { visitsForLift } from '../method/power.ts';
import {
  exchanges,
  type Glance,
  glance,
  type Placed,
  type RankedItem,
  type Ranking,
  rank,
  strong,
  weak,
} from '../method/ranking.ts';
import { planRotation } from '../method/rotation.ts';
import type { Finding, Subject } from './action.ts';
import type { AdviceInput, InParts } from './advise.ts';
import { type Found, gain } from './make-action.ts';

/** A zone of which the order cannot be judged free of position, or not at all. */
export interface Withheld {
  readonly page: string;
  readonly zone: string;
  readonly viewport: Viewport | null;
  /** `few-items`: fewer than three were exposed. */
  readonly reason: NotIdentifiable | 'few-items';
  /** Whether clicks per exposure are told all the same, with what positions earn in them. */
  readonly ranked: boolean;
}

interface Zone {
  readonly page: string;
  readonly zone: string;
  readonly viewport: Viewport | null;
  readonly placements: readonly Placed[];
}

function zonesOf(rows: readonly LayoutRow[], k: number): Zone[] {
  const zones = new Map<
    string,
    { page: string; zone: string; viewport: Viewport | null; placements: Placed[] }
  >();
  for (const { page, zone, viewport, slot, item, exposed, clicked } of rows) {
    // What has no name is several things at once.
    if (slot === null || item === OTHER || page === OTHER) continue;
    const key = JSON.stringify([page, zone, viewport]);
    const own = zones.get(key) ?? { page, zone, viewport, placements: [] };
    zones.set(key, own);
    if (exposed === null) continue;
    const most = Math.min(exposed, k - 1);
    own.placements.push({ item, slot, exposed, clicked: clicked ?? 0, atMost: clicked ?? most });
  }
  return [...zones.values()];
}

const exposedIn = ({ placements }: Zone): number => placements.reduce((sum, { exposed }) => sum + exposed, 0);

/** Every rate that a trial is planned from is above 0 and below 1. */
const trialVisits = (rate: number, lift: number): number | null =>
  rate > 0 && rate * lift < 1 && lift !== 1 && lift > 0 ? 2 * visitsForLift(rate, lift) : null;

/** What is hidden of the clicks is no 0: then it is told how many they are at most. */
const clicksOf = ({ exposed, clicked, atMost }: RankedItem): Finding['evidence'] => ({
  exposed,
  clicked,
  ...(atMost > clicked && { atMost }),
});

function ofRanking(ranking: Ranking, zone: Zone, days: number): Found[] {
  const place = { page: zone.page, zone: zone.zone };
  const positionFree = ranking.biased === null;
  const subjectOf = (item: RankedItem): Subject => ({
    ...place,
    item: item.item,
    ...(zone.viewport && { viewport: zone.viewport }),
  });
  const ratioTo = (item: RankedItem, to: number) => ({
    measure: 'ratio' as const,
    value: item.rate.value / to,
    low: item.rate.low / to,
    high: item.rate.high / to,
  });
  const pairs = exchanges(ranking);
  const exchanged = new Set(pairs.flatMap(({ up, down }) => [up.item, down.item]));
  const ups = pairs.map(
    ({ up, down, gain: clicks }): Found => ({
      claim: {
        key: 'move-up',
        values: {
          item: up.item,
          slot: up.slot,
          rate: up.rate.value,
          other: down.item,
          otherSlot: down.slot,
          otherRate: down.rate.value,
          positionFree,
        },
      },
      subject: subjectOf(up),
      place,
      evidence: {
        ...clicksOf(up),
        otherExposed: down.exposed,
        otherClicked: down.clicked,
        ...(down.atMost > down.clicked && { otherAtMost: down.atMost }),
      },
      effect: ratioTo(up, down.rate.value),
      gain: gain('clicks', clicks.value, clicks.low, days),
      certainty: { by: 'interval' },
      trial: { by: 'experiment', visits: trialVisits(down.rate.value, up.rate.value / down.rate.value) },
    }),
  );
  const buries = weak(ranking)
    .filter(({ item }) => !exchanged.has(item))
    .map(
      (item): Found => ({
        claim: {
          key: 'bury',
          values: {
            item: item.item,
            slot: item.slot,
            rate: item.rate.value,
            common: item.than,
            positionFree,
          },
        },
        subject: subjectOf(item),
        place,
        evidence: clicksOf(item),
        effect: ratioTo(item, item.than),
        gain: gain(
          'clicks',
          (item.than - item.rate.value) * item.exposed,
          (item.than - item.rate.high) * item.exposed,
          days,
        ),
        certainty: { by: 'interval' },
        trial: { by: 'experiment', visits: trialVisits(item.than, item.rate.value / item.than) },
      }),
    );
  const keeps = strong(ranking)
    .filter(({ item }) => !exchanged.has(item))
    .map(
      (item): Found => ({
        claim: {
          key: 'keep-first',
          values: { item: item.item, slot: item.slot, rate: item.rate.value, common: ranking.common },
        },
        subject: subjectOf(item),
        place,
        evidence: clicksOf(item),
        effect: ratioTo(item, ranking.common),
        gain: null,
        certainty: { by: 'interval' },
        trial: { by: 'before-after', visits: null },
      }),
    );
  return [...ups, ...buries, ...keeps];
}

/** A template shows a region on many pages, and rotates on all of them or on none: one test of each region. */
function rotationOf(zone: Zone, reason: NotIdentifiable): Found[] {
  const plan = planRotation(zone.placements);
  if (plan === null) return [];
  const { shift, share, slots, visits } = plan;
  return [
    {
      claim: { key: 'rotation-test', values: { reason, shift, share, slots } },
      subject: { page: zone.page, zone: zone.zone },
      place: { zone: zone.zone },
      evidence: { exposed: exposedIn(zone) },
      effect: null,
      gain: null,
      certainty: { by: 'design' },
      trial: { by: 'rotation', visits },
    },
  ];
}

function longListOf(zone: Zone): Found[] {
  const found = longList(zone.placements);
  if (found === null) return [];
  const { seenTo, length, visits, beyond } = found;
  const place = { page: zone.page, zone: zone.zone };
  return [
    {
      claim: { key: 'long-list', values: { seenTo, length, beyond: beyond.value } },
      subject: { ...place, ...(zone.viewport && { viewport: zone.viewport }) },
      place,
      evidence: { visits, beyond: Math.round(beyond.value * visits) },
      effect: { measure: 'share', ...beyond },
      // Who did not scroll is no visit that a shorter list would win.
      gain: null,
      certainty: { by: 'interval' },
      trial: { by: 'experiment', visits: null },
    },
  ];
}

/** Whether windows of another size say the opposite: then the item is told of none. */
function isContradicted({ claim, subject: { item } }: Found, others: readonly Ranking[]): boolean {
  return others.some(({ items, common }) => {
    const own = items.find((each) => each.item === item);
    if (own === undefined) return false;
    return claim.key === 'bury' ? own.rate.low > common : own.rate.high < common;
  });
}

/** So many places are looked at in some milliseconds. */
const GLANCES = 100;

/** The zones of one place, that in which it was exposed most first. */
type Sizes = readonly [Zone, ...Zone[]];

function placesOf(zones: readonly Zone[]): Sizes[] {
  const places = new Map<string, [Zone, ...Zone[]]>();
  for (const zone of zones) {
    const key = JSON.stringify([zone.page, zone.zone]);
    const own = places.get(key);
    if (own === undefined) places.set(key, [zone]);
    else own.push(zone);
  }
  return [...places.values()].map((sizes) => sizes.sort((x, y) => exposedIn(y) - exposedIn(x)));
}

/** What is found of a place whose items differ. */
function ofPlace([zone, ...others]: Sizes, days: number): Found[] {
  const ranking = rank(zone.placements);
  if (ranking === null) return [];
  const found = ofRanking(ranking, zone, days);
  const rotation = ranking.biased === null ? [] : rotationOf(zone, ranking.biased);
  if (found.length === 0) return rotation;
  const rankings = others.flatMap((other) => rank(other.placements) ?? []);
  return [...found.filter((each) => !isContradicted(each, rankings)), ...rotation];
}

/**
 * Positions of a page are judged in the size of window in which they were exposed most, and held against the others. Only places whose items
 * differ by more than chance, with Benjamini-Hochberg at 10 % over all places: of hundreds of regions whose items are alike some would be told.
 * Head and foot of all pages are no lists.
 */
export function* layoutFindings({ layout = [], k, days }: AdviceInput): InParts<{
  readonly found: readonly Found[];
  readonly withheld: readonly Withheld[];
}> {
  const zones = zonesOf(layout, k).filter(({ page }) => page !== ANY);
  yield;
  const places: { readonly sizes: Sizes; readonly seen: Glance | null }[] = [];
  for (const [at, sizes] of placesOf(zones).entries()) {
    places.push({ sizes, seen: glance(sizes[0].placements) });
    if (at % GLANCES === 0) yield;
  }
  const qs = qValues(places.map(({ seen }) => seen?.p ?? 1));
  const withheld = places.flatMap(({ sizes: [zone], seen }): Withheld[] => {
    const about = { page: zone.page, zone: zone.zone, viewport: zone.viewport };
    if (seen !== null) return seen.biased === null ? [] : [{ ...about, reason: seen.biased, ranked: true }];
    return [{ ...about, reason: exposedIn(zone) === 0 ? 'no-exposures' : 'few-items', ranked: false }];
  });
  const found = zones.flatMap((zone) => longListOf(zone));
  for (const [at, { sizes }] of places.entries()) {
    if ((qs[at] ?? 1) > FALSE_DISCOVERY_RATE) continue;
    yield;
    found.push(...ofPlace(sizes, days));
  }
  return { found, withheld };
}
