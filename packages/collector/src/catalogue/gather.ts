/**
 * Gathers entries of a catalogue from several sources into one of each: what a page says of itself before what others say
 * of it, and nothing that is known already is taken away by a source that says less. Pure.
 */
import type { CatalogueEntry } from '@holloway/protocol';
import type { Catalogue } from '../site/catalogue.ts';

export interface Gathered {
  /** Of a source that may be believed. */
  add(entries: readonly CatalogueEntry[]): void;
  /** Fills in what nobody else says. */
  addHearsay(entries: readonly CatalogueEntry[]): void;
  /** With what is known of them. */
  entries(known: Pick<Catalogue, 'label' | 'category'>): CatalogueEntry[];
}

export function createGathered(): Gathered {
  const said = new Map<string, CatalogueEntry>();
  const heard = new Map<string, CatalogueEntry>();
  const into = (all: Map<string, CatalogueEntry>, entries: readonly CatalogueEntry[]): void => {
    for (const entry of entries) {
      const key = JSON.stringify([entry.kind, entry.text]);
      all.set(key, { ...entry, ...all.get(key) });
    }
  };
  return {
    add: (entries) => into(said, entries),
    addHearsay: (entries) => into(heard, entries),
    entries(known) {
      const all = new Map([...heard, ...said].map(([key, entry]) => [key, { ...heard.get(key), ...entry }]));
      return [...all.values()].map((entry) => {
        const label = known.label(entry.kind, entry.text);
        const category = known.category(entry.kind, entry.text);
        return {
          ...(label === undefined ? {} : { label }),
          ...(category === null ? {} : { category }),
          ...entry,
        };
      });
    },
  };
}
