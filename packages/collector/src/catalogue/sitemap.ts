/**
 * Reads a sitemap (sitemaps.org) as it comes in: of what sort it is, and each address in it. Entities that the document
 * declares itself stay unread, so that nothing in it can grow. Does not ask for it (sitemaps).
 */
import { Parser } from 'htmlparser2';

const LONGEST_ADDRESS = 2_048;
const DEEPEST = 16;

/** `pages`: of a store; `sitemaps`: of further sitemaps. */
export type SitemapSort = 'pages' | 'sitemaps';

export interface SitemapReader {
  write(text: string): void;
  /** `null` before its first element, and of anything that is no sitemap. */
  sort(): SitemapSort | null;
  /** Whether there is nothing to be read in it any more: it is something else, or nested as no sitemap is. */
  isLost(): boolean;
}

const SORTS = new Map<string, SitemapSort>([
  ['urlset', 'pages'],
  ['sitemapindex', 'sitemaps'],
]);
/** Elements whose `loc` is an address; that of an `image:image` is none of a page. */
const ENTRIES: ReadonlySet<string> = new Set(['url', 'sitemap']);

/** `sm:loc` is a `loc` where everything around it is called `sm:` too. */
function parted(name: string): readonly [prefix: string, local: string] {
  const colon = name.indexOf(':');
  return colon === -1 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)];
}

export function createSitemapReader(onAddress: (address: string, sort: SitemapSort) => void): SitemapReader {
  const open: string[] = [];
  let sort: SitemapSort | null = null;
  let isLost = false;
  /** `null` outside of one. */
  let address: string | null = null;

  const isAddress = (): boolean => {
    const [prefix, local] = parted(open.at(-1) ?? '');
    const [around, entry] = parted(open.at(-2) ?? '');
    return open.length === 3 && local === 'loc' && prefix === around && ENTRIES.has(entry);
  };
  const parser = new Parser(
    {
      onopentagname(name) {
        if (open.length === 0) {
          sort = SORTS.get(parted(name)[1]) ?? null;
          isLost = sort === null;
        }
        open.push(name);
        if (open.length > DEEPEST) isLost = true;
        if (isAddress()) address = '';
      },
      ontext(text) {
        if (address !== null && address.length <= LONGEST_ADDRESS) address += text;
      },
      onclosetag() {
        const found = address?.trim() ?? '';
        address = null;
        open.pop();
        if (sort !== null && found !== '' && found.length <= LONGEST_ADDRESS) onAddress(found, sort);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  return {
    write: (text) => void (isLost || parser.write(text)),
    sort: () => sort,
    isLost: () => isLost,
  };
}
