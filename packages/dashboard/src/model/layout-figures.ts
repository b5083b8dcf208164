/** What the boxes of a page earn, and which products stood there. The rates themselves are computed in insight. Pure. */
import { type BoxFigures, type NamedBox, partsOf } from '@holloway/insight';
import { LAYOUT_RATES, type LayoutRate, type LayoutRow } from '@holloway/protocol';

export { type BoxFigures, figuresOf, inWindow, type LayoutRows } from '@holloway/insight';

export const RATES = LAYOUT_RATES;
export type Rate = LayoutRate;
export type ShareRate = Exclude<Rate, 'valuePerExposure'>;

/** All but the sum of money. */
export const SHARE_RATES = RATES.filter((rate): rate is ShareRate => rate !== 'valuePerExposure');

/** The number that a box is coloured by; `undefined` where the rate is not of such a box. */
export const rateOf = (figures: BoxFigures, rate: Rate): number | null | undefined =>
  rate === 'valuePerExposure' ? figures.valuePerExposure : figures[rate]?.rate;

/** The products that stood there, the most seen first. */
export function itemsOf(layout: readonly LayoutRow[], { page, element }: NamedBox): string[] {
  const { zone, slot } = partsOf(element);
  const seen = new Map<string, number>();
  for (const row of layout) {
    if (row.page !== page || row.zone !== zone || row.slot !== slot || slot === null) continue;
    seen.set(row.item, (seen.get(row.item) ?? 0) + (row.exposed ?? row.clicked ?? 0));
  }
  return [...seen].sort((a, b) => b[1] - a[1]).map(([item]) => item);
}
