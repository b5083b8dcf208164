/** The file that a site is exported to, line by line: docs/export-format.md. Does not read what others wrote (parse-export). */
import {
  type CatalogueEntry,
  type Day,
  dayFromNumber,
  type FactName,
  type PublicKey,
  type SignedStatement,
  type Wording,
} from '@holloway/protocol';
import type { Measures } from '../store/store.ts';
import type { StoredAction, StoredNote, StoredStep, StoredView } from '../store/workspace.ts';

export const EXPORT_VERSION = 2;
/** Those that are taken in; 1 had nothing of the work with a site. */
export const READ_VERSIONS = [1, EXPORT_VERSION] as const;

export interface Header {
  readonly holloway: 'site';
  readonly v: (typeof READ_VERSIONS)[number];
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

/** Without authors, whose accounts are those of the collector. Days are day numbers. */
type Unsigned<T extends { readonly author: string | null }> = Omit<T, 'author'>;
export type ExportedView = Unsigned<StoredView>;
export type ExportedNote = Unsigned<StoredNote>;
export interface ExportedAction {
  readonly id: string;
  readonly history: readonly [Unsigned<StoredStep>, ...Unsigned<StoredStep>[]];
}

export interface ExportedWork {
  readonly views: readonly ExportedView[];
  readonly annotations: readonly ExportedNote[];
  readonly actions: readonly ExportedAction[];
}

export type Line =
  | { readonly kind: 'key'; readonly key: PublicKey }
  | { readonly kind: 'wording'; readonly wording: Wording }
  | { readonly kind: 'statement'; readonly statement: SignedStatement }
  | { readonly kind: 'entry'; readonly entry: CatalogueEntry }
  | { readonly kind: 'view'; readonly view: ExportedView }
  | { readonly kind: 'annotation'; readonly annotation: ExportedNote }
  | { readonly kind: 'action'; readonly action: ExportedAction }
  | { readonly kind: 'cell'; readonly cell: Cell }
  | { readonly kind: 'end'; readonly end: End };

export const cellLine = ({ fact, slice, day, dimensions, measures }: Cell): string => {
  const { n, people, reach, total } = measures;
  return JSON.stringify({ cell: [fact, slice, day, dimensions, n, people, reach, total] });
};

export const viewLine = ({ id, name, address, made }: StoredView): string =>
  JSON.stringify({ view: { id, name, address, made: dayFromNumber(made) } });

export const annotationLine = ({ id, day, text, made }: StoredNote): string =>
  JSON.stringify({ annotation: { id, day: dayFromNumber(day), text, made: dayFromNumber(made) } });

export const actionLine = ({ id, history }: StoredAction): string =>
  JSON.stringify({
    action: {
      id,
      history: history.map(({ state, reason, day, changed }) => ({
        state,
        reason,
        day: day === null ? null : dayFromNumber(day),
        changed: dayFromNumber(changed),
      })),
    },
  });
