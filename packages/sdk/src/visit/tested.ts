/** What counts of a layout test: a visit in its arm, and what came of it from then on. Pure. */
import { ANY } from '@holloway/protocol';
import { type Count, count, isCounted } from './count.ts';
import { hash } from './hash.ts';
import type { ObservationOf } from './observation.ts';
import type { Visit } from './visit.ts';

/** Nothing where the visit was not shown the arm, or where the order is one that was counted before. */
export function testedCounts(
  { once, orders }: Pick<Visit, 'once' | 'orders'>,
  { experiment, arm, metric, order }: ObservationOf<'tested'>,
): Count[] {
  const isShown = isCounted(once, { fact: 'experiment', dimensions: [experiment, arm, ANY] });
  const isOld = order && orders.includes(hash(order));
  return metric === ANY || (isShown && !isOld) ? count('experiment', experiment, arm, metric) : [];
}
