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

export async function purchases({ read }: Context): Promise<Built> {
  const orders = await read('commerce.purchase');
  return { rows: purchaseRows(orders), facts: [['commerce.purchase', orders]] };
}
