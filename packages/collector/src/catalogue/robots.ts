/** What a shop's robots.txt asks of whoever reads its pages by machine (RFC 9309). */
import robotsParser from 'robots-parser';
import { FetchError, type Fetcher } from './fetch.ts';

/** Its types tell of a default export, which the file has not: it is the function itself. */
const parse = robotsParser as unknown as typeof robotsParser.default;

/** The name by which we are told what to leave alone. */
const PRODUCT = 'Holloway';
/** What has to be read of it at least; the rest need not. */
const MAX_BYTES = 512 * 1024;

export interface Robots {
  mayRead(url: URL): boolean;
  /** Seconds between two requests; `null` where nothing is said. */
  readonly delay: number | null;
  /** Addresses, as they stand there. */
  readonly sitemaps: readonly string[];
}

const ALL_OPEN: Robots = { mayRead: () => true, delay: null, sitemaps: [] };
const ALL_CLOSED: Robots = { mayRead: () => false, delay: null, sitemaps: [] };

function parseRobots(url: URL, text: string): Robots {
  const robots = parse(url.href, text);
  return {
    mayRead: (page) => robots.isAllowed(page.href, PRODUCT) !== false,
    delay: robots.getCrawlDelay(PRODUCT) ?? null,
    sitemaps: robots.getSitemaps(),
  };
}

/** Of an origin. Where there is none everything may be read; where it cannot be had, nothing. */
export async function readRobots({ get }: Pick<Fetcher, 'get'>, origin: string): Promise<Robots> {
  const url = new URL('/robots.txt', origin);
  const parts: Buffer[] = [];
  let bytes = 0;
  const noneThere = [400, 401, 403, 404, 410, 451];
  try {
    const { status } = await get(url, { maxBytes: 2 * MAX_BYTES, alsoFine: noneThere }, (part) => {
      parts.push(part);
      bytes += part.length;
      return bytes < MAX_BYTES;
    });
    return status === 200 ? parseRobots(url, Buffer.concat(parts).toString('utf8')) : ALL_OPEN;
  } catch (error) {
    if (error instanceof FetchError) return ALL_CLOSED;
    throw error;
  }
}
