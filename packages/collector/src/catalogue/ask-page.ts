/** Asks for one page as text, unless it is the same as before. Whether it may be asked for is said elsewhere (crawl). */
import type { Validators } from '../store/store.ts';
import { FetchError, type Fetched, type Fetcher } from './fetch.ts';

const MAX_PAGE_BYTES = 4 * 1024 * 1024;
const HTML = /^(?:text\/html|application\/xhtml\+xml)\s*(?:;|$)/i;
const LONGEST_VALIDATOR = 300;

const kept = (validator: string | null): string | null =>
  validator !== null && validator.length <= LONGEST_VALIDATOR ? validator : null;

export const validatorsOf = ({ etag, modified }: Fetched): Validators => ({
  etag: kept(etag),
  modified: kept(modified),
});

const conditions = ({ etag, modified }: Validators) => ({
  ...(etag === null ? {} : { 'If-None-Match': etag }),
  ...(modified === null ? {} : { 'If-Modified-Since': modified }),
});

function textOf(parts: readonly Buffer[], contentType: string): string {
  const charset = /charset="?([\w-]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  const bytes = Buffer.concat(parts);
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return bytes.toString('utf8'); // a charset that nobody knows
  }
}

/**
 * The page as text; `null` where it has not changed since `known`. Rejects with a FetchError.
 */
export async function askPage(get: Fetcher['get'], url: URL, known?: Validators) {
  const parts: Buffer[] = [];
  const fetched = await get(
    url,
    {
      maxBytes: MAX_PAGE_BYTES,
      headers: { Accept: 'text/html,application/xhtml+xml', ...(known && conditions(known)) },
      ...(known && { alsoFine: [304] }),
    },
    (part) => parts.push(part) > 0,
  );
  if (fetched.status === 304) return null;
  if (!HTML.test(fetched.contentType)) throw new FetchError('wrong-type');
  return { fetched, html: textOf(parts, fetched.contentType) };
}
