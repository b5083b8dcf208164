/**
 * The only reader of a request's address and headers. What leaves here names no one.
 * Does not judge (route, admit) nor keep anything: its caches live in memory, under keys that only this process can make.
 */
import { hash } from 'node:crypto';
import type { CollectorSlices } from '@holloway/protocol';
import { BoundedCache } from './bounded-cache.ts';
import { forwardedAddress, networkOf } from './network.ts';
import { type Client, readClient } from './user-agent.ts';

/** What is left of a request. */
export interface Sender {
  /** `Origin`, verbatim; `null` when missing. To be compared, not kept. */
  readonly origin: string | null;
  /** `Content-Type`, verbatim; `null` when missing. */
  readonly contentType: string | null;
  /**
   * Opaque key of the truncated network (/24 of IPv4, /48 of IPv6), the same for the life of the process.
   * Empty when the address is not known. For memory only.
   */
  readonly network: string;
  /** Whether `Sec-GPC` is exactly `1`. */
  readonly gpc: boolean;
  /** Crawlers, headless browsers, tools, and requests without a User-Agent. Their device slices are absent. */
  readonly bot: boolean;
  /** Country always (`ZZ` when unknown); the others where the closed lists of the protocol have a name. */
  readonly slices: CollectorSlices;
}

export interface AnonymiserDeps {
  /** Whether a proxy stands before this process and sets `X-Forwarded-For` or `Forwarded`. */
  readonly trustProxy: boolean;
  /** Asked with the first address of a network, never with the address of the request. */
  lookUpCountry(address: string): string | null;
  /** 32 random bytes, made at start and never stored, so that keys mean nothing outside this process. */
  readonly secret: Uint8Array;
}

export interface RequestHead {
  readonly headers: Pick<Headers, 'get'>;
  /** Of the socket; `undefined` for one that is closed or local. */
  readonly remoteAddress: string | undefined;
}

const UNKNOWN_COUNTRY = 'ZZ';
const COUNTRY_CODE = /^[A-Z]{2}$/;
/** Longer ones are made up; parsing time grows with length. */
const MAX_USER_AGENT_LENGTH = 512;
const MAX_HINT_LENGTH = 256;
const MAX_CLIENTS = 2_000;
const MAX_NETWORKS = 20_000;

/** What is known of a network. */
interface Place {
  readonly country: string;
}

export function createAnonymiser(deps: AnonymiserDeps): (request: RequestHead) => Sender {
  const { trustProxy, lookUpCountry } = deps;
  const secret = Buffer.from(deps.secret).toString('base64url');
  const clients = new BoundedCache<Client>(MAX_CLIENTS);
  const places = new BoundedCache<Place>(MAX_NETWORKS);

  // The caches hold keys instead of strings, so that a heap dump shows neither networks nor user agents.
  const keyOf = (text: string): string => hash('sha256', secret + text);

  const placeOf = (network: string): Place => {
    const country = lookUpCountry(network);
    return { country: country !== null && COUNTRY_CODE.test(country) ? country : UNKNOWN_COUNTRY };
  };

  return ({ headers, remoteAddress }) => {
    const capped = (name: string, length: number): string => headers.get(name)?.slice(0, length) ?? '';

    const address = (trustProxy ? forwardedAddress(headers) : null) ?? remoteAddress;
    const network = address === undefined ? null : networkOf(address);
    const networkKey = network === null ? '' : keyOf(network);
    const { country } =
      network === null ? { country: UNKNOWN_COUNTRY } : places.get(networkKey, () => placeOf(network));

    const userAgent = capped('user-agent', MAX_USER_AGENT_LENGTH);
    const brands = capped('sec-ch-ua', MAX_HINT_LENGTH);
    const platform = capped('sec-ch-ua-platform', MAX_HINT_LENGTH);
    const mobile = capped('sec-ch-ua-mobile', MAX_HINT_LENGTH);
    // A header has no line break, so different headers never make the same text.
    const client = clients.get(keyOf(`${userAgent}\n${brands}\n${platform}\n${mobile}`), () =>
      readClient({ userAgent, brands, platform, mobile }),
    );

    return {
      origin: headers.get('origin'),
      contentType: headers.get('content-type'),
      network: networkKey,
      gpc: headers.get('sec-gpc') === '1',
      bot: client.bot,
      slices: { country, ...client.slices },
    };
  };
}
