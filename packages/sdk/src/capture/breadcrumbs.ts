/**
 * The category path of a page by its breadcrumbs: `Home > Kettles > Gooseneck` is `kettles/gooseneck`.
 */
import { normalisePath } from '@holloway/protocol';
import { asText, type LinkedNode, listElements } from './json-ld.ts';
import { slugify, treePath } from './term.ts';

/**
 * @param isProduct Whether the page is a product's: its own crumb is no category.
 * @returns Empty where no crumb is one; without the last levels where all are longer than the wire carries.
 */
export function categoryOfBreadcrumbs(list: LinkedNode, pageUrl: string, isProduct: boolean): string {
  // The last crumb may go without an address, and is then the page itself.
  const crumbs = listElements(list, pageUrl).map(({ node, url }) => ({
    path: normalisePath((url ?? new URL(pageUrl)).pathname),
    name: slugify(asText(node.name) ?? ''),
  }));
  if (crumbs[0]?.path === '/' || crumbs[0]?.name === 'home') crumbs.shift();
  if (isProduct && crumbs[crumbs.length - 1]?.path === normalisePath(new URL(pageUrl).pathname)) crumbs.pop();

  // `/c/kettles/gooseneck.html` is `gooseneck`; addresses that are numbers, or differ in their query alone, name nothing.
  const slugs = crumbs.map(({ path }) => path.match(/\/([^/:.]*\p{L}[^/:.]*)(\.\w+)?$/u)?.[1]);
  const areTelling = slugs.every(Boolean) && new Set(slugs).size === slugs.length;
  return treePath(areTelling ? slugs : crumbs.map(({ name }) => name)) ?? '';
}
