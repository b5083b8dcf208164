/**
 * Reads the pages of a shop for its catalogue, as a guest would: what robots.txt allows, one page at a time with a pause
 * between, by a name that says who reads, and nothing again that has not changed. What a page says is read in page.
 */
import type { Route } from '@holloway/protocol';
import { pathOf } from '@holloway/sdk/describe';
import type { Validators } from '../store/store.ts';
import { askPage, validatorsOf } from './ask-page.ts';
import { FetchError, type Fetcher, type FetchFailure } from './fetch.ts';
import { createGathered, type Gathered } from './gather.ts';
import { readPage } from './page.ts';
import type { Robots } from './robots.ts';

/** No robots.txt may keep us waiting longer between two pages. */
const LONGEST_DELAY_MS = 30_000;

/** Why a page was not read; `forbidden` is what robots.txt says. */
export type PageFailure = FetchFailure | 'forbidden';

export interface CrawlPlan {
  readonly start: readonly URL[];
  /** Whether pages that the pages link to are read too. */
  readonly follow: boolean;
  readonly maxPages: number;
  readonly delayMs: number;
}

export interface CrawlProgress {
  readonly read: number;
  readonly unchanged: number;
  readonly failed: number;
  /** Known and not asked for yet. */
  readonly left: number;
}

export interface Crawled extends CrawlProgress {
  readonly gathered: Gathered;
  readonly failures: readonly { readonly path: string; readonly reason: PageFailure }[];
  /** Of the pages that were read. */
  readonly validators: ReadonlyMap<string, Validators>;
}

export interface CrawlDeps {
  readonly get: Fetcher['get'];
  readonly isOwn: (url: URL) => boolean;
  /** Of an origin. */
  readonly robots: (origin: string) => Promise<Robots>;
  readonly routes: readonly Route[];
  /** What pages answered when they were read before. */
  readonly known: ReadonlyMap<string, Validators>;
  readonly wait: (ms: number) => Promise<unknown>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: CrawlProgress) => void;
}

/** Of two addresses that are counted as one page the first is asked for, without what is not counted of it. */
function createQueue(isOwn: (url: URL) => boolean) {
  const met = new Set<string>();
  const waiting: URL[] = [];
  let next = 0;
  return {
    add(url: URL): void {
      if (!isOwn(url)) return;
      const page = new URL(url.pathname, url.origin);
      const path = pathOf(page);
      if (met.has(path)) return;
      met.add(path);
      waiting.push(page);
    },
    take: (): URL | undefined => (next < waiting.length ? waiting[next++] : undefined),
    /** The last one that was taken was not asked for. */
    putBack(): void {
      next -= 1;
    },
    left: (): number => waiting.length - next,
  };
}

/** Ends at once, with what it has by then, where `signal` says so. Rejects with what is no failure of the pages. */
export async function crawl(
  { get, isOwn, robots, routes, known, wait, signal, onProgress }: CrawlDeps,
  { start, follow, maxPages, delayMs }: CrawlPlan,
): Promise<Crawled> {
  const queue = createQueue(isOwn);
  start.forEach(queue.add);
  const gathered = createGathered();
  const failures: { path: string; reason: PageFailure }[] = [];
  const validators = new Map<string, Validators>();
  let [read, unchanged] = [0, 0];
  const progress = (): CrawlProgress => ({ read, unchanged, failed: failures.length, left: queue.left() });

  const visit = async (url: URL): Promise<void> => {
    // Links are in the page alone, so that one that is followed further is read in any case.
    const answer = await askPage(get, url, follow ? undefined : known.get(url.href));
    if (answer === null) {
      unchanged += 1;
      return;
    }
    const page = readPage(answer.html, answer.fetched.url, routes);
    gathered.add(page.entries);
    gathered.addHearsay(page.hearsay);
    if (follow) page.links.forEach(queue.add);
    validators.set(url.href, validatorsOf(answer.fetched));
    read += 1;
  };

  const isAborted = (): boolean => signal?.aborted === true;
  let asked = 0;
  while (asked < maxPages && !isAborted()) {
    const url = queue.take();
    if (url === undefined) break;
    const { mayRead, delay } = await robots(url.origin);
    const isAllowed = mayRead(url);
    if (isAllowed && asked > 0)
      await wait(Math.max(delayMs, Math.min((delay ?? 0) * 1000, LONGEST_DELAY_MS)));
    // Somebody may have ended it while it waited.
    if (isAborted()) {
      queue.putBack();
      break;
    }
    if (!isAllowed) {
      failures.push({ path: pathOf(url), reason: 'forbidden' });
      continue;
    }
    asked += 1;
    try {
      await visit(url);
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      failures.push({ path: pathOf(url), reason: error.code });
    }
    onProgress?.(progress());
  }
  return { ...progress(), gathered, failures, validators };
}
