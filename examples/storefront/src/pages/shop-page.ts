/**
 * What a page of the shop is and where it leads. The views draw it and the simulated visitors walk it,
 * so neither can know a page or a link that the other does not.
 */
import type { PageType } from '@holloway/protocol';
import { TOP_CATEGORIES } from '../catalogue/categories.ts';
import type { Product } from '../catalogue/products.ts';

export interface Crumb {
  readonly name: string;
  readonly path: string;
}

export type LinkKind =
  | 'header'
  | 'footer'
  /** To the category above, in the breadcrumbs. */
  | 'up'
  /** To a shelf of the same upper category. */
  | 'shelf'
  /** "Goes well with": to a shelf of another. */
  | 'pair'
  | 'pager'
  | 'collection'
  | 'story'
  | 'step';

export interface Link {
  readonly kind: LinkKind;
  readonly path: string;
  readonly name: string;
}

/** A region with products in positions. */
export interface Zone {
  readonly name: string;
  readonly heading: string;
  /** Whether the page says its name in an attribute; where not, the id of its heading is its name. */
  readonly marked: boolean;
  readonly products: readonly Product[];
}

/** A form that leads on: a press on its button is not a link. */
export type Form = 'search' | 'filter' | 'add' | 'order';

export interface ShopPage {
  /** Without query. */
  readonly path: string;
  readonly type: PageType;
  readonly category: string | null;
  /** Article number, on a product's own page. */
  readonly item: string | null;
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  readonly links: readonly Link[];
  readonly zones: readonly Zone[];
  readonly forms: readonly Form[];
  /** Without navigation, to be read in peace. */
  readonly quiet: boolean;
}

export const HOME: Crumb = { name: 'Home', path: '/' };

export const link = (kind: LinkKind, path: string, name: string): Link => ({ kind, path, name });

const HOME_LINK = link('header', '/', 'Brindlemoor, home');
const FOOTER: readonly Link[] = [
  link('footer', '/about', 'About us'),
  link('footer', '/delivery', 'Delivery and returns'),
  link('footer', '/stories', 'Stories'),
  link('footer', '/privacy', 'Privacy'),
];

const HEADER: readonly Link[] = [
  HOME_LINK,
  link('header', '/preferences', 'Your kitchen'),
  link('header', '/cart', 'Cart'),
  ...TOP_CATEGORIES.map(({ path, name }) => link('header', `/c/${path}`, name)),
];

type Own = Pick<ShopPage, 'path' | 'type' | 'title'> & Partial<ShopPage>;

/** A page with the header and footer that every page has, and what is its own. */
export function shopPage(own: Own): ShopPage {
  const { links = [], quiet = false, forms = [] } = own;
  return {
    category: null,
    item: null,
    crumbs: [HOME],
    zones: [],
    ...own,
    quiet,
    links: quiet
      ? [HOME_LINK, ...links, link('footer', '/privacy', 'Privacy')]
      : [...HEADER, ...links, ...FOOTER],
    forms: quiet ? forms : ['search', ...forms],
  };
}

export const linksOf = (page: ShopPage, kind: LinkKind): readonly Link[] =>
  page.links.filter((one) => one.kind === kind);

/** @throws Error where the page has no such region. */
export function zoneOf(page: ShopPage, name: string): Zone {
  const found = page.zones.find((zone) => zone.name === name);
  if (found === undefined) throw new Error(`${page.path} has no zone ${name}`);
  return found;
}
