/** Whether the files of a data folder are there, are its owner's alone, and have room to grow. Looks; changes nothing. */
import { existsSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASES, examine, SECRETS } from '../store/folder.ts';
import { type Finding, ok, warning, wrong } from './finding.ts';

const MB = 1024 * 1024;
/** What a busy day and a checkpoint of the log want at most, many times over. */
const LEAST_FREE = 512 * MB;
const OTHERS = 0o077;

function modeOf(file: string, name: string): readonly Finding[] {
  if (process.platform === 'win32' || !existsSync(file)) return [];
  const { mode } = statSync(file);
  return (mode & OTHERS) === 0
    ? []
    : [wrong(`${name} may be read by other users of the machine`, `chmod go-rwx ${name} in the data folder`)];
}

function modes(folder: string): readonly Finding[] {
  const found = [
    ...modeOf(folder, 'the data folder'),
    ...[...DATABASES, ...SECRETS].flatMap((name) => modeOf(join(folder, name), name)),
  ];
  return found.length > 0 ? found : [ok('the data folder is its owner’s alone')];
}

function room(folder: string): Finding {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  return free >= LEAST_FREE
    ? ok(`the disk has ${Math.round(free / MB)} MB left`)
    : wrong(
        `the disk has ${Math.round(free / MB)} MB left; below it, batches are turned away`,
        'make room, or move HOLLOWAY_DATA to another disk while the collector is stopped',
      );
}

function whole(folder: string): readonly Finding[] {
  const complaints = examine(folder, 'full');
  return complaints.length === 0
    ? [ok('the databases are whole')]
    : complaints.map(({ file, says }) =>
        wrong(`${file}: ${says}`, 'stop the collector and restore the last backup: holloway restore'),
      );
}

/** @param folder As HOLLOWAY_DATA names it. */
export function examineFiles(folder: string): readonly Finding[] {
  if (!existsSync(folder)) {
    return [warning('the data folder is not there yet', 'it is made by the first `holloway serve`')];
  }
  return [...modes(folder), room(folder), ...whole(folder)];
}
