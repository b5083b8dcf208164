/** The dictionary of a site: what its store declared, beside the strings that k browsers sent. */
import type { CatalogueEntry, TermKind } from '@holloway/protocol';
import { type Runner, sqlOf } from './query.ts';

/** Adds what is not known yet; ids go up from 1 within a kind, 0 is `(other)`. */
export function declareEntries(runner: Runner, site: number, entries: readonly CatalogueEntry[]): void {
  const ids = new Map<string, Map<string, number>>();
  for (const { kind, text, id } of runner.all(
    sqlOf.selectFrom('term').selectAll().where('site', '=', site),
  )) {
    let known = ids.get(kind);
    if (known === undefined) {
      known = new Map();
      ids.set(kind, known);
    }
    known.set(text, id);
  }
  const highest = new Map([...ids].map(([kind, known]) => [kind, Math.max(0, ...known.values())]));
  for (const { kind, text, label = null, category = null } of entries) {
    let id = ids.get(kind)?.get(text);
    if (id === undefined) {
      id = (highest.get(kind) ?? 0) + 1;
      highest.set(kind, id);
      ids.set(kind, (ids.get(kind) ?? new Map<string, number>()).set(text, id));
      runner.run(sqlOf.insertInto('term').values({ site, kind, id, text }));
    }
    runner.run(
      sqlOf
        .insertInto('catalogue')
        .values({ site, kind, id, label, category })
        .onConflict((conflict) => conflict.columns(['site', 'kind', 'id']).doUpdateSet({ label, category })),
    );
  }
}

export function readCatalogue(runner: Runner, site: number): CatalogueEntry[] {
  return runner
    .all(
      sqlOf
        .selectFrom('catalogue')
        .innerJoin('term', (join) =>
          join
            .onRef('term.site', '=', 'catalogue.site')
            .onRef('term.kind', '=', 'catalogue.kind')
            .onRef('term.id', '=', 'catalogue.id'),
        )
        .select(['catalogue.kind', 'term.text', 'catalogue.label', 'catalogue.category'])
        .where('catalogue.site', '=', site),
    )
    .map(({ kind, text, label, category }) => ({
      kind: kind as TermKind,
      text,
      ...(label === null ? {} : { label }),
      ...(category === null ? {} : { category }),
    }));
}
