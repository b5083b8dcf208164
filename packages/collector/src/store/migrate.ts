/** Schema versions, forward only, each in one transaction; the version is SQLite's own `user_version`. */
import type { Database } from 'better-sqlite3';
import { StoreUnusableError } from './unusable.ts';

const COLUMNS = (names: string): string =>
  names
    .split(' ')
    .map((name) => `${name} INTEGER NOT NULL`)
    .join(', ');
const MEASURES = COLUMNS('n people reach total');

/**
 * Numbers are drawn, so that they count nothing; a site that is being erased is not there any more.
 * @param names What becomes of the number of the names.
 */
const revisedBy = (table: string, site: string, event: string, names = 'names'): string =>
  `CREATE TRIGGER ${table}_${event} AFTER ${event} ON ${table} BEGIN
    INSERT INTO revision SELECT id, abs(random() % 4294967296), 0 FROM site WHERE id = ${site}
      ON CONFLICT (site) DO UPDATE SET number = excluded.number, names = ${names}; END;`;
const REVISIONS = [
  revisedBy('site', 'NEW.id', 'INSERT'),
  revisedBy('site', 'NEW.id', 'UPDATE'),
  // Names that come behind all others of their kind are an addition.
  revisedBy(
    'term',
    'NEW.site',
    'INSERT',
    `CASE WHEN NEW.id < (SELECT max(id) FROM term WHERE site = NEW.site AND kind = NEW.kind)
       THEN excluded.number ELSE names END`,
  ),
  revisedBy('term', 'NEW.site', 'UPDATE', 'excluded.number'),
  revisedBy('term', 'OLD.site', 'DELETE', 'excluded.number'),
  ...['catalogue', 'statement'].flatMap((table) => [
    revisedBy(table, 'NEW.site', 'INSERT'),
    revisedBy(table, 'NEW.site', 'UPDATE'),
    revisedBy(table, 'OLD.site', 'DELETE'),
  ]),
].join('\n  ');

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
  `
  -- A nonce of history is known until its day is sealed, however long ago it came. Of others there is no site or day.
  ALTER TABLE batch ADD COLUMN site INTEGER;
  ALTER TABLE batch ADD COLUMN day INTEGER;
  -- Sites: how many names of a kind each may have, where that is not the default; JSON object by kind.
  ALTER TABLE site ADD COLUMN ceilings TEXT NOT NULL DEFAULT '{}';
  -- What a page of the store answered when it was read last, so that it is not sent again as long as it is the same.
  CREATE TABLE crawled (site INTEGER NOT NULL, url TEXT NOT NULL, etag TEXT, modified TEXT,
    PRIMARY KEY (site, url)) STRICT, WITHOUT ROWID;
  -- Another number whenever something of a site changes that processes keep in memory, and another one of the names where
  -- more than additions came to them; set here, so that no writer can forget it.
  CREATE TABLE revision (site INTEGER PRIMARY KEY, number INTEGER NOT NULL, names INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  INSERT INTO revision SELECT id, 0, 0 FROM site;
  ${REVISIONS}
  CREATE TRIGGER site_DELETE AFTER DELETE ON site BEGIN
    DELETE FROM revision WHERE site = OLD.id;
    DELETE FROM crawled WHERE site = OLD.id; END;
  -- What is told of all that waits of a fact in a slice, since which day, and what it was then: see store/seal-told.
  CREATE TABLE told (${COLUMNS('site fact slice day counted shown cells other hidden reach kept kept_reach')},
    PRIMARY KEY (site, fact, slice)) STRICT, WITHOUT ROWID;
  INSERT INTO told SELECT site, fact, slice, -1, sum(n), sum(n), 0, 0, 0, 0, 0, 0 FROM cell GROUP BY site, fact, slice;
  -- Cells with parts that lost their names while they were hidden: see store/seal-families.
  CREATE TABLE nameless (site INTEGER NOT NULL, name TEXT NOT NULL, ${COLUMNS('level fact slice a b c d')},
    PRIMARY KEY (site, name, level, fact, slice, a, b, c, d)) STRICT, WITHOUT ROWID;
  -- What waiting cells added since the cell that they are a part of was told last: see store/seal-families.
  CREATE TABLE lately (site INTEGER NOT NULL, name TEXT NOT NULL, ${COLUMNS('fact slice a b c d n reach')},
    PRIMARY KEY (site, name, fact, slice, a, b, c, d)) STRICT, WITHOUT ROWID;
  -- JSON object: the last day on which each k was promised; null until the next day is sealed.
  ALTER TABLE site ADD COLUMN promised TEXT NOT NULL DEFAULT '{}';
  -- Retention: for how many days counts are kept by day, and for how many months at all; from which day on they are there,
  -- and through which day by month alone; whether the rows are so already: see store/retain.
  ALTER TABLE site ADD COLUMN keep_days INTEGER NOT NULL DEFAULT 92;
  ALTER TABLE site ADD COLUMN keep_months INTEGER NOT NULL DEFAULT 25;
  ALTER TABLE site ADD COLUMN kept_from INTEGER;
  ALTER TABLE site ADD COLUMN months_through INTEGER;
  ALTER TABLE site ADD COLUMN is_settled INTEGER NOT NULL DEFAULT 1;
  -- How often names were taken away: ids that were looked up before may be of nothing, or of another name.
  ALTER TABLE site ADD COLUMN names_forgotten INTEGER NOT NULL DEFAULT 0;
  -- How much had been counted without a name before the first days of months, to be taken away when it is due.
  CREATE TABLE other_before (${COLUMNS('site day fact slice n total')},
    PRIMARY KEY (site, day, fact, slice)) STRICT, WITHOUT ROWID;
  -- Ids that no site has: erased, so that none is given twice; or of rows on their way out (erasing) or in (arriving).
  CREATE TABLE absent (site INTEGER PRIMARY KEY, state TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `,
  `
  -- What people keep beside the numbers of a site. Ids are drawn; authors are ids of accounts, which may be gone.
  CREATE TABLE saved_view (site INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, address TEXT NOT NULL,
    author TEXT, made INTEGER NOT NULL, PRIMARY KEY (site, id)) STRICT, WITHOUT ROWID;
  CREATE TABLE annotation (site INTEGER NOT NULL, id TEXT NOT NULL, day INTEGER NOT NULL, text TEXT NOT NULL,
    author TEXT, made INTEGER NOT NULL, PRIMARY KEY (site, id)) STRICT, WITHOUT ROWID;
  -- history: JSON array of states, newest first; of each state, reason, day, author and when it was changed.
  CREATE TABLE action_state (site INTEGER NOT NULL, id TEXT NOT NULL, history TEXT NOT NULL,
    PRIMARY KEY (site, id)) STRICT, WITHOUT ROWID;
  `,
  `
  -- Sites: their layout tests, running and ended; JSON array.
  ALTER TABLE site ADD COLUMN experiments TEXT NOT NULL DEFAULT '[]';
  `,
  `
  -- The weekly digest: who gets it and when, as JSON; and the Monday of the last week that was begun. Of each receiver (the id
  -- of an account, or the webhook) how that goes, as JSON.
  CREATE TABLE digest (site INTEGER PRIMARY KEY, plan TEXT NOT NULL, week INTEGER) STRICT, WITHOUT ROWID;
  CREATE TABLE digest_delivery (site INTEGER NOT NULL, receiver TEXT NOT NULL, progress TEXT NOT NULL,
    PRIMARY KEY (site, receiver)) STRICT, WITHOUT ROWID;
  `,
];

/** The schema version that this program writes. */
export const CURRENT_VERSION = VERSIONS.length;

/**
 * Brings the schema to the current version. A version is there whole or not at all, whenever the process ends.
 * Throws a StoreUnusableError on a file of a newer version than this program knows, and leaves it as it is.
 * @param through A version before the current one, where a test asks what was released.
 */
export function migrate(db: Database, through: number = CURRENT_VERSION): void {
  const version = db.pragma('user_version', { simple: true }) as number;
  if (version > CURRENT_VERSION) {
    throw new StoreUnusableError(
      `the database has schema version ${version}, newer than ${CURRENT_VERSION}, the newest that this program knows: ` +
        'update Holloway. Nothing in it was changed.',
    );
  }
  VERSIONS.slice(0, through).forEach((statements, i) => {
    if (i < version) return;
    db.transaction(() => {
      // Another process may have done it while this one waited for its turn.
      if ((db.pragma('user_version', { simple: true }) as number) > i) return;
      db.exec(statements);
      db.pragma(`user_version = ${i + 1}`);
    }).exclusive();
  });
}
