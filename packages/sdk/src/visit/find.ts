/**
 * Where a product was looked for, and where it was found: which shelf was tried first, whether it was left, and what led to
 * the product. A shelf is a category or the search. Pure.
 * @see Srikant & Yang, Mining web logs to improve website organization, WWW 2001: back-tracks tell where visitors expect a page.
 */
import { categoryNode } from '@holloway/protocol';
import { type Count, count } from './count.ts';
import type { Page } from './observation.ts';

/** Since the last find of the visit. */
export interface Quest {
  /** Where the product was expected. */
  readonly tried: string;
  /** The shelf that was seen last. */
  readonly at: string;
  /** A shelf was left for one that is not inside it. */
  readonly isDetour: boolean;
}

const isShelf = ({ type }: Page): boolean => type === 'category' || type === 'search';

/** The shelf of a page; of others their type, whatever shelf they belong to. */
const shelfOf = (page: Page): string => categoryNode(isShelf(page) ? page.category : null, page.type);

/** What another pageview makes of a quest. To go from `coffee` to `coffee/espresso` is to look closer, not elsewhere. */
export function quest(before: Quest | null, page: Page): Quest | null {
  if (!isShelf(page)) return before;
  const at = shelfOf(page);
  if (!before) return { tried: at, at, isDetour: false };
  const isDeeper = at.startsWith(`${before.at}/`);
  return {
    tried: isDeeper && !before.isDetour ? at : before.tried,
    at,
    isDetour: before.isDetour || (at !== before.at && !isDeeper),
  };
}

/** @param from The page before; `null` where the visit began with the product. */
export function foundCounts(before: Quest | null, page: Page, from: Page | null): Count[] {
  if (page.type !== 'product' || !from) return [];
  const found = shelfOf(from);
  const { tried, isDetour } = before ?? { tried: found, isDetour: false };
  return count('find', page.item ?? page.path, tried, found, isDetour ? 'detour' : 'direct');
}
