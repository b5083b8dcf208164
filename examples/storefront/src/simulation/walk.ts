/** One simulated visit through the shop: which pages, how long on each, and what was clicked to get on. */
import type { PageType } from '@holloway/protocol';
import { topOf } from '../catalogue/categories.ts';
import { MODELS } from '../catalogue/models.ts';
import { findProduct, type Product } from '../catalogue/products.ts';
import { HERO_TEST, type HeroArm } from '../layout-test.ts';
import { categoryShelf, listPage, searchPage } from '../pages/list-page.ts';
import { cartPage, checkoutPage, orderPage, PAGES } from '../pages/pages.ts';
import type { ShopPage } from '../pages/shop-page.ts';
import { PLANTED_FAULTS } from './faults.ts';
import { lookAt, type Mind, searchElsewhere } from './mind.ts';
import { type Move, movesOn, type Situation } from './moves.ts';
import { chance, draw, logNormal, type Random } from './random.ts';

export interface Stay {
  readonly page: ShopPage;
  /** Visible and focused. */
  readonly engagedMs: number;
  /** Until the next page is shown: engagement, and what the visitor did elsewhere in between. */
  readonly spentMs: number;
  /** Where the visitor went away and came back: engagement until then. */
  readonly pausedAtMs: number | null;
  /** How the visitor left the page. */
  readonly move: Move;
  /** What they clicked to leave it, where it was a product in a position. */
  readonly clicked: { readonly slot: string; readonly item: string; readonly to: string } | null;
  /** What was asked for, on a page of results. */
  readonly asked: string | null;
  /** Of the layout test, where the page is of it and shows it. */
  readonly arm: HeroArm | null;
  /** Pieces put into the cart here, or ordered by coming here. */
  readonly traded: { readonly stage: 'cart' | 'order'; readonly products: readonly Product[] } | null;
}

const MAX_PAGES = 45;
const MAX_ENGAGED_MS = 15 * 60 * 1000;
const MIN_ENGAGED_MS = 400;
const LONGEST_AWAY_MS = 10 * 60 * 1000;
const INTERRUPTED = 0.06;

/** Median and spread of the logarithm. */
const ENGAGEMENT: { readonly [type in PageType]: readonly [medianMs: number, spread: number] } = {
  home: [9_000, 0.9],
  category: [15_000, 0.8],
  product: [26_000, 0.9],
  search: [9_000, 0.7],
  cart: [13_000, 0.8],
  checkout: [52_000, 0.5],
  order: [12_000, 0.6],
  page: [38_000, 0.9],
};

const byPath = new Map(PAGES.map((page) => [page.path, page]));

/** @throws Error where a link leads nowhere: the shop would be broken. */
function pageAt(path: string, cartIsEmpty: boolean): ShopPage {
  if (path === '/cart') return cartPage(cartIsEmpty);
  if (path === '/checkout') return checkoutPage();
  const page = byPath.get(path);
  if (page === undefined) throw new Error(`A link leads to ${path}, which is no page`);
  return page;
}

const { emptySearch } = PLANTED_FAULTS;
/** Of those who search while they look for coffee. */
const SAYS_IT_OTHERWISE = 0.6;

/** What the visitor types into the search box. Who found nothing types what the shop calls it. */
function query(random: Random, mind: Mind, askedBefore: string | null): string {
  if (
    topOf(mind.shelf) === emptySearch.category &&
    askedBefore === null &&
    chance(random, SAYS_IT_OTHERWISE)
  ) {
    return emptySearch.term;
  }
  if (askedBefore === emptySearch.term) return emptySearch.meant;
  const model = mind.wanted ?? MODELS.find(({ category }) => category === mind.shelf);
  if (model === undefined) return '';
  return (mind.wanted !== null && chance(random, 0.4) ? model.name : model.noun).toLowerCase();
}

