/**
 * Tells of a link which product of this site it leads to: by the store's attribute, a list that the page publishes, or
 * the routes of the site's configuration.
 */
import type { Route } from '@holloway/protocol';
import { asText, isOfType, listElements, readLinkedData } from '../json-ld.ts';
import { pathOf } from '../path.ts';
import { routedPage } from '../routes.ts';
import { declaredTerm } from '../term.ts';
import { parseUrl } from '../url.ts';
import { declared } from './dom.ts';

type Address = Pick<URL, 'origin' | 'pathname' | 'search'>;

const addressOf = ({ origin, pathname, search }: Address): string => origin + pathname + search;

/** Taken apart once: a link does so for each of its properties. Those inside drawings have no address of this kind. */
export const urlOf = (link: Element): URL | undefined =>
  'origin' in link ? parseUrl((link as HTMLAnchorElement).href) : undefined;

/** @returns `undefined` for what leads to no product of this site, or to the page that is shown. */
export function createItems({ document, location }: Window, routes: readonly Route[]) {
  const lists = readLinkedData(document).filter((node) => isOfType(node, 'ItemList'));
  const listed = new Map<string, string | undefined>();
  for (const { node, url } of lists.flatMap((list) => listElements(list, location.href))) {
    if (url) listed.set(addressOf(url), asText(node.sku));
  }
  const own = addressOf(location);
  const ownPath = pathOf(location);

  /** By the address alone: empty where no product of this site can be, whatever is said of the link. */
  const read = (link: Element): string | undefined => {
    const url = urlOf(link);
    if (url?.origin !== location.origin) return '';
    const address = addressOf(url);
    const path = pathOf(url);
    if (address === own && path === ownPath) return '';
    const isProduct =
      listed.has(address) || (path !== ownPath && routedPage(routes, path).type === 'product');
    return declaredTerm(listed.get(address)) ?? (isProduct ? path : undefined);
  };
  /** A product has several links. */
  const known = new Map<string | null, string | undefined>();

  return (link: Element): string | undefined => {
    // One inside a drawing may lead where another does.
    if (!('origin' in link)) return undefined;
    const href = link.getAttribute('href');
    if (!known.has(href)) known.set(href, read(link));
    const item = known.get(href);
    return item === '' ? undefined : (declaredTerm(declared(link, 'item')) ?? item);
  };
}
