/** Whether the files of a data folder are there, are its owner's alone, and have room to grow. Looks; changes nothing. */
import { existsSync, statfsSync } from 'node:fs';
import { DATABASES, examine, SECRETS } from '../store/folder.ts';
import { openToOthers } from '../store/open-to-others.ts';
import { type Finding, ok, warning, wrong } from './finding.ts';

const MB = 1024 * 1024;
/** What a busy day and a checkpoint of the log want at most, many times over. */
const LEAST_FREE = 512 * MB;

function modes(folder: string): readonly Finding[] {
  const found = openToOthers(folder, ['.', ...DATABASES, ...SECRETS]).map((file) => {
    const name = file === '.' ? 'the data folder' : file;
    return wrong(
      `${name} may be read by other users of the machine`,
      `chmod go-rwx ${name} in the data folder`,
    );
  });
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
