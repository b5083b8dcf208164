/** `holloway demo eshop2008 --from <folder>` */

import type { Core } from '../core.ts';
import { eshop2008 } from '../demo/eshop2008.ts';
import { type History, importDays } from '../demo/history.ts';
import { CommandError, type Terminal } from './terminal.ts';
import { SYSTEM_CLOCK, withCore } from './with-core.ts';

/** Imports a history and says how far it is, then how fast it went. */
async function importWithProgress(core: Core, history: History, { out, progress }: Terminal): Promise<void> {
  const begun = SYSTEM_CLOCK.now();
  const { slug } = history.site;
  const done = await importDays(core, history, ({ day, batches, increments }) => {
    const seconds = Math.max(0.001, (SYSTEM_CLOCK.now() - begun) / 1000);
    progress(`${slug}: ${day}, ${batches} batches, ${Math.round(increments / seconds)} increments a second`);
  });
  progress('');
  const seconds = Math.max(0.001, (SYSTEM_CLOCK.now() - begun) / 1000);
  out(
    done === null
      ? `${slug}: nothing new to import.`
      : `${slug}: ${done.days} days, ${done.batches} batches, ${done.increments} increments in ${seconds.toFixed(1)} s ` +
          `(${Math.round(done.increments / seconds)} increments a second).`,
  );
}

export const demoEshop2008 = (dataFolder: string, folder: string, terminal: Terminal): Promise<void> =>
  withCore(dataFolder, async (core) => {
    let history: History;
    try {
      history = eshop2008(folder);
    } catch (cause) {
      throw new CommandError('the file of the data set cannot be read there', { cause });
    }
    await importWithProgress(core, history, terminal);
  });
