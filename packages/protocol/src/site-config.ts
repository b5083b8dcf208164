/** What `/v1/sites/{site}/config.json` tells the SDK: public, the same for everybody of a jurisdiction. */
import type { Category, ConsentModel, Jurisdiction } from './consent.ts';
import type { RunningExperiment } from './experiments.ts';
import type { Offsets } from './offsets.ts';
import type { Service } from './statement.ts';
import type { Language } from './wording.ts';

/** Where the banner stands: along the foot, in a corner, or as a dialog in the middle that blocks nothing. */
export const POSITIONS = ['bar', 'box', 'dialog'] as const;
export type Position = (typeof POSITIONS)[number];

/** Something that a store asks its visitors, who may answer, change and take back the answer. */
export interface PreferenceDeclaration {
  /** Lower-case letters, digits and hyphens. */
  readonly key: string;
  /** By language; the first is the fallback. */
  readonly label: { readonly [language in Language]?: string };
  readonly values: readonly {
    readonly value: string;
    readonly label: { readonly [language in Language]?: string };
  }[];
}

export interface SiteConfig {
  readonly site: string;
  readonly timeZone: string;
  /** Of the time zone, for the days about now: browsers tell the day by it. */
  readonly offsets: Offsets;
  /** The statement that visitors are asked to agree to: the first 8 hex digits of its hash. */
  readonly statement: string;
  /** In which the statement is published; the first is the fallback. */
  readonly languages: readonly Language[];
  /** Looked up for this answer and forgotten; `null` where it is not known. */
  readonly jurisdiction: Jurisdiction | null;
  /** Of the jurisdiction. */
  readonly model: ConsentModel;
  /** Those that the store asks about. */
  readonly categories: readonly Category[];
  readonly services: readonly Service[];
  readonly preferences: readonly PreferenceDeclaration[];
  readonly position: Position;
  readonly countsRefusals: boolean;
  /** After how many months counts are deleted, as the statement says. */
  readonly countsMonths: number;
  /** ISO 4217: the money that positions earn is counted in. Orders in another add no value to them. */
  readonly currency: string;
  /** Share of pageviews that measure where elements stand, in [0, 1]: averages need no more. */
  readonly boxes: number;
  /** Ordered; the first whose pattern matches names the page. `:name` matches one segment, `*` the rest. */
  readonly routes: readonly Route[];
  /** Layout tests that run, as declared; absent where none does. */
  readonly experiments?: readonly RunningExperiment[];
}

export interface Route {
  readonly pattern: string;
  readonly type?: string;
  readonly category?: string;
}
