/** Whether other users of the machine may read what a data folder holds. Looks; changes nothing. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a mode lets the group and everybody else do. */
const OTHERS = 0o077;

/**
 * @param names Of files in the folder; `.` for the folder itself.
 * @returns Those that are there and not their owner's alone. None where files have no such modes.
 */
export const openToOthers = (folder: string, names: readonly string[]): readonly string[] =>
  process.platform === 'win32'
    ? []
    : names.filter((name) => {
        const file = join(folder, name);
        return existsSync(file) && (statSync(file).mode & OTHERS) !== 0;
      });
