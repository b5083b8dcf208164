/** `holloway import`, `holloway demo ...` */
import type { Command } from 'commander';
import { demoEshop2008 } from './demo.ts';
import { importFile } from './import.ts';
import { dataFolder } from './options.ts';
import type { Terminal } from './terminal.ts';

export function importCommands(program: Command, terminal: Terminal): void {
  program
    .command('import')
    .argument('<site>')
    .argument('<file>', 'one batch a line, as JSON')
    .option('--seal <day>', 'seal every day up to this one afterwards')
    .description('import history')
    .action((id: string, file: string, options) => importFile(dataFolder(), id, file, options, terminal));

  program
    .command('demo')
    .description('something to look at')
    .command('eshop2008')
    .requiredOption('--from <folder>', 'where the file of the data set is')
    .description('the click-stream of a real shop (UCI 553, CC BY 4.0), as the site eshop2008')
    .action(({ from }: { from: string }) => demoEshop2008(dataFolder(), from, terminal));
}
