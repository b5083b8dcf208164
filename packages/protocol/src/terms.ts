/** Terms with a meaning of their own. Parentheses set them apart from anything a shop would name. */

/** Term 0 of every kind: what is too rare, unknown or beyond a ceiling. */
export const OTHER = '(other)';

/** Where a visit comes from: the `from` of its first move. */
export const ENTRY = '(entry)';

/** All together: every category of a funnel, every page that shares the head and the foot of a shop. */
export const ANY = '(any)';

/** What kind of page it is, where it belongs to no category. */
export const PAGE_TYPES = [
  'home',
  'category',
  'product',
  'search',
  'cart',
  'checkout',
  'order',
  'page',
] as const;
export type PageType = (typeof PAGE_TYPES)[number];

/**
 * The node of a page in category flows: its category or, without one, its type in parentheses,
 * so that every pageview has a node and flows conserve.
 */
export const categoryNode = (category: string | null, type: PageType): string => category ?? `(${type})`;

// Controls and halves of characters break CSV, logs and storage; direction overrides make a name read as another.
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

/** Whether a text may be a term: nothing in it is invisible that changes how the rest is read or kept. */
export const isPrintable = (text: string): boolean => !UNPRINTABLE.test(text);
