/**
 * What a store says of carts, orders and searches, in the words of its ecosystem: the e-commerce events of Google Analytics 4,
 * and the objects that its older "enhanced e-commerce" pushes. What it does not understand it ignores.
 * @see https://developers.google.com/analytics/devguides/collection/ga4/ecommerce
 */
import { MAX_TOTAL } from '@holloway/protocol';
import { attempt } from '../quietly.ts';
import type { Item, ObservationOf } from '../visit/observation.ts';
import { searchTerm } from './search.ts';
import { declaredTerm, slugify } from './term.ts';

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
const textOf = (value: unknown): string | undefined =>
  declaredTerm(typeof value === 'number' || typeof value === 'string' ? String(value) : '');
/** Not negative; 0 for what is no number. Shops write `"49.90"` too. */
const numberOf = (value: unknown): number => Math.max(0, Number(value)) || 0;
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
  const levels = ['', '2', '3', '4', '5'].map((level) => textOf(one[`item_category${level}`]));
  const named = levels.some(Boolean) ? levels : (textOf(one.category)?.split('/') ?? []);
  return named.flatMap((level) => (level ? slugify(level) : [])).join('/') || undefined;
}

/**
 * @param name Such as `add_to_cart`.
 * @param home Currency of the site.
 * @returns `null` for events that count nothing here, and for those that name no product.
 */
export function commerceOf(
  name: unknown,
  told: unknown,
  home: string,
): ObservationOf<'commerce' | 'search'> | null {
  if (!isLoose(told)) return null;
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
    .flatMap((one): Item[] => {
      const item = isLoose(one) ? textOf(one.item_id ?? one.id ?? one.sku) : undefined;
      if (!isLoose(one) || !item) return [];
      const value = minor(numberOf(one.price) * (numberOf(one.quantity) || 1));
      return [{ item, value, category: categoryOf(one) }];
    });
  if (stage !== 'order' && told.items && items.length === 0) return null;
  const sum = bounded(items.reduce((all, { value }) => all + value, 0));
  return {
    kind: 'commerce',
    stage,
    items,
    currency: units === null ? null : currency,
    value: told.value === undefined ? sum : minor(numberOf(told.value)),
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
  if (!isLoose(ecommerce)) return SEARCHES.includes(String(event)) ? [[event, entry]] : [];
  const older = enhanced(ecommerce);
  return older.length > 0 ? older : [[event, ecommerce]];
}
