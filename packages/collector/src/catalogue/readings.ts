/**
 * Readings of shops' own pages that somebody started and will look at: one at a time a site, in memory alone. What one found is
 * declared when it is taken over, not before: a collector that is restarted meanwhile has lost a reading and nothing else.
 */
import type { CatalogueReading, ReadingFound, ReadingProgress, Skipped, TermKind } from '@holloway/protocol';
import { type Declaring, declareCatalogue, planDeclaring } from '../site/declare.ts';
import type { Registry } from '../site/registry.ts';
import type { SiteRecord, Store } from '../store/store.ts';
import { type Crawled, crawl } from './crawl.ts';
import { hasSamePages, type OwnPages, ownPagesOf, type Reader, sitemapsOf } from './own-pages.ts';
import { type Collected, collectPages } from './sitemaps.ts';

/** More pages at once are for the command line. */
const MAX_PAGES = 5_000;
/** Between two pages; a test site is on the machine itself. */
const PAUSE_MS = 1_000;
const PATHS_SHOWN = 10;
const EXAMPLES = 20;

export interface ReadingsDeps extends Reader {
  readonly store: Pick<Store, 'declare' | 'crawled' | 'keepCrawled'>;
  readonly registry: Pick<Registry, 'site' | 'dictionary' | 'catalogue' | 'changed'>;
  /** Ends early, without a complaint, where the signal says so. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<unknown>;
  readonly report: (error: unknown) => void;
}

export interface Readings {
  /** @param sitemaps Default: those of the site. @returns False where one runs already. */
  start(site: SiteRecord, sitemaps: readonly URL[]): boolean;
  /** What is known of the last one. */
  look(site: SiteRecord): Promise<CatalogueReading>;
  /** Declares what was found; where there would be too many names, nothing. `null` where nothing waits, or somebody takes it. */
  take(site: SiteRecord): Promise<Declaring | null>;
  /** Ends one that runs, forgets what was found. @returns False where there is neither. */
  drop(site: Pick<SiteRecord, 'id'>): boolean;
  /** Ends all of them: the collector stops. */
  stop(): void;
}

const NOTHING: ReadingProgress = { sitemaps: 0, pages: 0, read: 0, unchanged: 0, failed: 0, left: 0 };

interface Found {
  readonly collected: Collected;
  readonly crawled: Crawled;
}

/** Of one site, from its start until it is dropped or taken. */
interface Reading {
  readonly ending: AbortController;
  readonly pages: OwnPages;
  progress: ReadingProgress;
  found: Found | null;
  hasFailed: boolean;
}

const sizes = (names: ReadonlyMap<TermKind, { readonly size: number }>): ReadingFound['added'] =>
  Object.fromEntries([...names].map(([kind, { size }]) => [kind, size]));

function skippedOf({ collected, crawled }: Found): Skipped[] {
  const all = [...collected.failures, ...crawled.failures];
  return [...new Set(all.map(({ reason }) => reason))].map((reason) => {
    const paths = all.filter((one) => one.reason === reason).map(({ path }) => path);
    return { reason, n: paths.length, paths: paths.slice(0, PATHS_SHOWN) };
  });
}

export function createReadings(deps: ReadingsDeps): Readings {
  const { store, registry, wait, report } = deps;
  const readings = new Map<number, Reading>();

  async function read(site: SiteRecord, reading: Reading, given: readonly URL[]): Promise<void> {
    const { pages, ending } = reading;
    const { signal } = ending;
    const collected = await collectPages(
      {
        ...pages,
        signal,
        onProgress: ({ sitemaps, pages: named }) => {
          reading.progress = { ...NOTHING, sitemaps, pages: named };
        },
      },
      given.length > 0 ? given : await sitemapsOf(site, pages),
      { sitemaps: 1_000, pages: MAX_PAGES },
    );
    const { sitemaps, pages: named } = collected;
    const begun = { ...NOTHING, sitemaps, pages: named.size };
    reading.progress = { ...begun, left: named.size };
    const crawled = await crawl(
      {
        ...pages,
        routes: site.routes,
        known: await store.crawled(site.id),
        wait: async (ms) => {
          await wait(ms, signal);
          // Another process may have erased the site, or changed which pages are its own.
          if (!hasSamePages(site, await registry.site(site.slug))) drop(site, reading);
        },
        signal,
        onProgress: (progress) => {
          reading.progress = { ...begun, ...progress };
        },
      },
      {
        start: [...named.values()],
        follow: false,
        maxPages: MAX_PAGES,
        delayMs: site.kind === 'test' ? 0 : PAUSE_MS,
      },
    );
    reading.found = { collected, crawled };
  }

  const entriesOf = async (site: SiteRecord, { crawled }: Found) =>
    crawled.gathered.entries(await registry.catalogue(site.id));

  async function show(site: SiteRecord, { found, progress }: Reading): Promise<CatalogueReading> {
    if (found === null) return { state: 'running', ...progress };
    const entries = await entriesOf(site, found);
    const { added, changed } = await planDeclaring(deps, site, entries);
    const byKind = new Map<TermKind, { size: number }>();
    for (const { kind } of entries) byKind.set(kind, { size: (byKind.get(kind)?.size ?? 0) + 1 });
    const { read: n, unchanged, failed, left } = found.crawled;
    return {
      state: 'found',
      ...{ sitemaps: found.collected.sitemaps, pages: found.collected.pages.size },
      ...{ read: n, unchanged, failed, left },
      elsewhere: found.collected.elsewhere,
      isCut: found.collected.isCut,
      skipped: skippedOf(found),
      found: sizes(byKind),
      added: sizes(added),
      changed,
      examples: entries.filter(({ kind, text }) => added.get(kind)?.has(text)).slice(0, EXAMPLES),
    };
  }

  const end = ({ ending, pages }: Reading): void => {
    ending.abort();
    // What is asked for now is not waited for.
    pages.close();
  };

  /** @param reading Default: whichever there is. */
  const drop = ({ id }: Pick<SiteRecord, 'id'>, reading = readings.get(id)): boolean => {
    if (reading === undefined) return false;
    end(reading);
    if (readings.get(id) === reading) readings.delete(id);
    return true;
  };

  return {
    start(site, sitemaps) {
      const before = readings.get(site.id);
      if (before !== undefined && before.found === null && !before.hasFailed) return false;
      const reading: Reading = {
        ending: new AbortController(),
        pages: ownPagesOf(site, sitemaps, deps),
        progress: NOTHING,
        found: null,
        hasFailed: false,
      };
      readings.set(site.id, reading);
      read(site, reading, sitemaps)
        .catch((error: unknown) => {
          reading.hasFailed = true;
          report(error);
        })
        .finally(() => reading.pages.close());
      return true;
    },
    async look(site) {
      const reading = readings.get(site.id);
      if (reading === undefined) return { state: 'none' };
      return reading.hasFailed ? { state: 'failed' } : show(site, reading);
    },
    async take(site) {
      const reading = readings.get(site.id);
      if (reading === undefined || reading.found === null) return null;
      const { found } = reading;
      // Set aside at once: of two who take it at the same time, one does.
      reading.found = null;
      try {
        const told = await declareCatalogue(deps, site, await entriesOf(site, found));
        if (told.excess !== null) return told;
        await store.keepCrawled(site.id, found.crawled.validators);
        if (readings.get(site.id) === reading) readings.delete(site.id);
        return told;
      } finally {
        // Where it could not be declared it waits on; where it was, nobody has this reading any more.
        reading.found = found;
      }
    },
    drop: (site) => drop(site),
    stop() {
      for (const reading of readings.values()) end(reading);
      readings.clear();
    },
  };
}
