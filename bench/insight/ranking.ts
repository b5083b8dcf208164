/** How well items are ranked whose worth is known, in a grid of 24 positions. */

import type { Placement } from '../../packages/insight/src/method/position-graph.ts';
import { exchanges, rank, strong, weak } from '../../packages/insight/src/method/ranking.ts';
import { binomial, normal, type Random, seededRandom } from '../../packages/insight/test/random.ts';
import type { Figure } from '../figure.ts';
import { median } from '../statistics.ts';

const SLOTS = 24;

export interface Grid {
  /** Log odds of a click on each item, in the order of positions. */
  readonly worth: readonly number[];
  /** Log odds that a position adds, though it is seen: people trust what stands on top. */
  readonly trust: number;
  /** Visits. */
  readonly visits: number;
}

const BASE = -3;
const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
/** Share of visits that come to a position: all to the first, a fifth to the last. */
const seenAt = (slot: number): number => 0.2 ** (slot / (SLOTS - 1));
/** From plus to minus `trust`, from the first position to the last. */
const trustAt = (slot: number, trust: number): number => trust * (1 - (2 * slot) / (SLOTS - 1));

/** Counts of a layout in which each item stands `shift` positions further on. */
function layout({ worth, trust }: Grid, visits: number, shift: number, random: Random): Placement[] {
  return worth.map((own, i) => {
    const slot = (i + shift) % SLOTS;
    const exposed = binomial(visits, seenAt(slot), random);
    const clicked = binomial(exposed, logistic(BASE + own + trustAt(slot, trust)), random);
    return { item: `item ${i}`, slot: slot + 1, exposed, clicked };
  });
}

/** @see Kendall, A new measure of rank correlation, Biometrika 1938 */
export function kendall(xs: readonly number[], ys: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < xs.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      sum += Math.sign(((xs[i] ?? 0) - (xs[j] ?? 0)) * ((ys[i] ?? 0) - (ys[j] ?? 0)));
    }
  }
  return (2 * sum) / (xs.length * (xs.length - 1));
}

const indexOf = (item: string): number => Number(item.slice('item '.length));

/** How the rates of the ranking stand to the truth. */
function tauOf(grid: Grid, placements: readonly Placement[]): number {
  const items = rank(placements)?.items ?? [];
  return kendall(
    items.map(({ rate }) => rate.value),
    items.map(({ item }) => grid.worth[indexOf(item)] ?? 0),
  );
}

function tauBy(
  grid: Grid,
  placements: readonly Placement[],
  by: (exposed: number, clicked: number) => number,
): number {
  const values = grid.worth.map((_, i) => {
    const own = placements.filter(({ item }) => indexOf(item) === i);
    const sum = (of: (each: Placement) => number): number => own.reduce((total, each) => total + of(each), 0);
    return by(
      sum(({ exposed }) => exposed),
      sum(({ clicked }) => clicked),
    );
  });
  return kendall(values, grid.worth);
}

const normals = (sigma: number, random: Random): number[] =>
  Array.from({ length: SLOTS }, () => sigma * normal(random));

interface Told {
  readonly exchanges: { right: number; wrong: number };
  readonly weak: { right: number; wrong: number };
}
const nothingTold = (): Told => ({ exchanges: { right: 0, wrong: 0 }, weak: { right: 0, wrong: 0 } });

/** Adds what is told of a grid, by whether it is so. */
function judge(grid: Grid, placements: readonly Placement[], told: Told): void {
  const ranking = rank(placements);
  if (ranking === null) return;
  const worthOf = (item: string): number => grid.worth[indexOf(item)] ?? 0;
  for (const { up, down } of exchanges(ranking)) {
    told.exchanges[worthOf(up.item) > worthOf(down.item) ? 'right' : 'wrong'] += 1;
  }
  const middle = median(grid.worth);
  for (const { item } of weak(ranking)) told.weak[worthOf(item) < middle ? 'right' : 'wrong'] += 1;
}

const toldFigures = (name: string, trials: number, told: Told): Figure[] =>
  (['exchanges', 'weak'] as const).map((what) => {
    const { right, wrong } = told[what];
    return {
      name: `ranking: ${what === 'weak' ? 'weak items' : what} told that are not, ${name}`,
      value: (100 * wrong) / Math.max(1, right + wrong),
      unit: '%',
      budget: 5,
      detail: `of ${right + wrong}, ${((right + wrong) / trials).toFixed(1)} a grid`,
    };
  });

export function rankingFigures(trials: number, seed: number): Figure[] {
  const random = seededRandom(seed);
  const taus: { [name: string]: number[] } = {};
  const note = (name: string, tau: number): void => {
    taus[name] = [...(taus[name] ?? []), tau];
  };
  const told = { one: nothingTold(), shifted: nothingTold() };
  for (let trial = 0; trial < trials; trial += 1) {
    const grid: Grid = { worth: normals(0.5, random), trust: 0.6, visits: 20_000 };
    const one = layout(grid, grid.visits, 0, random);
    note(
      'one layout: raw clicks',
      tauBy(grid, one, (_, clicked) => clicked),
    );
    note('one layout: clicks per exposure, shrunken', tauOf(grid, one));
    judge(grid, one, told.one);
    for (const shift of [1, 5, 11]) {
      const both = [
        ...layout(grid, grid.visits * 0.75, 0, random),
        ...layout(grid, grid.visits * 0.25, shift, random),
      ];
      note(`shifted by ${shift}: position taken out`, tauOf(grid, both));
      if (shift !== 5) continue;
      note(
        'shifted by 5: clicks per exposure',
        tauBy(grid, both, (exposed, clicked) => clicked / exposed),
      );
      judge(grid, both, told.shifted);
    }
  }
  const detail = `${trials} grids of ${SLOTS}, 20,000 visits each`;
  return [
    ...Object.entries(taus).map(
      ([name, values]): Figure => ({
        name: `ranking: tau, ${name}`,
        value: median(values),
        unit: '',
        detail,
      }),
    ),
    ...toldFigures('one layout', trials, told.one),
    ...toldFigures('shifted by 5', trials, told.shifted),
    ...nullFigures(trials, random),
  ];
}

/** Grids in which all items are alike: whatever is told is false. */
function nullFigures(trials: number, random: Random): Figure[] {
  const figures = (trust: number, shift: number, name: string): Figure[] => {
    const zones = { exchanged: 0, single: 0 };
    for (let trial = 0; trial < trials; trial += 1) {
      const grid: Grid = { worth: normals(0, random), trust, visits: 20_000 };
      const placements =
        shift === 0
          ? layout(grid, grid.visits, 0, random)
          : [
              ...layout(grid, grid.visits * 0.75, 0, random),
              ...layout(grid, grid.visits * 0.25, shift, random),
            ];
      const ranking = rank(placements);
      if (ranking === null) continue;
      if (exchanges(ranking).length > 0) zones.exchanged += 1;
      if (weak(ranking).length + strong(ranking).length > 0) zones.single += 1;
    }
    return [
      {
        name: `ranking: alike items exchanged, ${name}`,
        value: (100 * zones.exchanged) / trials,
        unit: '% of grids',
        budget: 5,
      },
      {
        name: `ranking: alike items called weak or strong, ${name}`,
        value: (100 * zones.single) / trials,
        unit: '% of grids',
        budget: 10,
      },
    ];
  };
  return [
    ...figures(0, 0, 'one layout'),
    ...figures(0.6, 0, 'one layout, trust in the top'),
    ...figures(0.6, 5, 'shifted by 5, trust in the top'),
  ];
}
