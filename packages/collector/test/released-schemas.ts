/**
 * Databases as released versions wrote them, filled with rows: text of its own, so that a migration which is changed after
 * its release is found out. A released version is added to the end and never changed.
 */

/** A database as version 1 of the schema wrote it. */
export const VERSION_1 = `
  CREATE TABLE intake (site INTEGER NOT NULL, fact INTEGER NOT NULL, day INTEGER NOT NULL, a INTEGER NOT NULL,
    b INTEGER NOT NULL, c INTEGER NOT NULL, d INTEGER NOT NULL, slices TEXT NOT NULL,
    PRIMARY KEY (site, fact, day, a, b, c, d)) STRICT, WITHOUT ROWID;
  CREATE TABLE cell (site INTEGER NOT NULL, fact INTEGER NOT NULL, slice INTEGER NOT NULL, day INTEGER NOT NULL,
    a INTEGER NOT NULL, b INTEGER NOT NULL, c INTEGER NOT NULL, d INTEGER NOT NULL, n INTEGER NOT NULL,
    people INTEGER NOT NULL, reach INTEGER NOT NULL, total INTEGER NOT NULL,
    PRIMARY KEY (site, fact, slice, day, a, b, c, d)) STRICT, WITHOUT ROWID;
  CREATE TABLE waiting (site INTEGER NOT NULL, fact INTEGER NOT NULL, slice INTEGER NOT NULL, since INTEGER NOT NULL,
    a INTEGER NOT NULL, b INTEGER NOT NULL, c INTEGER NOT NULL, d INTEGER NOT NULL, n INTEGER NOT NULL,
    people INTEGER NOT NULL, reach INTEGER NOT NULL, total INTEGER NOT NULL,
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
  INSERT INTO site VALUES (1, 'shop', 'Shop', 'live', 10, 'Europe/Berlin', '["https://shop.example"]', '00000000',
    '[{"pattern":"/c/*"}]', NULL, 20000);
  INSERT INTO fact VALUES (1, 'page.view');
  INSERT INTO term VALUES (1, 'page', 1, '/a');
  INSERT INTO catalogue VALUES (1, 'page', 1, 'A', NULL);
  INSERT INTO cell VALUES (1, 1, 0, 20000, 1, 0, 0, 0, 30, 12, 10, 4);
  INSERT INTO waiting VALUES (1, 1, 0, 19990, 2, 0, 0, 0, 3, 3, 3, 0);
  INSERT INTO intake VALUES (1, 1, 20001, 1, 0, 0, 0, '[0,2,1,1,0]');
  INSERT INTO batch VALUES ('claimed', 400000);
  PRAGMA user_version = 1;
`;

/** The same after version 2, with a find of three dimensions in each table, and a name that browsers brought along. */
export const VERSION_2 = `${VERSION_1}
  CREATE TABLE statement (site INTEGER NOT NULL, number INTEGER NOT NULL, id TEXT NOT NULL, hash TEXT NOT NULL,
    content TEXT NOT NULL, signature TEXT NOT NULL,
    PRIMARY KEY (site, number), UNIQUE (site, id)) STRICT, WITHOUT ROWID;
  CREATE TABLE wording (hash TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE public_key (kid TEXT PRIMARY KEY, jwk TEXT NOT NULL) STRICT, WITHOUT ROWID;
  ALTER TABLE site ADD COLUMN policy TEXT;
  INSERT INTO site VALUES (2, 'other', 'Other', 'live', 10, 'UTC', '[]', '00000000', '[]', NULL, NULL, NULL);
  INSERT INTO term VALUES (1, 'page', 7, '/b');
  INSERT INTO term VALUES (2, 'category', 5, '(any)');
  INSERT INTO fact VALUES (2, 'find');
  INSERT INTO cell VALUES (1, 2, 0, 20000, 4, 3, 2, 0, 30, 12, 10, 0);
  INSERT INTO cell VALUES (1, 2, 0, 20000, 4, 3, 1, 0, 20, 11, 11, 0);
  INSERT INTO waiting VALUES (1, 2, 0, 19990, 4, 2, 1, 0, 3, 3, 3, 0);
  INSERT INTO intake VALUES (1, 2, 20001, 4, 3, 2, 0, '[0,2,1,1,0]');
  PRAGMA user_version = 2;
`;

