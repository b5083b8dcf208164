/** What terms are called on screen: the catalogue's labels first, then plain words for reserved terms. */
import { ANY, ENTRY, OTHER, PAGE_TYPES, parseSlice, type SliceKind } from '@holloway/protocol';
import { countryName } from './format.ts';

/** Of terms of one kind. */
export type Labels = { readonly [term: string]: string };

const TYPE_NAMES: { readonly [type in (typeof PAGE_TYPES)[number]]: string } = {
  home: 'Home page',
  category: 'Category pages',
  product: 'Product pages',
  search: 'Search',
  cart: 'Cart',
  checkout: 'Checkout',
  order: 'Order placed',
  page: 'Other pages',
};

const RESERVED: Labels = {
  [ANY]: 'All pages',
  [ENTRY]: 'Visit began',
  [OTHER]: 'Other',
  ...Object.fromEntries(PAGE_TYPES.map((type) => [`(${type})`, TYPE_NAMES[type]])),
};

/**
 * A page, product, category or page type.
 * @param labels Of its kind; absent where a report names none.
 */
export const termName = (term: string, labels: Labels = {}): string => RESERVED[term] ?? labels[term] ?? term;

/** A category with what it lies under: `Kettles / Gooseneck`. */
export function categoryName(category: string, labels: Labels = {}): string {
  if (category.startsWith('(') || !category.includes('/')) return termName(category, labels);
  const segments = category.split('/');
  return segments.map((segment, at) => labels[segments.slice(0, at + 1).join('/')] ?? segment).join(' / ');
}

/** What to print small beside a name: the term itself where the name hides it. */
export const termDetail = (term: string, name: string): string | null =>
  term.startsWith('/') && term !== name ? term : null;

export const SLICE_KIND_NAMES: { readonly [kind in SliceKind]: string } = {
  device: 'Device',
  visitor: 'Visitor',
  source: 'Source',
  country: 'Country',
  viewport: 'Window size',
  browser: 'Browser',
  os: 'System',
  arm: 'Test',
};

export const VIEWPORT_NAMES: Labels = { s: 'Small, phone', m: 'Medium, tablet', l: 'Large, desktop' };

const SLICE_VALUES: Labels = {
  phone: 'Phone',
  tablet: 'Tablet',
  desktop: 'Desktop',
  tv: 'TV',
  console: 'Console',
  wearable: 'Wearable',
  new: 'New',
  returning: 'Returning',
  search: 'Search',
  social: 'Social',
  email: 'Email',
  referral: 'Referral',
  campaign: 'Campaign',
  direct: 'Direct',
};

export function sliceValueName(kind: SliceKind, value: string): string {
  if (kind === 'country') return countryName(value);
  if (kind === 'viewport') return VIEWPORT_NAMES[value] ?? value;
  return SLICE_VALUES[value] ?? value;
}

/** `Device: Phone`; `All visits` for the total. */
export function sliceTitle(slice: string): string {
  const parsed = parseSlice(slice);
  if (parsed === null || parsed === '*') return 'All visits';
  return `${SLICE_KIND_NAMES[parsed.kind]}: ${sliceValueName(parsed.kind, parsed.value)}`;
}

let languages: Intl.DisplayNames | undefined;

/** `de` as `German`. */
export function languageName(code: string): string {
  languages ??= new Intl.DisplayNames('en-GB', { type: 'language' });
  return languages.of(code) ?? code;
}
