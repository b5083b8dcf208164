/**
 * For a shop's own server: passes visitors' counts on to the collector, without the visitors. Fetch-standard, so that it
 * runs on any server. What of a head goes on is said in forwarded-head, what of an answer comes back in answer.
 */
import { MAX_BODY_BYTES } from '@holloway/protocol';
import { passOn, refusal, unavailable } from './answer.ts';
import { createHash, truncate } from './conceal.ts';
import { headOfBatch, headOfQuestion, NOWHERE, type Whence } from './forwarded-head.ts';
import { type KeepChoiceOptions, keepChoice } from './keep-choice.ts';
import { readBody } from './read-body.ts';
import { METHODS, type Route, routeOf } from './route.ts';

/**
 * Where something about the visitor is read: the name of a header that your own front server sets, whatever the browser
 * sent, or a function. Of a header with a list, such as `X-Forwarded-For`, the last element counts: those before it were
 * sent by whoever asked, who may have made them up.
 */
export type Source = string | ((request: Request) => string | null | undefined);

export interface RelayOptions {
  /** The address of the collector, such as `https://stats.example.com`: a host and nothing behind it. */
  readonly collector: string;
  /** The secret that the collector has in `HOLLOWAY_RELAY_KEY`: 32 to 256 visible ASCII characters. */
  readonly key: string;
  /** The path that it is mounted on. Default: `/holloway`; `/` for a host of its own. */
  readonly path?: string;
  /**
   * What the collector is told instead of the address. `truncate` (default): its network, /24 of IPv4 and /48 of IPv6.
   * `hash`: that network's hash, under a key that lives in memory alone and changes every hour.
   */
  readonly address?: 'truncate' | 'hash';
  /** Where the visitor's address is read. Default: what the server passes as `info.address`. */
  readonly addressOf?: Source;
  /** Where the visitor's country (ISO 3166-1 alpha-2) is read. Default: the collector looks the network up. */
  readonly country?: Source;
  /** Keeps choices at `<path>/choice`, for `data-keep`. Default: it does not. */
  readonly choice?: KeepChoiceOptions;
  /** How long the collector may take, in ms; for the numbers over a page it has half a minute at least. Default: 3000. */
  readonly timeoutMs?: number;
  /** Default: the platform's. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** For tests. Default: the system's. */
  readonly clock?: { now(): number };
  /** For tests. Default: the platform's cryptographic source. */
  readonly random?: (length: number) => Uint8Array<ArrayBuffer>;
}

export type Relay = (request: Request, info?: { readonly address?: string | undefined }) => Promise<Response>;

/** A look at the numbers may wait its turn, and its code is used up by then: whoever gives up first has lost it. */
const LOOK_MS = 30_000;

const KEY = /^[\x21-\x7e]{32,256}$/;
const COLLECTOR = /^https?:\/\/[^\s\\/?#@]+\/?$/;
const PATH = /^\/[\w./-]*$/;

function checkOptions({ collector, key, path, address }: RelayOptions): void {
  if (!COLLECTOR.test(collector) || !URL.canParse(collector)) {
    throw new TypeError(
      'collector must be an address such as https://stats.example.com, without user, password, path or query',
    );
  }
  if (!KEY.test(key)) throw new TypeError('key must be 32 to 256 visible ASCII characters');
  if (path !== undefined && !PATH.test(path)) throw new TypeError('path must be such as /holloway');
  if (address !== undefined && !['truncate', 'hash'].includes(address)) {
    throw new TypeError('address must be truncate or hash');
  }
}

function readSource(source: Source | undefined, request: Request): string | null {
  if (typeof source === 'function') return source(request) ?? null;
  if (source === undefined) return null;
  return request.headers.get(source)?.split(',').at(-1)?.trim() ?? null;
}

/**
 * @returns A handler for everything below `path`. Answers what the collector does; 503 with `Retry-After` where that one
 * does not answer in time, so that the browser sends it again; 404, 405 and 413 for what is not to be passed on.
 * @throws TypeError for an option that breaks its rule; the handler never throws.
 */
export function createRelay(options: RelayOptions): Relay {
  checkOptions(options);
  const { key, timeoutMs = 3000, fetch: send = globalThis.fetch, clock = Date } = options;
  const random = options.random ?? ((length: number) => crypto.getRandomValues(new Uint8Array(length)));
  const collector = new URL(options.collector).origin;
  const mount = (options.path ?? '/holloway').replace(/\/+$/, '');
  const conceal = options.address === 'hash' ? createHash({ clock, random }) : truncate;
  const keep = options.choice === undefined ? null : keepChoice(options.choice);

  const whence = async (request: Request, given: string | undefined): Promise<Whence> => {
    const address = options.addressOf === undefined ? given : readSource(options.addressOf, request);
    const network = address == null ? null : await conceal(address);
    return { key, network, country: readSource(options.country, request) };
  };

  const ask = async (
    { method, headers }: Request,
    { kind, path }: Route,
    init: RequestInit,
  ): Promise<Response> => {
    const answer = await send(`${collector}/${path}`, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.timeout(kind === 'overlay' ? Math.max(timeoutMs, LOOK_MS) : timeoutMs),
    });
    return passOn(answer, { method, ifNoneMatch: headers.get('If-None-Match') });
  };

  return async (request, info) => {
    const { method, headers, url } = request;
    const route = routeOf(url, mount);
    if (route === null || (route.kind === 'choice' && keep === null)) {
      return refusal(404, 'There is no such thing');
    }
    const allowed = METHODS[route.kind];
    if (!allowed.includes(method)) return refusal(405, 'The method is not one of those', allowed.join(', '));
    try {
      if (route.kind === 'public') return await ask(request, route, { headers: headOfQuestion(NOWHERE) });
      if (route.kind === 'config') {
        const head = headOfQuestion(await whence(request, info?.address));
        return await ask(request, route, { headers: head });
      }
      const body = await readBody(request, MAX_BODY_BYTES);
      if (body === null) return refusal(413, `The body must be at most ${MAX_BODY_BYTES} bytes`);
      if (keep !== null && route.kind === 'choice') {
        return await keep(new Request(url, { method, headers, body }));
      }
      const head = headOfBatch(headers, await whence(request, info?.address));
      return await ask(request, route, { method, headers: head, body });
    } catch {
      // The reason may name what was sent; the browser needs to know only that it should come again.
      return unavailable();
    }
  };
}
