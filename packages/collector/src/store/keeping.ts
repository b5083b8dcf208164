/**
 * What a store does so that counts are kept no longer than they should be, and may move: the part of its contract about
 * whole sites and sealed days. Decides nothing: see keep/.
 */
import type { TermKind } from '@holloway/protocol';
import type { Column } from './seal-plan.ts';
import type { CellQuery, Dimensions, Measures, NewSite, SiteRecord, Term } from './store.ts';
import type { ArrivingWork } from './workspace.ts';

/** How long a site keeps its counts. */
export interface Retention {
  /** Sealed days by day: so many. */
  readonly days: number;
  /** After that by month, until they are so many months old. */
  readonly months: number;
}

/** What of a site's sealed days there is, in day numbers. Before the first day is sealed both are `null`. */
export interface Kept {
  /** The first day that may be asked for. */
  readonly from: number | null;
  /** The last day of the last month that is kept as a whole: no day of it or before can be told from its month. */
  readonly monthsThrough: number | null;
}

export interface Schedule extends Kept {
  /** Counts without a name go if they were counted before the last first day of a month that is before this day. */
  readonly otherFrom: number;
}

/** A place among the sealed rows of a site, in the order of their key. */
export interface SealedKey extends Dimensions {
  readonly fact: number;
  readonly slice: number;
  readonly day: number;
}

/** `day` is the first of its month where that is kept as a whole. */
export type SealedRow = SealedKey & Measures;

/** Where cells of a fact have terms. */
export interface TermColumn {
  readonly fact: number;
  readonly column: Column;
  readonly kind: TermKind;
}

/** A site that comes from another collector, as it was there. */
export interface Arrival {
  readonly site: NewSite;
  /** The last of its chain, which is there already. */
  readonly statement: string;
  /** JSON; `null` for the default. */
  readonly policy: string | null;
  readonly sealedThrough: number | null;
  readonly kept: Kept;
  /** What people kept beside its numbers. Default: nothing. */
  readonly work?: ArrivingWork;
}

export interface Keeping {
  /**
   * From now on the site has what the schedule says, and no more: reports read by it at once. Its rows follow with
   * `settle`. One transaction.
   */
  keep(site: number, schedule: Schedule): Promise<void>;
  /**
   * Moves and deletes rows until they are as the schedule says; about `limit` of them in one transaction, so that nobody
   * waits long.
   * @param after What the last call returned; `null` to begin.
   * @returns Where to go on; `null` when all is done.
   */
  settle(site: number, after: SealedKey | null, limit: number): Promise<SealedKey | null>;
  /** Whether everything of the site is as it says. */
  isSettled(site: number): Promise<boolean>;
  /** Everything is as `kept` says; nothing where the site says another by now. */
  markSettled(site: number, kept: Kept): Promise<void>;

  /** The next `limit` sealed rows of a site after one of them. Reading on, one meets every row once. */
  sealedAfter(site: number, after: SealedKey | null, limit: number): Promise<readonly SealedRow[]>;
  /** The first day after another with sealed rows of a fact in a slice. */
  nextSealedDay(query: CellQuery, after: number): Promise<number | null>;
  /** Terms that the store did not declare. */
  admittedTerms(site: number): Promise<readonly Term[]>;
  /** Those among `terms` that something which is not sealed refers to. */
  openTerms(site: number, columns: readonly TermColumn[], terms: readonly Term[]): Promise<readonly Term[]>;
  /**
   * Takes names away, but those that an open day refers to by now. One transaction.
   * @param sealedThrough When it was looked for them. @returns Whether it still is; if not, nothing was done.
   */
  forgetTerms(
    site: number,
    sealedThrough: number | null,
    columns: readonly TermColumn[],
    terms: readonly Term[],
  ): Promise<boolean>;

  /** Takes a site away from everybody, for good; its rows follow with `eraseRows`. One transaction. */
  eraseSite(site: number): Promise<void>;
  /** Ids of sites that are gone, of which there are still rows. With `arriving`, also those that never came in whole. */
  leftovers(arriving: boolean): Promise<readonly number[]>;
  /** Deletes about `limit` rows of a site that is gone. @returns Whether there may be more. */
  eraseRows(site: number, limit: number): Promise<boolean>;

  /** Begins to take in a site. @returns Its id. Nobody sees it before `arrive`. */
  expect(): Promise<number>;
  /** Adds to what is expected. One transaction; rejects where it is not expected any more. */
  receive(site: number, terms: readonly Term[], rows: readonly SealedRow[]): Promise<void>;
  /** The site is there, with all that was received. One transaction. */
  arrive(site: number, arrival: Arrival): Promise<SiteRecord>;

  /**
   * Overwrites what is left in the unused parts of pages, at least `pages` of them while nobody else can write.
   * @param from The first page; 1 to begin. @returns The next page; `null` after the last.
   */
  scrub(from: number, pages: number): Promise<number | null>;
}
