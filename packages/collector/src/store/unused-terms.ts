/**
 * Names that nothing refers to any more: what of a site is not sealed is looked through here; of what is sealed, whoever
 * asks has seen all. A name that the store declared is its own, and stays.
 */
import type { Database } from 'better-sqlite3';
import type { TermColumn } from './keeping.ts';
import type { StoredTermKind, Term } from './store.ts';

export interface UnusedTerms {
  admitted(site: number): Term[];
  open(site: number, columns: readonly TermColumn[], terms: readonly Term[]): Term[];
  forget(site: number, columns: readonly TermColumn[], terms: readonly Term[]): void;
}

/** Slices and countries are values of lists that everybody knows: they name nothing. */
const OF_LISTS: readonly StoredTermKind[] = ['slice', 'country'];

const keyOf = ({ kind, id }: Pick<Term, 'kind' | 'id'>): string => `${kind} ${id}`;

export function prepareUnusedTerms(db: Database): UnusedTerms {
  const admitted = db.prepare<[number], Term>(
    `SELECT term.site, term.kind, term.id, term.text FROM term LEFT JOIN catalogue USING (site, kind, id)
     WHERE term.site = ? AND catalogue.id IS NULL`,
  );
  const forget = db.prepare('DELETE FROM term WHERE site = ? AND kind = ? AND id = ?');
  const countForgetting = db.prepare('UPDATE site SET names_forgotten = names_forgotten + 1 WHERE id = ?');
  // A cell that lost a part of a name that is gone is gone itself: it is as old.
  const forgetNameless = (column: string) =>
    db.prepare(`DELETE FROM nameless WHERE site = ? AND fact = ? AND ${column} = ?`);
  const forgetNamelessBy = {
    a: forgetNameless('a'),
    b: forgetNameless('b'),
    c: forgetNameless('c'),
    d: forgetNameless('d'),
  };
  const referred = (table: string, column: string) =>
    db
      .prepare<[number, number], number>(
        `SELECT DISTINCT ${column} FROM ${table} WHERE site = ? AND fact = ?`,
      )
      .pluck();
  const referredBy = Object.fromEntries(
    ['intake', 'waiting'].flatMap((table) =>
      ['a', 'b', 'c', 'd'].map((column) => [`${table} ${column}`, referred(table, column)]),
    ),
  );

  const usedIn = (tables: readonly string[], site: number, columns: readonly TermColumn[]): Set<string> => {
    const used = new Set<string>();
    for (const { fact, column, kind } of columns) {
      for (const table of tables) {
        for (const id of referredBy[`${table} ${column}`]?.iterate(site, fact) ?? []) {
          used.add(keyOf({ kind, id }));
        }
      }
    }
    return used;
  };

  return {
    admitted: (site) => admitted.all(site).filter(({ kind }) => !OF_LISTS.includes(kind)),
    open(site, columns, terms) {
      const used = usedIn(['intake', 'waiting'], site, columns);
      return terms.filter((term) => used.has(keyOf(term)));
    },
    forget(site, columns, terms) {
      countForgetting.run(site);
      const used = usedIn(['intake', 'waiting'], site, columns);
      for (const term of terms) {
        if (used.has(keyOf(term))) continue;
        forget.run(site, term.kind, term.id);
        for (const { fact, column, kind } of columns) {
          if (kind === term.kind) forgetNamelessBy[column].run(site, fact, term.id);
        }
      }
    },
  };
}
