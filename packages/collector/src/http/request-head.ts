/** Hands a request's head to anonymise, unread. */
import type { Context } from 'hono';
import type { RequestHead } from '../ingest/anonymise.ts';

interface NodeBindings {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } };
}

export const requestHead = (c: Context): RequestHead => ({
  headers: c.req.raw.headers,
  // Without a socket, as in a test, there is no address.
  remoteAddress: (c.env as NodeBindings | undefined)?.incoming?.socket?.remoteAddress,
});
