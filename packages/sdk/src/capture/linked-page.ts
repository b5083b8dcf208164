/**
 * What a page's JSON-LD says of it: its type and, for lists and products, its category.
 */
import { categoryOfBreadcrumbs } from './breadcrumbs.ts';
import { asText, isOfType, type LinkedNode } from './json-ld.ts';
import type { PageHints } from './page-hints.ts';
import { slugify } from './term.ts';

/** `Kettles > Gooseneck` or `Kettles/Gooseneck`, as shops write categories. */
const categoryOfText = (text: string | undefined): string | undefined =>
  text?.split(/[>/]/).map(slugify).filter(Boolean).join('/') || undefined;

export function linkedPage(nodes: readonly LinkedNode[], pageUrl: string): PageHints {
  const has = (...types: string[]) => nodes.some((node) => isOfType(node, ...types));
  const product = nodes.find((node) => isOfType(node, 'Product', 'ProductGroup'));
  const breadcrumbs = nodes.find((node) => isOfType(node, 'BreadcrumbList'));
  const byBreadcrumbs = breadcrumbs && categoryOfBreadcrumbs(breadcrumbs, pageUrl, product !== undefined);

  if (has('SearchResultsPage')) return { type: 'search' };
  if (has('CheckoutPage')) return { type: 'checkout' };
  if (product !== undefined) {
    return { type: 'product', category: byBreadcrumbs ?? categoryOfText(asText(product.category)) };
  }
  // A list without breadcrumbs may be anything: bestsellers on the home page, for one.
  return has('ItemList', 'CollectionPage') && byBreadcrumbs !== undefined
    ? { type: 'category', category: byBreadcrumbs }
    : {};
}
