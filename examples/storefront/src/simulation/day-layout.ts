/**
 * What all visits of a day have seen and clicked of the regions and elements of pages. Told once a day and not with each visit: a
 * hundred cells of every one of them would make a first start take twice as long. The counts are the same; of the people behind
 * them, whom no report tells, a single one is told.
 */
import { ANY, MAX_INCREMENTS, type Viewport } from '@holloway/protocol';
import { addToTally, type Count, type Ledger, type Tally } from '@holloway/sdk/visit';
import { type Click, vainClicks, zoneOf } from './clicks.ts';
import { PLANTED_FAULTS } from './faults.ts';
import type { Parts } from './parts.ts';
import { chance, type Random } from './random.ts';
import type { Stay } from './walk.ts';

export interface DayLayout {
  add(view: View, viewport: Viewport): void;
  /** All of the day, a batch's worth of cells each. */
  tallies(today: number): Tally[];
}

/** One view of a page. */
export interface View {
  readonly stay: Stay;
  readonly parts: Parts;
  /** Down to so many pixels of the page. */
  readonly bottom: number;
  readonly clicks: readonly Click[];
}

interface Views {
  /** Of each part, in their order. */
  readonly seen: Uint32Array;
  readonly measured: Uint32Array;
}

/** Averages need no more. */
const SHARE_MEASURED = 0.03;
const IN_ANGER = 3;
/** Marks every cell as somebody's first. */
const SOMEBODY: Pick<Ledger, 'count'> = { count: () => 2 };

const times = (counts: readonly Count[], n: number): Count[] =>
  n === 0
    ? []
    : counts.map((one) => ({
        ...one,
        n: one.n * n,
        ...(one.total === undefined ? {} : { total: one.total * n }),
      }));

/** What is counted of the clicks of a view: of each region and element once, and where each click was. */
function clickCounts(hands: Random, { stay, parts, clicks }: View, viewport: Viewport): Count[] {
  const counts: Count[] = [];
  const zones = new Set<string>();
  const clickZone = (zone: string, page: string, total = 1): void => {
    const n = zones.has(zone) ? 0 : 1;
    zones.add(zone);
    counts.push({ fact: 'zone.clicked', dimensions: [page, zone, viewport], n, total });
  };
  for (const { element, isShared, cell } of clicks) {
    const page = isShared ? ANY : parts.page;
    const dimensions = [page, element, viewport];
    // What a script opens is seen by those who click it.
    if (!parts.has(element, isShared)) counts.push({ fact: 'element.exposed', dimensions, n: 1 });
    clickZone(zoneOf(element), page);
    counts.push({ fact: 'element.clicked', dimensions, n: 1 });
    counts.push({ fact: 'click.grid', dimensions: [page, viewport, element, cell], n: 1 });
  }
  const vain = vainClicks(hands, stay);
  if (vain === 0) return counts;
  const { element } = PLANTED_FAULTS.deadPicture;
  const dimensions = [parts.page, element, viewport];
  clickZone(element, parts.page, vain);
  counts.push({ fact: 'element.dead', dimensions, n: 1 });
  if (vain >= IN_ANGER) counts.push({ fact: 'element.rage', dimensions, n: 1 });
  return counts;
}

export function createDayLayout(hands: Random): DayLayout {
  const views = new Map<Parts, Views>();
  const clicked: Count[] = [];
  const viewsOf = (parts: Parts): Views => {
    const known = views.get(parts);
    if (known !== undefined) return known;
    const { length } = parts.all;
    const fresh = { seen: new Uint32Array(length), measured: new Uint32Array(length) };
    views.set(parts, fresh);
    return fresh;
  };
  return {
    add(view, viewport) {
      const { parts, bottom } = view;
      const { seen, measured } = viewsOf(parts);
      const isMeasured = chance(hands, SHARE_MEASURED);
      parts.all.forEach(({ seenFrom }, at) => {
        if (seenFrom > bottom) return;
        seen[at] = (seen[at] ?? 0) + 1;
        if (isMeasured) measured[at] = (measured[at] ?? 0) + 1;
      });
      clicked.push(...clickCounts(hands, view, viewport));
    },
    tallies(today) {
      const tally: Tally = Object.create(null);
      for (const [{ all }, { seen, measured }] of views) {
        all.forEach((part, at) => {
          addToTally(tally, times(part.seen, seen[at] ?? 0), SOMEBODY, today);
          addToTally(tally, times(part.box, measured[at] ?? 0), SOMEBODY, today);
        });
      }
      addToTally(tally, clicked, SOMEBODY, today);
      return inParts(tally);
    },
  };
}

/** Taking a batch from thousands of cells at once takes long. */
function inParts(tally: Tally): Tally[] {
  const cells = Object.entries(tally);
  const count = Math.ceil(cells.length / MAX_INCREMENTS);
  return Array.from({ length: count }, (_, at) =>
    Object.fromEntries(cells.slice(at * MAX_INCREMENTS, (at + 1) * MAX_INCREMENTS)),
  );
}
