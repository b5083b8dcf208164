/** From released cells to stages of a purchase by category, and value by product and currency. Pure. */
import { ANY, FUNNEL_STAGES, type FunnelRow, type ProductRow, type PurchaseRow } from '@holloway/protocol';
import { join, nOf, totalOf } from './joined.ts';
import { mostFirst } from './order.ts';
import type { Released } from './release.ts';

type Stages = Omit<FunnelRow, 'category'>;

const NO_STAGE: Stages = { list: null, product: null, cart: null, checkout: null, order: null };

/** All visits first, then the categories that most visits looked at as a list. */
export function funnelRows({ rows }: Released): FunnelRow[] {
  const byCategory = new Map<string, Stages>();
  for (const { dimensions, n } of rows) {
    const [category, stage] = [String(dimensions[0]), FUNNEL_STAGES.find((known) => known === dimensions[1])];
    if (stage === undefined) continue;
    const stages = byCategory.get(category) ?? NO_STAGE;
    byCategory.set(category, { ...stages, [stage]: n });
  }
  const found = [...byCategory].map(([category, stages]): FunnelRow => ({ category, ...stages }));
  return mostFirst(found, ({ category, list }) => (category === ANY ? Number.POSITIVE_INFINITY : list));
}

export function productRows(facts: { readonly added: Released; readonly ordered: Released }): ProductRow[] {
  const rows = join(facts).map(
    ({ dimensions: [item, currency], of: { added, ordered } }): ProductRow => ({
      item: String(item),
      currency: String(currency),
      added: nOf(added),
      ordered: nOf(ordered),
      addedValue: totalOf(added),
      orderedValue: totalOf(ordered),
    }),
  );
  // Values of several currencies have no order, visits do.
  return mostFirst(
    mostFirst(rows, ({ added }) => added),
    ({ ordered }) => ordered,
  );
}

export const purchaseRows = ({ rows }: Released): PurchaseRow[] =>
  mostFirst(
    rows.map((row) => ({
      currency: String(row.dimensions[0]),
      orders: row.n,
      value: totalOf(row),
    })),
    ({ orders }) => orders,
  );
