/**
 * The only reader of a request's address and headers. What leaves here names no one.
 * Does not judge (route, admit) nor keep anything: its caches live in memory, under keys that only this process can make.
 */
import { hash, timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import type { CollectorSlices } from '@holloway/protocol';
import { BoundedCache } from './bounded-cache.ts';
import { forwardedAddress, networkOf, relayedCountry, relayedNetwork } from './network.ts';
import { type Client, readClient } from './user-agent.ts';

/** What is left of a request. */
export interface Sender {
  /** `Origin`, verbatim; `null` when missing. To be compared, not kept. */
  readonly origin: string | null;
  /** `Content-Type`, verbatim; `null` when missing. */
  readonly contentType: string | null;
  /**
   * Opaque key of the truncated network (/24 of IPv4, /48 of IPv6), the same for the life of the process; of a relay that
   * hashes, for an hour.
   * Empty when the address is not known. For memory only.
   */
  readonly network: string;
  /** Whether `Sec-GPC` is exactly `1`. */
  readonly gpc: boolean;
  /** Crawlers, headless browsers, tools, and requests without a User-Agent. Their device slices are absent. */
  readonly bot: boolean;
  /** Country always (`ZZ` when unknown); the others where the closed lists of the protocol have a name. */
  readonly slices: CollectorSlices;
  /** What the User-Agent calls the model, as it came; `null` on desktops and where it is withheld. */
  readonly model: string | null;
}

export interface AnonymiserDeps {
  /** Whether a proxy stands before this process and sets `X-Forwarded-For` or `Forwarded`. */
  readonly trustProxy: boolean;
  /** Asked with the first address of a network, never with the address of the request. */
  lookUpCountry(address: string): string | null;
  /** Where there is a relay: whether the request is its. What it says of the visitor then counts, and nothing else. */
  readonly isRelay?: RelayCheck;
  /** 32 random bytes, made at start and never stored, so that keys mean nothing outside this process. */
  readonly secret: Uint8Array;
}

export interface RequestHead {
  readonly headers: Pick<Headers, 'get'>;
  /** Of the socket; `undefined` for one that is closed or local. */
  readonly remoteAddress: string | undefined;
}

export type RelayCheck = (request: Pick<RequestHead, 'headers'>) => boolean;

/** @returns Whether a request shows the key that only the relay knows, compared in constant time. */
export function createRelayCheck(key: string): RelayCheck {
  const digest = (text: string): Buffer => hash('sha256', text, 'buffer');
  const expected = digest(key);
  return ({ headers }) => timingSafeEqual(digest(headers.get('holloway-relay') ?? ''), expected);
}

/**
 * Tells connections of one truncated network from those of another, before anything is said on them.
 * @param secret As of the anonymiser.
 */
export function createSocketNetworks(
  secret: Uint8Array,
): (socket: { readonly remoteAddress?: string | undefined }) => string {
  const salt = Buffer.from(secret).toString('base64url');
  return ({ remoteAddress = '' }) => hash('sha256', salt + (networkOf(remoteAddress) ?? ''));
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
  const { trustProxy, lookUpCountry, isRelay } = deps;
  const secret = Buffer.from(deps.secret).toString('base64url');
  const clients = new BoundedCache<Client>(MAX_CLIENTS);
  const places = new BoundedCache<Place>(MAX_NETWORKS);

  // The caches hold keys instead of strings, so that a heap dump shows neither networks nor user agents.
  const keyOf = (text: string): string => hash('sha256', secret + text);

  const placeOf = (network: string): Place => {
    // A relay's hash lies nowhere.
    const country = isIP(network) === 0 ? null : lookUpCountry(network);
    return { country: country !== null && COUNTRY_CODE.test(country) ? country : UNKNOWN_COUNTRY };
  };

  const directNetwork = ({ headers, remoteAddress }: RequestHead): string | null => {
    const address = (trustProxy ? forwardedAddress(headers) : null) ?? remoteAddress;
    return address === undefined ? null : networkOf(address);
  };

  return (request) => {
    const { headers } = request;
    const capped = (name: string, length: number): string => headers.get(name)?.slice(0, length) ?? '';

    const isRelayed = isRelay?.(request) ?? false;
    const network = isRelayed ? relayedNetwork(headers) : directNetwork(request);
    const networkKey = network === null ? '' : keyOf(network);
    const place =
      network === null ? { country: UNKNOWN_COUNTRY } : places.get(networkKey, () => placeOf(network));
    const country = (isRelayed ? relayedCountry(headers) : null) ?? place.country;

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
      model: client.model,
    };
  };
}
