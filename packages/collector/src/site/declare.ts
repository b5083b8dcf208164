/**
 * Declares what a store says of itself, or tells what would be added. In parts, so that a collector that serves
 * meanwhile never waits long for its turn. Does not read it from anywhere: see catalogue/.
 */
import { setTimeout } from 'node:timers/promises';
import type { CatalogueEntry, TermKind } from '@holloway/protocol';
import type { SiteRecord, Store } from '../store/store.ts';
import { type Excess, excessOf, newNames } from './ceilings.ts';
import type { Registry } from './registry.ts';

/** Written in some milliseconds; then whoever else writes has a turn. */
const ENTRIES_AT_ONCE = 250;
const PAUSE_MS = 10;

export interface Declaring {
  /** Names that there were not before, by kind. */
  readonly added: ReadonlyMap<TermKind, ReadonlySet<string>>;
  /** Of what was known already, what is called or filed otherwise from now on. */
  readonly changed: number;
  /** Where there would be too many names, and nothing is declared. */
  readonly excess: Excess | null;
}

/** The last of those that are of the same thing. */
const withoutRepeats = (entries: readonly CatalogueEntry[]): CatalogueEntry[] => [
  ...new Map(entries.map((entry) => [JSON.stringify([entry.kind, entry.text]), entry])).values(),
];

interface Deps {
  readonly store: Pick<Store, 'declare'>;
  readonly registry: Pick<Registry, 'dictionary' | 'catalogue' | 'changed'>;
}

/** What `declareCatalogue` would do. */
export async function planDeclaring(
  { registry }: Pick<Deps, 'registry'>,
  site: SiteRecord,
  entries: readonly CatalogueEntry[],
): Promise<Declaring> {
  const dictionary = await registry.dictionary(site.id);
  const catalogue = await registry.catalogue(site.id);
  const added = newNames(dictionary, entries);
  const changed = withoutRepeats(entries).filter(({ kind, text, label, category }) => {
    if (added.get(kind)?.has(text)) return false;
    return catalogue.label(kind, text) !== label || catalogue.category(kind, text) !== (category ?? null);
  });
  return { added, changed: changed.length, excess: excessOf(site.ceilings, dictionary, added) };
}

/** @param onProgress Told how many entries are declared by now. */
export async function declareCatalogue(
  deps: Deps,
  site: SiteRecord,
  entries: readonly CatalogueEntry[],
  onProgress: (declared: number) => void = () => undefined,
): Promise<Declaring> {
  const plan = await planDeclaring(deps, site, entries);
  if (plan.excess !== null) return plan;
  for (let from = 0; from < entries.length; from += ENTRIES_AT_ONCE) {
    await deps.store.declare(site.id, entries.slice(from, from + ENTRIES_AT_ONCE));
    deps.registry.changed(site.id);
    onProgress(Math.min(entries.length, from + ENTRIES_AT_ONCE));
    if (from + ENTRIES_AT_ONCE < entries.length) await setTimeout(PAUSE_MS);
  }
  return plan;
}
