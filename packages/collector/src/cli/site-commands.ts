/** `holloway site ...`, `holloway catalogue ...` */
import type { Command } from 'commander';
import { catalogueImport } from './catalogue.ts';
import { collect, dataFolder } from './options.ts';
import { siteAdd, siteList, siteSet } from './site.ts';
import type { Terminal } from './terminal.ts';

export function siteCommands(program: Command, terminal: Terminal): void {
  const site = program.command('site').description('the stores that are counted');
  const siteOptions = (command: Command): Command =>
    command
      .option('--origin <url>', 'a page origin that may send; may be repeated', collect, [])
      .option('--name <text>', 'what people read')
      .option('--kind <kind>', 'live, test (loopback only, k = 1) or archive (imported history only)')
      .option('--k <number>', 'browsers behind every number, 10 unless told otherwise, at least 3')
      .option('--time-zone <name>', 'IANA name, such as Europe/Berlin')
      .option(
        '--currency <code>',
        'ISO 4217, EUR unless told otherwise: what positions earn is counted in it',
      )
      .option('--provenance <text>', 'said wherever the numbers show, such as whose data it is');
  siteOptions(site.command('add').argument('<id>').description('add a site')).action((id: string, options) =>
    siteAdd(dataFolder(), id, options, terminal),
  );
  siteOptions(site.command('set').argument('<id>').description('change the settings given')).action(
    (id: string, options) => siteSet(dataFolder(), id, options, terminal),
  );
  site
    .command('list')
    .description('list the sites')
    .action(() => siteList(dataFolder(), terminal));

  program
    .command('catalogue')
    .description('what a store declares of itself')
    .command('import')
    .argument('<site>')
    .argument('<file>', 'CSV with the columns kind, text, label, category')
    .description('declare pages, categories and products, so that they are named at once')
    .action((id: string, file: string) => catalogueImport(dataFolder(), id, file, terminal));
}
