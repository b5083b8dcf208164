/** The products that a page's `ItemList` names, by their address. */
import { asText, isNode, isOfType, type LinkedNode, listElements, urlOf } from './json-ld.ts';
import { addressOf } from './url.ts';

/** @returns Address to stock number, or to `undefined` where the list does not tell it. */
export function listItems(nodes: readonly LinkedNode[], pageUrl: string): Map<string, string | undefined> {
  const items = new Map<string, string | undefined>();
  for (const list of nodes.filter((node) => isOfType(node, 'ItemList'))) {
    for (const element of listElements(list)) {
      const url = urlOf(element, pageUrl);
      const sku = isNode(element.item) ? asText(element.item.sku, element.item.productID) : undefined;
      if (url !== null) items.set(addressOf(url), sku);
    }
  }
  return items;
}
