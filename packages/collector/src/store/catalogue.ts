/** The dictionary of a site: what its store declared, beside the strings that k browsers sent. */
import type { CatalogueEntry, TermKind } from '@holloway/protocol';
import type { Database } from 'better-sqlite3';
import { type Runner, sqlOf } from './query.ts';
import type { StoredTermKind, Term } from './store.ts';

export type Declare = (site: number, entries: readonly CatalogueEntry[]) => void;

/**
 * Adds what is not known yet, ids going up within a kind; 0 is `(other)`. Labels and categories of what is known are
 * replaced. Prepared once: nobody else writes while a hundred thousand products are declared.
 */
export function prepareDeclaring(db: Database): Declare {
  const addTerm = db.prepare(
    `INSERT INTO term (site, kind, id, text)
     VALUES ($site, $kind, 1 + coalesce((SELECT max(id) FROM term WHERE site = $site AND kind = $kind), 0), $text)
     ON CONFLICT (site, kind, text) DO NOTHING`,
  );
  const describeTerm = db.prepare(
    `INSERT INTO catalogue (site, kind, id, label, category)
     SELECT site, kind, id, $label, $category FROM term WHERE site = $site AND kind = $kind AND text = $text
     ON CONFLICT (site, kind, id) DO UPDATE SET label = excluded.label, category = excluded.category
       WHERE label IS NOT excluded.label OR category IS NOT excluded.category`,
  );
  return (site, entries) => {
    for (const { kind, text, label = null, category = null } of entries) {
      addTerm.run({ site, kind, text });
      describeTerm.run({ site, kind, text, label, category });
    }
  };
}

const entries = (site: number) =>
  sqlOf
    .selectFrom('catalogue')
    .innerJoin('term', (join) =>
      join
        .onRef('term.site', '=', 'catalogue.site')
        .onRef('term.kind', '=', 'catalogue.kind')
        .onRef('term.id', '=', 'catalogue.id'),
    )
    .select(['catalogue.kind', 'catalogue.id', 'term.text', 'catalogue.label', 'catalogue.category'])
    .where('catalogue.site', '=', site);

interface EntryRow {
  readonly kind: string;
  readonly text: string;
  readonly label: string | null;
  readonly category: string | null;
}

const entryOf = ({ kind, text, label, category }: EntryRow): CatalogueEntry => ({
  kind: kind as TermKind,
  text,
  ...(label === null ? {} : { label }),
  ...(category === null ? {} : { category }),
});

export const readCatalogue = (runner: Runner, site: number): CatalogueEntry[] =>
  runner.all(entries(site)).map(entryOf);

export const readCatalogueAfter = (
  runner: Runner,
  site: number,
  kind: TermKind,
  after: number,
  limit: number,
): (CatalogueEntry & { readonly id: number })[] =>
  runner
    .all(
      entries(site)
        .where('catalogue.kind', '=', kind)
        .where('catalogue.id', '>', after)
        .orderBy('catalogue.id')
        .limit(limit),
    )
    .map((row) => ({ ...entryOf(row), id: row.id }));

const terms = (site: number) => sqlOf.selectFrom('term').selectAll().where('site', '=', site);

const ofKnownKind = (term: { site: number; kind: string; id: number; text: string }): Term => ({
  ...term,
  kind: term.kind as StoredTermKind,
});

export const readTerms = (runner: Runner, site: number): Term[] => runner.all(terms(site)).map(ofKnownKind);

export const readTermsAfter = (
  runner: Runner,
  site: number,
  kind: StoredTermKind,
  after: number,
  limit: number,
): Term[] =>
  runner
    .all(terms(site).where('kind', '=', kind).where('id', '>', after).orderBy('id').limit(limit))
    .map(ofKnownKind);
