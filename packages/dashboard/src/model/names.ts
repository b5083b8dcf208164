/** What terms are called on screen: the catalogue's labels first, then plain words for reserved terms. */
import { ANY, ENTRY, OTHER, PAGE_TYPES, parseSlice, type SliceKind } from '@holloway/protocol';
import { inLocale, type Msg, msg, t } from '../words/words.ts';
import { countryName } from './format.ts';

/** Of terms of one kind. */
export type Labels = { readonly [term: string]: string };

const TYPE_NAMES: { readonly [type in (typeof PAGE_TYPES)[number]]: Msg } = {
  home: msg('Home page'),
  category: msg('Category pages'),
  product: msg('Product pages'),
  search: msg('Search'),
  cart: msg('Cart'),
  checkout: msg('Checkout'),
  order: msg('Order placed'),
  page: msg('Other pages'),
};

const RESERVED: { readonly [term: string]: Msg } = {
  [ANY]: msg('All pages'),
  [ENTRY]: msg('Visit began'),
  [OTHER]: msg('Other'),
  ...Object.fromEntries(PAGE_TYPES.map((type) => [`(${type})`, TYPE_NAMES[type]])),
};

/** `null` where none is marked. */
const said = (texts: { readonly [term: string]: Msg }, term: string): string | null =>
  texts[term] === undefined ? null : t(texts[term]);

/**
 * A page, product, category or page type.
 * @param labels Of its kind; absent where a report names none.
 */
export const termName = (term: string, labels: Labels = {}): string =>
  said(RESERVED, term) ?? labels[term] ?? term;

/** A category with what it lies under: `Kettles / Gooseneck`. */
export function categoryName(category: string, labels: Labels = {}): string {
  if (category.startsWith('(') || !category.includes('/')) return termName(category, labels);
  const segments = category.split('/');
  return segments.map((segment, at) => labels[segments.slice(0, at + 1).join('/')] ?? segment).join(' / ');
}

/** What to print small beside a name: the term itself where the name hides it. */
export const termDetail = (term: string, name: string): string | null =>
  term.startsWith('/') && term !== name ? term : null;

export const SLICE_KIND_NAMES: { readonly [kind in SliceKind]: Msg } = {
  device: msg('Device'),
  visitor: msg('Visitor'),
  source: msg('Source'),
  country: msg('Country'),
  viewport: msg('Window size'),
  browser: msg('Browser'),
  os: msg('System'),
};

export const VIEWPORT_NAMES: { readonly [term: string]: Msg } = {
  s: msg('Small, phone'),
  m: msg('Medium, tablet'),
  l: msg('Large, desktop'),
};

const SLICE_VALUES: { readonly [term: string]: Msg } = {
  phone: msg('Phone'),
  tablet: msg('Tablet'),
  desktop: msg('Desktop'),
  tv: msg('TV'),
  console: msg('Console'),
  wearable: msg('Wearable'),
  new: msg('New'),
  returning: msg('Returning'),
  search: msg('Search'),
  social: msg('Social'),
  email: msg('Email'),
  referral: msg('Referral'),
  campaign: msg('Campaign'),
  direct: msg('Direct'),
};

/** `s` as `Small, phone`; `null` where it is none of ours. */
export const viewportName = (value: string): string | null => said(VIEWPORT_NAMES, value);

export function sliceValueName(kind: SliceKind, value: string): string {
  if (kind === 'country') return countryName(value);
  if (kind === 'viewport') return viewportName(value) ?? value;
  return said(SLICE_VALUES, value) ?? value;
}

/** `Device: Phone`; `All visits` for the total. */
export function sliceTitle(slice: string): string {
  const parsed = parseSlice(slice);
  if (parsed === null || parsed === '*') return t('All visits');
  return `${t(SLICE_KIND_NAMES[parsed.kind])}: ${sliceValueName(parsed.kind, parsed.value)}`;
}

const languages = inLocale((of) => new Intl.DisplayNames(of, { type: 'language' }));

/** `de` as `German`. */
export function languageName(code: string): string {
  return languages().of(code) ?? code;
}
