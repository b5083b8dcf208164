/**
 * Collects the addresses of a shop's pages from its sitemaps, and from those that they name: one after another, within
 * bounds, own origins only. Two addresses that are counted as one page are one.
 */
import { pathOf } from '@holloway/sdk/describe';
import { FetchError, type Fetcher, type FetchFailure } from './fetch.ts';
import { createSitemapReader, type SitemapSort } from './sitemap.ts';

/** What the protocol allows of one. */
const MAX_BYTES = 50 * 1024 * 1024;
/** An index names sitemaps; that one of them is an index again is tolerated once. */
const DEEPEST = 2;

export interface SitemapBounds {
  readonly sitemaps: number;
  readonly pages: number;
}
export const SITEMAP_BOUNDS: SitemapBounds = { sitemaps: 1_000, pages: 200_000 };

export interface SitemapProgress {
  readonly sitemaps: number;
  readonly pages: number;
}

/** Why a sitemap was not read, or not to its end. */
export type SitemapFailure = FetchFailure | 'no-sitemap' | 'too-deep';

export interface Collected {
  /** By normalised path, in the order of the sitemaps. */
  readonly pages: ReadonlyMap<string, URL>;
  readonly sitemaps: number;
  /** Addresses in all. */
  readonly addresses: number;
  /** Of them: not of the site's own origins, or no addresses at all. */
  readonly elsewhere: number;
  readonly failures: readonly { readonly path: string; readonly reason: SitemapFailure }[];
  /** Whether there was more than the bounds allow. */
  readonly isCut: boolean;
}

export interface SitemapsDeps {
  readonly get: Fetcher['get'];
  readonly isOwn: (url: URL) => boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: SitemapProgress) => void;
}

export async function collectPages(
  { get, isOwn, signal, onProgress }: SitemapsDeps,
  starts: readonly URL[],
  bounds: SitemapBounds = SITEMAP_BOUNDS,
): Promise<Collected> {
  const pages = new Map<string, URL>();
  const failures: { path: string; reason: SitemapFailure }[] = [];
  const queue = starts.map((url) => ({ url, depth: 0 }));
  const met = new Set(starts.map(({ href }) => href));
  let [addresses, elsewhere, sitemaps, isCut] = [0, 0, 0, false];

  const take = (address: string, sort: SitemapSort, from: URL, depth: number): void => {
    const url = URL.parse(address, from);
    if (sort === 'pages') addresses += 1;
    if (url === null || !isOwn(url)) {
      if (sort === 'pages') elsewhere += 1;
      else failures.push({ path: pathOf(from), reason: 'elsewhere' });
    } else if (sort === 'pages') {
      const path = pathOf(url);
      if (pages.has(path)) return;
      if (pages.size >= bounds.pages) isCut = true;
      else pages.set(path, url);
    } else if (!met.has(url.href)) {
      met.add(url.href);
      if (depth >= DEEPEST) failures.push({ path: pathOf(url), reason: 'too-deep' });
      else if (met.size > bounds.sitemaps) isCut = true;
      else queue.push({ url, depth: depth + 1 });
    }
  };

  for (let next = queue.shift(); next !== undefined && !isCut; next = queue.shift()) {
    if (signal?.aborted) break;
    const { url, depth } = next;
    const reader = createSitemapReader((address, sort) => take(address, sort, url, depth));
    const decoder = new TextDecoder();
    try {
      await get(url, { maxBytes: MAX_BYTES }, (part) => {
        reader.write(decoder.decode(part, { stream: true }));
        onProgress?.({ sitemaps, pages: pages.size });
        return !reader.isLost() && !isCut && !signal?.aborted;
      });
      if (reader.sort() === null || reader.isLost())
        failures.push({ path: pathOf(url), reason: 'no-sitemap' });
      else sitemaps += 1;
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      failures.push({ path: pathOf(url), reason: error.code });
    }
  }
  return { pages, sitemaps, addresses, elsewhere, failures, isCut };
}
