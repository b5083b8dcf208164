/** The files of a data folder: who may read them, how long their log is, and whether free pages are empty. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { COUNTS, DATABASES, SECRETS } from '../store/folder.ts';
import { sizesOf } from '../store/sizes.ts';
import { type Breach, many, where } from './check.ts';
import { dirtyPages } from './residue.ts';

const OTHERS = 0o077;
/** Copied into the file at 32 MB; an import of a large history may be twice that before its turn comes. */
const LONGEST_LOG = 128 * 1024 * 1024;
const MB = 1024 * 1024;

const NAMES = ['.', ...DATABASES.flatMap((name) => [name, `${name}-wal`, `${name}-shm`]), ...SECRETS];

const isOpen = (file: string): boolean =>
  process.platform !== 'win32' && existsSync(file) && (statSync(file).mode & OTHERS) !== 0;

export function examineFiles(folder: string): Breach[] {
  const database = join(folder, COUNTS);
  const { log } = sizesOf(database);
  return [
    ...NAMES.filter((name) => isOpen(join(folder, name))).map(
      (name): Breach => ({
        check: 'files.modes',
        site: null,
        says: `${name === '.' ? 'the folder' : name} can be read by others`,
      }),
    ),
    ...where(
      dirtyPages(database) ?? 0,
      'files.residue',
      null,
      (pages) => `${many(pages, 'page')} that are not in use hold something`,
    ),
    ...where(
      log > LONGEST_LOG ? log : 0,
      'files.log',
      null,
      (bytes) => `it has ${Math.round(bytes / MB)} MB`,
    ),
  ];
}
