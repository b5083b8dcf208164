/** `holloway catalogue import|sitemap|crawl`: what a store declares of itself, from a file or from its own pages. */
import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import type { CatalogueEntry } from '@holloway/protocol';
import { crawl } from '../catalogue/crawl.ts';
import { createGathered, type Gathered } from '../catalogue/gather.ts';
import { type OwnPages, sitemapsOf } from '../catalogue/own-pages.ts';
import { describeAddress, placeEntries } from '../catalogue/page.ts';
import { type Collected, collectPages } from '../catalogue/sitemaps.ts';
import type { Core } from '../core.ts';
import { parseEntry } from '../site/catalogue-entry.ts';
import { declareCatalogue, planDeclaring } from '../site/declare.ts';
import type { SiteRecord } from '../store/store.ts';
import { crawlLines, declaredLines, sitemapLines } from './catalogue-lines.ts';
import { parseCsv } from './csv.ts';
import { readingOf } from './reading.ts';
import { CommandError, type Terminal } from './terminal.ts';
import { siteNamed, withCore } from './with-core.ts';

export interface DeclareOptions {
  readonly dryRun?: boolean;
}

async function declare(
  core: Core,
  site: SiteRecord,
  entries: readonly CatalogueEntry[],
  { dryRun = false }: DeclareOptions,
  { out, progress }: Terminal,
): Promise<void> {
  const told = dryRun
    ? await planDeclaring(core, site, entries)
    : await declareCatalogue(core, site, entries, (done) =>
        progress(`${done} of ${entries.length} declared`),
      );
  progress('');
  if (told.excess !== null) {
    const { kind, names, ceiling } = told.excess;
    throw new CommandError(
      `there would be ${names} names of kind ${kind}, and there may be ${ceiling}; nothing was declared. ` +
        `holloway site set ${site.slug} --ceiling ${kind}=${names} lets them be`,
    );
  }
  declaredLines(site.slug, entries.length, told, dryRun).forEach(out);
}

export const catalogueImport = (
  dataFolder: string,
  id: string,
  file: string,
  options: DeclareOptions,
  terminal: Terminal,
): Promise<void> =>
  withCore(dataFolder, async (core) => {
    const site = await siteNamed(core, id);
    const text = await readFile(file, 'utf8').catch(() => {
      throw new CommandError('the file cannot be read');
    });
    const entries = parseCsv(text).map((fields, i) => {
      const parsed = parseEntry(fields);
      if (parsed.ok) return parsed.value;
      throw new CommandError(`record ${i + 1}: ${parsed.issue.field} ${parsed.issue.rule}`);
    });
    await declare(core, site, entries, options, terminal);
  });

const addressesIn = (texts: readonly string[]): URL[] =>
  texts.map((text) => {
    const url = URL.parse(text);
    if (url === null || !/^https?:$/.test(url.protocol))
      throw new CommandError('an address must be a whole one, such as https://shop.example.com/sitemap.xml');
    return url;
  });

/** @throws CommandError where no origin is registered. */
async function usualSitemaps(site: SiteRecord, reading: OwnPages): Promise<URL[]> {
  const found = await sitemapsOf(site, reading);
  if (found.length === 0)
    throw new CommandError('an address is needed: no origin is registered for the site');
  return found;
}

interface Source {
  readonly core: Core;
  readonly site: SiteRecord;
  readonly reading: OwnPages;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
}

/** Lets `work` read the pages of a site, until somebody interrupts it; what it has by then is kept. */
const withPages = (
  dataFolder: string,
  id: string,
  given: readonly URL[],
  terminal: Terminal,
  work: (source: Source) => Promise<void>,
): Promise<void> =>
  withCore(dataFolder, async (core) => {
    const site = await siteNamed(core, id);
    const reading = readingOf(site, given);
    const interrupted = new AbortController();
    const interrupt = (): void => interrupted.abort();
    process.once('SIGINT', interrupt);
    try {
      await work({ core, site, reading, terminal, signal: interrupted.signal });
    } finally {
      process.off('SIGINT', interrupt);
      reading.close();
    }
  });

