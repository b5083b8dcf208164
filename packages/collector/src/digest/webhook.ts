/**
 * Posts a digest to a program of the store. Follows no redirect, reads nothing of what is answered but whether it was taken,
 * and never says where it was sent: addresses of webhooks are often secrets themselves.
 */
import type { IncomingMessage } from 'node:http';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import type { Digest, DigestFault } from '@holloway/protocol';
import { createCheckedLookup } from '../network/checked-lookup.ts';
import { SIGNATURE_HEADER, signatureOf } from './signature.ts';

/** The same for every attempt at one sending, so that a receiver knows again what it has. */
const DELIVERY_HEADER = 'Holloway-Delivery';

export class WebhookError extends Error {
  override readonly name = 'WebhookError';
  readonly code: Extract<DigestFault, 'not-allowed' | 'unreachable' | 'too-slow' | 'redirected' | 'status'>;
  /** What was answered, where that is what is wrong. */
  readonly status: number | null;
  constructor(code: WebhookError['code'], status: number | null = null) {
    super(`the webhook was not taken: ${code}`);
    this.code = code;
    this.status = status;
  }
}

export interface WebhookDeps {
  readonly userAgent: string;
  readonly mayConnect: (address: string) => boolean;
  readonly timeoutMs: number;
  readonly clock: { now(): number };
  /** Default: the resolver of the system. */
  readonly resolve?: (host: string) => Promise<readonly { address: string; family: number }[]>;
  /** Default: whom the system trusts. */
  readonly ca?: string;
}

export interface Webhook {
  readonly address: string;
  readonly secret: string;
}

/** Resolves when it was answered with 2xx. Rejects with a WebhookError. */
export type PostWebhook = (to: Webhook, id: string, digest: Digest) => Promise<void>;

export function createPostWebhook(deps: WebhookDeps): PostWebhook {
  const { userAgent, mayConnect, timeoutMs, clock, ca } = deps;
  const lookup = createCheckedLookup({
    ...deps,
    refused: () => new WebhookError('not-allowed'),
    unknown: () => new WebhookError('unreachable'),
  });

  const ask = (
    url: URL,
    headers: { readonly [name: string]: string },
    body: string,
    signal: AbortSignal,
  ): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const isSafe = url.protocol === 'https:';
      const options = { method: 'POST', lookup, signal, headers, agent: false as const };
      const asked = isSafe
        ? requestHttps(url, ca === undefined ? options : { ...options, ca })
        : requestHttp(url, options);
      asked.once('response', resolve).once('error', reject).end(body);
    });

  return async ({ address, secret }, id, digest) => {
    const url = URL.parse(address);
    const host = url?.hostname.replace(/^\[|\]$/g, '') ?? '';
    // An address is not looked up.
    if (url === null || (isIP(host) !== 0 && !mayConnect(host))) throw new WebhookError('not-allowed');
    const body = JSON.stringify(digest);
    const headers = {
      'Content-Type': 'application/json',
      'Content-Length': String(Buffer.byteLength(body)),
      'User-Agent': userAgent,
      [DELIVERY_HEADER]: id,
      [SIGNATURE_HEADER]: signatureOf(secret, Math.floor(clock.now() / 1000), body),
    };
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const answer = await ask(url, headers, body, signal);
      const { statusCode: status = 0 } = answer;
      answer.destroy();
      if (status >= 300 && status < 400) throw new WebhookError('redirected', status);
      if (status < 200 || status >= 300) throw new WebhookError('status', status);
    } catch (error) {
      if (error instanceof WebhookError) throw error;
      // Without the cause: it quotes the address.
      throw new WebhookError(signal.aborted ? 'too-slow' : 'unreachable');
    }
  };
}
