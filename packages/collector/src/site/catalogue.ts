/** What the store declared of its pages, categories and products, ready for look-up. */
import type { CatalogueEntry, TermKind } from '@holloway/protocol';

export interface Catalogue {
  /** `undefined` where the store gave no name. */
  label(kind: TermKind, text: string): string | undefined;
  /** Of a page or product; `null` where the store declared none. */
  category(kind: TermKind, text: string): string | null;
  /** Whether the store declared it, with a name or without. */
  has(kind: TermKind, text: string): boolean;
  /** Takes more of it in. */
  learn(entries: readonly CatalogueEntry[]): void;
  /** Of one kind, by text. */
  entries(kind: TermKind): readonly CatalogueEntry[];
}

export function createCatalogue(entries: readonly CatalogueEntry[]): Catalogue {
  const byKind = new Map<TermKind, Map<string, CatalogueEntry>>();
  const learn = (more: readonly CatalogueEntry[]): void => {
    for (const { kind, text, label, category } of more) {
      const ofKind = byKind.get(kind) ?? new Map<string, CatalogueEntry>();
      const entry = {
        kind,
        text,
        ...(label === undefined ? {} : { label }),
        ...(category === undefined ? {} : { category }),
      };
      byKind.set(kind, ofKind.set(text, entry));
    }
  };
  learn(entries);
  const find = (kind: TermKind, text: string) => byKind.get(kind)?.get(text);
  return {
    label: (kind, text) => find(kind, text)?.label,
    category: (kind, text) => find(kind, text)?.category ?? null,
    learn,
    has: (kind, text) => find(kind, text) !== undefined,
    entries: (kind) => [...(byKind.get(kind)?.values() ?? [])].sort((a, b) => (a.text < b.text ? -1 : 1)),
  };
}
