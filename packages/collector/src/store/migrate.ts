/** Schema versions, forward only, each in one transaction; the version is SQLite's own `user_version`. */
import type { Database } from 'better-sqlite3';

const COLUMNS = (names: string): string =>
  names
    .split(' ')
    .map((name) => `${name} INTEGER NOT NULL`)
    .join(', ');
const MEASURES = COLUMNS('n people reach total');

const VERSIONS: readonly string[] = [
  `
  -- slices: for each slice its id, n, people, reach and total, as one flat JSON array.
  CREATE TABLE intake (${COLUMNS('site fact day a b c d')}, slices TEXT NOT NULL,
    PRIMARY KEY (site, fact, day, a, b, c, d)) STRICT, WITHOUT ROWID;
  CREATE TABLE cell (${COLUMNS('site fact slice day a b c d')}, ${MEASURES},
    PRIMARY KEY (site, fact, slice, day, a, b, c, d)) STRICT, WITHOUT ROWID;
  -- A cell waits once, whatever the day: its since-day is not part of the key.
  CREATE TABLE waiting (${COLUMNS('site fact slice since a b c d')}, ${MEASURES},
    PRIMARY KEY (site, fact, slice, a, b, c, d)) STRICT, WITHOUT ROWID;
  CREATE TABLE batch (nonce TEXT PRIMARY KEY, hour INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE fact (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT, WITHOUT ROWID;
  CREATE TABLE term (site INTEGER NOT NULL, kind TEXT NOT NULL, id INTEGER NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (site, kind, id), UNIQUE (site, kind, text)) STRICT, WITHOUT ROWID;
  CREATE TABLE catalogue (site INTEGER NOT NULL, kind TEXT NOT NULL, id INTEGER NOT NULL, label TEXT, category TEXT,
    PRIMARY KEY (site, kind, id)) STRICT, WITHOUT ROWID;
  CREATE TABLE site (id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT NOT NULL,
    k INTEGER NOT NULL, time_zone TEXT NOT NULL, origins TEXT NOT NULL, statement TEXT NOT NULL,
    routes TEXT NOT NULL, provenance TEXT, sealed_through INTEGER) STRICT, WITHOUT ROWID;
  `,
  `
  -- content: the canonical JSON that is hashed and signed; the day of publication is in it.
  CREATE TABLE statement (site INTEGER NOT NULL, number INTEGER NOT NULL, id TEXT NOT NULL, hash TEXT NOT NULL,
    content TEXT NOT NULL, signature TEXT NOT NULL,
    PRIMARY KEY (site, number), UNIQUE (site, id)) STRICT, WITHOUT ROWID;
  CREATE TABLE wording (hash TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE public_key (kid TEXT PRIMARY KEY, jwk TEXT NOT NULL) STRICT, WITHOUT ROWID;
  ALTER TABLE site ADD COLUMN policy TEXT;
  `,
  `
  ALTER TABLE site ADD COLUMN currency TEXT NOT NULL DEFAULT 'EUR';
  -- What a new site declares when it is added. A name that browsers brought along keeps its id.
  INSERT INTO term (site, kind, id, text)
    SELECT site.id, fresh.column1, 1 + coalesce(max(term.id), 0), fresh.column2
    FROM site CROSS JOIN (VALUES ('page', '(any)'), ('category', '(any)'), ('currency', 'EUR')) AS fresh
      LEFT JOIN term ON term.site = site.id AND term.kind = fresh.column1
    GROUP BY site.id, fresh.column1
    ON CONFLICT DO NOTHING;
  INSERT INTO catalogue (site, kind, id)
    SELECT site, kind, id FROM term
    WHERE (kind, text) IN (VALUES ('page', '(any)'), ('category', '(any)'), ('currency', 'EUR'))
    ON CONFLICT DO NOTHING;
  -- A find says now where the product was found, before how: of old ones that is not known.
  ${['intake', 'waiting', 'cell']
    .map(
      (table) =>
        `UPDATE ${table} SET d = c, c = 0 WHERE site IN (SELECT id FROM site) AND fact = (SELECT id FROM fact WHERE name = 'find');`,
    )
    .join('\n  ')}
  `,
];

/** Brings the schema to the current version. Throws on a file of a newer version than this program knows. */
export function migrate(db: Database): void {
  const version = db.pragma('user_version', { simple: true }) as number;
  if (version > VERSIONS.length) {
    throw new Error(
      `the database has schema version ${version}, newer than ${VERSIONS.length}, the newest that this program knows: update Holloway`,
    );
  }
  VERSIONS.forEach((statements, i) => {
    if (i < version) return;
    db.transaction(() => {
      // Another process may have done it while this one waited for its turn.
      if ((db.pragma('user_version', { simple: true }) as number) > i) return;
      db.exec(statements);
      db.pragma(`user_version = ${i + 1}`);
    }).exclusive();
  });
}
