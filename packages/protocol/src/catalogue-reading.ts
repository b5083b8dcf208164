/** What is told of a reading of the store's own pages for its catalogue: how far it is, and what it would declare. */
import type { CatalogueEntry } from './catalogue.ts';
import type { TermKind } from './facts.ts';

/** Why a sitemap or a page was not read. */
export type SkipReason =
  | 'elsewhere'
  | 'not-allowed'
  | 'unreachable'
  | 'too-slow'
  | 'too-large'
  | 'redirects'
  | 'status'
  | 'broken'
  | 'wrong-type'
  | 'forbidden'
  | 'no-sitemap'
  | 'too-deep';

export interface Skipped {
  readonly reason: SkipReason;
  readonly n: number;
  /** The first of them, as they are counted. */
  readonly paths: readonly string[];
}

/** How far it is. */
export interface ReadingProgress {
  readonly sitemaps: number;
  /** That the sitemaps name, so far. */
  readonly pages: number;
  readonly read: number;
  /** Since they were read for the catalogue before. */
  readonly unchanged: number;
  readonly failed: number;
  /** To be read; 0 while sitemaps are. */
  readonly left: number;
}

/** What was found, and waits to be taken over. */
export interface ReadingFound extends ReadingProgress {
  /** Addresses that are not of the site's own origins. */
  readonly elsewhere: number;
  /** Whether the sitemaps name more than is read at once. */
  readonly isCut: boolean;
  readonly skipped: readonly Skipped[];
  /** Entries by kind, known ones too. */
  readonly found: { readonly [kind in TermKind]?: number };
  /** Names that would be new, by kind. */
  readonly added: { readonly [kind in TermKind]?: number };
  /** Known names that would be called or filed otherwise. */
  readonly changed: number;
  /** The first of the new ones. */
  readonly examples: readonly CatalogueEntry[];
}

/** `GET /v1/sites/{site}/catalogue/reading`. */
export type CatalogueReading =
  | { readonly state: 'none' | 'failed' }
  | ({ readonly state: 'running' } & ReadingProgress)
  | ({ readonly state: 'found' } & ReadingFound);
