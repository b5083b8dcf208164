/** `holloway catalogue ...` */
import type { Command } from 'commander';
import type { CrawlOptions } from './catalogue.ts';
import { collect, dataFolder } from './options.ts';
import type { Terminal } from './terminal.ts';

// Read when it is asked for: each command starts with what it needs alone.
const loadCatalogue = () => import('./catalogue.ts');

export function catalogueCommands(program: Command, terminal: Terminal): void {
  const catalogue = program
    .command('catalogue')
    .description('what a store declares of itself: pages, categories and products that are named at once');
  const add = (name: string): Command =>
    catalogue
      .command(name)
      .argument('<site>')
      .option('--dry-run', 'say what would be added, and add nothing');

  add('import')
    .argument('<file>', 'CSV with the columns kind, text, label, category')
    .description('declare what a file says')
    .action(async (id: string, file: string, options) =>
      (await loadCatalogue()).catalogueImport(dataFolder(), id, file, options, terminal),
    );
  add('sitemap')
    .argument('[address...]', 'of sitemaps; default: those that robots.txt names, or /sitemap.xml')
    .description('declare the pages of the sitemaps, by their addresses and the routes of the site')
    .action(async (id: string, addresses: string[], options) =>
      (await loadCatalogue()).catalogueSitemap(dataFolder(), id, addresses, options, terminal),
    );
  add('crawl')
    .argument('[address...]', 'of pages to begin with, whose links are followed; default: the sitemaps')
    .option('--sitemap <address>', 'a sitemap whose pages are read; may be repeated', collect, [])
    .option('--pages <number>', 'how many pages are asked for at most', '1000')
    .option('--delay <seconds>', 'between two pages; robots.txt may ask for more', '1')
    .option('--again', 'read what has not changed too, as after other routes were set')
    .description('read the pages themselves: categories, products and names from their JSON-LD')
    .action(async (id: string, addresses: string[], options: CrawlOptions) =>
      (await loadCatalogue()).catalogueCrawl(dataFolder(), id, addresses, options, terminal),
    );
}
