/**
 * What a store says of carts, orders and searches, in the words of its ecosystem: the e-commerce events of Google Analytics 4,
 * and the objects that its older "enhanced e-commerce" pushes. What it does not understand it ignores.
 * @see https://developers.google.com/analytics/devguides/collection/ga4/ecommerce
 */
import { MAX_TOTAL } from '@holloway/protocol';
import { attempt } from '../quietly.ts';
import type { Item, ObservationOf } from '../visit/observation.ts';
import { searchTerm } from './search.ts';
import { declaredTerm, slugify, treePath } from './term.ts';

type Loose = { readonly [name: string]: unknown };

const MAX_ITEMS = 100;
const STAGES = [
  ['add_to_cart', 'cart'],
  ['begin_checkout', 'checkout'],
  ['add_shipping_info', 'checkout'],
  ['add_payment_info', 'checkout'],
  ['purchase', 'order'],
] as const;
const SEARCHES = ['search', 'view_search_results'];

const isLoose = (value: unknown): value is Loose => typeof value === 'object' && value !== null;
const rawText = (value: unknown): string =>
  typeof value === 'number' || typeof value === 'string' ? String(value) : '';
const textOf = (value: unknown): string | undefined => declaredTerm(rawText(value));

/**
 * Shops write `"49.90"` too, and `"49,90"`, which can be read in one way only; `"1,234"` and `"1.234,50"` are no numbers.
 * @returns Not negative; `undefined` for what is no number.
 */
function numberOf(value: unknown): number | undefined {
  const text = textOf(value)?.replace(/^(\d+),(\d\d?)$/, '$1.$2');
  const number = text ? Number(text) : Number.NaN;
  return Number.isFinite(number) ? Math.max(0, number) : undefined;
}

/** 0 for more than the wire carries: it is no price. */
const bounded = (minor: number): number => (minor <= MAX_TOTAL ? minor : 0);

/** How many minor units one of a currency has, such as 100; `null` for what is no currency. */
function unitsOf(currency: string | undefined): number | null {
  const digits = attempt(
    () =>
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits,
  );
  return digits === undefined ? null : 10 ** digits;
}

function categoryOf(one: Loose): string | undefined {
  const levels = ['', '2', '3', '4', '5'].map((level) => rawText(one[`item_category${level}`]));
  return treePath(levels.map(slugify)) ?? treePath(rawText(one.category).split('/').map(slugify));
}

/** An empty name hides none of the others; nothing counts that there are none of. */
function itemOf(one: unknown, minor: (money: number) => number): Item[] {
  if (!isLoose(one)) return [];
  const item = [one.item_id, one.id, one.sku].map(textOf).find(Boolean);
  const quantity = numberOf(one.quantity) ?? 1;
  if (!item || quantity === 0) return [];
  return [{ item, value: minor((numberOf(one.price) ?? 0) * quantity), category: categoryOf(one) }];
}

/**
 * @param name Such as `add_to_cart`.
 * @param params What comes with the event; without it, the event counts by itself.
 * @param home Currency of the site.
 * @returns `null` for events that count nothing here, and for a cart that nothing was put into.
 */
export function commerceOf(
  name: unknown,
  params: unknown,
  home: string,
): ObservationOf<'commerce' | 'search'> | null {
  const told: Loose = isLoose(params) ? params : {};
  if (SEARCHES.includes(String(name))) {
    const term = searchTerm(textOf(told.search_term));
    return term ? { kind: 'search', search: { term, isEmpty: null } } : null;
  }
  const stage = STAGES.find(([event]) => event === name)?.[1];
  if (!stage) return null;
  const currency = textOf(told.currency)?.toUpperCase() ?? home;
  const units = unitsOf(currency);
  const minor = (money: number): number => bounded(Math.round(money * (units ?? 0)));
  const items = [told.items]
    .flat()
    .slice(0, MAX_ITEMS)
    .flatMap((one) => itemOf(one, minor));
  if (stage === 'cart' && told.items && items.length === 0) return null;
  const whole = numberOf(told.value);
  return {
    kind: 'commerce',
    stage,
    items,
    currency: units === null ? null : currency,
    value: whole === undefined ? bounded(items.reduce((all, { value }) => all + value, 0)) : minor(whole),
    isHome: currency === home,
    order: textOf(told.transaction_id),
  };
}

/** `{ ecommerce: { currencyCode, add: { products } } }`, as shops pushed before 2023 and many still do. */
function enhanced(ecommerce: Loose): [name: string, told: Loose][] {
  const { currencyCode: currency } = ecommerce;
  return Object.entries({ add: 'add_to_cart', checkout: 'begin_checkout', purchase: 'purchase' }).flatMap(
    ([key, name]) => {
      const one = ecommerce[key];
      if (!isLoose(one)) return [];
      const about = isLoose(one.actionField) ? one.actionField : {};
      return [
        [name, { currency, items: one.products, transaction_id: about.id, value: about.revenue }] as [
          string,
          Loose,
        ],
      ];
    },
  );
}

/** The events in one entry of a `dataLayer`: an object of Tag Manager's, or the arguments of `gtag('event', …)`. */
export function eventsOf(entry: unknown): [name: unknown, told: unknown][] {
  if (!isLoose(entry)) return [];
  if (entry[0] === 'event') return [[entry[1], entry[2]]];
  const { event, ecommerce } = entry;
  if (!isLoose(ecommerce)) {
    // One that nothing is said of may be anything that a tag manager is to do after an order.
    return event === 'purchase' ? [] : [[event, SEARCHES.includes(String(event)) ? entry : {}]];
  }
  const older = enhanced(ecommerce);
  return older.length > 0 ? older : [[event, ecommerce]];
}
