/**
 * A backup is a data folder: what a collector needs to go on, whole, compact and checked, and nothing that was deleted.
 * It may be made while a collector serves; a collector may be started on it as it is.
 */
import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { COUNTS, DATABASES, examine, SECRETS } from './folder.ts';
import { StoreUnusableError, unusable } from './unusable.ts';
import { flush, makePrivate } from './write-once.ts';

const ONLY_THE_OWNER = 0o600;

/** The folder that a backup is to be, or is to be taken from, is not one that fits. Nothing was written. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
  readonly code = 'backup';
}

/**
 * One state of the database, as a file without free pages. Writers go on meanwhile: SQLite reads in one transaction.
 * The file is there before it is filled, so that nobody else may ever read it.
 */
function copyDatabase(from: string, to: string): void {
  makePrivate(to);
  let db: Database.Database | null = null;
  try {
    db = new Database(from, { readonly: true, fileMustExist: true, timeout: 10_000 });
    db.prepare('VACUUM INTO ?').run(to);
  } catch (cause) {
    throw unusable(from, cause);
  } finally {
    db?.close();
  }
  flush(to);
}

function copySecret(from: string, to: string): void {
  copyFileSync(from, to, constants.COPYFILE_EXCL);
  chmodSync(to, ONLY_THE_OWNER);
  flush(to);
}

function assertNothingWrong(folder: string, which: string): void {
  const [complaint] = examine(folder, 'full');
  if (complaint !== undefined) {
    throw new StoreUnusableError(`${which} is not whole: ${complaint.file}: ${complaint.says}.`);
  }
}

/**
 * Makes `target`, which must not be there yet. It gets its name when it is whole and checked: a folder of that name is a
 * backup, whatever ended the process.
 *
 * @throws BackupError where `target` is there already, or `folder` holds no data; StoreUnusableError where the data is
 * damaged or the disk full. Neither leaves anything behind.
 */
export function backUp(folder: string, target: string): void {
  if (existsSync(target)) throw new BackupError('the backup is there already; nothing is overwritten');
  if (!existsSync(join(folder, COUNTS)))
    throw new BackupError('HOLLOWAY_DATA holds no data that could be saved');
  const parent = dirname(target);
  const aside = join(parent, `.${basename(target)}.unfinished-${process.pid}`);
  try {
    mkdirSync(parent, { recursive: true, mode: 0o700 });
    mkdirSync(aside, { mode: 0o700 });
    for (const name of DATABASES) {
      if (existsSync(join(folder, name))) copyDatabase(join(folder, name), join(aside, name));
    }
    for (const name of SECRETS) {
      if (existsSync(join(folder, name))) copySecret(join(folder, name), join(aside, name));
    }
    assertNothingWrong(aside, 'the copy');
    flush(aside);
    renameSync(aside, target);
    flush(parent);
  } catch (cause) {
    rmSync(aside, { recursive: true, force: true });
    throw unusable(target, cause);
  }
}

/**
 * Puts a backup into `folder`, which must be empty or not there. The counts come last, so that no collector finds half of
 * it to go on with.
 *
 * @throws BackupError where `source` is no backup or `folder` holds something; StoreUnusableError where the backup is
 * damaged.
 */
export function restore(source: string, folder: string): void {
  if (!existsSync(join(source, COUNTS))) throw new BackupError(`the backup must be a folder with ${COUNTS}`);
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new BackupError(
      'HOLLOWAY_DATA must be a folder that is empty or not there: move what it holds away',
    );
  }
  assertNothingWrong(source, 'the backup');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const names = [...SECRETS, ...DATABASES.toReversed()];
    for (const name of names.filter((each) => existsSync(join(source, each)))) {
      const aside = join(folder, `${name}.unfinished`);
      copySecret(join(source, name), aside);
      renameSync(aside, join(folder, name));
    }
    flush(folder);
  } catch (cause) {
    throw unusable(folder, cause);
  }
}
