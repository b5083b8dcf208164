/**
 * Asks the pages of a shop for something, and nobody else: its own origins alone, at addresses that are allowed, with an
 * end to time, bytes and redirects. What goes wrong is a FetchError with one of a closed set of reasons.
 */
import {
  Agent as HttpAgent,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request as requestHttp,
} from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { createCheckedLookup } from '../network/checked-lookup.ts';
import { unpacked } from './unpack.ts';

const MAX_REDIRECTS = 5;
const MAX_HEADER_BYTES = 16 * 1024;

export const FETCH_FAILURES = {
  elsewhere: 'leads to an origin that is not registered for the site',
  'not-allowed': 'is at an address that is not public (of a test site: not loopback)',
  unreachable: 'cannot be reached',
  'too-slow': 'took too long',
  'too-large': 'is too large',
  redirects: 'redirects too often',
  status: 'was not answered with 200',
  broken: 'cannot be unpacked',
  'wrong-type': 'is no page',
} as const;
export type FetchFailure = keyof typeof FETCH_FAILURES;

export class FetchError extends Error {
  override readonly name = 'FetchError';
  readonly code: FetchFailure;
  constructor(code: FetchFailure, options?: ErrorOptions) {
    super(FETCH_FAILURES[code], options);
    this.code = code;
  }
}

export interface FetchOptions {
  /** Of the body, as it is when it is unpacked. */
  readonly maxBytes: number;
  readonly headers?: { readonly [name: string]: string };
  /** Statuses beside 200 that are answers too. */
  readonly alsoFine?: readonly number[];
}

export interface Fetched {
  readonly status: number;
  /** Where it was in the end. */
  readonly url: URL;
  /** Empty where it does not say. */
  readonly contentType: string;
  readonly etag: string | null;
  /** `Last-Modified` */
  readonly modified: string | null;
}

export interface Fetcher {
  /**
   * @param take Is handed the body part by part; `false` ends it there.
   * Rejects with a FetchError.
   */
  get(url: URL, options: FetchOptions, take: (part: Buffer) => boolean): Promise<Fetched>;
  close(): void;
}

export interface FetcherDeps {
  readonly userAgent: string;
  readonly isOwn: (url: URL) => boolean;
  /** Of the addresses that the name of an own origin resolves to. */
  readonly mayConnect: (address: string) => boolean;
  /** Of one request, all of it. */
  readonly timeoutMs: number;
  /** Default: the resolver of the system. */
  readonly resolve?: (host: string) => Promise<readonly { address: string; family: number }[]>;
}

const fetchedOf = (status: number, url: URL, headers: IncomingHttpHeaders): Fetched => ({
  status,
  url,
  contentType: headers['content-type'] ?? '',
  etag: headers.etag ?? null,
  modified: headers['last-modified'] ?? null,
});

function failureOf(cause: unknown, signal: AbortSignal): FetchError {
  if (cause instanceof FetchError) return cause;
  if (signal.aborted) return new FetchError('too-slow', { cause });
  const { code } = cause as { code?: unknown };
  return new FetchError(String(code).startsWith('Z_') ? 'broken' : 'unreachable', { cause });
}

export function createFetcher(deps: FetcherDeps): Fetcher {
  const { userAgent, isOwn, mayConnect, timeoutMs } = deps;
  const options = { keepAlive: true, maxSockets: 1 };
  const [http, https] = [new HttpAgent(options), new HttpsAgent(options)];
  const lookup = createCheckedLookup({
    ...deps,
    refused: () => new FetchError('not-allowed'),
    unknown: (cause) => new FetchError('unreachable', { cause }),
  });

  function ask(url: URL, headers: FetchOptions['headers'], signal: AbortSignal): Promise<IncomingMessage> {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    // An address is not looked up.
    if (isIP(host) !== 0 && !mayConnect(host)) throw new FetchError('not-allowed');
    const isSafe = url.protocol === 'https:';
    return new Promise((resolve, reject) => {
      const asked = (isSafe ? requestHttps : requestHttp)(url, {
        agent: isSafe ? https : http,
        lookup,
        signal,
        maxHeaderSize: MAX_HEADER_BYTES,
        headers: { 'User-Agent': userAgent, 'Accept-Encoding': 'gzip', ...headers },
      });
      asked.once('response', resolve).once('error', reject).end();
    });
  }

  /** The answer at the end of the redirects. */
  async function follow(start: URL, headers: FetchOptions['headers'], signal: AbortSignal) {
    let url = start;
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
      if (!isOwn(url)) throw new FetchError('elsewhere');
      const answer = await ask(url, headers, signal);
      const { statusCode: status = 0, headers: answered } = answer;
      if (status < 300 || status === 304 || answered.location === undefined) return { url, status, answer };
      answer.destroy();
      const next = URL.parse(answered.location, url);
      if (next === null) throw new FetchError('elsewhere');
      url = next;
    }
    throw new FetchError('redirects');
  }

  return {
    async get(start, { maxBytes, headers, alsoFine = [] }, take) {
      const signal = AbortSignal.timeout(timeoutMs);
      try {
        const { url, status, answer } = await follow(start, headers, signal);
        if (status !== 200) {
          answer.destroy();
          if (!alsoFine.includes(status)) throw new FetchError('status');
          return fetchedOf(status, url, answer.headers);
        }
        const parts = unpacked(
          answer,
          answer.headers['content-encoding'],
          maxBytes,
          () => new FetchError('too-large'),
        );
        for await (const part of parts) if (!take(part)) break;
        return fetchedOf(status, url, answer.headers);
      } catch (cause) {
        throw failureOf(cause, signal);
      }
    },
    close() {
      http.destroy();
      https.destroy();
    },
  };
}
