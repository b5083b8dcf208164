/** What came of declaring a catalogue and of reading a shop's pages, in words, for the command line. Pure. */
import type { Crawled, PageFailure } from '../catalogue/crawl.ts';
import { FETCH_FAILURES } from '../catalogue/fetch.ts';
import type { Collected, SitemapFailure } from '../catalogue/sitemaps.ts';
import type { Declaring } from '../site/declare.ts';

/** So many of each are shown; of the rest, how many. */
const SHOWN = 10;

const REASONS: { readonly [reason in PageFailure | SitemapFailure]: string } = {
  ...FETCH_FAILURES,
  forbidden: 'must not be read, by robots.txt',
  'no-sitemap': 'is no sitemap',
  'too-deep': 'is named by a sitemap too far from the first',
};

const some = (texts: Iterable<string>): string => {
  const all = [...texts];
  const rest = all.length - SHOWN;
  return all.slice(0, SHOWN).join(' ') + (rest > 0 ? ` and ${rest} more` : '');
};

/** A line a reason; paths as they are counted, so that nothing in them can be what it should not. */
function failureLines(
  failures: readonly { readonly path: string; readonly reason: keyof typeof REASONS }[],
): string[] {
  const reasons = [...new Set(failures.map(({ reason }) => reason))];
  return reasons.map((reason) => {
    const paths = failures.filter((failure) => failure.reason === reason).map(({ path }) => path);
    return `  ${REASONS[reason]}: ${some(paths)}`;
  });
}

export function sitemapLines({
  pages,
  sitemaps,
  addresses,
  elsewhere,
  failures,
  isCut,
}: Collected): string[] {
  return [
    `${sitemaps} sitemaps with ${addresses} addresses, which are counted as ${pages.size} pages.`,
    ...(elsewhere > 0 ? [`${elsewhere} are no addresses of the site's own origins, and are left out.`] : []),
    ...(isCut ? ['There are more than are read at once; the rest is left out.'] : []),
    ...(failures.length > 0 ? [`${failures.length} sitemaps could not be read:`] : []),
    ...failureLines(failures),
  ];
}

export function crawlLines({ read, unchanged, left, failures }: Crawled): string[] {
  return [
    `${read} pages read, ${unchanged} unchanged${left > 0 ? `, ${left} left for another time (--pages)` : ''}.`,
    ...(failures.length > 0 ? [`${failures.length} pages were not read:`] : []),
    ...failureLines(failures),
  ];
}

export function declaredLines(
  slug: string,
  entries: number,
  { added, changed }: Declaring,
  isDry: boolean,
): string[] {
  const counts = [...added].map(([kind, texts]) => `${kind} ${texts.size}`);
  const names = counts.length === 0 ? 'no new names' : `new names: ${counts.join(', ')}`;
  const line = `${isDry ? 'Would declare' : 'Declared'} ${entries} entries of ${slug}; ${names}; ${changed} changed.`;
  return isDry ? [line, ...[...added].map(([kind, texts]) => `  ${kind}: ${some(texts)}`)] : [line];
}
