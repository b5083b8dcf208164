/**
 * What an item earns wherever it stands, and what a position earns whatever stands there: a position-based model, additive
 * in log odds, with a ridge. Only for placements that pass the gate of position-graph.
 */
import { inverseOf, times } from './linear.ts';
import { type NotIdentifiable, notIdentifiable, type Placement } from './position-graph.ts';
import type { Estimate } from './two-rates.ts';

export interface PositionModel {
  /** Clicks per exposure of each item in a position of average worth, with 95 % intervals. */
  readonly items: ReadonlyMap<string, Estimate>;
  /** Clicks per exposure of an average item in a position of average worth. */
  readonly common: number;
  /** How the odds of a click in each position stand to those in the average one; 1 is average. */
  readonly slots: ReadonlyMap<number, number>;
}

export type PositionResult =
  | { readonly identifiable: true; readonly model: PositionModel }
  | { readonly identifiable: false; readonly reason: NotIdentifiable };

/** Of log odds: effects of a shop lie within 1 or so, and a ridge of 1 / variance is what a normal prior of it asks for. */
const RIDGE = 1;
const MOST_STEPS = 50;
const Z = 1.959963984540054;

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
const logit = (p: number): number => Math.log(p / (1 - p));

/**
 * @param placements Of one zone; of rows of the same pair the clicks and exposures are added up by the model itself.
 * @returns The model, or why there can be none.
 * @see Craswell et al., An experimental comparison of click position-bias models, WSDM 2008; Guo et al., KDD 2020, for grids
 */
export function positionModel(placements: readonly Placement[]): PositionResult {
  const reason = notIdentifiable(placements);
  if (reason !== null) return { identifiable: false, reason };

  const seen = placements.filter(({ exposed }) => exposed > 0);
  const items = [...new Set(seen.map(({ item }) => item))];
  const slots = [...new Set(seen.map(({ slot }) => slot))].sort((a, b) => a - b);
  const itemAt = new Map(items.map((item, i) => [item, 1 + i]));
  const slotAt = new Map(slots.map((slot, i) => [slot, 1 + items.length + i]));
  const rows = seen.map(({ item, slot, exposed, clicked }) => ({
    columns: [0, itemAt.get(item) ?? 0, slotAt.get(slot) ?? 0],
    exposed,
    clicked: Math.min(clicked, exposed),
  }));
  const size = 1 + items.length + slots.length;
  const total = rows.reduce((sum, row) => ({ n: sum.n + row.exposed, hits: sum.hits + row.clicked }), {
    n: 0,
    hits: 0,
  });

  // Newton's steps on the penalised likelihood; the common level alone is not drawn towards 0.
  let effects: number[] = Array.from({ length: size }, (_, i) =>
    i === 0 ? logit((total.hits + 0.5) / (total.n + 1)) : 0,
  );
  let covariance: number[][] = [];
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const information = effects.map((_, i) =>
      effects.map((__, j): number => (i !== j ? 0 : i === 0 ? 1e-9 : RIDGE)),
    );
    const gradient = effects.map((effect, i) => (i === 0 ? 0 : -RIDGE * effect));
    for (const { columns, exposed, clicked } of rows) {
      const p = logistic(columns.reduce((sum, column) => sum + (effects[column] ?? 0), 0));
      for (const i of columns) {
        gradient[i] = (gradient[i] ?? 0) + clicked - exposed * p;
        const row = information[i] ?? [];
        for (const j of columns) row[j] = (row[j] ?? 0) + exposed * p * (1 - p);
      }
    }
    covariance = inverseOf(information) ?? covariance;
    const change = times(covariance, gradient);
    // A step of more than 2 in log odds overshoots where few clicks make the likelihood flat.
    const longest = Math.max(...change.map(Math.abs));
    const scale = longest > 2 ? 2 / longest : 1;
    effects = effects.map((effect, i) => effect + scale * (change[i] ?? 0));
    if (longest < 1e-9) break;
  }

  const level = effects[0] ?? 0;
  const estimateOf = (column: number): Estimate => {
    const value = level + (effects[column] ?? 0);
    const of = (i: number, j: number): number => covariance[i]?.[j] ?? 0;
    const deviation = Math.sqrt(Math.max(0, of(0, 0) + of(column, column) + 2 * of(0, column)));
    return {
      value: logistic(value),
      low: logistic(value - Z * deviation),
      high: logistic(value + Z * deviation),
    };
  };
  return {
    identifiable: true,
    model: {
      common: logistic(level),
      items: new Map(items.map((item) => [item, estimateOf(itemAt.get(item) ?? 0)])),
      slots: new Map(slots.map((slot) => [slot, Math.exp(effects[slotAt.get(slot) ?? 0] ?? 0)])),
    },
  };
}
