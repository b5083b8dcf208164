/** The pages of one shop, to be read: from which origins and addresses, by whom it says it is, and where its sitemaps are. */
import type { SiteRecord } from '../store/store.ts';
import { isLoopback, isPublic } from './address.ts';
import { createFetcher, type Fetcher } from './fetch.ts';
import { type Robots, readRobots } from './robots.ts';

const TIMEOUT_MS = 60_000;

export interface OwnPages extends Fetcher {
  isOwn(url: URL): boolean;
  /** What is told of the robots.txt of an origin, asked for once. */
  robots(origin: string): Promise<Robots>;
}

/** Who reads, and whose pages count as the shop's. */
export interface Reader {
  readonly version: string;
  /** Whether pages of an origin may send to the site. */
  readonly mayEmbed: (origin: string, site: SiteRecord) => boolean;
}

/**
 * Nobody else is asked: a site's own origins, at public addresses; a test site's on the machine itself.
 *
 * @param beside Addresses whose origins count as the site's own too: of a test site those that were given by hand.
 */
export function ownPagesOf(
  site: SiteRecord,
  beside: readonly URL[],
  { version, mayEmbed }: Reader,
): OwnPages {
  const given = new Set(beside.map(({ origin }) => origin).filter((origin) => mayEmbed(origin, site)));
  const isOwn = ({ origin, username, password }: URL): boolean =>
    username === '' && password === '' && (site.origins.includes(origin) || given.has(origin));
  const fetcher = createFetcher({
    userAgent: `Holloway/${version} (reads the catalogue of this shop for its own statistics)`,
    isOwn,
    mayConnect: site.kind === 'test' ? isLoopback : isPublic,
    timeoutMs: TIMEOUT_MS,
  });
  const known = new Map<string, Promise<Robots>>();
  return {
    ...fetcher,
    isOwn,
    robots(origin) {
      const robots = known.get(origin) ?? readRobots(fetcher, origin);
      known.set(origin, robots);
      return robots;
    },
  };
}

/** Whether a site is still there, and the same pages are its own. */
export const hasSamePages = (before: SiteRecord, now: SiteRecord | undefined): boolean =>
  now?.id === before.id &&
  now.kind === before.kind &&
  now.origins.length === before.origins.length &&
  now.origins.every((origin) => before.origins.includes(origin));

/** Those that the robots.txt of each origin names, or else where they usually are; none where no origin is registered. */
export async function sitemapsOf(
  { origins }: SiteRecord,
  { robots }: Pick<OwnPages, 'robots'>,
): Promise<URL[]> {
  const found = await Promise.all(
    origins.map(async (origin) => {
      const named = (await robots(origin)).sitemaps.flatMap((text) => URL.parse(text, origin) ?? []);
      return named.length > 0 ? named : [new URL('/sitemap.xml', origin)];
    }),
  );
  return found.flat();
}
