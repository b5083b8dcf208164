/** Actions on positions: move up, bury, keep first, rotation test, long list. */
import { ANY, type LayoutRow, OTHER, type Viewport } from '@holloway/protocol';
import { longList } from '../method/long-list.ts';
import type { NotIdentifiable } from '../method/position-graph.ts';
import { visitsForLift } from '../method/power.ts';
import {
  exchanges,
  type Placed,
  type RankedItem,
  type Ranking,
  rank,
  strong,
  weak,
} from '../method/ranking.ts';
import { planRotation } from '../method/rotation.ts';
import type { Action, Subject } from './action.ts';
import type { AdviceInput } from './advise.ts';
import { makeAction, perWeek } from './make-action.ts';

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

function ofRanking(ranking: Ranking, zone: Zone, { days, slice }: AdviceInput): Action[] {
  const place = { page: zone.page, zone: zone.zone };
  const positionFree = ranking.biased === null;
  const subjectOf = (item: RankedItem): Subject => ({ ...place, item: item.item });
  const ratioTo = (item: RankedItem, to: number) => ({
    measure: 'ratio' as const,
    value: item.rate.value / to,
    low: item.rate.low / to,
    high: item.rate.high / to,
  });
  const pairs = exchanges(ranking);
  const exchanged = new Set(pairs.flatMap(({ up, down }) => [up.item, down.item]));
  const ups = pairs.map(({ up, down, gain }) =>
    makeAction(
      {
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
      subjectOf(up),
      slice,
      {
        evidence: {
          exposed: up.exposed,
          clicked: up.clicked,
          otherExposed: down.exposed,
          otherClicked: down.clicked,
        },
        effect: ratioTo(up, down.rate.value),
        gain: { of: 'clicks', perWeek: perWeek(gain.value, days) },
        certainty: { by: 'interval' },
        trial: { by: 'experiment', visits: trialVisits(down.rate.value, up.rate.value / down.rate.value) },
      },
    ),
  );
  const buries = weak(ranking)
    .filter(({ item }) => !exchanged.has(item))
    .map((item) =>
      makeAction(
        {
          key: 'bury',
          values: {
            item: item.item,
            slot: item.slot,
            rate: item.rate.value,
            common: item.than,
            positionFree,
          },
        },
        subjectOf(item),
        slice,
        {
          evidence: { exposed: item.exposed, clicked: item.clicked },
          effect: ratioTo(item, item.than),
          gain: {
            of: 'clicks',
            perWeek: perWeek((item.than - item.rate.value) * item.exposed, days),
          },
          certainty: { by: 'interval' },
          trial: { by: 'experiment', visits: trialVisits(item.than, item.rate.value / item.than) },
        },
      ),
    );
  const keeps = strong(ranking).map((item) =>
    makeAction(
      {
        key: 'keep-first',
        values: { item: item.item, slot: item.slot, rate: item.rate.value, common: ranking.common },
      },
      subjectOf(item),
      slice,
      {
        evidence: { exposed: item.exposed, clicked: item.clicked },
        effect: ratioTo(item, ranking.common),
        gain: null,
        certainty: { by: 'interval' },
        trial: { by: 'before-after', visits: null },
      },
    ),
  );
  return [...ups, ...buries, ...keeps];
}

function rotationOf(zone: Zone, reason: NotIdentifiable, slice: string | undefined): Action[] {
  const plan = planRotation(zone.placements);
  if (plan === null) return [];
  const { shift, share, slots, visits } = plan;
  return [
    makeAction(
      { key: 'rotation-test', values: { reason, shift, share, slots } },
      { page: zone.page, zone: zone.zone },
      slice,
      {
        evidence: { exposed: exposedIn(zone) },
        effect: null,
        gain: null,
        certainty: { by: 'design' },
        trial: { by: 'rotation', visits },
      },
    ),
  ];
}

function longListOf(zone: Zone, { days, slice }: AdviceInput): Action[] {
  const found = longList(zone.placements);
  if (found === null) return [];
  const { seenTo, length, visits, beyond } = found;
  const subject = { page: zone.page, zone: zone.zone, ...(zone.viewport && { viewport: zone.viewport }) };
  return [
    makeAction({ key: 'long-list', values: { seenTo, length, beyond: beyond.value } }, subject, slice, {
      evidence: { visits, beyond: Math.round(beyond.value * visits) },
      effect: { measure: 'share', ...beyond },
      gain: { of: 'visits', perWeek: perWeek(visits * (1 - beyond.value), days) },
      certainty: { by: 'interval' },
      trial: { by: 'experiment', visits: null },
    }),
  ];
}

/** Whether windows of another size say the opposite: then the item is told of none. */
function isContradicted(action: Action, others: readonly Ranking[]): boolean {
  const { item } = action.subject;
  return others.some(({ items, common }) => {
    const own = items.find((each) => each.item === item);
    if (own === undefined) return false;
    return action.type === 'bury' ? own.rate.low > common : own.rate.high < common;
  });
}

/**
 * Positions of a page are judged in the size of window in which they were exposed most, and held against the others. Head and foot of all
 * pages are no lists.
 */
export function layoutActions(input: AdviceInput): { actions: Action[]; withheld: Withheld[] } {
  const zones = zonesOf(input.layout ?? [], input.k).filter(({ page }) => page !== ANY);
  const places = new Map<string, Zone[]>();
  for (const zone of zones) {
    const key = JSON.stringify([zone.page, zone.zone]);
    places.set(key, [...(places.get(key) ?? []), zone]);
  }
  const actions: Action[] = zones.flatMap((zone) => longListOf(zone, input));
  const withheld: Withheld[] = [];
  for (const sizes of places.values()) {
    const [zone, ...others] = sizes.sort((x, y) => exposedIn(y) - exposedIn(x));
    if (zone === undefined) continue;
    const ranking = rank(zone.placements);
    const { page, viewport } = zone;
    const about = { page, zone: zone.zone, viewport };
    if (ranking === null) {
      const reason = exposedIn(zone) === 0 ? 'no-exposures' : 'few-items';
      withheld.push({ ...about, reason, ranked: false });
      continue;
    }
    const rankings = others.flatMap((other) => rank(other.placements) ?? []);
    actions.push(...ofRanking(ranking, zone, input).filter((action) => !isContradicted(action, rankings)));
    if (ranking.biased === null) continue;
    withheld.push({ ...about, reason: ranking.biased, ranked: true });
    actions.push(...rotationOf(zone, ranking.biased, input.slice));
  }
  return { actions, withheld };
}
