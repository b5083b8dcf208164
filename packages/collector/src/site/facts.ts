/** The fact catalogue with the ids that this store gave to its names, and what follows from it for sealing. */
import { FACT_NAMES, type FactName } from '@holloway/protocol';
import type { SealPlan } from '../store/seal-plan.ts';
import type { Dimensions, Store } from '../store/store.ts';
import { COLUMNS, sealPlanOf } from './seal-plan.ts';

export { COLUMNS };

const NO_DIMENSIONS = { a: 0, b: 0, c: 0, d: 0 };

export interface FactCodes {
  id(name: FactName): number;
  readonly sealPlan: SealPlan;
  /** The cell that a histogram's cell describes. */
  describedBy(histogram: FactName, cell: Dimensions): Dimensions;
}

export async function loadFactCodes(store: Store): Promise<FactCodes> {
  const ids = await store.facts(FACT_NAMES);
  const id = (name: FactName): number => {
    const found = ids.get(name);
    if (found === undefined) throw new Error(`the fact ${name} has no id`);
    return found;
  };
  const sealPlan = sealPlanOf(id);
  const columnsOf = new Map(sealPlan.histograms.map(({ fact, columns }) => [fact, columns]));
  return {
    id,
    sealPlan,
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
