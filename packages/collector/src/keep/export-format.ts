/** The file that a site is exported to, line by line: docs/export-format.md. Does not read what others wrote (parse-export). */
import type { CatalogueEntry, Day, FactName, PublicKey, SignedStatement, Wording } from '@holloway/protocol';
import type { Measures } from '../store/store.ts';

export const EXPORT_VERSION = 1;

export interface Header {
  readonly holloway: 'site';
  readonly v: typeof EXPORT_VERSION;
  /** Settings, as they are asked for over HTTP. */
  readonly site: { readonly id: string; readonly [setting: string]: unknown };
  /** That the statement was built from; `null` for the default. */
  readonly policy: { readonly [field: string]: unknown } | null;
  readonly sealedThrough: Day | null;
  readonly keptFrom: Day | null;
  readonly monthsThrough: Day | null;
}

export interface End {
  /** How many lines come before. */
  readonly lines: number;
  /** Of all bytes before this line. */
  readonly sha256: string;
}

export interface Cell {
  readonly fact: FactName;
  readonly slice: string;
  readonly day: Day;
  readonly dimensions: readonly (string | number)[];
  readonly measures: Measures;
}

export type Line =
  | { readonly kind: 'key'; readonly key: PublicKey }
  | { readonly kind: 'wording'; readonly wording: Wording }
  | { readonly kind: 'statement'; readonly statement: SignedStatement }
  | { readonly kind: 'entry'; readonly entry: CatalogueEntry }
  | { readonly kind: 'cell'; readonly cell: Cell }
  | { readonly kind: 'end'; readonly end: End };

export const cellLine = ({ fact, slice, day, dimensions, measures }: Cell): string => {
  const { n, people, reach, total } = measures;
  return JSON.stringify({ cell: [fact, slice, day, dimensions, n, people, reach, total] });
};
