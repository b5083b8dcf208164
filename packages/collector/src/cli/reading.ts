/** How commands read the pages of a shop: by whom they say they are, from where, and how long they wait. */
import type { Page } from '@holloway/sdk/describe';
import { isLoopback, isPublic } from '../catalogue/address.ts';
import { askPage } from '../catalogue/ask-page.ts';
import { createFetcher, FetchError, type Fetcher } from '../catalogue/fetch.ts';
import { readPage } from '../catalogue/page.ts';
import { mayEmbed } from '../ingest/collect.ts';
import type { SiteRecord } from '../store/store.ts';
import { VERSION } from '../version.ts';
import { CommandError } from './terminal.ts';

const TIMEOUT_MS = 60_000;

export interface Reading extends Fetcher {
  isOwn(url: URL): boolean;
}

/** @param beside Origins that count as the site's own too: of a test site those that were given by hand. */
export function readingOf(site: SiteRecord, beside: readonly URL[] = []): Reading {
  const given = new Set(beside.map(({ origin }) => origin).filter((origin) => mayEmbed(origin, site)));
  const isOwn = ({ origin, username, password }: URL): boolean =>
    username === '' && password === '' && (site.origins.includes(origin) || given.has(origin));
  const fetcher = createFetcher({
    userAgent: `Holloway/${VERSION} (reads the catalogue of this shop for its own statistics)`,
    isOwn,
    mayConnect: site.kind === 'test' ? isLoopback : isPublic,
    timeoutMs: TIMEOUT_MS,
  });
  return { ...fetcher, isOwn };
}

/** What a page says of itself. */
export async function readPageOf(site: SiteRecord, url: URL): Promise<Page> {
  const reading = readingOf(site, [url]);
  try {
    const answer = await askPage(reading.get, url);
    if (answer === null) throw new Error('a page is new where nothing is known of it');
    return readPage(answer.html, answer.fetched.url, site.routes).page;
  } catch (error) {
    if (error instanceof FetchError) throw new CommandError(`the page ${error.message}`);
    throw error;
  } finally {
    reading.close();
  }
}
