/**
 * Which k a site has promised: what waits was counted while another may have held, and 28 days long the highest holds.
 * Pure. Does not read or write the site (sites).
 */
import { WAITING_DAYS } from './seal.ts';

/** The last day number on which each k was promised, by k; `null` until the next day is sealed. */
export type Promised = { readonly [k: string]: number | null };

const isKept = (last: number | null, day: number): boolean => last === null || last > day - WAITING_DAYS;

/** The highest k that was promised in the 28 days that end with `day`. */
export const promisedK = (promised: Promised, k: number, day: number): number =>
  Math.max(
    k,
    ...Object.keys(promised)
      .filter((other) => isKept(promised[other] ?? null, day))
      .map(Number),
  );

/** Once `day` is sealed, on which `k` held. What is too long ago is forgotten. */
export const afterSealing = (promised: Promised, k: number, day: number): Promised =>
  Object.fromEntries([
    ...Object.entries(promised)
      .map(([other, last]) => [other, last ?? day] as const)
      .filter(([, last]) => isKept(last, day + 1)),
    [k, day],
  ]);

/** Once `k` no longer holds: it was promised until now. */
export const afterChange = (promised: Promised, k: number): Promised => ({ ...promised, [k]: null });
