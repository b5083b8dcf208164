/** Reports of what is put into the cart and ordered: which facts they read. How these become rows: commerce-rows. */
import { type Built, type Context, ofKind } from './built.ts';
import { funnelRows, productRows, purchaseRows } from './commerce-rows.ts';

export async function funnel({ read }: Context): Promise<Built> {
  const stages = await read('funnel');
  const rows = funnelRows(stages);
  return {
    rows,
    facts: [['funnel', stages]],
    labels: ofKind(
      'category',
      rows.map(({ category }) => category),
    ),
  };
}

export async function products({ read }: Context): Promise<Built> {
  const [added, ordered] = await Promise.all([read('commerce.added'), read('commerce.ordered')]);
  const rows = productRows({ added, ordered });
  return {
    rows,
    facts: [
      ['commerce.added', added],
      ['commerce.ordered', ordered],
    ],
    labels: ofKind(
      'product',
      rows.map(({ item }) => item),
    ),
  };
}

/**
 * What was paid in all, less what was paid for the products that are shown, would be what the few paid whose products wait
 * or have no name: where fewer than k of them do, the sum is not told.
 */
export async function purchases({ read, release, scope }: Context): Promise<Built> {
  // Values are of settled days alone, and so is what may be taken from them: today's orders hide nobody's of yesterday.
  const [orders, isTelling] = await Promise.all([
    read('commerce.purchase'),
    release.hidesFew('commerce.ordered', scope),
  ]);
  const rows = purchaseRows(orders).map((row) => (isTelling ? { ...row, value: null } : row));
  return { rows, facts: [['commerce.purchase', orders]] };
}
