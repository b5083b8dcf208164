/**
 * Turns what waited into bodies of requests, each with its own nonce. Pure but for the nonces.
 */
import { type Basis, encodeBatch, WIRE_VERSION } from '@holloway/protocol';
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

/** @param nonce 64 random bits in base64url. */
export function encodeBodies(taken: Taken, envelope: Envelope, nonce: () => string): string[] {
  const { increments } = taken;
  const body = encodeBatch({ v: WIRE_VERSION, batch: nonce(), ...envelope, ...taken });
  if (bytesOf(body) <= MAX_SENT_BYTES || increments.length === 1) return [body];
  const half = increments.length >> 1;
  return [increments.slice(0, half), increments.slice(half)].flatMap((part) =>
    encodeBodies({ ...taken, increments: part }, envelope, nonce),
  );
}

/** 64 random bits in base64url. */
export const createNonce = (crypto: Pick<Crypto, 'getRandomValues'>): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(8))))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace('=', '');
