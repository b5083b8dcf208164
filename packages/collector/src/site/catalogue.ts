/** What the store declared of its pages, categories and products, ready for look-up. */
import type { CatalogueEntry, TermKind } from '@holloway/protocol';

export interface Catalogue {
  /** `undefined` where the store gave no name. */
  label(kind: TermKind, text: string): string | undefined;
  /** Of a page or product; `null` where the store declared none. */
  category(kind: TermKind, text: string): string | null;
}

export function createCatalogue(entries: readonly CatalogueEntry[]): Catalogue {
  const byKind = new Map<TermKind, Map<string, CatalogueEntry>>();
  for (const entry of entries) {
    const ofKind = byKind.get(entry.kind) ?? new Map<string, CatalogueEntry>();
    byKind.set(entry.kind, ofKind.set(entry.text, entry));
  }
  const find = (kind: TermKind, text: string) => byKind.get(kind)?.get(text);
  return {
    label: (kind, text) => find(kind, text)?.label,
    category: (kind, text) => find(kind, text)?.category ?? null,
  };
}
