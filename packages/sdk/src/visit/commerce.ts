/**
 * What is put into the cart and ordered: value by product, funnel stages by category, and both for the position that led
 * there within the visit. Pure.
 */
import { ANY, type FUNNEL_STAGES, OTHER } from '@holloway/protocol';
import { type Count, count } from './count.ts';
import { slotCount } from './layout.ts';
import type { Item, ObservationOf, Page, Position } from './observation.ts';

/** The last ones of a visit that are remembered. */
const MAX_REMEMBERED = 60;

/** By product, and by the path of its page. */
export type Positions = { readonly [itemOrPath: string]: Position };

/** What is known of a product in the cart. */
export interface InCart {
  readonly category: string | null;
  readonly position: Position | null;
}
export type Cart = { readonly [item: string]: InCart };

/** Adds to what is remembered; the oldest go. */
export const remember = <T>(before: { readonly [key: string]: T }, key: string, value: T) => {
  const { [key]: _, ...others } = before;
  return Object.fromEntries([...Object.entries(others), [key, value]].slice(-MAX_REMEMBERED)) as {
    readonly [key: string]: T;
  };
};

/** `coffee/espresso` is `coffee/espresso` and `coffee`: a visit counts once in each, and they cannot be added up later. */
const withAncestors = (category: string | null): string[] =>
  category ? category.split('/').map((_, i, all) => all.slice(0, i + 1).join('/')) : [];

function stageCounts(categories: readonly (string | null)[], stage: (typeof FUNNEL_STAGES)[number]): Count[] {
  const nodes = new Set([ANY, ...categories.flatMap(withAncestors)]);
  return [...nodes].flatMap((node) => count('funnel', node, stage));
}

/** Stages that a pageview reaches by itself. */
export function pageStages({ type, category }: Page, cart: Cart): Count[] {
  if (type === 'category') return stageCounts([category], 'list');
  if (type === 'product') return stageCounts([category], 'product');
  if (type !== 'checkout' && type !== 'order') return [];
  return stageCounts(
    Object.values(cart).map((one) => one.category),
    type,
  );
}

interface Known {
  readonly page: Page;
  readonly led: Positions;
  readonly cart: Cart;
}

function knownOf({ item, category }: Item, { page, led, cart }: Known): InCart {
  const isHere = item === page.item || item === page.path;
  return (
    cart[item] ?? {
      category: (isHere ? page.category : null) ?? category ?? null,
      position: led[item] ?? (isHere ? (led[page.path] ?? led[page.item ?? '']) : null) ?? null,
    }
  );
}

/** By stage: what counts the product, and what the position that led to it. */
const COUNTED = { cart: ['commerce.added', 'added'], order: ['commerce.ordered', 'ordered'] } as const;

export function commerceCounts(
  { stage, items, currency, value, isHome }: ObservationOf<'commerce'>,
  known: Known,
): { readonly cart: Cart; readonly counts: Count[] } {
  const money = currency ?? OTHER;
  const traded = items.map((one) => ({ ...one, ...knownOf(one, known) }));
  const counts: Count[] = [];
  let { cart } = known;
  if (stage !== 'checkout') {
    const [fact, measure] = COUNTED[stage];
    for (const { item, value: paid, category, position } of traded) {
      counts.push({ fact, dimensions: [item, money], n: 1, total: paid });
      if (position) counts.push(slotCount(measure, position, stage === 'cart' ? 1 : isHome ? paid : 0));
      if (stage === 'cart') cart = remember(cart, item, { category, position });
    }
  }
  const shelved = traded.length > 0 ? traded : Object.values(cart);
  counts.push(
    ...stageCounts(
      shelved.map(({ category }) => category),
      stage,
    ),
  );
  if (stage !== 'order') return { cart, counts };
  counts.push({ fact: 'commerce.purchase', dimensions: [money], n: 1, total: value });
  return { cart: {}, counts };
}
