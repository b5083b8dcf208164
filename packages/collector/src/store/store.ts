/**
 * What a store must do. Every driver passes the same contract suite (`store.contract.ts`).
 * Speaks in ids; what a term or fact id means is the dictionary's to say. Does not decide what may be let out: report/release.
 */
import {
  type CatalogueEntry,
  type Experiment,
  type Language,
  type Position,
  type PreferenceDeclaration,
  type PublicKey,
  type Route,
  type SignedStatement,
  type SiteKind,
  TERM_KINDS,
  type TermKind,
} from '@holloway/protocol';
import type { Digests } from './digests.ts';
import type { Keeping, Kept, Retention } from './keeping.ts';
import type { SealPlan } from './seal-plan.ts';
import type { Workspace } from './workspace.ts';

/** Ids of up to four dimensions; unused ones are 0. Of a fact without dimensions the first is 1, so that all zeros stay `(other)`. */
export interface Dimensions {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

export interface Measures {
  readonly n: number;
  readonly people: number;
  readonly reach: number;
  readonly total: number;
}

/** What is added to a cell, the same in each of the slices. Days are day numbers: days since 1970-01-01. */
export interface IntakeRow extends Dimensions, Measures {
  readonly site: number;
  readonly fact: number;
  readonly day: number;
  readonly slices: readonly number[];
}

/** The slice that holds everything. */
export const ALL_SLICES = 0;

export const STORED_TERM_KINDS = [...TERM_KINDS, 'slice'] as const;
export type StoredTermKind = (typeof STORED_TERM_KINDS)[number];

export interface Term {
  readonly site: number;
  readonly kind: StoredTermKind;
  readonly id: number;
  readonly text: string;
}

/** A nonce that is known until a day is sealed: history may be sent again as long as it could be counted again. */
export interface HistoryNonce {
  readonly nonce: string;
  readonly site: number;
  readonly day: number;
}

/** What one transaction adds. Measures may be negative where counts move from `(other)` to a name. */
export interface Changes {
  readonly terms: readonly Term[];
  readonly rows: readonly IntakeRow[];
  /** Of the fresh nonces, those of history; absent where there are none. */
  readonly history?: readonly HistoryNonce[];
}

/** How many names of a kind a site may have, where that is not the default. */
export type Ceilings = { readonly [kind in TermKind]?: number };

/** What every site has until a statement is published, and what an archive, which asks nobody, has for good. */
export const UNPUBLISHED_STATEMENT = '00000000';

/** Of a site's policy, what others than consent/ need to know. */
export interface SitePolicy {
  /** In the order of the policy; the first is the fallback. */
  readonly languages: readonly Language[];
  readonly preferences: readonly PreferenceDeclaration[];
  readonly position: Position;
  readonly countsRefusals: boolean;
}

export interface SiteRecord {
  readonly id: number;
  /** The site's name in URLs and on the wire. */
  readonly slug: string;
  readonly name: string;
  readonly kind: SiteKind;
  readonly k: number;
  /** The highest k of the last 28 days: what waits was counted under it. */
  readonly promisedK: number;
  readonly timeZone: string;
  /** ISO 4217 */
  readonly currency: string;
  readonly origins: readonly string[];
  /** The id of the statement that visitors are asked to agree to. */
  readonly statement: string;
  /** `null` where the default holds: every language, no preferences, a bar, refusals not counted. */
  readonly policy: SitePolicy | null;
  readonly routes: readonly Route[];
  readonly ceilings: Ceilings;
  readonly experiments: readonly Experiment[];
  readonly provenance: string | null;
  /** Day number of the last sealed day; `null` before the first. */
  readonly sealedThrough: number | null;
  readonly retention: Retention;
  readonly kept: Kept;
  /** How often names were taken away: an id that was looked up before may be of nothing, or of another name. */
  readonly namesForgotten: number;
}

/** What the statements of a site promise where nothing else is set: see RETENTION of the protocol. */
export const DEFAULT_RETENTION: Retention = { days: 92, months: 25 };

/** Statement and policy come with publishing; without ceilings, layout tests and retention the defaults hold. */
export type NewSite = Omit<
  SiteRecord,
  | 'id'
  | 'promisedK'
  | 'sealedThrough'
  | 'statement'
  | 'policy'
  | 'ceilings'
  | 'experiments'
  | 'retention'
  | 'kept'
  | 'namesForgotten'
> & {
  readonly ceilings?: Ceilings;
  readonly experiments?: readonly Experiment[];
  readonly retention?: Retention;
};

/** What publishing changes of a site, all of it or nothing. */
export interface Publication {
  /** `null` where only the settings beside the statement change. */
  readonly signed: SignedStatement | null;
  /** Canonical JSON of each wording by its hash. */
  readonly wordings: ReadonlyMap<string, string>;
  /** JSON of the policy; `null` for the default. */
  readonly policy: string | null;
  /** What the policy declares of the dictionary: the statement itself, preferences and their values. */
  readonly terms: readonly CatalogueEntry[];
}

/** Which cells: one fact in one slice. */
export interface CellQuery {
  readonly site: number;
  readonly fact: number;
  readonly slice: number;
}

export interface DayRange {
  readonly from: number;
  readonly to: number;
}

export type SummedRow = Dimensions & Measures;

export interface DayRow extends Measures {
  readonly day: number;
}

/**
 * What is told of all that waits of a fact in a slice. It changes only with k browsers behind the change: until then it
 * is what was told last, less what has become a row since.
 */
export interface Told {
  /** Cells with names. */
  readonly rows: number;
  readonly n: number;
  /** Counts without a name, in steps of k; what is less than a step is in `n`. */
  readonly other: number;
}

export interface WaitingRow extends Dimensions, Measures {
  /** Day number since when it waits. */
  readonly since: number;
}

/** Numbers that are others than before after a change, by whichever process. */
export interface Revision {
  /** Of everything about a site that is kept in memory. */
  readonly number: number;
  /** Of its names, where more came to them than such as have ids above all others of their kind. */
  readonly names: number;
}

/** What a page answered to tell its versions apart: headers of RFC 9110, as they came. */
export interface Validators {
  readonly etag: string | null;
  /** `Last-Modified` */
  readonly modified: string | null;
}

export interface Store extends Keeping, Workspace, Digests {
  /**
   * One transaction: claims the nonces, asks `changes` what the fresh ones add, applies it.
   * @param sites Whose ids are in the changes, as they were when these were looked up: where one is gone since, or has
   * forgotten names, nothing is committed.
   * @returns Which nonces were fresh. Rejects with a StoreUnavailableError when nothing was committed.
   */
  commit(
    nonces: readonly string[],
    hour: number,
    changes: (fresh: readonly boolean[]) => Changes,
    sites?: readonly SiteRecord[],
  ): Promise<readonly boolean[]>;

