/** Every page of the shop that has an address of its own, and the few that depend on what is in the cart. */
import { CATEGORIES, categoryAt, TOP_CATEGORIES, topOf } from '../catalogue/categories.ts';
import { COLLECTIONS } from '../catalogue/collections.ts';
import { pageCount } from '../catalogue/listing.ts';
import {
  BESTSELLERS,
  FEATURED,
  NEW_IN,
  otherColours,
  PRODUCTS,
  type Product,
  relatedTo,
} from '../catalogue/products.ts';
import { categoryShelf, collectionShelf, listPage, pairLinks, type Shelf } from './list-page.ts';
import { HOME, link, type ShopPage, shopPage } from './shop-page.ts';
import { STORIES, storiesPage, storyLink, storyPage } from './stories.ts';

export const homePage = (): ShopPage =>
  shopPage({
    path: '/',
    type: 'home',
    title: 'Kitchen appliances in six colours',
    links: [
      ...TOP_CATEGORIES.map(({ path, name }) => link('shelf', `/c/${path}`, name)),
      ...COLLECTIONS.map(({ id, name }) => link('collection', `/collections/${id}`, name)),
      ...STORIES.map(storyLink),
    ],
    zones: [
      { name: 'hero', heading: 'The Damson kitchen', marked: true, products: [FEATURED] },
      { name: 'bestsellers', heading: 'Bestsellers', marked: true, products: BESTSELLERS },
      { name: 'new-in', heading: 'New in', marked: false, products: NEW_IN },
    ],
  });

export function productPage(product: Product): ShopPage {
  const top = topOf(product.category);
  const shelves = [top, product.category].map((path) => ({
    name: categoryAt(path).name,
    path: `/c/${path}`,
  }));
  return shopPage({
    path: product.path,
    type: 'product',
    category: product.category,
    item: product.sku,
    title: product.name,
    crumbs: [HOME, ...shelves, { name: product.name, path: product.path }],
    links: [...shelves.map(({ path, name }) => link('up', path, name)), ...pairLinks(product.category)],
    zones: [
      { name: 'colours', heading: 'Other colours', marked: false, products: otherColours(product) },
      { name: 'related', heading: 'You may also like', marked: true, products: relatedTo(product) },
    ],
    forms: ['add'],
  });
}

/** @param empty Without a product in the cart there is no way to the checkout. */
export const cartPage = (empty: boolean): ShopPage =>
  shopPage({
    path: '/cart',
    type: 'cart',
    title: 'Your cart',
    crumbs: [HOME, { name: 'Cart', path: '/cart' }],
    links: empty ? [] : [link('step', '/checkout', 'Go to checkout')],
  });

export const checkoutPage = (): ShopPage =>
  shopPage({
    path: '/checkout',
    type: 'checkout',
    title: 'Checkout',
    crumbs: [HOME, { name: 'Cart', path: '/cart' }, { name: 'Checkout', path: '/checkout' }],
    links: [link('up', '/cart', 'Cart')],
    forms: ['order'],
  });

/** @param number Of the order, six digits. Holloway counts the page as `/order/:id`. */
export const orderPage = (number: string): ShopPage =>
  shopPage({
    path: `/order/${number}`,
    type: 'order',
    title: 'Thank you for your order',
    crumbs: [HOME, { name: 'Order', path: `/order/${number}` }],
  });

const plain = (path: string, title: string): ShopPage =>
  shopPage({ path, type: 'page', title, crumbs: [HOME, { name: title, path }] });

export const preferencesPage = (): ShopPage => plain('/preferences', 'Your kitchen');
export const aboutPage = (): ShopPage => plain('/about', 'About us');
export const deliveryPage = (): ShopPage => plain('/delivery', 'Delivery and returns');
export const privacyPage = (): ShopPage => plain('/privacy', 'Privacy');

const isPresent = <T>(value: T | null): value is T => value !== null;

function everyPageOf(shelf: Shelf): ShopPage[] {
  const numbers = Array.from({ length: pageCount(shelf.products) }, (_, i) => i + 1);
  return numbers.map((number) => listPage(shelf, number)).filter(isPresent);
}

/** The pages that are the same for everyone, in the order of the site map. */
export const PAGES: readonly ShopPage[] = [
  homePage(),
  ...CATEGORIES.map(({ path }) => categoryShelf(path))
    .filter(isPresent)
    .flatMap(everyPageOf),
  ...COLLECTIONS.map(({ id }) => collectionShelf(id))
    .filter(isPresent)
    .flatMap(everyPageOf),
  ...PRODUCTS.map(productPage),
  storiesPage(),
  ...STORIES.map(storyPage),
  aboutPage(),
  deliveryPage(),
  privacyPage(),
  preferencesPage(),
];
