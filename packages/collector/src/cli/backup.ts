/** `holloway backup`, `restore` and `check`: what is saved, put back and looked at is in store/. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BackupError, backUp, restore } from '../store/backup.ts';
import { acceptLoss, COUNTS, examine } from '../store/folder.ts';
import { CommandError, type Terminal } from './terminal.ts';

/** What the operator can mend is said as such; everything else is passed on. */
function mendable<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof BackupError) throw new CommandError(error.message, { cause: error });
    throw error;
  }
}

export function backupMake(dataFolder: string, target: string, { out }: Terminal): void {
  mendable(() => backUp(dataFolder, target));
  out('Saved and checked. It holds accounts and secrets: keep it as safe as the data folder.');
}

export function backupRestore(dataFolder: string, source: string, { out }: Terminal): void {
  mendable(() => restore(source, dataFolder));
  out(
    'Restored and checked. What was counted since the backup was made is gone; holloway serve goes on from it.',
  );
}

/** Fails where something is wrong, so that a schedule notices. */
export function dataCheck(
  dataFolder: string,
  { acceptLoss: accepts = false }: { readonly acceptLoss?: boolean },
  { out }: Terminal,
): void {
  if (accepts) {
    const files = acceptLoss(dataFolder);
    out(
      files.length === 0
        ? 'No log is damaged; nothing was changed.'
        : `Went on with what is whole: ${files.join(', ')}.`,
    );
  }
  if (!existsSync(join(dataFolder, COUNTS)))
    throw new CommandError('HOLLOWAY_DATA holds no data that could be checked');
  const complaints = examine(dataFolder, 'full');
  if (complaints.length > 0) {
    throw new CommandError(
      `the data folder is not whole:\n${complaints.map(({ file, says }) => `  ${file}: ${says}`).join('\n')}`,
    );
  }
  out('The data folder is whole: pages, schema, and what is promised of its numbers.');
}
