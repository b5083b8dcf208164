/** A data folder with a little of everything in it, as a collector leaves it: for tests of who looks at it from outside. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayNumber } from '@holloway/protocol';
import Database from 'better-sqlite3';
import { openSqliteStore } from '../src/store/sqlite.ts';
import { createBrowser } from './browser.ts';
import { policyOf } from './consent.ts';
import { assemble, declared, NOON, type TestCore } from './core.ts';
import { seal } from './release.ts';
import { openStore, temporaryFolder } from './temporary.ts';

export const AUDITED_AT = NOON;
const DAYS = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'] as const;
const CAME = 10;

async function fill(folder: string): Promise<void> {
  const store = openSqliteStore(join(folder, 'holloway.sqlite'));
  const core = await assemble(store);
  const shop = await core.addSite({}, declared('page', '/a', '/b'));
  await core.publisher.publish(shop, policyOf(), '2026-11-01');
  for (const [i, day] of DAYS.entries()) {
    const site = await core.site('shop');
    await core.commit(
      ...Array.from({ length: CAME }, (_, which) => {
        const browser = createBrowser(`${day} ${which}`, { slices: { device: 'phone', country: 'DE' } });
        const batch = browser.visit(day, ['/a', '/sent', '/a']);
        return { site, day: dayNumber(day), batch, supporter: browser.name };
      }),
    );
    if (i < DAYS.length - 1) await seal(core, 'shop', day);
  }
  await store.close();
  for (const name of ['secret', 'statement-key.json']) {
    writeFileSync(join(folder, name), 'made by the test', { mode: 0o600 });
  }
}

/** Filled once for all the tests of a file; each has a copy. */
let template: Promise<string> | null = null;
async function makeTemplate(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'holloway-audited-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await fill(folder);
  return folder;
}

export interface AuditedFolder {
  readonly folder: string;
  /** What a collector does with it. */
  readonly core: () => Promise<TestCore>;
  /** Writes into the database behind the collector's back. */
  readonly plant: (sql: string) => void;
}

/**
 * The site `shop` with k = 3: on each of four days, the last of which is open, ten browsers that were never there before and
 * do the same, so that whatever is sealed is sealed at once. `/a` and `/b` are declared, `/sent` came with browsers.
 */
export async function auditedFolder(): Promise<AuditedFolder> {
  template ??= makeTemplate();
  const folder = temporaryFolder();
  cpSync(await template, folder, { recursive: true });
  const file = join(folder, 'holloway.sqlite');
  return {
    folder,
    core: () => assemble(openStore(file)),
    plant(sql) {
      const db = new Database(file);
      try {
        db.pragma('secure_delete = ON');
        db.exec(sql);
        db.pragma('wal_checkpoint(TRUNCATE)');
      } finally {
        db.close();
      }
    },
  };
}
