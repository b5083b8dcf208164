/**
 * Which items of a zone earn more, and which less, than their position: clicks per exposure, drawn towards what the zone has
 * in common, and free of position where its layouts allow. A pair is told only where its intervals lie apart.
 */
import { alikeP } from './alike.ts';
import { type NotIdentifiable, notIdentifiable, type Placement } from './position-graph.ts';
import { positionModel } from './position-model.ts';
import { fitBeta, shrink, type Tries } from './shrinkage.ts';
import type { Estimate } from './two-rates.ts';

/** A placement whose clicks may be too few to be shown: then `clicked` is 0 and `atMost` is k - 1. */
export interface Placed extends Placement {
  readonly atMost?: number;
}

export interface RankedItem {
  readonly item: string;
  /** Where it was exposed most. */
  readonly slot: number;
  /** In all its positions. */
  readonly exposed: number;
  /** Those that are shown; with those that are not, up to `atMost`. */
  readonly clicked: number;
  readonly atMost: number;
  /** Clicks per exposure. */
  readonly rate: Estimate;
}

export interface Ranking {
  /** By the lower end of the rate: what is surely good stands first. */
  readonly items: readonly RankedItem[];
  /** Clicks per exposure that the zone has in common. */
  readonly common: number;
  /** `null` where position is taken out of the rates; else why it cannot be. */
  readonly biased: NotIdentifiable | null;
}

function itemsOf(placements: readonly Placed[]): (Placed & { readonly atMost: number })[] {
  const sums = new Map<string, Placed & { atMost: number; most: number }>();
  for (const { item, slot, exposed, clicked, atMost = clicked } of placements) {
    const before = sums.get(item) ?? { item, slot, exposed: 0, clicked: 0, atMost: 0, most: -1 };
    sums.set(item, {
      item,
      slot: exposed > before.most ? slot : before.slot,
      most: Math.max(exposed, before.most),
      exposed: before.exposed + exposed,
      clicked: before.clicked + clicked,
      atMost: before.atMost + atMost,
    });
  }
  return [...sums.values()];
}

/**
 * Those of which so many clicks are to be expected that they are shown whatever they are: of others only lucky ones are shown. What is
 * hidden of the former all the same is taken at the middle of what it can be.
 */
function wholly(placements: readonly Placed[], common: number): Placement[] {
  const hidden = placements.flatMap(({ clicked, atMost = clicked }) => (atMost > clicked ? atMost : []));
  const k = Math.max(0, ...hidden) + 1;
  return placements
    .filter(({ exposed }) => hidden.length === 0 || exposed * common >= 2 * k)
    .map(({ atMost, ...placement }) => ({
      ...placement,
      clicked: ((atMost ?? placement.clicked) + placement.clicked) / 2,
    }));
}

const triesOf = ({ clicked, atMost, exposed }: Placed & { readonly atMost: number }): Tries => ({
  hits: Math.min(clicked, exposed),
  atMost: Math.min(atMost, exposed),
  of: exposed,
});

const seenOf = (placements: readonly Placed[]): Placed[] => placements.filter(({ exposed }) => exposed > 0);

export interface Glance {
  /** The probability of rates that differ so much, if all items were alike. */
  readonly p: number;
  /** Why position cannot be taken out; `null` where it can be. */
  readonly biased: NotIdentifiable | null;
}

/** Whether there is anything to rank, without doing it. `null` with fewer than three items exposed. */
export function glance(placements: readonly Placed[]): Glance | null {
  const seen = seenOf(placements);
  const tries = itemsOf(seen).map(triesOf);
  if (tries.length < 3) return null;
  const sum = (of: (each: Tries) => number): number => tries.reduce((all, each) => all + of(each), 0);
  const common = sum(({ hits, atMost = hits }) => (hits + atMost) / 2) / sum(({ of }) => of);
  return { p: alikeP(tries), biased: notIdentifiable(wholly(seen, common)) };
}

