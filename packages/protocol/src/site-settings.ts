/** What owners read of a site's settings, and how an address would be counted under them. */
import type { Experiment } from './experiments.ts';
import type { TermKind } from './facts.ts';
import type { SiteKind } from './reports.ts';
import type { Route } from './site-config.ts';
import type { PageType } from './terms.ts';
import type { Language } from './wording.ts';

/** `GET /v1/sites/{site}/settings`. */
export interface SiteSettings {
  readonly id: string;
  readonly name: string;
  readonly kind: SiteKind;
  readonly k: number;
  readonly timeZone: string;
  readonly currency: string;
  readonly origins: readonly string[];
  /** In which visitors are asked, the fallback first; an archive asks nobody. */
  readonly languages: readonly Language[];
  readonly routes: readonly Route[];
  /** How many names of a kind there may be. */
  readonly ceilings: { readonly [kind in TermKind]: number };
  /** How many there are: declared, or admitted because k browsers sent them. */
  readonly names: { readonly [kind in TermKind]: number };
  readonly provenance: string | null;
  /** For how many days counts are kept by day. An archive is kept as it is until it is erased. */
  readonly keepDays: number;
  /** After how many months they are deleted. */
  readonly keepMonths: number;
  /** Layout tests, running and ended. */
  readonly experiments: readonly Experiment[];
  /** The id of the statement that visitors are asked to agree to. */
  readonly statement: string;
}

/** `waits`: counted under `(other)` until k browsers sent it in a day. */
export type NameState = 'declared' | 'admitted' | 'waits';

/** What was taken out of an address before it is a path. */
export type Removal =
  | 'query'
  | 'fragment'
  | 'parameters'
  | 'email'
  | 'uuid'
  | 'address'
  | 'number'
  | 'token'
  | 'unprintable'
  | 'tail';

/** `GET /v1/sites/{site}/preview?url`. */
export interface Preview {
  /** Whether pages of this origin may send. */
  readonly isRegistered: boolean;
  readonly path: string;
  readonly removed: readonly Removal[];
  /** The route that fits; `null` where none does. */
  readonly route: { readonly number: number; readonly pattern: string } | null;
  readonly type: PageType;
  readonly category: string | null;
  /** Where it stands in click paths between categories: its category, or its type in parentheses. */
  readonly node: string;
  /** What was searched for, as far as the address says; `null` where it was nothing that is counted. */
  readonly search: string | null;
  /** Of the page, and of its category where it has one. */
  readonly names: { readonly page: NameState; readonly category: NameState | null };
  /** What people read in its place; `null` where nobody declared it. */
  readonly label: string | null;
}
