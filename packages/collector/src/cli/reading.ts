/** How commands read the pages of a shop. */
import type { Page } from '@holloway/sdk/describe';
import { askPage } from '../catalogue/ask-page.ts';
import { FetchError } from '../catalogue/fetch.ts';
import { type OwnPages, ownPagesOf } from '../catalogue/own-pages.ts';
import { readPage } from '../catalogue/page.ts';
import { mayEmbed } from '../ingest/collect.ts';
import type { SiteRecord } from '../store/store.ts';
import { VERSION } from '../version.ts';
import { CommandError } from './terminal.ts';

/** @param beside Of a test site, addresses whose origins count as its own too. */
export const readingOf = (site: SiteRecord, beside: readonly URL[] = []): OwnPages =>
  ownPagesOf(site, beside, { version: VERSION, mayEmbed });

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
