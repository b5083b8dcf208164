/**
 * What a simulated visitor may do on a page, and how much each of it draws them. Every move is a link of the page,
 * one of its forms, or the way back. Weights were set by hand so that rates are those of an ordinary shop.
 */
import { isLeaf, topOf } from '../catalogue/categories.ts';
import type { Product } from '../catalogue/products.ts';
import { HERO_PULL, type HeroArm } from '../layout-test.ts';
import type { Form, Link, LinkKind, ShopPage, Zone } from '../pages/shop-page.ts';
import { appealOf, type Mind } from './mind.ts';
import type { Weighted } from './random.ts';

export type Move =
  | { readonly kind: 'link'; readonly path: string; readonly via: LinkKind }
  /** `slot` is `grid/3`, as Holloway names it. */
  | { readonly kind: 'slot'; readonly slot: string; readonly product: Product }
  | { readonly kind: 'form'; readonly form: Form }
  | { readonly kind: 'back' }
  | { readonly kind: 'leave' };

/** Where the visitor is in their visit. */
export interface Situation {
  readonly page: ShopPage;
  readonly mind: Mind;
  /** Paths of this visit so far. */
  readonly seen: ReadonlySet<string>;
  /** Article numbers in the cart. */
  readonly cart: ReadonlySet<string>;
  readonly cameFrom: ShopPage | null;
  readonly filtered: boolean;
  /** Of the head of the home page, as it is shown here. */
  readonly arm: HeroArm;
  /** Pages so far, this one included. */
  readonly depth: number;
}

const LEAVING: { readonly [type in ShopPage['type']]: number } = {
  home: 0.8,
  category: 0.8,
  product: 1.15,
  search: 0.7,
  cart: 0.7,
  checkout: 0.9,
  order: 8,
  page: 1.1,
};
const FIRST_PAGE = 1.35;
const TIRING = 0.04;
/** However much there is to see, it holds nobody for ever. */
const MOST_PULL = 2.4;

const ZONE_DRAW: { readonly [zone: string]: number } = {
  grid: 1,
  results: 1.3,
  bestsellers: 0.5,
  hero: 0.7,
  'new-in': 0.3,
  colours: 0.25,
  related: 0.5,
  featured: 0.8,
};

const STALE = 0.1;

/** Positions further down are looked at less. */
const looksAt = (index: number): number => 1 / (1 + 0.14 * index);

function wish(product: Product, mind: Mind): number {
  if (product.model === mind.wanted) return 7;
  const near =
    product.category === mind.shelf ? 0.9 : topOf(product.category) === topOf(mind.shelf) ? 0.2 : 0.07;
  const tint = product.collection.id === mind.colour ? 1.6 : 1;
  return near * tint * appealOf(product) * (mind.wanted === null ? 1 : 0.3);
}

const drawOf = ({ name }: Zone, arm: HeroArm): number =>
  (ZONE_DRAW[name] ?? 0) * (name === 'hero' ? HERO_PULL[arm] : 1);

const slotMoves = (zone: Zone, { mind, seen, arm }: Situation): Weighted<Move> =>
  zone.products.map((product, index) => [
    { kind: 'slot', slot: `${zone.name}/${index + 1}`, product },
    drawOf(zone, arm) * looksAt(index) * wish(product, mind) * (seen.has(product.path) ? STALE : 1),
  ]);

/** A link to a category: strong where it leads to the shelf in mind, or to the level above it. */
function shelfWeight(category: string, { page, mind }: Situation): number {
  if (category === mind.shelf) return 2.6;
  const here = page.category === null ? '' : topOf(page.category);
  if (category !== topOf(mind.shelf)) return 0.03;
  return here === category ? 0.12 : 1.8;
}

function linkWeight({ kind, path }: Link, situation: Situation): number {
  const { page, mind, seen, cart } = situation;
  if (path === page.path) return 0;
  const fresh = seen.has(path) ? STALE : 1;
  if (path.startsWith('/c/') && kind !== 'pager') {
    const category = path.slice('/c/'.length);
    const familiar = kind === 'header' || isLeaf(category) || kind === 'up' ? 1 : 0.8;
    return shelfWeight(category, situation) * familiar * fresh;
  }
  switch (kind) {
    case 'pager':
      return (mind.wanted === null ? 0.35 : 0.8) * fresh;
    case 'collection':
      return (path.endsWith(mind.colour) ? 0.3 : 0.03) * fresh;
    case 'story':
      return 0.12 * fresh;
    case 'step':
      return 2.5;
    case 'footer':
      return 0.012 * fresh;
    case 'up':
      return 0.1 * fresh;
    default:
      if (path === '/cart') return cart.size > 0 ? 0.25 : 0.02;
      return path === '/' ? 0.1 : 0.015;
  }
}

/** Half of those who find nothing try another word. */
const ASKS_AGAIN = 0.9;
const isWithoutResults = ({ type, zones }: ShopPage): boolean =>
  type === 'search' && zones.every(({ products }) => products.length === 0);

function formWeight(form: Form, { page, mind, cart, filtered, depth }: Situation): number {
  switch (form) {
    case 'search':
      if (isWithoutResults(page)) return ASKS_AGAIN;
      return (mind.wanted === null ? 0.05 : 0.16) * (depth <= 3 ? 1 : 0.5);
    case 'filter':
      return filtered || (page.zones[0]?.products.length ?? 0) < 6 ? 0 : 0.14;
    case 'add':
      return page.item === null || cart.has(page.item) ? 0.02 : 0.4 * mind.keenness;
    case 'order':
      return 1.6 * mind.keenness;
  }
}

function backWeight({ page, cameFrom }: Situation): number {
  if (cameFrom === null || cameFrom.path === page.path) return 0;
  if (page.type === 'product' && (cameFrom.type === 'category' || cameFrom.type === 'search')) return 0.55;
  return page.type === 'order' ? 0 : 0.1;
}

/** Everything that can be done here. The weight of leaving is such that more to see keeps more people, up to a point. */
export function movesOn(situation: Situation): Weighted<Move> {
  const { page, mind, depth } = situation;
  const moves: (readonly [Move, number])[] = [
    ...page.zones.flatMap((zone) => slotMoves(zone, situation)),
    ...page.links.map(
      (link) => [{ kind: 'link', path: link.path, via: link.kind }, linkWeight(link, situation)] as const,
    ),
    ...page.forms.map((form) => [{ kind: 'form', form }, formWeight(form, situation)] as const),
    [{ kind: 'back' }, backWeight(situation)],
  ];
  const pull = moves.reduce((sum, [, weight]) => sum + weight, 0);
  const leaving =
    (LEAVING[page.type] / mind.patience) * (depth === 1 ? FIRST_PAGE : 1 + TIRING * (depth - 2));
  return [...moves, [{ kind: 'leave' }, leaving * Math.max(1, pull / MOST_PULL)]];
}
