/** Facts of the same dimensions side by side, a row for each cell that any of them shows. Pure; names no dimension. */
import type { Released, ReleasedRow } from './release.ts';

export interface Joined<M extends string> {
  readonly dimensions: ReleasedRow['dimensions'];
  /** `null` where the fact shows no such cell, which is not 0. */
  readonly of: { readonly [measure in M]: ReleasedRow | null };
}

type Filling<M extends string> = { -readonly [measure in M]: ReleasedRow | null };

/** In the order in which the facts show them, those of the first fact first. */
export function join<M extends string>(facts: { readonly [measure in M]: Released }): Joined<M>[] {
  const measures = Object.keys(facts) as M[];
  const none = Object.fromEntries(measures.map((measure) => [measure, null])) as Joined<M>['of'];
  const cells = new Map<string, { dimensions: ReleasedRow['dimensions']; of: Filling<M> }>();
  for (const measure of measures) {
    for (const row of facts[measure].rows) {
      const key = JSON.stringify(row.dimensions);
      const known = cells.get(key);
      if (known === undefined)
        cells.set(key, { dimensions: row.dimensions, of: { ...none, [measure]: row } });
      else known.of[measure] = row;
    }
  }
  return [...cells.values()];
}

export const nOf = (row: ReleasedRow | null): number | null => row?.n ?? null;
/** `null` too where nothing of it is settled: of an open day no total is told. */
export const totalOf = (row: ReleasedRow | null): number | null =>
  row === null || row.exactN === 0 ? null : row.total;
