/**
 * What the collector is told instead of an address: the network it lies in, or a hash of that network under a key that
 * nobody keeps. Does not learn the address (relay) nor cut it (network).
 */
import { networkOf } from './network.ts';

const MS_PER_HOUR = 3_600_000;
const KEY_BYTES = 32;
/** 128 bits: more than there are networks, and no more than it takes. */
const HASH_BYTES = 16;

/** @returns `null` for what is no address. */
export type Conceal = (address: string) => Promise<string | null>;

export interface ConcealDeps {
  readonly clock: { now(): number };
  /** As many bytes that nobody can guess. */
  random(length: number): Uint8Array<ArrayBuffer>;
}

export const truncate: Conceal = async (address) => networkOf(address);

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/**
 * Hashes the network and not the address: one that can be guessed by trying all of them is no secret to whoever has the
 * key, and a browser with a thousand addresses of its own must not look like a thousand browsers.
 * The key lives in memory, is made with the first request of an hour, and takes the place of the one before.
 */
export function createHash({ clock, random }: ConcealDeps): Conceal {
  const makeKey = () =>
    crypto.subtle.importKey('raw', random(KEY_BYTES), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  let current: { readonly hour: number; readonly key: ReturnType<typeof makeKey> } | null = null;

  return async (address) => {
    const network = networkOf(address);
    if (network === null) return null;
    const hour = Math.floor(clock.now() / MS_PER_HOUR);
    if (current?.hour !== hour) current = { hour, key: makeKey() };
    const hash = await crypto.subtle.sign('HMAC', await current.key, new TextEncoder().encode(network));
    return base64url(new Uint8Array(hash, 0, HASH_BYTES));
  };
}
