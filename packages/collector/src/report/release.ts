/**
 * The only door out: lets a number go when at least k browsers stand behind it. Sealed rows as they are; what is not
 * sealed yet only in steps of k, so that watching a day live tells nothing of one visitor.
 * Speaks in names, not ids. Does not shape reports: that is for the files beside it.
 */
import { setImmediate } from 'node:timers/promises';
import {
  ALL,
  type Balance,
  type Day,
  dayFromNumber,
  dayNumber,
  FACT_NAMES,
  type Fact,
  type FactName,
  factOf,
  OTHER,
  type SliceKind,
  sliceName,
} from '@holloway/protocol';
import { type Dictionary, sliceId } from '../site/dictionary.ts';
import { COLUMNS, type FactCodes } from '../site/facts.ts';
import { keptAs, keptRange, widened } from '../site/kept-range.ts';
import { WAITING_DAYS } from '../store/seal.ts';
import {
  ALL_SLICES,
  type CellQuery,
  type DayRange,
  type Dimensions,
  type Measures,
  type SiteRecord,
  type Store,
  type SummedRow,
  type Told,
  type WaitingRow,
} from '../store/store.ts';
import { createKeeper } from './keeper.ts';

export interface ReleasedRow {
  /** Terms and enums by text, `(other)` for 0; counts by number. In the order of the fact's dimensions. */
  readonly dimensions: readonly (string | number)[];
  readonly n: number;
  readonly people: number;
  /** Of `exactN` alone: a visitor adds any number of clicks, cents and pixels, so an open day's would tell what each adds. */
  readonly total: number;
  /** The part of `n` that is not rounded: what another fact may be subtracted from. */
  readonly exactN: number;
}

export interface Released {
  readonly rows: readonly ReleasedRow[];
  readonly balance: Balance;
}

export interface ReleasedDay {
  readonly day: Day;
  readonly n: number;
  readonly people: number;
}

/** Rows of one day or of one slice. */
export interface ReleasedOf {
  readonly value: string;
  readonly rows: readonly ReleasedRow[];
}

/** What was sealed of a fact in a slice on a day, or in a month that is kept as a whole. */
export interface SealedCells {
  readonly fact: FactName;
  readonly slice: string;
  /** Of a month, the first. */
  readonly day: Day;
  /** In the order of their names. */
  readonly rows: readonly (Measures & Pick<ReleasedRow, 'dimensions'>)[];
}

export interface Scope {
  readonly site: SiteRecord;
  readonly slice: string;
  readonly from: Day;
  readonly to: Day;
}

export interface CellsAsked {
  /** Nobody will ask for these days again: the sums of others stay in memory, and these do not. Default: they may. */
  readonly isOnce?: boolean;
  /**
   * Rows of these pages alone, which are the first dimension of the fact; `(any)` is of what all pages share. What waits is
   * told of all: of one page it may be a single cell, and then the few who are counted in it. Default, or `null`: all pages.
   */
  readonly pages?: readonly string[] | null;
}

/** What of sealed rows is wanted: see CellsAsked. */
interface Wanted {
  readonly isOnce?: boolean;
  /** Of the first dimension. */
  readonly ids?: readonly number[] | undefined;
}

export interface Release {
  /** Cells of a fact, added up over the days of the scope. */
  cells(fact: FactName, scope: Scope, asked?: CellsAsked): Promise<Released>;
  /** The same by day, without dimensions. Days with nothing to show are absent, which is not 0. */
  days(fact: FactName, scope: Scope): Promise<readonly ReleasedDay[]>;
  /** Cells of a fact on each day that has any. What is open of a day that is not sealed goes as with `days`. */
  cellsByDay(fact: FactName, scope: Scope): Promise<readonly ReleasedOf[]>;
  /** Cells of a fact in each slice of a kind, over the days of the scope, whose own slice is `*`. By the slice's value. */
  cellsBySlice(fact: FactName, kind: SliceKind, scope: Scope): Promise<readonly ReleasedOf[]>;
  /** Whether what of a fact is settled and not shown is something, and the counts of fewer than k. */
  hidesFew(fact: FactName, scope: Scope): Promise<boolean>;
  /** Slices with visits behind them, most visited first. */
  slices(site: SiteRecord): Promise<readonly string[]>;
  /** Every sealed cell, a fact, a slice and a day at a time. Facts that are not counted any more are left out. */
  sealed(site: SiteRecord): AsyncGenerator<SealedCells>;
  /** First and last day with visits. */
  span(site: SiteRecord): Promise<{ readonly from: Day; readonly to: Day } | null>;
}

