/**
 * The one thing that is ever said of a visitor who refused, and only where the site counts refusals: that somebody did.
 * A single batch, sent once and kept nowhere. Whether the site counts refusals is its caller's to know.
 */
import {
  type Batch,
  type Day,
  encodeBatch,
  localTimeBy,
  type SiteConfig,
  WIRE_VERSION,
} from '@holloway/protocol';
import type { ChoiceSurface } from '../banner/ui-contract.ts';
import { quietly } from '../quietly.ts';
import { ANONYMOUS } from '../transport/anonymous.ts';
import { createNonce } from '../transport/bodies.ts';
import type { Choice } from './choice.ts';

export interface Refusal {
  readonly surface: ChoiceSurface;
  /** What the browser held until then; `null` for nothing. */
  readonly before: Pick<Choice, 'statement'> | null;
  /** In the time zone of the site. */
  readonly day: Day;
}

/**
 * No ledger may be kept of who refused, but the choice itself is: a browser that has already chosen by this statement
 * may have refused before, so its refusal adds to `n` and not to those that k browsers are counted by.
 *
 * @param nonce 64 random bits in base64url.
 */
export function refusalBatch(
  { site, statement }: Pick<SiteConfig, 'site' | 'statement'>,
  { surface, before, day }: Refusal,
  nonce: string,
): Batch {
  const dimensions = [statement, surface, 'rejected'];
  const isFirst = before?.statement !== statement;
  return {
    v: WIRE_VERSION,
    site,
    day,
    batch: nonce,
    statement,
    basis: 'default',
    slices: {},
    increments: [isFirst ? ['consent.choice', dimensions, 1, 2] : ['consent.choice', dimensions, 1]],
  };
}

/** @param collector Where the service is, ending with a slash. What does not arrive is not sent again. */
export const sendRefusal = quietly(
  (
    { fetch, crypto }: Pick<typeof globalThis, 'fetch' | 'crypto'>,
    collector: string,
    config: SiteConfig,
    surface: ChoiceSurface,
    before: Refusal['before'],
  ): Promise<Response> => {
    const { day } = localTimeBy(Date.now(), config.offsets);
    const body = encodeBatch(refusalBatch(config, { surface, before, day }, createNonce(crypto)));
    return fetch(`${collector}v1/collect`, { method: 'POST', body, keepalive: true, ...ANONYMOUS });
  },
);
