/** The files of a data folder: who may read them, how long their log is, and whether free pages are empty. */
import { join } from 'node:path';
import { COUNTS, DATABASES, SECRETS } from '../store/folder.ts';
import { openToOthers } from '../store/open-to-others.ts';
import { sizesOf } from '../store/sizes.ts';
import { type Breach, many, where } from './check.ts';
import { dirtyPages } from './residue.ts';

/** Copied into the file at 32 MB; an import of a large history may be twice that before its turn comes. */
const LONGEST_LOG = 128 * 1024 * 1024;
const MB = 1024 * 1024;

const NAMES = ['.', ...DATABASES.flatMap((name) => [name, `${name}-wal`, `${name}-shm`]), ...SECRETS];

export function examineFiles(folder: string): Breach[] {
  const database = join(folder, COUNTS);
  const { log } = sizesOf(database);
  return [
    ...openToOthers(folder, NAMES).map(
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
