/** `holloway retain`, `holloway export`, `holloway site import` and `holloway site erase` */
import type { Command } from 'commander';
import { dataFolder } from './options.ts';
import type { Terminal } from './terminal.ts';

// Read when it is asked for: each command starts with what it needs alone.
const loadKeep = () => import('./keep.ts');

export function keepCommands(program: Command, terminal: Terminal): void {
  program
    .command('retain')
    .option('--dry-run', 'say what would be kept, and change nothing')
    .description('add up and delete what is old enough, as the collector does every hour; then overwrite it')
    .action(async (options) => (await loadKeep()).retain(dataFolder(), options, terminal));
  program
    .command('export')
    .argument('<site>')
    .argument('<file>', 'made by it; must not be there yet')
    .description('write a site to a file that another collector takes in; what is not sealed is not in it')
    .action(async (id: string, file: string) =>
      (await loadKeep()).exportFile(dataFolder(), id, file, terminal),
    );
  const site = program.commands.find((command) => command.name() === 'site');
  site
    ?.command('import')
    .argument('<file>', 'an export')
    .description('take in a site that was exported elsewhere; there must be none of its id')
    .action(async (file: string) => (await loadKeep()).importSiteFile(dataFolder(), file, terminal));
  site
    ?.command('erase')
    .argument('<id>')
    .option('--yes', 'needed: nothing of it can be had back but from a backup or an export')
    .description('delete everything of a site, and what named it in grants and keys')
    .action(async (id: string, options) => (await loadKeep()).siteErase(dataFolder(), id, options, terminal));
}
