/**
 * Turns what waited into bodies of requests, each with its own nonce. Pure but for the nonces.
 */
import { type Basis, WIRE_VERSION } from '@holloway/protocol';
import type { Taken } from './pending.ts';

/** Well under the 16 KiB of the wire, and four at once under the 64 KiB that browsers let outlive a page. */
const MAX_SENT_BYTES = 12 * 1024;

/** What every batch of a tab has in common. */
export interface Envelope {
  readonly site: string;
  readonly statement: string;
  readonly basis: Basis;
  readonly model?: string;
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/**
 * What encodeBatch makes of it, but each increment becomes text once: it is a page that is being left that waits.
 * @param nonce 64 random bits in base64url.
 */
export function encodeBodies(taken: Taken, envelope: Envelope, nonce: () => string): string[] {
  const { day, slices, increments } = taken;
  const { site, statement, basis, model } = envelope;
  const encode = (texts: readonly string[]): string[] => {
    const frame = { v: WIRE_VERSION, site, day, batch: nonce(), statement, basis, slices, model };
    const body = `${JSON.stringify(frame).slice(0, -1)},"increments":[${texts}]}`;
    if (texts.length < 2 || bytesOf(body) <= MAX_SENT_BYTES) return [body];
    const half = texts.length >> 1;
    return [...encode(texts.slice(0, half)), ...encode(texts.slice(half))];
  };
  // In an order that tells nothing of the one in which they happened.
  return encode(increments.map((increment) => JSON.stringify(increment)).sort());
}

/** 64 random bits in base64url. */
export const createNonce = (crypto: Pick<Crypto, 'getRandomValues'>): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(8))))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace('=', '');
