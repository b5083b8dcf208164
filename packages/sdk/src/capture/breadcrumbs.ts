/**
 * The category path of a page by its breadcrumbs: `Home > Kettles > Gooseneck` is `kettles/gooseneck`.
 */
import { normalisePath } from '@holloway/protocol';
import { asText, type LinkedNode, listElements, urlOf } from './json-ld.ts';
import { slugify } from './term.ts';

interface Crumb {
  readonly path: string | null;
  /** Last segment of the path, without an extension. */
  readonly slug: string;
  readonly name: string;
}

function crumbOf(element: LinkedNode, pageUrl: string): Crumb {
  const url = urlOf(element, pageUrl);
  const path = url && normalisePath(url.pathname);
  return {
    path,
    slug: (path ?? '').replace(/\.\w+$/, '').replace(/^.*\//, ''),
    name: slugify(asText(element.name, element.item) ?? ''),
  };
}

const isHome = ({ path, name }: Crumb): boolean => path === '/' || (path === null && name === 'home');

/** @param ofProduct Whether the page is a product's: its own crumb is no category. */
export function categoryOfBreadcrumbs(
  list: LinkedNode,
  pageUrl: string,
  ofProduct: boolean,
): string | undefined {
  const crumbs = listElements(list).map((element) => crumbOf(element, pageUrl));
  if (crumbs[0] && isHome(crumbs[0])) crumbs.shift();
  const last = crumbs.at(-1);
  // The last crumb may go without an URL, and is then the page itself.
  const here = normalisePath(new URL(pageUrl).pathname);
  if (ofProduct && last && (last.path === null || last.path === here)) crumbs.pop();

  const slugs = crumbs.map(({ slug }) => slug);
  // URLs that differ only in their query, or hold numbers, name nothing: then the names do.
  const tell =
    new Set(slugs).size === slugs.length && slugs.every((slug) => /\p{L}/u.test(slug) && slug !== ':id');
  return (tell ? slugs : crumbs.map(({ name }) => name)).filter(Boolean).join('/') || undefined;
}
