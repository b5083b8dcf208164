/** A shop to load: pages in categories, and the catalogue by which it declares them. */
import type { CatalogueEntry } from '@holloway/protocol';

/** Pages of rank 0, 1, 2 ... lie in different categories, so that every category has popular ones. */
export interface Shop {
  readonly pages: number;
  readonly categories: number;
}

export const pagePath = (rank: number): string => `/product/item-${String(rank).padStart(5, '0')}`;

export const categoryOf = ({ categories }: Shop, rank: number): string => {
  const number = rank % categories;
  return `department-${number % 8}/category-${String(number).padStart(2, '0')}`;
};

export function catalogueOf(shop: Shop): CatalogueEntry[] {
  const categories = Array.from(
    { length: shop.categories },
    (_, rank): CatalogueEntry => ({ kind: 'category', text: categoryOf(shop, rank) }),
  );
  const pages = Array.from(
    { length: shop.pages },
    (_, rank): CatalogueEntry => ({ kind: 'page', text: pagePath(rank), category: categoryOf(shop, rank) }),
  );
  return [...categories, ...pages];
}