export interface ReleaseDeps {
  readonly store: Store;
  readonly codes: FactCodes;
  readonly dictionary: (site: number) => Promise<Dictionary>;
}

/** What is not sealed: cells that may go now, and what the rest is told as. */
interface Open {
  readonly shown: readonly SummedRow[];
  readonly waiting: Balance['waiting'];
  readonly other: number;
}

/** No term has it. */
const NO_ID = -1;

const NOTHING: Released = { rows: [], balance: { shown: 0, waiting: { rows: 0, n: 0 }, other: 0 } };

const keyOf = ({ a, b, c, d }: Dimensions): string => `${a},${b},${c},${d}`;
const isOther = ({ a, b, c, d }: Dimensions): boolean => a === 0 && b === 0 && c === 0 && d === 0;
const isNamed = (row: Dimensions): boolean => !isOther(row);
const sumOfN = (rows: readonly { readonly n: number }[]): number => rows.reduce((sum, { n }) => sum + n, 0);
const FIRST_DAY: Day = '1970-01-01';
const ALL_TIME: DayRange = { from: 0, to: Number.MAX_SAFE_INTEGER };
const peopleAndN = (rows: readonly Pick<Measures, 'n' | 'people'>[]): { n: number; people: number } => ({
  n: sumOfN(rows),
  people: rows.reduce((sum, { people }) => sum + people, 0),
});
const reachOf = (rows: readonly SummedRow[]): number => rows.reduce((sum, { reach }) => sum + reach, 0);
const inStepsOf = (k: number, value: number): number => Math.floor(value / k) * k;

/** The days of which a browser adds to `reach` only once, up to `to`; on a test site, where k = 1, all days. */
const oneReach = (k: number, to: number): DayRange => ({ from: k === 1 ? 0 : to - WAITING_DAYS + 1, to });

/** Adds rows of the same cell. */
function addUp(rows: readonly SummedRow[]): SummedRow[] {
  const cells = new Map<string, SummedRow>();
  for (const row of rows) {
    const key = keyOf(row);
    const sum = cells.get(key);
    cells.set(
      key,
      sum === undefined
        ? row
        : {
            ...row,
            n: row.n + sum.n,
            people: row.people + sum.people,
            reach: row.reach + sum.reach,
            total: row.total + sum.total,
          },
    );
  }
  return [...cells.values()];
}

/**
 * What may go of an open cell. Of its total nothing: a single order is many steps of k cents, and who clicks a dozen times
 * crosses a step alone, so that watching the sum would tell what each visitor adds.
 */
const rounded = (k: number, row: SummedRow): SummedRow => ({
  ...row,
  n: inStepsOf(k, row.n),
  people: inStepsOf(k, row.people),
  total: k === 1 ? row.total : 0,
});

/** Ids, and with them the order of the store, follow arrival: rows leave in the order of their names. */
function byName(x: readonly (string | number)[], y: readonly (string | number)[]): number {
  const i = x.findIndex((value, at) => value !== y[at]);
  return i < 0 ? 0 : (x[i] ?? '') < (y[i] ?? '') ? -1 : 1;
}

/** Of a slice the rest may be a single cell, and then its figure would be that cell's count: it is told in steps of k. */
const inSteps = (k: number, { shown, waiting: { rows, n }, other }: Balance): Balance => ({
  shown,
  waiting: { rows: inStepsOf(k, rows), n: inStepsOf(k, n) },
  other: inStepsOf(k, other),
});

