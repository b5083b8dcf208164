import { chmodSync, closeSync, openSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { AUDITED_AT, type AuditedFolder, auditedFolder } from '../../test/audited.ts';
import { policyOf } from '../../test/consent.ts';
import { auditFolder, breachesOf } from './audit.ts';
import { CHECK_NAMES, type CheckName } from './check.ts';
import { toldOf } from './told.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const audit = ({ folder }: AuditedFolder, nowMs = AUDITED_AT) => auditFolder(folder, null, nowMs);

describe('the audit of a folder as a collector leaves it', () => {
  it('finds nothing against it, and says everything that it looked for', async () => {
    const result = await audit(await auditedFolder());
    expect(breachesOf(result)).toEqual([]);
    expect(result.checks.map(({ check }) => check)).toEqual(CHECK_NAMES);
  });

  it('tells what is stored, by fact and by name', async () => {
    const { made, file, sites } = await audit(await auditedFolder());
    expect(made).toBe('2026-11-23');
    expect(file?.nonces).toBe(40);
    expect(file?.tables.find(({ table }) => table === 'cell')).toMatchObject({ rows: 192, bytes: 12288 });
    const [shop] = sites;
    expect(shop).toMatchObject({ site: 'shop', k: 3, sealedThrough: '2026-11-22', smallRows: 0 });
    expect(shop?.facts).toContainEqual({ fact: 'geo.country', group: 'country', rows: 3, bytes: 192 });
    expect(shop?.names).toContainEqual({ kind: 'page', declared: 4, sent: ['/sent'], listed: 0 });
    expect(shop?.names).toContainEqual({ kind: 'country', declared: 0, sent: [], listed: 1 });
    expect(shop?.retention).toEqual({
      ...{ days: 92, months: 25, oldest: '2026-11-20', from: null, monthsThrough: null },
    });
    expect(shop?.statements).toMatchObject([{ published: '2026-11-01', previous: null, k: 3, holds: true }]);
    expect(shop?.open?.facts).toContainEqual({ fact: 'page.view', waiting: 0, rows: 2, cells: 6 });
    expect(shop?.open?.flows[0]).toEqual({
      what: 'moves from page to page, (entry) included, against pageviews by page',
      into: 120,
      counted: 120,
    });
  });

  it('can leave sites out, but nothing that concerns the whole folder', async () => {
    const { folder } = await auditedFolder();
    const { file, sites } = await auditFolder(folder, ['another'], AUDITED_AT);
    expect(sites).toEqual([]);
    expect(file?.nonces).toBe(40);
  });

  it('changes nothing, not even the time of the file', async () => {
    const folder = await auditedFolder();
    const before = new Database(join(folder.folder, 'holloway.sqlite'), { readonly: true });
    const version = (): unknown => before.pragma('data_version', { simple: true });
    const first = version();
    await audit(folder);
    expect(version()).toBe(first);
    before.close();
  });
});

interface Plant {
  readonly what: string;
  readonly finds: CheckName;
  readonly says: string;
  /** What is broken along with it, and must be found too. */
  readonly also?: readonly CheckName[];
  readonly do: (folder: AuditedFolder) => void | Promise<void>;
  /** When it is looked at. Default: when the collector left it. */
  readonly at?: number;
}

const sql =
  (text: string) =>
  ({ plant }: AuditedFolder): void =>
    plant(text);
const FACT = (name: string): string => `(SELECT id FROM fact WHERE name = '${name}')`;
const HOUR = Math.floor(AUDITED_AT / HOUR_MS);
/** 2026-11-23 */
const TODAY = 20_780;
const SITE = 1;

const PLANTS: readonly Plant[] = [
  {
    what: 'a database of another version',
    finds: 'schema.version',
    says: 'it is of version 99, not 7',
    do: sql('PRAGMA user_version = 99'),
  },
  {
    what: 'a table of visitors',
    finds: 'schema.tables',
    says: '1 that this version does not know',
    do: sql('CREATE TABLE visitor (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID'),
  },
  {
    what: 'a column more',
    finds: 'schema.tables',
    says: 'batch is missing, or not as this version makes it',
    do: sql('ALTER TABLE batch ADD COLUMN second INTEGER'),
  },
  {
    what: 'a table with row numbers',
    finds: 'schema.rowids',
    says: '1 of the tables have row numbers',
    also: ['schema.tables'],
    do: sql('CREATE TABLE visitor (id TEXT)'),
  },
  {
    what: 'a database that others may read',
    finds: 'files.modes',
    says: 'holloway.sqlite can be read by others',
    do: ({ folder }) => chmodSync(join(folder, 'holloway.sqlite'), 0o644),
  },
  {
    what: 'a secret that others may read',
    finds: 'files.modes',
    says: 'statement-key.json can be read by others',
    do: ({ folder }) => chmodSync(join(folder, 'statement-key.json'), 0o640),
  },
  {
    what: 'a folder that others may enter',
    finds: 'files.modes',
    says: 'the folder can be read by others',
    do: ({ folder }) => chmodSync(folder, 0o755),
  },
  {
    what: 'what was deleted without being overwritten',
    finds: 'files.residue',
    says: '4 pages that are not in use hold something',
    do: ({ folder }) => {
      const db = new Database(join(folder, 'holloway.sqlite'));
      db.pragma('secure_delete = OFF');
      db.exec(
        `CREATE TABLE gone (text TEXT); INSERT INTO gone VALUES (hex(randomblob(9000))); DROP TABLE gone`,
      );
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.close();
    },
  },
  {
    what: 'a log that nobody empties',
    finds: 'files.log',
    says: 'it has 200 MB',
    do: ({ folder }) => {
      const log = join(folder, 'holloway.sqlite-wal');
      closeSync(openSync(log, 'a', 0o600));
      truncateSync(log, 200 * 1024 * 1024);
    },
  },
  {
    what: 'a visitor’s id in place of a nonce',
    finds: 'nonces.plain',
    says: '1 are something else',
    do: sql(`INSERT INTO batch (nonce, hour) VALUES ('1:visitor-17', ${HOUR})`),
  },
  {
    what: 'the second in place of the hour',
    finds: 'nonces.plain',
    says: '1 are something else',
    do: sql(`INSERT INTO batch (nonce, hour) VALUES ('1:AAAAAAAAAAA', ${AUDITED_AT / 1000})`),
  },
  {
    what: 'a nonce of last week',
    finds: 'nonces.purged',
    says: '1 are older, and of no open day',
    do: sql(`INSERT INTO batch (nonce, hour) VALUES ('1:AAAAAAAAAAA', ${HOUR - 7 * 24})`),
  },
  {
    what: 'counts of a site that is gone',
    finds: 'sites.gone',
    says: '1 row of catalogue',
    do: sql('INSERT INTO catalogue SELECT 7, kind, id, label, category FROM catalogue LIMIT 1'),
  },
  {
    what: 'a row behind which one browser stands',
    finds: 'cells.small',
    says: '1 row on fewer',
    do: sql(`UPDATE cell SET reach = 1 WHERE fact = ${FACT('geo.country')} AND day = ${TODAY - 1}`),
  },
  {
    what: 'a histogram without its row',
    finds: 'cells.described',
    says: '1 row of page.onward without one',
    also: ['sums.slices'],
    do: sql(`DELETE FROM cell WHERE fact = ${FACT('page.view')} AND slice = 0 AND day = ${TODAY - 1}
      AND a = (SELECT id FROM term WHERE kind = 'page' AND text = '/sent')`),
  },
  {
    what: 'a number in a column that the fact has not',
    finds: 'cells.declared',
    says: '1 row of cell with others',
    do: sql(`UPDATE cell SET d = 12345678 WHERE fact = ${FACT('geo.country')} AND day = ${TODAY - 1}`),
  },
  {
    what: 'a value that is in no list',
    finds: 'cells.declared',
    says: '1 row of intake with others',
    do: sql(`UPDATE intake SET a = 9 WHERE fact = ${FACT('flow.step')} AND a = 3`),
  },
  {
    what: 'a name that the site does not have',
    finds: 'cells.declared',
    says: '1 row of waiting with others',
    do: sql(
      `INSERT INTO waiting VALUES (${SITE}, ${FACT('search.asked')}, 0, ${TODAY - 1}, 77, 0, 0, 0, 0, 0, 0, 0)`,
    ),
  },
  {
    what: 'a fact that nobody declared',
    finds: 'cells.declared',
    says: '1 row of cell with others',
    also: ['cells.published', 'sums.rows'],
    do: sql(`INSERT INTO fact VALUES (999, 'visitor.id');
      INSERT INTO cell VALUES (${SITE}, 999, 0, ${TODAY - 1}, 1, 0, 0, 0, 5, 5, 5, 0)`),
  },
  {
    what: 'a fact that no statement names',
    finds: 'cells.published',
    says: 'preference',
    do: sql(
      `INSERT INTO intake VALUES (${SITE}, ${FACT('preference')}, ${TODAY}, 0, 0, 0, 0, '[0,1,0,0,0]')`,
    ),
  },
  {
    what: 'open counts of a sealed day',
    finds: 'open.sealed',
    says: '1 row of intake',
    do: sql(`UPDATE intake SET day = ${TODAY - 1} WHERE fact = ${FACT('geo.country')}`),
  },
  {
    what: 'a day that nobody sealed',
    finds: 'open.late',
    says: '1 day',
    also: ['nonces.purged'],
    do: () => undefined,
    at: AUDITED_AT + 4 * DAY_MS,
  },
  {
    what: 'what waits for too long',
    finds: 'waiting.late',
    says: '1 row',
    do: sql(
      `INSERT INTO waiting VALUES (${SITE}, ${FACT('funnel')}, 0, ${TODAY - 29}, 0, 1, 0, 0, 0, 0, 0, 0)`,
    ),
  },
  ...[
    { kind: 'page', text: '/account/anna@mail.example' },
    { kind: 'page', text: '/orders/12345678' },
    { kind: 'search', text: '+49 30 1234567' },
    { kind: 'referrer', text: '198.51.100.7' },
    { kind: 'campaign', text: 'eyJhbGciOiJIUzI1NiJ9QmFzZTY0VG9rZW4' },
    { kind: 'product', text: 'bought-by-anna@mail.example' },
  ].map(
    ({ kind, text }): Plant => ({
      what: `a ${kind} called ${text}`,
      finds: 'names.personal',
      says: `1 name of the kind ${kind}`,
      do: sql(`INSERT INTO term VALUES (${SITE}, '${kind}', 500, '${text}')`),
    }),
  ),
  {
    what: 'a slice of one visitor',
    finds: 'names.listed',
    says: '1 value of none',
    do: sql(`INSERT INTO term VALUES (${SITE}, 'slice', 500, 'visitor:17')`),
  },
  {
    what: 'more names than there may be',
    finds: 'names.ceiling',
    says: '1 too many of the kind page',
    do: sql(`UPDATE site SET ceilings = '{"page":4}'`),
  },
  {
    what: 'a day that should be deleted',
    finds: 'retention.due',
    says: '66 rows are too old',
    also: ['nonces.purged', 'open.late'],
    do: sql('DELETE FROM cell WHERE slice <> 0'),
    at: AUDITED_AT + 800 * DAY_MS,
  },
  {
    what: 'days that should be added up by month',
    finds: 'retention.due',
    says: '66 rows are still by day',
    also: ['nonces.purged'],
    do: sql(
      `DELETE FROM cell WHERE slice <> 0; UPDATE site SET sealed_through = ${TODAY + 7}; DELETE FROM intake`,
    ),
    at: AUDITED_AT + 120 * DAY_MS,
  },
  {
    what: 'a statement that was changed',
    finds: 'statements.chain',
    says: '1 of 1 do not hold',
    do: sql(
      `UPDATE statement SET content = replace(content, '"controller":"Shop Ltd"', '"controller":"Shop Inc"')`,
    ),
  },
  {
    what: 'a wording that was changed',
    finds: 'statements.chain',
    says: '1 of 1 do not hold',
    do: sql(`UPDATE wording SET content = replace(content, 'anonymously', 'by name')`),
  },
  {
    what: 'a signing key that is gone',
    finds: 'statements.chain',
    says: '1 of 1 do not hold',
    do: sql('DELETE FROM public_key'),
  },
  {
    what: 'a statement that is not the last',
    finds: 'statements.chain',
    says: 'visitors are asked for another than the last',
    do: async ({ core: open, plant }) => {
      const core = await open();
      const shop = await core.site('shop');
      await core.publisher.publish(shop, policyOf({ services: [] }));
      plant(`UPDATE site SET statement = '${shop.statement}'`);
    },
  },
  {
    what: 'a k below what is said',
    finds: 'statements.kept',
    says: 'k is 2, and said to be 3',
    do: sql('UPDATE site SET k = 2'),
  },
  {
    what: 'counts that are kept for longer than is said',
    finds: 'statements.kept',
    says: 'counts are kept for 60 months, and said to be for 25',
    do: sql('UPDATE site SET keep_months = 60'),
  },
  {
    what: 'a row that was raised',
    finds: 'sums.rows',
    says: '1 fact and slice',
    do: sql(`UPDATE cell SET n = n + 1 WHERE fact = ${FACT('geo.country')} AND day = ${TODAY - 1}`),
  },
  {
    what: 'something that waits and was never counted',
    finds: 'sums.waiting',
    says: '1 fact and slice',
    do: sql(
      `INSERT INTO waiting VALUES (${SITE}, ${FACT('geo.country')}, 0, ${TODAY - 1}, 0, 0, 0, 0, 5, 0, 0, 0)`,
    ),
  },
  {
    what: 'a slice that holds more than the whole',
    finds: 'sums.slices',
    says: '1 fact and kind',
    do: sql(`UPDATE intake SET slices = '[0,1,1,1,0,' || (SELECT id FROM term WHERE text = 'device:phone') || ',900,1,1,0]'
      WHERE fact = ${FACT('visit')}`),
  },
];

describe('the audit of a folder with one thing wrong', () => {
  it.each(PLANTS)('finds $what: $finds', async ({ finds, says, also = [], do: plant, at = AUDITED_AT }) => {
    const folder = await auditedFolder();
    await plant(folder);
    const breaches = breachesOf(await audit(folder, at));
    expect(breaches.filter(({ check }) => check === finds).map((breach) => breach.says)).toContain(says);
    expect([...new Set(breaches.map(({ check }) => check))].sort()).toEqual([finds, ...also].sort());
  });

  it('has such a thing for every promise', () => {
    expect(new Set(PLANTS.map(({ finds }) => finds))).toEqual(new Set(CHECK_NAMES));
  });
});

describe('what is told of an audit to others', () => {
  it('has nothing that moves with a visitor', async () => {
    const folder = await auditedFolder();
    const before = toldOf(await audit(folder), 'shop');
    expect(before?.names).toContainEqual({ kind: 'page', declared: 4, sent: 1, names: ['/sent'] });
    expect(before?.names.map(({ kind }) => kind)).toEqual(['page', 'category', 'statement', 'currency']);
    // One visitor more, from a country and with a device that nobody had.
    folder.plant(`INSERT INTO term VALUES (1, 'slice', 500, 'country:MT'), (1, 'country', 500, 'MT');
      UPDATE intake SET slices = '[0,11,11,11,0]' WHERE fact = ${FACT('visit')};
      INSERT INTO intake VALUES (1, ${FACT('device.browser')}, ${TODAY}, 1, 0, 0, 0, '[0,1,1,1,0]');
      INSERT INTO batch (nonce, hour) VALUES ('1:AAAAAAAAAAA', ${HOUR})`);
    const after = await audit(folder);
    expect(toldOf(after, 'shop')).toEqual(before);
    // Whoever has the file sees it.
    expect(after.file?.nonces).toBe(41);
    expect(after.sites[0]?.open?.facts).toContainEqual({
      fact: 'device.browser',
      waiting: 0,
      rows: 1,
      cells: 1,
    });
  });

  it('is nothing of a site that was left out', async () => {
    expect(toldOf(await audit(await auditedFolder()), 'another')).toBeNull();
  });
});