  /** Which of these nonces were committed before. */
  claimed(nonces: readonly string[]): Promise<readonly boolean[]>;

  /** Changes whenever another process wrote: what was cached from the store must then be read again. */
  version(): Promise<number>;
  /** By site. */
  revisions(): Promise<ReadonlyMap<number, Revision>>;

  facts(names: readonly string[]): Promise<ReadonlyMap<string, number>>;
  terms(site: number): Promise<readonly Term[]>;
  /** The first `limit` terms of a kind with ids above `after`, ascending. */
  termsAfter(site: number, kind: StoredTermKind, after: number, limit: number): Promise<readonly Term[]>;
  /** Adds what the catalogue does not hold yet, in one transaction; labels and categories of known terms are replaced. */
  declare(site: number, entries: readonly CatalogueEntry[]): Promise<void>;
  catalogue(site: number): Promise<readonly CatalogueEntry[]>;
  /** The first `limit` entries of a kind with ids above `after`, ascending. */
  catalogueAfter(
    site: number,
    kind: TermKind,
    after: number,
    limit: number,
  ): Promise<readonly (CatalogueEntry & { readonly id: number })[]>;

  /** What the pages of a site answered when they were read for its catalogue, by address. */
  crawled(site: number): Promise<ReadonlyMap<string, Validators>>;
  keepCrawled(site: number, pages: ReadonlyMap<string, Validators>): Promise<void>;

