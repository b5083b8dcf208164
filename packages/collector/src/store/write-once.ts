/**
 * Makes files that their owner alone can read: empty ones, and small ones that are there whole or not at all, whenever the
 * process or the power ends. Does not say what is in them.
 */

import { randomUUID } from 'node:crypto';
import { closeSync, constants, fsyncSync, linkSync, openSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const ONLY_THE_OWNER = 0o600;
const isThere = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST';

/** A file is on the disk when its bytes are; its name is when those of its folder are. */
export function flush(path: string): void {
  const descriptor = openSync(path, constants.O_RDONLY);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Makes an empty file for a database, before SQLite would make one that everybody reads. One that is there is not opened:
 * closing it would take away the locks that SQLite holds on it in this process (https://sqlite.org/howtocorrupt.html, 2.2).
 */
export function makePrivate(file: string): void {
  try {
    closeSync(openSync(file, 'wx', ONLY_THE_OWNER));
  } catch (error) {
    if (!isThere(error)) throw error;
  }
}

/** @returns Whether it was written: of two processes that do so at once one does, and a file that is there stays. */
export function writeOnce(file: string, content: string): boolean {
  const aside = `${file}.${randomUUID()}`;
  writeFileSync(aside, content, { mode: ONLY_THE_OWNER, flag: 'wx', flush: true });
  try {
    linkSync(aside, file);
    return true;
  } catch (error) {
    if (isThere(error)) return false;
    throw error;
  } finally {
    unlinkSync(aside);
    flush(dirname(file));
  }
}