function namesOf(fact: Fact, row: Dimensions, dictionary: Dictionary): (string | number)[] {
  return fact.dimensions.map((dimension, i) => {
    const id = row[COLUMNS[i] ?? 'a'];
    if (dimension.kind === 'count') return id - 1 + dimension.min;
    return dimension.kind === 'enum'
      ? (dimension.values[id - 1] ?? OTHER)
      : dictionary.textOf(dimension.terms, id);
  });
}

/** Sealed rows of a range, added up and named, in the order of their names. */
interface SealedSum {
  readonly rows: readonly ReleasedRow[];
  /** Where the row of these names is. */
  place(dimensions: ReleasedRow['dimensions']): number | undefined;
}

function sealedSum(rows: readonly ReleasedRow[]): SealedSum {
  let places: Map<string, number> | null = null;
  return {
    rows,
    place(dimensions) {
      places ??= new Map(rows.map((row, i) => [JSON.stringify(row.dimensions), i]));
      return places.get(JSON.stringify(dimensions));
    },
  };
}

const NONE_SEALED = sealedSum([]);

/** What waits of a fact in one slice. */
interface Waiting {
  /** What may be told of all of it. */
  readonly told: Told;
  /** What it counts, told or not. */
  readonly n: number;
  readonly rows: number;
  /** Rows with names by the cell that k browsers must stand behind: of a histogram, the one that it describes. */
  readonly byCell: ReadonlyMap<string, readonly WaitingRow[]>;
}

/** Cells that were counted on an open day. */
interface OpenCells {
  readonly keys: readonly string[];
  /** What of the cell is open. */
  openOf(key: string): readonly SummedRow[];
  /** What waited for it. */
  waitingOf(key: string): readonly SummedRow[];
}

