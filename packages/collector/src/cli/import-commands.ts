/** `holloway import`, `holloway demo ...` */
import type { Command } from 'commander';
import { dataFolder } from './options.ts';
import type { Terminal } from './terminal.ts';

// Read when it is asked for: each command starts with what it needs alone.
const loadDemo = () => import('./demo.ts');
const loadImport = () => import('./import.ts');

export function importCommands(program: Command, terminal: Terminal): void {
  program
    .command('import')
    .argument('<site>')
    .argument('<file>', 'one batch a line, as JSON')
    .option('--seal <day>', 'seal every day up to this one afterwards')
    .description('import history')
    .action(async (id: string, file: string, options) =>
      (await loadImport()).importFile(dataFolder(), id, file, options, terminal),
    );

  program
    .command('demo')
    .description('something to look at')
    .command('eshop2008')
    .requiredOption('--from <folder>', 'where the file of the data set is')
    .description('the click-stream of a real shop (UCI 553, CC BY 4.0), as the site eshop2008')
    .action(async ({ from }: { from: string }) =>
      (await loadDemo()).demoEshop2008(dataFolder(), from, terminal),
    );
}
