/** The fact catalogue with the ids that this store gave to its names, and what follows from it for sealing. */
import { FACT_NAMES, type Fact, type FactName, factOf } from '@holloway/protocol';
import type { Dimensions, SealPlan, Store } from '../store/store.ts';

export const COLUMNS = ['a', 'b', 'c', 'd'] as const satisfies (keyof Dimensions)[];

const NO_DIMENSIONS = { a: 0, b: 0, c: 0, d: 0 };

export interface FactCodes {
  id(name: FactName): number;
  readonly sealPlan: SealPlan;
  /** The cell that a histogram's cell describes. */
  describedBy(histogram: FactName, cell: Dimensions): Dimensions;
}

/** For each dimension of the described fact, the column in which the histogram has it. */
function sharedColumns(histogram: Fact, described: Fact): (keyof Dimensions)[] {
  return described.dimensions.map(({ name }) => {
    const column = COLUMNS[histogram.dimensions.findIndex((dimension) => dimension.name === name)];
    if (column === undefined)
      throw new Error(`a histogram lacks the dimension ${name} of the fact it describes`);
    return column;
  });
}

export async function loadFactCodes(store: Store): Promise<FactCodes> {
  const ids = await store.facts(FACT_NAMES);
  const id = (name: FactName): number => {
    const found = ids.get(name);
    if (found === undefined) throw new Error(`the fact ${name} has no id`);
    return found;
  };
  const histograms = FACT_NAMES.flatMap((name) => {
    const { describes } = factOf(name);
    if (describes === undefined) return [];
    const described = describes as FactName;
    return [
      { fact: id(name), describes: id(described), columns: sharedColumns(factOf(name), factOf(described)) },
    ];
  });
  const columnsOf = new Map(histograms.map(({ fact, columns }) => [fact, columns]));
  const facts = FACT_NAMES.filter((name) => factOf(name).describes === undefined).map(id);
  return {
    id,
    sealPlan: { facts, histograms },
    describedBy(histogram, cell) {
      const columns = columnsOf.get(id(histogram)) ?? [];
      const described = { ...NO_DIMENSIONS };
      columns.forEach((column, i) => {
        described[COLUMNS[i] ?? 'a'] = cell[column];
      });
      return columns.length === 0 ? { ...described, a: 1 } : described;
    },
  };
}
