/**
 * The wire: what one request of a browser says. Unordered increments, no time finer than a day, no identifier.
 */
import type { Day } from './day.ts';
import type { FactName } from './facts.ts';
import type { BrowserSlices, Slices } from './slices.ts';

export const WIRE_VERSION = 1;
export const MAX_BODY_BYTES = 16 * 1024;
export const MAX_INCREMENTS = 200;
export const MAX_N = 20;
/** In minor units, an order of a hundred million rupiah. */
export const MAX_TOTAL = 10_000_000_000;
export const MAX_TERM_LENGTH = 200;

/** A term or enum by its text; a count by its number. `(other)` stands for what is not known. */
export type DimensionValue = string | number;

/**
 * Whether the browser was in this cell before: 0 counted today already, 1 first time today (`people + 1`),
 * 2 first time in 28 days (`people + 1`, `reach + 1`).
 */
export type First = 0 | 1 | 2;

/** `[fact, dimensions, n, first?, total?]`; `n` is 0 only when `total` is not. */
export type Increment = readonly [
  fact: FactName,
  dimensions: readonly DimensionValue[],
  n: number,
  first?: First,
  total?: number,
];

export type Basis = 'chosen' | 'default';

export interface Batch<S extends Slices = BrowserSlices> {
  readonly v: typeof WIRE_VERSION;
  readonly site: string;
  /** The day of the browser's ledger, in the time zone of the site. */
  readonly day: Day;
  /** 64 random bits in base64url: 11 characters, used once. */
  readonly batch: string;
  /** The first 8 hex digits of the hash of the statement that was agreed to. */
  readonly statement: string;
  readonly basis: Basis;
  readonly slices: S;
  /** What the browser calls the model: a code by client hints, or iPad or iPhone by its touch screen; absent when unknown. */
  readonly model?: string;
  readonly increments: readonly Increment[];
}

/** History to be imported: batches that also carry the slices a collector would have added. */
export type HistoricalBatch = Batch<Slices>;

/** Increments in an order that tells nothing of the order in which they happened. */
export function sortIncrements(increments: readonly Increment[]): Increment[] {
  return increments
    .map((increment) => ({ increment, key: JSON.stringify(increment) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ increment }) => increment);
}

/** The body of a request. Fields stand in a fixed order, increments sorted. */
export function encodeBatch<S extends Slices>(batch: Batch<S>): string {
  const { v, site, day, batch: nonce, statement, basis, slices, model, increments } = batch;
  return JSON.stringify({
    v,
    site,
    day,
    batch: nonce,
    statement,
    basis,
    slices,
    ...(model === undefined ? {} : { model }),
    increments: sortIncrements(increments),
  });
}