function follow(move: Move, { page, mind, cart, cameFrom }: Situation, asked: string): ShopPage | null {
  switch (move.kind) {
    case 'leave':
      return null;
    case 'back':
      return cameFrom;
    case 'slot':
      return pageAt(move.product.path, cart.size === 0);
    case 'link':
      return pageAt(move.path, cart.size === 0);
    case 'form':
      break;
  }
  switch (move.form) {
    case 'search':
      return searchPage(asked);
    case 'add':
      return cartPage(false);
    case 'order':
      return orderPage('100000');
    case 'filter': {
      const shelf = page.category === null ? null : categoryShelf(page.category);
      const filter = { colours: [mind.colour], styles: [], price: null, sort: 'choice' } as const;
      return shelf === null ? page : (listPage(shelf, 1, filter) ?? page);
    }
  }
}

/** The visitor takes in a page: what they find or miss there changes what they want. */
function takeIn(random: Random, page: ShopPage, mind: Mind): void {
  const product = page.item === null ? undefined : findProduct(page.item);
  if (product !== undefined) lookAt(random, mind, product);
  const { wanted, shelf } = mind;
  if (wanted === null || page.category !== shelf || page.type !== 'category') return;
  const isThere = page.zones.some(({ products }) => products.some(({ model }) => model === wanted));
  if (!isThere) searchElsewhere(random, mind);
}

function stay(
  random: Random,
  page: ShopPage,
  move: Move,
  { asked, traded, arm }: Pick<Stay, 'asked' | 'traded' | 'arm'>,
): Stay {
  const [median, spread] = ENGAGEMENT[page.type];
  const quick = move.kind === 'back' ? 0.3 : 1;
  const drawn = logNormal(random, median * quick, spread);
  const engagedMs = Math.round(Math.min(Math.max(drawn, MIN_ENGAGED_MS), MAX_ENGAGED_MS));
  const interrupted = chance(random, INTERRUPTED);
  const awayMs = interrupted ? Math.min(logNormal(random, 60_000, 1), LONGEST_AWAY_MS) : 0;
  return {
    page,
    engagedMs,
    spentMs: Math.round(engagedMs + awayMs + logNormal(random, 900, 0.5)),
    pausedAtMs: interrupted ? Math.round(engagedMs * (0.2 + 0.6 * random.next())) : null,
    move,
    clicked: move.kind === 'slot' ? { slot: move.slot, item: move.product.sku, to: move.product.path } : null,
    asked,
    traded,
    arm,
  };
}

/** What is put into the cart by a move away from a page. */
const addedBy = (move: Move, { item }: ShopPage): Product | undefined =>
  move.kind === 'form' && move.form === 'add' && item !== null ? findProduct(item) : undefined;

/**
 * @param landing Path of the first page.
 * @param arm Of the layout test. @param isKnown It is shown on the first page too: the visitor agreed before.
 */
export function walk(
  random: Random,
  mind: Mind,
  landing: string,
  arm: HeroArm = 'a',
  isKnown = false,
): Stay[] {
  const stays: Stay[] = [];
  const seen = new Set<string>();
  const cart = new Set<string>();
  let cameFrom: ShopPage | null = null;
  let page: ShopPage | null = pageAt(landing, true);
  let filtered = false;
  let asked: string | null = null;
  let ordered: readonly Product[] = [];
  while (page !== null && stays.length < MAX_PAGES) {
    takeIn(random, page, mind);
    seen.add(page.path);
    const isShown = page.path === HERO_TEST.pages && (isKnown || stays.length > 0);
    const depth = stays.length + 1;
    const situation: Situation = {
      ...{ page, mind, seen, cart, cameFrom, filtered, depth },
      arm: isShown ? arm : 'a',
    };
    const move = draw(random, movesOn(situation));
    const added = addedBy(move, page);
    const traded =
      ordered.length > 0
        ? ({ stage: 'order', products: ordered } as const)
        : added && ({ stage: 'cart', products: [added] } as const);
    stays.push(stay(random, page, move, { asked, traded: traded ?? null, arm: isShown ? arm : null }));
    asked = move.kind === 'form' && move.form === 'search' ? query(random, mind, asked) : null;
    const next: ShopPage | null = follow(move, situation, asked ?? '');
    if (added) cart.add(added.sku);
    const isOrdering = move.kind === 'form' && move.form === 'order';
    ordered = isOrdering ? [...cart].flatMap((sku) => findProduct(sku) ?? []) : [];
    if (isOrdering) cart.clear();
    filtered = move.kind === 'form' && move.form === 'filter';
    cameFrom = page;
    page = next;
  }
  return stays;
}