async function pagesOf(
  { site, reading, terminal, signal }: Source,
  given: readonly URL[],
): Promise<Collected> {
  const collected = await collectPages(
    {
      get: reading.get,
      isOwn: reading.isOwn,
      signal,
      onProgress: ({ sitemaps, pages }) => terminal.progress(`${sitemaps} sitemaps, ${pages} pages`),
    },
    given.length > 0 ? given : await usualSitemaps(site, reading),
  );
  terminal.progress('');
  sitemapLines(collected).forEach(terminal.out);
  return collected;
}

async function declareGathered(
  { core, site, terminal }: Source,
  gathered: Gathered,
  options: DeclareOptions,
) {
  const known = await core.registry.catalogue(site.id);
  await declare(core, site, gathered.entries(known), options, terminal);
}

/** Names pages by their addresses and the site's routes; asks for no page. */
export const catalogueSitemap = (
  dataFolder: string,
  id: string,
  addresses: readonly string[],
  options: DeclareOptions,
  terminal: Terminal,
): Promise<void> => {
  const given = addressesIn(addresses);
  return withPages(dataFolder, id, given, terminal, async (source) => {
    const { pages } = await pagesOf(source, given);
    const gathered = createGathered();
    for (const url of pages.values()) gathered.add(placeEntries(describeAddress(url, source.site.routes)));
    await declareGathered(source, gathered, options);
  });
};

export interface CrawlOptions extends DeclareOptions {
  readonly sitemap?: readonly string[];
  readonly pages?: string;
  /** Seconds. */
  readonly delay?: string;
  /** Reads what has not changed too. */
  readonly again?: boolean;
}

const MAX_PAGES = 50_000;

function numberIn(text: string, option: string, lowest: number, highest: number): number {
  const number = Number(text);
  if (text.trim() === '' || !(number >= lowest && number <= highest))
    throw new CommandError(`${option} must be a number from ${lowest} to ${highest}`);
  return number;
}

/** @param addresses Start pages, whose links are followed. Default: the pages of the sitemaps. */
export const catalogueCrawl = (
  dataFolder: string,
  id: string,
  addresses: readonly string[],
  { sitemap = [], pages = '1000', delay = '1', again = false, ...options }: CrawlOptions,
  terminal: Terminal,
): Promise<void> => {
  const [start, sitemaps] = [addressesIn(addresses), addressesIn(sitemap)];
  const follow = start.length > 0;
  if (follow && sitemaps.length > 0) throw new CommandError('sitemap goes without start pages');
  const maxPages = Math.floor(numberIn(pages, 'pages', 1, MAX_PAGES));
  const delayMs = numberIn(delay, 'delay', 0, 60) * 1000;
  return withPages(dataFolder, id, [...start, ...sitemaps], terminal, async (source) => {
    const { core, site, reading, signal } = source;
    const crawled = await crawl(
      {
        get: reading.get,
        isOwn: reading.isOwn,
        robots: reading.robots,
        routes: site.routes,
        known: again ? new Map() : await core.store.crawled(site.id),
        wait: (ms) => setTimeout(ms),
        signal,
        onProgress: ({ read, unchanged, failed, left }) =>
          terminal.progress(`${read} pages read, ${unchanged} unchanged, ${failed} not read, ${left} left`),
      },
      {
        start: follow ? start : [...(await pagesOf(source, sitemaps)).pages.values()],
        follow,
        maxPages,
        delayMs,
      },
    );
    terminal.progress('');
    crawlLines(crawled).forEach(terminal.out);
    await declareGathered(source, crawled.gathered, options);
    if (options.dryRun !== true) await core.store.keepCrawled(site.id, crawled.validators);
  });
};
