/**
 * Adds a site with the terms that every site has: where visits begin, all pages or categories together, page types as
 * nodes of the category tree, the currency of the site, and what its layout tests are called.
 */
import { ANY, type CatalogueEntry, categoryNode, ENTRY, PAGE_TYPES } from '@holloway/protocol';
import type { NewSite, SiteRecord, Store } from '../store/store.ts';
import { experimentEntries } from './experiments.ts';
import type { Registry } from './registry.ts';

const RESERVED: readonly CatalogueEntry[] = [
  { kind: 'page', text: ENTRY },
  { kind: 'page', text: ANY },
  { kind: 'category', text: ENTRY },
  { kind: 'category', text: ANY },
  ...PAGE_TYPES.map((type): CatalogueEntry => ({ kind: 'category', text: categoryNode(null, type) })),
];

/** Adds the site, or replaces the settings of the one with this slug; then declares its catalogue. */
export async function addSite(
  { store, registry }: { readonly store: Store; readonly registry: Registry },
  site: NewSite,
  catalogue: readonly CatalogueEntry[] = [],
): Promise<SiteRecord> {
  const record = await store.saveSite(site);
  await store.declare(record.id, [
    ...RESERVED,
    { kind: 'currency', text: record.currency },
    ...experimentEntries(record.experiments),
    ...catalogue,
  ]);
  registry.changed(record.id);
  return record;
}
