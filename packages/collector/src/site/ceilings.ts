/**
 * How many names of a kind a site may have, so that nothing that browsers send grows without end. Beyond it strings are
 * counted under `(other)` (ingest/admit), and a catalogue is refused (declare).
 */
import type { CatalogueEntry, TermKind } from '@holloway/protocol';
import type { Ceilings } from '../store/store.ts';
import type { Dictionary } from './dictionary.ts';

export const MAX_CEILING = 1_000_000;

/** What a large shop has, with room: a name costs about 300 bytes of memory. */
export const DEFAULT_CEILINGS: { readonly [kind in TermKind]: number } = {
  page: 100_000,
  category: 10_000,
  product: 100_000,
  zone: 2_000,
  slot: 10_000,
  element: 50_000,
  model: 10_000,
  country: 300,
  referrer: 10_000,
  campaign: 10_000,
  search: 50_000,
  statement: 2_000,
  preference: 2_000,
  experiment: 1_000,
  metric: 1_000,
  currency: 300,
};

export const ceilingOf = (ceilings: Ceilings, kind: TermKind): number =>
  ceilings[kind] ?? DEFAULT_CEILINGS[kind];

export interface Excess {
  readonly kind: TermKind;
  readonly ceiling: number;
  /** How many names there would be. */
  readonly names: number;
}

/** @returns The texts that have no name yet, by kind. */
export function newNames(
  dictionary: Pick<Dictionary, 'idOf'>,
  entries: readonly CatalogueEntry[],
): Map<TermKind, Set<string>> {
  const names = new Map<TermKind, Set<string>>();
  for (const { kind, text } of entries) {
    if (dictionary.idOf(kind, text) !== undefined) continue;
    names.set(kind, (names.get(kind) ?? new Set()).add(text));
  }
  return names;
}

/** The first kind of which there would be too many; `null` where there is room. */
export function excessOf(
  ceilings: Ceilings,
  dictionary: Pick<Dictionary, 'size'>,
  added: ReadonlyMap<TermKind, ReadonlySet<string>>,
): Excess | null {
  for (const [kind, texts] of added) {
    const [ceiling, names] = [ceilingOf(ceilings, kind), dictionary.size(kind) + texts.size];
    if (names > ceiling) return { kind, ceiling, names };
  }
  return null;
}
