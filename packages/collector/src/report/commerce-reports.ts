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
 * What was paid in all, less what was paid for the products that are shown, would be what the few paid whose products wait:
 * where fewer than k of them do, the sum is not told.
 */
export async function purchases({ read, scope }: Context): Promise<Built> {
  const [orders, products] = await Promise.all([read('commerce.purchase'), read('commerce.ordered')]);
  const { n: hidden } = products.balance.waiting;
  const isTelling = hidden > 0 && hidden < scope.site.k;
  const rows = purchaseRows(orders).map((row) => (isTelling ? { ...row, value: null } : row));
  return { rows, facts: [['commerce.purchase', orders]] };
}
