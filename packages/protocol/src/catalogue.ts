/** What a store declares of itself: strings that need no k browsers, and how they belong together. */
import type { TermKind } from './facts.ts';

export interface CatalogueEntry {
  readonly kind: TermKind;
  readonly text: string;
  /** For people; default: the text. */
  readonly label?: string;
  /** Of a page or product. */
  readonly category?: string;
}
