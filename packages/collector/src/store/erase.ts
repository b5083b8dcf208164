/**
 * Erasing a site: first it is taken away from everybody, then its rows go, part by part. Whatever has a column `site` in
 * the schema has rows of a site: no table can be forgotten here. Runs inside the caller's transaction.
 */
import type { Database } from 'better-sqlite3';

export interface Erasing {
  eraseSite(site: number): void;
  leftovers(arriving: boolean): number[];
  /** @returns Whether there may be more. */
  eraseRows(site: number, limit: number): boolean;
}

/** Those about sites that are not there: what is erased stays in them, or never was. */
const KEPT = new Set(['absent', 'revision']);

export function prepareErasing(db: Database): Erasing {
  const tables = db
    .prepare<[], string>(
      `SELECT t.name FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c
       WHERE t.type = 'table' AND c.name = 'site' ORDER BY t.name`,
    )
    .pluck()
    .all()
    .filter((name) => !KEPT.has(name));
  const deletions = [
    // Nonces of browsers begin with the number of their site, and have no other column for it.
    `DELETE FROM batch WHERE nonce >= CAST($site AS INTEGER) || ':' AND nonce < CAST($site AS INTEGER) || ';' LIMIT $limit`,
    ...tables.map((name) => `DELETE FROM "${name}" WHERE site = $site LIMIT $limit`),
  ].map((statement) => db.prepare(statement));
  const takeAway = db.prepare('DELETE FROM site WHERE id = ?');
  const mark = db.prepare(
    'INSERT INTO absent (site, state) VALUES (?, ?) ON CONFLICT DO UPDATE SET state = excluded.state',
  );
  const unfinished = db
    .prepare<[string], number>(`SELECT site FROM absent WHERE state IN ('erasing', ?) ORDER BY site`)
    .pluck();
  // Sites that say the same share a wording.
  const dropWordings = db.prepare(
    `DELETE FROM wording WHERE hash NOT IN
       (SELECT said.value FROM statement JOIN json_each(statement.content, '$.wordings') AS said)`,
  );

  return {
    eraseSite(site) {
      takeAway.run(site);
      mark.run(site, 'erasing');
    },
    leftovers: (arriving) => unfinished.all(arriving ? 'arriving' : 'erasing'),
    eraseRows(site, limit) {
      let left = limit;
      for (const deletion of deletions) {
        left -= deletion.run({ site, limit: left }).changes;
        if (left <= 0) return true;
      }
      dropWordings.run();
      mark.run(site, 'erased');
      return false;
    },
  };
}