/** The same after version 3: a currency of its own, the names that every site has, and a find in its new place. */
const VERSION_3 = `${VERSION_2}
  ALTER TABLE site ADD COLUMN currency TEXT NOT NULL DEFAULT 'EUR';
  UPDATE site SET currency = 'CHF' WHERE id = 2;
  INSERT INTO term VALUES (1, 'page', 8, '(any)'), (1, 'category', 1, '(any)'), (1, 'currency', 1, 'EUR'),
    (2, 'page', 1, '(any)'), (2, 'currency', 1, 'CHF');
  INSERT INTO catalogue VALUES (1, 'page', 8, NULL, NULL), (1, 'category', 1, NULL, NULL),
    (1, 'currency', 1, NULL, NULL), (2, 'page', 1, NULL, NULL), (2, 'category', 5, NULL, NULL),
    (2, 'currency', 1, NULL, NULL);
  DELETE FROM cell WHERE fact = 2;
  INSERT INTO cell VALUES (1, 2, 0, 20000, 4, 3, 0, 2, 30, 12, 10, 0);
  DELETE FROM waiting WHERE fact = 2;
  DELETE FROM intake WHERE fact = 2;
  INSERT INTO public_key VALUES ('kid', '{}');
  PRAGMA user_version = 3;
`;