function groupBy<T, K>(rows: readonly T[], keyOfRow: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const key = keyOfRow(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

/** Rows that are kept in memory, of sealed sums and of waiting each: about 100 MB when full. */
const MAX_KEPT_ROWS = 300_000;

export function createRelease({ store, codes, dictionary }: ReleaseDeps): Release {
  const sums = createKeeper<SealedSum>(MAX_KEPT_ROWS, ({ rows }) => rows.length + 1);
  const waits = createKeeper<Waiting>(MAX_KEPT_ROWS, ({ rows }) => rows + 1);

  const queryOf = async (fact: FactName, { site, slice }: Scope): Promise<CellQuery | null> => {
    const id = sliceId(await dictionary(site.id), slice);
    return id === undefined ? null : { site: site.id, fact: codes.id(fact), slice: id };
  };
  /** With the whole of every month that is kept as one. */
  const rangeOf = ({ site, from, to }: Scope): DayRange =>
    keptRange(site, { from: dayNumber(from), to: dayNumber(to) });
  /** Sealed days, and months by their first day: what of a month is not moved there yet counts as if it were. */
  const sealedDays = async (query: CellQuery, scope: Scope) => {
    const days = groupBy(await store.sumDays(query, rangeOf(scope)), ({ day }) => keptAs(scope.site, day));
    return [...days].map(([day, rows]) => ({ day, ...peopleAndN(rows) }));
  };

  /** What is sealed never changes, so that the same days always have the same sum. */
  const sealedRows = async (
    fact: FactName,
    scope: Scope,
    query: CellQuery,
    { isOnce = false, ids }: Wanted = {},
  ): Promise<SealedSum> => {
    const { from, to } = rangeOf(scope);
    const { sealedThrough } = scope.site;
    if (sealedThrough === null || from > sealedThrough) return NONE_SEALED;
    const range = { from, to: Math.min(to, sealedThrough) };
    return sums[isOnce ? 'pass' : 'get'](JSON.stringify([query, range, ids]), async () => {
      const names = await dictionary(scope.site.id);
      const rows = (await store.sumCells(query, range, ids)).map((row) => ({
        dimensions: namesOf(factOf(fact), row, names),
        n: row.n,
        people: row.people,
        total: row.total,
        exactN: row.n,
      }));
      return sealedSum(rows.sort((x, y) => byName(x.dimensions, y.dimensions)));
    });
  };

  /** The fact whose cells k browsers must stand behind. */
  const standingFact = (fact: FactName): FactName => (factOf(fact).describes as FactName | undefined) ?? fact;
  const cellKey = (fact: FactName, row: Dimensions): string =>
    keyOf(standingFact(fact) === fact ? row : codes.describedBy(fact, row));

  /** What waits changes when a day is sealed, and at no other time. */
  const waitingOf = (fact: FactName, query: CellQuery, { sealedThrough }: SiteRecord): Promise<Waiting> =>
    waits.get(JSON.stringify([query, sealedThrough]), async () => {
      const all = await store.waiting(query);
      const rows = all.filter(isNamed);
      return {
        told: await store.told(query),
        n: sumOfN(all),
        rows: rows.length,
        byCell: groupBy(rows, (row) => cellKey(fact, row)),
      };
    });

  /** As far back as k browsers are k different ones. */
  const openCells = async (fact: FactName, scope: Scope, query: CellQuery): Promise<OpenCells> => {
    const { from, to } = oneReach(scope.site.promisedK, dayNumber(scope.to));
    const { byCell } = await waitingOf(fact, query, scope.site);
    const intake = (await store.intake(query, { from, to })).filter(isNamed);
    const cells = groupBy(intake, (row) => cellKey(fact, row));
    return {
      keys: [...cells.keys()],
      openOf: (key) => cells.get(key) ?? [],
      waitingOf: (key) => (byCell.get(key) ?? []).filter(({ since }) => since >= from && since <= to),
    };
  };

  /**
   * Open cells that stand on k browsers; of a histogram, those whose described cell does. What was not counted on an
   * open day stays as its last sealing left it: waiting, for want of k browsers.
   */
  const standing = async (fact: FactName, scope: Scope, query: CellQuery): Promise<SummedRow[]> => {
    const { promisedK: k } = scope.site;
    const cells = await openCells(fact, scope, query);
    if (k === 1) return addUp(cells.keys.flatMap((key) => [...cells.openOf(key), ...cells.waitingOf(key)]));
    const described = standingFact(fact);
    const behind =
      described === fact ? cells : await openCells(described, scope, { ...query, fact: codes.id(described) });
    // What waits although k browsers stand behind it waits for another cell's sake, and is not to be seen yet.
    const isHidden = (key: string): boolean => reachOf(behind.waitingOf(key)) >= k;
    const rowsOf = ({ openOf, waitingOf: waits }: OpenCells, key: string): readonly SummedRow[] =>
      isHidden(key) ? openOf(key) : [...openOf(key), ...waits(key)];
    const stands = (key: string): boolean => reachOf(rowsOf(behind, key)) >= k;
    return addUp(behind.keys.filter(stands).flatMap((key) => rowsOf(cells, key)));
  };

  const open = async (fact: FactName, scope: Scope, query: CellQuery): Promise<Open> => {
    const { promisedK: k, sealedThrough } = scope.site;
    const { to } = rangeOf(scope);
    // As the store is, whatever the dates: two ranges that differ by a day must not tell what began to wait on it.
    const { told } = await waitingOf(fact, query, scope.site);
    const intake =
      sealedThrough === null || to > sealedThrough ? await store.intake(query, { from: 0, to }) : [];
    if (intake.length === 0) return { shown: [], waiting: { rows: told.rows, n: told.n }, other: told.other };
    const cells = await standing(fact, scope, query);
    const shown = cells.map((row) => rounded(k, row)).filter(({ n, total }) => n > 0 || total > 0);
    // What is left of an open day moves with every visitor, so it too is told in steps of k.
    const left = inStepsOf(k, sumOfN(intake.filter(isNamed)) - sumOfN(shown));
    return {
      shown,
      waiting: {
        rows: k === 1 ? cells.length - shown.length : told.rows,
        n: Math.max(0, told.n + left),
      },
      other: told.other + inStepsOf(k, sumOfN(intake.filter(isOther))),
    };
  };

  /** Whether k browsers stand behind a visit in this slice. Until then it looks as if nobody was counted in it. */
  const isKnown = async ({ site, slice, ...scope }: Scope): Promise<boolean> => {
    const query = await queryOf('visit', { site, slice, ...scope });
    return query !== null && (await store.sumDays(query, ALL_TIME)).length > 0;
  };

  /**
   * The day as which all that is open is told: the first that is not sealed, or the first that was asked for. Whether
   * anybody came on it does not matter, so that the first visitor of a day changes nothing.
   * @returns `null` where nothing of the scope is open.
   */
  const openAs = async (scope: Scope): Promise<number | null> => {
    const { from, to } = rangeOf(scope);
    const { id, sealedThrough } = scope.site;
    const first = sealedThrough === null ? (await store.openDays(id))[0] : sealedThrough + 1;
    return first === undefined || first > to ? null : Math.max(from, first);
  };

  /** What is open, by day: each day of a test site to the count; elsewhere in steps of k for all open days together. */
  const openByDay = async (
    fact: FactName,
    query: CellQuery,
    scope: Scope,
  ): Promise<{ readonly day: number; readonly cells: readonly SummedRow[] }[]> => {
    if (scope.site.promisedK === 1) {
      const { from, to } = rangeOf(scope);
      const days = (await store.openDays(scope.site.id)).filter((day) => day >= from && day <= to);
      return Promise.all(
        days.map(async (day) => ({
          day,
          cells: (await store.intake(query, { from: day, to: day })).filter(isNamed),
        })),
      );
    }
    const day = await openAs(scope);
    return day === null ? [] : [{ day, cells: (await open(fact, scope, query)).shown }];
  };

  /** Sealed rows and open cells together. What of an open cell is rounded is not in `exactN`. */
  const withOpen = async (
    fact: FactName,
    { site }: Scope,
    sealed: SealedSum,
    shown: readonly SummedRow[],
  ): Promise<readonly ReleasedRow[]> => {
    const names = await dictionary(site.id);
    const rows = [...sealed.rows];
    for (const row of shown) {
      const dimensions = namesOf(factOf(fact), row, names);
      const place = sealed.place(dimensions) ?? rows.length;
      const { n, people, total, exactN } = rows[place] ?? { n: 0, people: 0, total: 0, exactN: 0 };
      rows[place] = {
        dimensions,
        n: n + row.n,
        people: people + row.people,
        total: total + row.total,
        exactN: exactN + (site.promisedK === 1 ? row.n : 0),
      };
    }
    return rows.sort((x, y) => byName(x.dimensions, y.dimensions));
  };

  const idsOf = async ({ site }: Scope, pages: readonly string[]): Promise<readonly number[]> => {
    const names = await dictionary(site.id);
    // A page without an id is searched for too: how long it takes must not tell it from one that fewer than k were on.
    const ids = new Set(pages.map((page) => names.idOf('page', page) ?? NO_ID));
    return [...ids].sort((x, y) => x - y);
  };

  const shownOf = async (
    fact: FactName,
    scope: Scope,
    query: CellQuery,
    { isOnce = false, pages = null }: CellsAsked = {},
  ): Promise<Released> => {
    const ids = pages === null ? undefined : await idsOf(scope, pages);
    const sealed = await sealedRows(fact, scope, query, { isOnce, ids });
    const { shown: all, waiting, other } = await open(fact, scope, query);
    const shown = ids === undefined ? all : all.filter(({ a }) => ids.includes(a));
    const rows = shown.length === 0 ? sealed.rows : await withOpen(fact, scope, sealed, shown);
    return { rows, balance: { shown: sumOfN(rows), waiting, other } };
  };

  const days = async (fact: FactName, scope: Scope): Promise<readonly ReleasedDay[]> => {
    const query = await queryOf(fact, scope);
    if (query === null) return [];
    const sealed = await sealedDays(query, scope);
    const live = (await openByDay(fact, query, scope)).map(({ day, cells }) => ({
      day,
      ...peopleAndN(cells),
    }));
    return [...sealed, ...live.filter(({ n }) => n > 0)].map(({ day, n, people }) => ({
      day: dayFromNumber(day),
      n,
      people,
    }));
  };

  return {
    async cells(fact, scope, asked) {
      const query = await queryOf(fact, scope);
      if (query === null) return NOTHING;
      const isExact = scope.slice === ALL || scope.site.promisedK === 1;
      // First, so that it takes no longer than to find that nobody was counted in it.
      if (!isExact && !(await isKnown(scope))) return NOTHING;
      const { rows, balance } = await shownOf(fact, scope, query, asked);
      return { rows, balance: isExact ? balance : inSteps(scope.site.promisedK, balance) };
    },

    days,

    async cellsByDay(fact, scope) {
      const query = await queryOf(fact, scope);
      if (query === null) return [];
      const sealed = (await sealedDays(query, scope)).map(async ({ day }) => {
        const value = dayFromNumber(day);
        return { value, rows: (await sealedRows(fact, { ...scope, from: value, to: value }, query)).rows };
      });
      const live = (await openByDay(fact, query, scope)).map(async ({ day, cells }) => ({
        value: dayFromNumber(day),
        rows: await withOpen(fact, scope, NONE_SEALED, cells),
      }));
      return (await Promise.all([...sealed, ...live])).filter(({ rows }) => rows.length > 0);
    },

    async cellsBySlice(fact, kind, scope) {
      const names = await dictionary(scope.site.id);
      const prefix = sliceName(kind, '');
      // Elsewhere a slice is not known before k browsers stand behind a sealed row of it.
      const known =
        scope.site.promisedK === 1
          ? names.texts('slice')
          : (await store.sumSlices(scope.site.id, codes.id(fact))).map(({ slice }) =>
              names.textOf('slice', slice),
            );
      const found = known.map(async (slice) => {
        if (!slice.startsWith(prefix)) return [];
        const query = await queryOf(fact, { ...scope, slice });
        const rows = query === null ? [] : (await shownOf(fact, { ...scope, slice }, query)).rows;
        return rows.length === 0 ? [] : [{ value: slice.slice(prefix.length), rows }];
      });
      return (await Promise.all(found)).flat();
    },

    async hidesFew(fact, scope) {
      const query = await queryOf(fact, scope);
      if (query === null) return false;
      const { n } = await waitingOf(fact, query, scope.site);
      return n > 0 && n < scope.site.promisedK;
    },

    async slices(site) {
      const names = await dictionary(site.id);
      const rows = await store.sumSlices(site.id, codes.id('visit'));
      return rows
        .filter(({ slice }) => slice !== 0)
        .map(({ slice, n }) => ({ slice: names.textOf('slice', slice), n }))
        .sort((x, y) => y.n - x.n || byName([x.slice], [y.slice]))
        .map(({ slice }) => slice);
    },

    async *sealed(site) {
      const names = await dictionary(site.id);
      for (const fact of FACT_NAMES) {
        const slices = factOf(fact).slices === 'none' ? [] : names.texts('slice').sort();
        for (const slice of [ALL, ...slices]) {
          const query = { site: site.id, fact: codes.id(fact), slice: sliceId(names, slice) ?? ALL_SLICES };
          let last = -1;
          for (;;) {
            // Others are answered in between.
            await setImmediate();
            const day = await store.nextSealedDay(query, last);
            if (day === null || day > (site.sealedThrough ?? -1)) break;
            const range = widened(site, { from: day, to: day });
            last = range.to;
            const rows = (await store.sumCells(query, range)).map((row) => ({
              ...row,
              dimensions: namesOf(factOf(fact), row, names),
            }));
            rows.sort((x, y) => byName(x.dimensions, y.dimensions));
            yield { fact, slice, day: dayFromNumber(range.from), rows };
          }
        }
      }
    },

    async span(site) {
      // Through the same door: the first visitor of a site must not show in its dates.
      const last = (await store.openDays(site.id)).at(-1) ?? site.sealedThrough;
      if (last === null) return null;
      const told = await days('visit', { site, slice: ALL, from: FIRST_DAY, to: dayFromNumber(last) });
      const [first] = told;
      return first === undefined ? null : { from: first.day, to: told.at(-1)?.day ?? first.day };
    },
  };
}
