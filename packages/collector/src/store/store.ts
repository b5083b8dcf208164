/**
 * What a store must do. Every driver passes the same contract suite (`store.contract.ts`).
 * Speaks in ids; what a term or fact id means is the dictionary's to say. Does not decide what may be let out: report/release.
 */
import type {
  CatalogueEntry,
  Language,
  Position,
  PreferenceDeclaration,
  PublicKey,
  Route,
  SignedStatement,
  SiteKind,
  TermKind,
} from '@holloway/protocol';

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

export type StoredTermKind = TermKind | 'slice';

export interface Term {
  readonly site: number;
  readonly kind: StoredTermKind;
  readonly id: number;
  readonly text: string;
}

/** What one transaction adds. Measures may be negative where counts move from `(other)` to a name. */
export interface Changes {
  readonly terms: readonly Term[];
  readonly rows: readonly IntakeRow[];
}

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
  readonly timeZone: string;
  /** ISO 4217 */
  readonly currency: string;
  readonly origins: readonly string[];
  /** The id of the statement that visitors are asked to agree to. */
  readonly statement: string;
  /** `null` where the default holds: every language, no preferences, a bar, refusals not counted. */
  readonly policy: SitePolicy | null;
  readonly routes: readonly Route[];
  readonly provenance: string | null;
  /** Day number of the last sealed day; `null` before the first. */
  readonly sealedThrough: number | null;
}

/** Statement and policy come with publishing. */
export type NewSite = Omit<SiteRecord, 'id' | 'sealedThrough' | 'statement' | 'policy'>;

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

export interface WaitingRow extends Dimensions, Measures {
  /** Day number since when it waits. */
  readonly since: number;
}

/** A histogram and the fact it describes: which of its dimensions are those of the described fact, in that fact's order. */
export interface SealedWith {
  readonly fact: number;
  readonly describes: number;
  /** For each dimension column of the described fact, the histogram's column of the same name. */
  readonly columns: readonly (keyof Dimensions)[];
}

export interface SealPlan {
  /** Facts that stand on their own `reach`. */
  readonly facts: readonly number[];
  readonly histograms: readonly SealedWith[];
}

export interface Store {
  /**
   * One transaction: claims the nonces, asks `changes` what the fresh ones add, applies it.
   * @returns Which nonces were fresh. Rejects with a StoreUnavailableError when nothing was committed.
   */
  commit(
    nonces: readonly string[],
    hour: number,
    changes: (fresh: readonly boolean[]) => Changes,
  ): Promise<readonly boolean[]>;

  /** Which of these nonces were committed before. */
  claimed(nonces: readonly string[]): Promise<readonly boolean[]>;

  /** Changes whenever another process wrote: what was cached from the store must then be read again. */
  version(): Promise<number>;

  facts(names: readonly string[]): Promise<ReadonlyMap<string, number>>;
  terms(site: number): Promise<readonly Term[]>;
  /** Adds what the catalogue does not hold yet, in one transaction; labels and categories of known terms are replaced. */
  declare(site: number, entries: readonly CatalogueEntry[]): Promise<void>;
  catalogue(site: number): Promise<readonly CatalogueEntry[]>;

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
   * of waiting, joins `(other)`. One transaction; sealing a sealed day again does nothing.
   */
  seal(site: number, day: number, k: number, plan: SealPlan): Promise<void>;
  /** Days of a site that are not sealed yet, ascending. */
  openDays(site: number): Promise<readonly number[]>;
  /** First and last day with such rows, sealed or open; `null` where there are none. */
  span(query: CellQuery): Promise<DayRange | null>;

  /** Sealed rows of a range, added up by dimensions. */
  sumCells(query: CellQuery, range: DayRange): Promise<readonly SummedRow[]>;
  /** Sealed rows of a range, added up by day. */
  sumDays(query: CellQuery, range: DayRange): Promise<readonly DayRow[]>;
  /** Slices of a fact with their `n`, most first. */
  sumSlices(site: number, fact: number): Promise<readonly { readonly slice: number; readonly n: number }[]>;
  waiting(query: CellQuery): Promise<readonly WaitingRow[]>;
  /** What is not sealed of a range, added up by dimensions. */
  intake(query: CellQuery, range: DayRange): Promise<readonly SummedRow[]>;

  /** Forgets nonces claimed before this hour. */
  purgeNonces(beforeHour: number): Promise<void>;
  /** Empties the write-ahead log, so that no old page stays readable in it. */
  truncateLog(): Promise<void>;
  /** Whether it can write at this moment. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

/** Nothing of the transaction was kept; the caller may try again. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
  readonly code = 'store_unavailable';
}
