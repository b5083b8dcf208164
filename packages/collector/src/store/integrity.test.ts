import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { VERSION_1 } from '../../test/released-schemas.ts';
import { temporaryFolder } from '../../test/temporary.ts';
import { complaintsOf } from './integrity.ts';
import { migrate } from './migrate.ts';

/** A database of the current schema with a live site (1, k = 10) sealed through day 20,000, and a test site (2). */
function healthy(): Database.Database {
  const db = new Database(join(temporaryFolder(), 'holloway.sqlite'));
  onTestFinished(() => void db.close());
  migrate(db);
  db.exec(`
    INSERT INTO fact VALUES (1, 'page.view'), (2, 'page.engagement'), (3, 'layout.box.x');
    INSERT INTO site (id, slug, name, kind, k, time_zone, origins, statement, routes, sealed_through) VALUES
      (1, 'shop', 'Shop', 'live', 10, 'UTC', '[]', '00000000', '[]', 20000),
      (2, 'dev', 'Dev', 'test', 1, 'UTC', '[]', '00000000', '[]', 20000);
    INSERT INTO term VALUES (1, 'page', 1, '/a');
    INSERT INTO catalogue VALUES (1, 'page', 1, NULL, NULL);
    INSERT INTO cell VALUES (1, 1, 0, 20000, 1, 0, 0, 0, 30, 12, 10, 0);
    INSERT INTO cell VALUES (1, 1, 0, 20000, 0, 0, 0, 0, 4, 0, 0, 0);
    INSERT INTO cell VALUES (1, 2, 0, 20000, 1, 3, 0, 0, 30, 0, 0, 0);
    INSERT INTO cell VALUES (2, 1, 0, 20000, 1, 0, 0, 0, 1, 1, 1, 0);
    INSERT INTO waiting VALUES (1, 1, 0, 19990, 2, 0, 0, 0, 3, 3, 3, -8);
    INSERT INTO intake VALUES (1, 1, 20001, 1, 0, 0, 0, '[0,2,1,1,-5]');
  `);
  return db;
}

const after = (sql: string): string[] => {
  const db = healthy();
  db.exec(sql);
  return complaintsOf(db, 'quick');
};

describe('the integrity of a database', () => {
  it('is not complained of where rows are named by k browsers, or are (other), a histogram, or of a test site', () => {
    expect(complaintsOf(healthy(), 'quick')).toEqual([]);
    expect(complaintsOf(healthy(), 'full')).toEqual([]);
  });

  it.each([
    {
      sql: 'UPDATE cell SET n = -1 WHERE a = 0',
      says: '1 rows of cell have a negative count',
    },
    {
      sql: 'UPDATE cell SET reach = 2 WHERE fact = 1 AND a = 1 AND site = 1',
      says: '1 named rows of cell have fewer than 3 browsers behind them',
    },
    {
      sql: 'UPDATE site SET sealed_through = 19999 WHERE id = 1',
      says: '3 rows of cell are of a day that is not sealed',
    },
    { sql: 'UPDATE waiting SET reach = -3', says: '1 rows of waiting have a negative count' },
    {
      sql: `UPDATE intake SET slices = '[0,2,1,1]'`,
      says: '1 rows of intake are not lists of slices with their counts',
    },
    {
      sql: `UPDATE intake SET slices = '[0,2,1'`,
      says: '1 rows of intake are not lists of slices with their counts',
    },
    {
      sql: `UPDATE intake SET slices = '[0,-2,0,0,0]'`,
      says: '1 slices of intake have a negative count',
    },
    { sql: 'DELETE FROM term', says: '1 entries of the catalogue have no term' },
    {
      sql: `INSERT INTO statement VALUES (1, 1, 'a', 'a', '{}', ''), (1, 3, 'b', 'b', '{}', '')`,
      says: '1 sites have a gap in their chain of statements',
    },
  ])('tells of $says', ({ sql, says }) => {
    expect(after(sql)).toEqual([says]);
  });

  it.each(['DROP TABLE waiting', 'ALTER TABLE waiting ADD COLUMN address TEXT'])(
    'tells of a schema that is not the current one: %s',
    (sql) => {
      expect(after(sql)).toEqual([expect.stringMatching(/^waiting is not what schema version \d+ has$/)]);
    },
  );

  it('of an older schema is that of its pages, until it is brought to the current one', () => {
    const db = new Database(':memory:');
    db.exec(VERSION_1);
    expect(complaintsOf(db, 'full')).toEqual([]);
  });
});
