/**
 * Counts: additions to cells, before it is known whether this browser was counted there. Pure.
 */
import type { DimensionValue, FactName } from '@holloway/protocol';
import { hash } from './hash.ts';

/** One addition to one cell. */
export interface Count {
  readonly fact: FactName;
  readonly dimensions: readonly DimensionValue[];
  readonly n: number;
  readonly total?: number;
}

/** As many as a visit remembers; it is then counted less, never more. */
const MAX_ONCE = 1_000;

export const cellKey = ({ fact, dimensions }: Pick<Count, 'fact' | 'dimensions'>): string =>
  JSON.stringify([fact, dimensions]);

/** One more in a cell; none where a dimension of it is not known. */
export function count(fact: FactName, ...dimensions: (DimensionValue | null | undefined)[]): Count[] {
  const known = dimensions.filter((dimension) => dimension !== null && dimension !== undefined);
  return known.length === dimensions.length ? [{ fact, dimensions: known, n: 1 }] : [];
}

/** @param before As of `once`. @returns Whether the visit was counted in this cell. */
export const isCounted = (before: readonly number[], cell: Pick<Count, 'fact' | 'dimensions'>): boolean =>
  before.includes(hash(cellKey(cell)));

/**
 * For facts that count visits: a visit adds 1 to `n` of a cell, and to its total every time.
 * @param before Hashes of the cells that this visit was counted in.
 */
export function once(
  before: readonly number[],
  counts: readonly Count[],
): { readonly once: readonly number[]; readonly counts: Count[] } {
  const cells = new Set(before);
  const counted = counts.map((one) => {
    const cell = hash(cellKey(one));
    const isNew = !cells.has(cell) && cells.size < MAX_ONCE;
    if (isNew) cells.add(cell);
    return isNew ? one : { ...one, n: 0 };
  });
  return { once: [...cells], counts: counted };
}
