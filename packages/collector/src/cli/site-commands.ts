/** `holloway site ...` */
import type { Command } from 'commander';
import { collect, dataFolder } from './options.ts';
import type { SiteOptions } from './site.ts';
import type { Terminal } from './terminal.ts';

// Read when it is asked for: each command starts with what it needs alone.
const loadSite = () => import('./site.ts');

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
      .option(
        '--language <code>',
        'in which visitors are asked, the fallback first; may be repeated',
        collect,
        [],
      )
      .option('--routes <file>', 'JSON list of what pages are by their paths: { pattern, type, category }')
      .option('--experiments <file>', 'JSON list of the layout tests of the site, running and ended')
      .option(
        '--ceiling <kind=number>',
        'how many names of a kind there may be, or kind=default; may be repeated',
        collect,
        [],
      )
      .option(
        '--provenance <text>',
        'said wherever the numbers show, such as whose data it is; empty for none',
      )
      .option('--keep-days <number>', 'for how long counts are kept by day, 92 unless told otherwise')
      .option('--keep-months <number>', 'after how long counts are deleted, 25 unless told otherwise');
  siteOptions(site.command('add').argument('<id>').description('add a site')).action(
    async (id: string, options: SiteOptions) =>
      (await loadSite()).siteAdd(dataFolder(), id, options, terminal),
  );
  siteOptions(site.command('set').argument('<id>').description('change the settings given')).action(
    async (id: string, options: SiteOptions) =>
      (await loadSite()).siteSet(dataFolder(), id, options, terminal),
  );
  site
    .command('list')
    .description('list the sites')
    .action(async () => (await loadSite()).siteList(dataFolder(), terminal));
  site
    .command('show')
    .argument('<id>')
    .option('--json', 'as GET /v1/sites/{site}/settings says it')
    .description('show the settings of a site, and how full its dictionary is')
    .action(async (id: string, options) => (await loadSite()).siteShow(dataFolder(), id, options, terminal));
  site
    .command('preview')
    .argument('<id>')
    .argument('<address...>', 'of pages: whole ones, or paths of the first origin')
    .option('--fetch', 'ask the page what it says of itself')
    .description('show how addresses would be counted')
    .action(async (id: string, addresses: string[], options) =>
      (await loadSite()).sitePreview(dataFolder(), id, addresses, options, terminal),
    );
}
