/**
 * What a data folder holds that cannot be made again, and whether it is whole. Does not open it for work (sqlite.ts), nor
 * copy it (backup.ts).
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { complaintsOf, structureComplaints, type Thoroughness } from './integrity.ts';
import { StoreUnusableError, unusable } from './unusable.ts';
import { damageOf, type LogDamage } from './write-ahead-log.ts';

/** Every number, name, site and statement. */
export const COUNTS = 'holloway.sqlite';
/** Who may sign in, and the keys of programs. */
export const ACCOUNTS = 'access.sqlite';
export const DATABASES = [COUNTS, ACCOUNTS] as const;
/** What signs cookies, and what signs statements. */
export const SECRETS = ['secret', 'statement-key.json'] as const;
/** Held by the collector that serves. */
export const SERVING = 'serving.lock';

/** Readable by its owner alone where it is made. Throws a StoreUnusableError where it cannot be. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw unusable(folder, cause);
  }
}

/** Something that is wrong, in the file that it is wrong in. */
export interface Complaint {
  readonly file: string;
  readonly says: string;
}

const logDamage = (file: string): LogDamage | null => {
  const log = `${file}-wal`;
  return existsSync(log) ? damageOf(readFileSync(log)) : null;
};

/** Of a log that another process writes to meanwhile, one look may see two states: what is broken is so twice. */
function brokenLog(file: string): string[] {
  const damage = logDamage(file) === null ? null : logDamage(file);
  return damage === null
    ? []
    : [
        `its write-ahead log is damaged: ${damage.whole} transactions stand before the damage, and at least ` +
          `${damage.lost} that were acknowledged behind it`,
      ];
}

function complaintsOfFile(folder: string, name: string, thoroughness: Thoroughness): string[] {
  const file = join(folder, name);
  const broken = brokenLog(file);
  // Opening it would take what stands before the damage, and forget the rest.
  if (broken.length > 0) return broken;
  let db: Database.Database | null = null;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true });
    return name === COUNTS ? complaintsOf(db, thoroughness) : structureComplaints(db, thoroughness);
  } catch (cause) {
    if (cause instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(cause.code)) {
      return [`it is damaged (${cause.code})`];
    }
    throw unusable(file, cause);
  } finally {
    db?.close();
  }
}

/** @returns What is wrong with the databases that are there. Throws a StoreUnusableError where one cannot be read. */
export const examine = (folder: string, thoroughness: Thoroughness): Complaint[] =>
  DATABASES.filter((name) => existsSync(join(folder, name))).flatMap((name) =>
    complaintsOfFile(folder, name, thoroughness).map((says) => ({ file: name, says })),
  );

/** Refuses to go on with a folder in which something is wrong, and says what to do about it. */
export function assertWhole(folder: string): void {
  const complaints = examine(folder, 'quick');
  if (complaints.length === 0) return;
  const lines = complaints.map(({ file, says }) => `  ${file}: ${says}`);
  throw new StoreUnusableError(
    `the data folder is not whole, and nothing in it was changed.\n${lines.join('\n')}\n` +
      'Either put the last backup in its place: move the data folder away, then holloway restore <backup>.\n' +
      'Or, where only a log is damaged, go on with what stands before the damage: holloway check --accept-loss.',
  );
}

/** Takes what is whole of the logs, and forgets what stands behind the damage. @returns Which files had some. */
export function acceptLoss(folder: string): string[] {
  const damaged = DATABASES.filter((name) => brokenLog(join(folder, name)).length > 0);
  for (const name of damaged) {
    const db = new Database(join(folder, name), { fileMustExist: true });
    try {
      db.pragma('wal_checkpoint(TRUNCATE)');
    } finally {
      db.close();
    }
  }
  return damaged;
}