/** The same after version 4: what keeping by month, reading pages and telling of what waits took. */
const VERSION_4 = `${VERSION_3}
  ALTER TABLE batch ADD COLUMN site INTEGER;
  ALTER TABLE batch ADD COLUMN day INTEGER;
  ALTER TABLE site ADD COLUMN ceilings TEXT NOT NULL DEFAULT '{}';
  CREATE TABLE crawled (site INTEGER NOT NULL, url TEXT NOT NULL, etag TEXT, modified TEXT,
    PRIMARY KEY (site, url)) STRICT, WITHOUT ROWID;
  CREATE TABLE revision (site INTEGER PRIMARY KEY, number INTEGER NOT NULL, names INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  INSERT INTO revision VALUES (1, 0, 0), (2, 0, 0);
  CREATE TRIGGER site_INSERT AFTER INSERT ON site BEGIN
    INSERT INTO revision SELECT id, abs(random() % 4294967296), 0 FROM site WHERE id = NEW.id
      ON CONFLICT (site) DO UPDATE SET number = excluded.number, names = names; END;
  CREATE TRIGGER site_UPDATE AFTER UPDATE ON site BEGIN
    INSERT INTO revision SELECT id, abs(random() % 4294967296), 0 FROM site WHERE id = NEW.id
      ON CONFLICT (site) DO UPDATE SET number = excluded.number, names = names; END;
  CREATE TRIGGER term_INSERT AFTER INSERT ON term BEGIN
    INSERT INTO revision SELECT id, abs(random() % 4294967296), 0 FROM site WHERE id = NEW.site
      ON CONFLICT (site) DO UPDATE SET number = excluded.number, names = CASE WHEN NEW.id < (SELECT max(id) FROM term WHERE site = NEW.site AND kind = NEW.kind)
       THEN excluded.number ELSE names END; END;
  CREATE TRIGGER term_UPDATE AFTER UPDATE ON term BEGIN
    INSERT INTO revision SELECT id, abs(random() % 4294967296), 0 FROM site WHERE id = NEW.site
      ON CONFLICT (site) DO UPDATE SET number = excluded.number, names = excluded.number; END;
  CREATE TRIGGER term_DELETE AFTER DELETE ON term BEGIN
    INSERT INTO revision SELECT id, abs(random() % 4294967296), 0 FROM site WHERE id = OLD.site
      ON CONFLICT (site) DO UPDATE SET number = excluded.number, names = excluded.number; END;
  CREATE TRIGGER catalogue_INSERT AFTER INSERT ON catalogue BEGIN
    INSERT INTO revision SELECT id, abs(random() % 4294967296), 0 FROM site WHERE id = NEW.site
      ON CONFLICT (site) DO UPDATE SET number = excluded.number, names = names; END;
  CREATE TRIGGER catalogue_UPDATE AFTER UPDATE ON catalogue BEGIN
    INSERT INTO revision SELECT id, abs(random() % 4294967296), 0 FROM site WHERE id = NEW.site
      ON CONFLICT (site) DO UPDATE SET number = excluded.number, names = names; END;
  CREATE TRIGGER catalogue_DELETE AFTER DELETE ON catalogue BEGIN
    INSERT INTO revision SELECT id, abs(random() % 4294967296), 0 FROM site WHERE id = OLD.site
      ON CONFLICT (site) DO UPDATE SET number = excluded.number, names = names; END;
  CREATE TRIGGER statement_INSERT AFTER INSERT ON statement BEGIN
    INSERT INTO revision SELECT id, abs(random() % 4294967296), 0 FROM site WHERE id = NEW.site
      ON CONFLICT (site) DO UPDATE SET number = excluded.number, names = names; END;
  CREATE TRIGGER statement_UPDATE AFTER UPDATE ON statement BEGIN
    INSERT INTO revision SELECT id, abs(random() % 4294967296), 0 FROM site WHERE id = NEW.site
      ON CONFLICT (site) DO UPDATE SET number = excluded.number, names = names; END;
  CREATE TRIGGER statement_DELETE AFTER DELETE ON statement BEGIN
    INSERT INTO revision SELECT id, abs(random() % 4294967296), 0 FROM site WHERE id = OLD.site
      ON CONFLICT (site) DO UPDATE SET number = excluded.number, names = names; END;
  CREATE TRIGGER site_DELETE AFTER DELETE ON site BEGIN
    DELETE FROM revision WHERE site = OLD.id;
    DELETE FROM crawled WHERE site = OLD.id; END;
  CREATE TABLE told (site INTEGER NOT NULL, fact INTEGER NOT NULL, slice INTEGER NOT NULL, day INTEGER NOT NULL, counted INTEGER NOT NULL,
    shown INTEGER NOT NULL, cells INTEGER NOT NULL, other INTEGER NOT NULL, hidden INTEGER NOT NULL,
    reach INTEGER NOT NULL, kept INTEGER NOT NULL, kept_reach INTEGER NOT NULL,
    PRIMARY KEY (site, fact, slice)) STRICT, WITHOUT ROWID;
  INSERT INTO told VALUES (1, 1, 0, -1, 30, 30, 0, 0, 0, 0, 0, 0), (1, 2, 0, -1, 30, 30, 0, 0, 0, 0, 0, 0);
  CREATE TABLE nameless (site INTEGER NOT NULL, name TEXT NOT NULL, level INTEGER NOT NULL, fact INTEGER NOT NULL,
    slice INTEGER NOT NULL, a INTEGER NOT NULL, b INTEGER NOT NULL, c INTEGER NOT NULL, d INTEGER NOT NULL,
    PRIMARY KEY (site, name, level, fact, slice, a, b, c, d)) STRICT, WITHOUT ROWID;
  CREATE TABLE lately (site INTEGER NOT NULL, name TEXT NOT NULL, fact INTEGER NOT NULL, slice INTEGER NOT NULL,
    a INTEGER NOT NULL, b INTEGER NOT NULL, c INTEGER NOT NULL, d INTEGER NOT NULL, n INTEGER NOT NULL, reach INTEGER NOT NULL,
    PRIMARY KEY (site, name, fact, slice, a, b, c, d)) STRICT, WITHOUT ROWID;
  ALTER TABLE site ADD COLUMN promised TEXT NOT NULL DEFAULT '{}';
  ALTER TABLE site ADD COLUMN keep_days INTEGER NOT NULL DEFAULT 92;
  ALTER TABLE site ADD COLUMN keep_months INTEGER NOT NULL DEFAULT 25;
  ALTER TABLE site ADD COLUMN kept_from INTEGER;
  ALTER TABLE site ADD COLUMN months_through INTEGER;
  ALTER TABLE site ADD COLUMN is_settled INTEGER NOT NULL DEFAULT 1;
  ALTER TABLE site ADD COLUMN names_forgotten INTEGER NOT NULL DEFAULT 0;
  CREATE TABLE other_before (site INTEGER NOT NULL, day INTEGER NOT NULL, fact INTEGER NOT NULL, slice INTEGER NOT NULL,
    n INTEGER NOT NULL, total INTEGER NOT NULL,
    PRIMARY KEY (site, day, fact, slice)) STRICT, WITHOUT ROWID;
  CREATE TABLE absent (site INTEGER PRIMARY KEY, state TEXT NOT NULL) STRICT, WITHOUT ROWID;
  INSERT INTO crawled VALUES (1, 'https://shop.example/a', 'etag', NULL);
  INSERT INTO absent VALUES (3, 'erased');
  UPDATE site SET keep_days = 60 WHERE id = 1;
  PRAGMA user_version = 4;
`;

/** By the version that wrote it. */
export const RELEASED: readonly { readonly version: number; readonly sql: string }[] = [
  { version: 1, sql: VERSION_1 },
  { version: 2, sql: VERSION_2 },
  { version: 3, sql: VERSION_3 },
  { version: 4, sql: VERSION_4 },
];