  sites(): Promise<readonly SiteRecord[]>;
  /** Adds a site, or replaces the settings of the one with this slug. */
  saveSite(site: NewSite): Promise<SiteRecord>;

  /**
   * Adds a statement to the end of a site's chain and makes it the current one. One transaction.
   * Rejects with a StoreUnavailableError where another was published since `statements` was asked: where the end of
   * the chain is not what the new one names as the one before.
   */
  publish(site: number, publication: Publication): Promise<void>;
  /** The chain of a site, oldest first. */
  statements(site: number): Promise<readonly SignedStatement[]>;
  /** Canonical JSON, exactly as it was hashed; `null` where there is none with this hash. */
  wording(hash: string): Promise<string | null>;
  /** JSON of the policy that the site's statement was built from; `null` for the default. */
  policy(site: number): Promise<string | null>;
  /** Keeps a public key for as long as there may be something that it signed. */
  addPublicKey(key: PublicKey): Promise<void>;
  /** In the order of their ids, which tells nothing. */
  publicKeys(): Promise<readonly PublicKey[]>;

  /**
   * Closes a day of a site: what `k` browsers stand behind becomes rows of `cell`, the rest waits or, after 28 days
   * of waiting, joins `(other)`. One transaction; sealing a sealed day again does nothing. Where it takes long, reads are
   * answered meanwhile with what was before, and writes wait.
   * @param signal Ends what takes long, with nothing done: then it rejects with a StoppingError.
   */
  seal(site: number, day: number, k: number, plan: SealPlan, signal?: AbortSignal): Promise<void>;
  /** Days of a site that are not sealed yet, ascending. */
  openDays(site: number): Promise<readonly number[]>;
  /** First and last day with such rows, sealed or open; `null` where there are none. */
  span(query: CellQuery): Promise<DayRange | null>;

  /**
   * Sealed rows of a range, added up by dimensions.
   * @param a Rows with one of these as their first dimension alone; reads no others. Default: all.
   */
  sumCells(query: CellQuery, range: DayRange, a?: readonly number[]): Promise<readonly SummedRow[]>;
  /** Sealed rows of a range, added up by day. */
  sumDays(query: CellQuery, range: DayRange): Promise<readonly DayRow[]>;
  /** Slices of a fact with their `n`, most first. */
  sumSlices(site: number, fact: number): Promise<readonly { readonly slice: number; readonly n: number }[]>;
  waiting(query: CellQuery): Promise<readonly WaitingRow[]>;
  /** What may be told of all that waits; nothing of it before k browsers stand behind it. */
  told(query: CellQuery): Promise<Told>;
  /** What is not sealed of a range, added up by dimensions. */
  intake(query: CellQuery, range: DayRange): Promise<readonly SummedRow[]>;

  /** Forgets nonces claimed before this hour, but those of history whose day is open. */
  purgeNonces(beforeHour: number): Promise<void>;
  /** Empties the write-ahead log, so that no old page stays readable in it. */
  truncateLog(): Promise<void>;
  /** Whether it can write at this moment. Where the last write failed, it finds out by writing. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

/** Nothing of the transaction was kept; the caller may try again. */
export class StoreUnavailableError extends Error {
  override readonly name: string = 'StoreUnavailableError';
  readonly code = 'store_unavailable';
}

/** The collector was told to stop: nothing is amiss, and the work goes on when it is started again. */
export class StoppingError extends StoreUnavailableError {
  override readonly name = 'StoppingError';
}
