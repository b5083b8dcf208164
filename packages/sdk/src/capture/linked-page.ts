/**
 * What a page's JSON-LD says of it: its type and, for lists and products, its category; of a product, what the store calls it.
 */
import { categoryOfBreadcrumbs } from './breadcrumbs.ts';
import { asText, isOfType, type LinkedNode } from './json-ld.ts';
import type { PageHints } from './page-hints.ts';
import { slugify, treePath } from './term.ts';

export function linkedPage(nodes: readonly LinkedNode[], pageUrl: string): PageHints {
  const find = (type: string) => nodes.find((node) => isOfType(node, type));
  const product = find('Product(Group)?');
  const breadcrumbs = find('BreadcrumbList');
  const category = breadcrumbs && categoryOfBreadcrumbs(breadcrumbs, pageUrl, product !== undefined);
  if (product) {
    // `Kettles > Gooseneck` or `Kettles/Gooseneck`, as shops write categories.
    const named = asText(product.category)?.split(/[>/]/).map(slugify) ?? [];
    const item = asText(product.sku) ?? asText(product.productGroupID) ?? asText(product.productID);
    return { type: 'product', category: category || treePath(named), item };
  }
  if (find('SearchResultsPage')) return { type: 'search' };
  // A list without breadcrumbs may be anything: bestsellers on the home page, for one.
  return category && find('ItemList') ? { type: 'category', category } : {};
}