/**
 * @param placements Of one zone, page and window size.
 * @returns `null` with fewer than three items exposed. Where position is taken out, without items that were exposed too rarely for it.
 * @see docs/insight.md#move-up-and-bury
 */
export function rank(placements: readonly Placed[]): Ranking | null {
  const seen = seenOf(placements);
  const items = itemsOf(seen);
  const tries = items.map(triesOf);
  const prior = fitBeta(tries);
  if (prior === null) return null;
  const common = prior.a / (prior.a + prior.b);
  const result = positionModel(wholly(seen, common));
  const ranked = items.flatMap(({ item, slot, exposed, clicked, atMost }, i): RankedItem[] => {
    const own = tries[i] ?? { hits: 0, of: 0 };
    const rate = result.identifiable ? result.model.items.get(item) : shrink(own, prior);
    return rate === undefined ? [] : [{ item, slot, exposed, clicked, atMost, rate }];
  });
  return {
    items: ranked.sort((x, y) => y.rate.low - x.rate.low || x.slot - y.slot),
    common: result.identifiable ? result.model.common : common,
    biased: result.identifiable ? null : result.reason,
  };
}

export interface Exchange {
  readonly up: RankedItem;
  readonly down: RankedItem;
  /** Clicks that the exchange brings over the range that was counted, if rates stay what they are. */
  readonly gain: Estimate;
}

/**
 * Pairs that would earn more the other way round: the lower one is surely better than the upper and than the zone. Each item is in one pair at most, the pair with
 * the largest gain first.
 */
export function exchanges({ items, common }: Ranking): Exchange[] {
  const pairs: Exchange[] = [];
  // What is no better than the zone need not come up: then the upper one is to be buried, below whatever.
  for (const up of items.filter(({ rate }) => rate.low > common)) {
    for (const down of items) {
      if (down.slot >= up.slot || down.exposed <= up.exposed || up.rate.low <= down.rate.high) continue;
      const views = down.exposed - up.exposed;
      pairs.push({
        up,
        down,
        gain: {
          value: (up.rate.value - down.rate.value) * views,
          low: (up.rate.low - down.rate.high) * views,
          high: (up.rate.high - down.rate.low) * views,
        },
      });
    }
  }
  const taken = new Set<RankedItem>();
  return pairs
    .sort((x, y) => y.gain.low - x.gain.low)
    .filter(({ up, down }) => {
      if (taken.has(up) || taken.has(down)) return false;
      taken.add(up).add(down);
      return true;
    });
}

/** Clicks per exposure of all that stands below a position. */
function rateBelow(slot: number, items: readonly RankedItem[]): number {
  const below = items.filter((each) => each.slot > slot);
  const exposed = below.reduce((sum, each) => sum + each.exposed, 0);
  return exposed === 0 ? 0 : below.reduce((sum, each) => sum + each.clicked, 0) / exposed;
}

export interface WeakItem extends RankedItem {
  /** Clicks per exposure that it surely stays below. */
  readonly than: number;
}

/**
 * Items in the first half of the zone that surely earn less than it has in common and, where position is still in the rates, less than all
 * that stands below them: what stands on top is trusted, so that the common rate alone would make an average item of the middle weak.
 */
export function weak({ items, common, biased }: Ranking): WeakItem[] {
  const slots = items.map(({ slot }) => slot).sort((a, b) => a - b);
  const half = slots[Math.floor((slots.length - 1) / 2)] ?? 0;
  return items
    .filter(({ slot }) => slot <= half)
    .map((item) => ({
      ...item,
      than: biased === null ? common : Math.min(common, rateBelow(item.slot, items)),
    }))
    .filter(({ rate, than }) => rate.high < than);
}

/** Items in the first positions that are surely better than the zone, position taken out: they should stay. */
export const strong = ({ items, common, biased }: Ranking): RankedItem[] =>
  biased === null ? items.filter(({ slot, rate }) => slot <= 3 && rate.low > common) : [];
