/**
 * The only door out: lets a number go when at least k browsers stand behind it. Sealed rows as they are; what is not
 * sealed yet only in steps of k, so that watching a day live tells nothing of one visitor.
 * Speaks in names, not ids. Does not shape reports: that is for the files beside it.
 */
import {
  ALL,
  type Balance,
  type Day,
  dayFromNumber,
  dayNumber,
  type Fact,
  type FactName,
  factOf,
  OTHER,
} from '@holloway/protocol';
import { type Dictionary, sliceId } from '../site/dictionary.ts';
import { COLUMNS, type FactCodes } from '../site/facts.ts';
import { WAITING_DAYS } from '../store/seal.ts';
import type { CellQuery, DayRange, Dimensions, SiteRecord, Store, SummedRow } from '../store/store.ts';

export interface ReleasedRow {
  /** Terms and enums by text, `(other)` for 0; counts by number. In the order of the fact's dimensions. */
  readonly dimensions: readonly (string | number)[];
  readonly n: number;
  readonly people: number;
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

export interface Scope {
  readonly site: SiteRecord;
  readonly slice: string;
  readonly from: Day;
  readonly to: Day;
}

export interface Release {
  /** Cells of a fact, added up over the days of the scope. */
  cells(fact: FactName, scope: Scope): Promise<Released>;
  /** The same by day, without dimensions. Days with nothing to show are absent, which is not 0. */
  days(fact: FactName, scope: Scope): Promise<readonly ReleasedDay[]>;
  /** Slices with visits behind them, most visited first. */
  slices(site: SiteRecord): Promise<readonly string[]>;
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

const NOTHING: Released = { rows: [], balance: { shown: 0, waiting: { rows: 0, n: 0 }, other: 0 } };

const keyOf = ({ a, b, c, d }: Dimensions): string => `${a},${b},${c},${d}`;
const isOther = ({ a, b, c, d }: Dimensions): boolean => a === 0 && b === 0 && c === 0 && d === 0;
const isNamed = (row: Dimensions): boolean => !isOther(row);
const sumOfN = (rows: readonly { readonly n: number }[]): number => rows.reduce((sum, { n }) => sum + n, 0);
const inStepsOf = (k: number, value: number): number => Math.floor(value / k) * k;

/** The days of which a browser adds to `reach` only once, up to `to`; on a test site, where k = 1, all days. */
const oneReach = (k: number, to: number): DayRange => ({ from: k === 1 ? 0 : to - WAITING_DAYS + 1, to });

/** Adds rows of the same cell. */
function addUp(rows: readonly SummedRow[]): SummedRow[] {
  const cells = new Map<string, SummedRow>();
  for (const row of rows) {
    const { n, people, reach, total } = cells.get(keyOf(row)) ?? { n: 0, people: 0, reach: 0, total: 0 };
    cells.set(keyOf(row), {
      ...row,
      n: row.n + n,
      people: row.people + people,
      reach: row.reach + reach,
      total: row.total + total,
    });
  }
  return [...cells.values()];
}

const rounded = (k: number, row: SummedRow): SummedRow => ({
  ...row,
  n: inStepsOf(k, row.n),
  people: inStepsOf(k, row.people),
  total: inStepsOf(k, row.total),
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

export function createRelease({ store, codes, dictionary }: ReleaseDeps): Release {
  const queryOf = async (fact: FactName, { site, slice }: Scope): Promise<CellQuery | null> => {
    const id = sliceId(await dictionary(site.id), slice);
    return id === undefined ? null : { site: site.id, fact: codes.id(fact), slice: id };
  };
  const rangeOf = ({ from, to }: Scope): DayRange => ({ from: dayNumber(from), to: dayNumber(to) });

  /** Named cells that are not sealed, as far back as k browsers are k different ones. */
  const candidates = async (query: CellQuery, { site, to }: Scope): Promise<SummedRow[]> => {
    const days = oneReach(site.k, dayNumber(to));
    const waiting = (await store.waiting(query)).filter(
      ({ since }) => since >= days.from && since <= days.to,
    );
    return addUp([...(await store.intake(query, days)), ...waiting]).filter(isNamed);
  };

  /** Which open cells of a fact stand on k browsers; of a histogram, those whose described row does. */
  const standing = async (fact: FactName, scope: Scope, query: CellQuery, rows: readonly SummedRow[]) => {
    const { k } = scope.site;
    if (k === 1) return rows;
    const { describes } = factOf(fact);
    if (describes === undefined) return rows.filter(({ reach }) => reach >= k);
    const described = { ...query, fact: codes.id(describes as FactName) };
    const keys = new Set((await candidates(described, scope)).filter(({ reach }) => reach >= k).map(keyOf));
    return rows.filter((row) => keys.has(keyOf(codes.describedBy(fact, row))));
  };

  const open = async (fact: FactName, scope: Scope, query: CellQuery): Promise<Open> => {
    const { k, sealedThrough } = scope.site;
    const { to } = rangeOf(scope);
    const waiting = (await store.waiting(query)).filter(({ since }) => since <= to);
    const settled = waiting.filter(isNamed);
    const settledOther = sumOfN(waiting.filter(isOther));
    const intake =
      sealedThrough === null || to > sealedThrough ? await store.intake(query, { from: 0, to }) : [];
    if (intake.length === 0) {
      return { shown: [], waiting: { rows: settled.length, n: sumOfN(settled) }, other: settledOther };
    }
    const cells = await candidates(query, scope);
    const shown = (await standing(fact, scope, query, cells))
      .map((row) => rounded(k, row))
      .filter(({ n, total }) => n > 0 || total > 0);
    // What is left of an open day moves with every visitor, so it too is told in steps of k.
    const left = inStepsOf(k, sumOfN(intake.filter(isNamed)) - sumOfN(shown));
    return {
      shown,
      waiting: {
        rows: k === 1 ? cells.length - shown.length : settled.length,
        n: Math.max(0, sumOfN(settled) + left),
      },
      other: settledOther + inStepsOf(k, sumOfN(intake.filter(isOther))),
    };
  };

  return {
    async cells(fact, scope) {
      const query = await queryOf(fact, scope);
      if (query === null) return NOTHING;
      const sealed = await store.sumCells(query, rangeOf(scope));
      const { shown, waiting, other } = await open(fact, scope, query);
      const exact = scope.site.k === 1 ? [...sealed, ...shown] : sealed;
      const exactN = new Map(addUp(exact).map((row) => [keyOf(row), row.n]));
      const names = await dictionary(scope.site.id);
      const rows = addUp([...sealed, ...shown]).map((row) => ({
        dimensions: namesOf(factOf(fact), row, names),
        n: row.n,
        people: row.people,
        total: row.total,
        exactN: exactN.get(keyOf(row)) ?? 0,
      }));
      rows.sort((x, y) => byName(x.dimensions, y.dimensions));
      const balance = { shown: sumOfN(rows), waiting, other };
      return { rows, balance: scope.slice === ALL ? balance : inSteps(scope.site.k, balance) };
    },

    async days(fact, scope) {
      const query = await queryOf(fact, scope);
      if (query === null) return [];
      const sealed = await store.sumDays(query, rangeOf(scope));
      const { shown } = await open(fact, scope, query);
      const today = {
        day: dayNumber(scope.to),
        n: sumOfN(shown),
        people: shown.reduce((sum, row) => sum + row.people, 0),
      };
      return [...sealed, ...(today.n > 0 ? [today] : [])].map(({ day, n, people }) => ({
        day: dayFromNumber(day),
        n,
        people,
      }));
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

    async span(site) {
      const range = await store.span({ site: site.id, fact: codes.id('visit'), slice: 0 });
      return range === null ? null : { from: dayFromNumber(range.from), to: dayFromNumber(range.to) };
    },
  };
}
