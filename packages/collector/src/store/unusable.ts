/**
 * What cannot be used as it is, and what an operator does about it, in words: the only text of such a failure that is
 * shown. Does not look for damage: integrity.ts, write-ahead-log.ts.
 */
import { basename } from 'node:path';

/** A file of the data folder cannot be used; nothing in it was changed. The message says what to do. */
export class StoreUnusableError extends Error {
  override readonly name = 'StoreUnusableError';
  readonly code = 'store_unusable';
}

/** Said of whatever is broken. */
const HOW_TO_RESTORE =
  'Move the data folder away, then put the last backup in its place: holloway restore <backup>. ' +
  'What is broken in full: holloway check.';

const NOT_WRITABLE =
  'cannot be opened or written: the disk is read-only, or the folder is none or belongs to another user. ' +
  'HOLLOWAY_DATA must be a folder that this user may write to';
const NO_ROOM = 'cannot be written: the disk is full, or fails. Make room, or see what the system says of it';

/** By the beginning of the code that SQLite or the system gives; the first that fits. */
const REASONS: readonly (readonly [code: RegExp, says: string])[] = [
  [/^SQLITE_(CORRUPT|NOTADB)/, `is damaged, and nothing in it was changed. ${HOW_TO_RESTORE}`],
  [/^(SQLITE_(READONLY|CANTOPEN|PERM|AUTH)|EROFS|EACCES|EPERM|ENOENT|ENOTDIR|EEXIST)/, NOT_WRITABLE],
  [/^(SQLITE_(FULL|IOERR)|ENOSPC|EDQUOT|EFBIG|EIO)/, NO_ROOM],
  [/^SQLITE_(BUSY|LOCKED)/, 'is held by another program, such as a copy that is being made. Try again'],
];

/** While it serves: what keeps it from writing, and may be over later. */
const TROUBLES: readonly (readonly [code: RegExp, says: string])[] = [
  [/^SQLITE_READONLY/, 'the disk is read-only'],
  [/^SQLITE_(FULL|IOERR)/, 'the disk is full, or fails'],
  [/^SQLITE_CANTOPEN/, 'a file of the data folder cannot be opened'],
  [/^SQLITE_(BUSY|LOCKED)/, 'another program holds the database'],
];

/** @returns What is the matter with the disk, in words; `null` where it is something else. */
export function troubleOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  const { code } = error;
  const says = TROUBLES.find(([pattern]) => pattern.test(code))?.[1];
  return says === undefined ? null : `${says} (${code})`;
}

/** @returns What to throw when `file` could not be used; `cause` itself where nobody but a programmer can mend it. */
export function unusable(file: string, cause: unknown): unknown {
  if (!(cause instanceof Error) || !('code' in cause) || typeof cause.code !== 'string') return cause;
  const { code } = cause;
  const says = REASONS.find(([pattern]) => pattern.test(code))?.[1];
  return says === undefined
    ? cause
    : new StoreUnusableError(`${basename(file)} ${says} (${code}).`, { cause });
}
