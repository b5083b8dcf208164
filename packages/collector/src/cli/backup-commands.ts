/** `holloway backup`, `holloway restore` and `holloway check` */
import type { Command } from 'commander';
import { dataFolder } from './options.ts';
import type { Terminal } from './terminal.ts';

// Read when it is asked for: each command starts with what it needs alone.
const loadBackup = () => import('./backup.ts');

export function backupCommands(program: Command, terminal: Terminal): void {
  program
    .command('backup')
    .argument('<folder>', 'made by it; must not be there yet')
    .description('save counts, accounts and secrets, while the collector serves; checks what it saved')
    .action(async (folder: string) => (await loadBackup()).backupMake(dataFolder(), folder, terminal));
  program
    .command('restore')
    .argument('<folder>', 'a backup')
    .description('check a backup and put it into the data folder, which must be empty')
    .action(async (folder: string) => (await loadBackup()).backupRestore(dataFolder(), folder, terminal));
  program
    .command('check')
    .option('--accept-loss', 'where a log is damaged, go on with what stands before the damage')
    .description('look through the whole data folder, and fail where something is wrong')
    .action(async (options) => (await loadBackup()).dataCheck(dataFolder(), options, terminal));
}
