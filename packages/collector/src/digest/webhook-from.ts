/** How a collector posts digests to the webhook of a site: as whom, how long it waits, and into which networks. */
import type { Config } from '../config.ts';
import { VERSION } from '../version.ts';
import { createPostWebhook, type PostWebhook } from './webhook.ts';
import { mayPostTo } from './webhook-address.ts';

/** From the first byte to the status that is answered. */
const TIMEOUT_MS = 10_000;

export const webhookFrom = (
  { webhookPrivate }: Pick<Config, 'webhookPrivate'>,
  clock: { now(): number },
): PostWebhook =>
  createPostWebhook({
    userAgent: `Holloway/${VERSION}`,
    mayConnect: (address) => mayPostTo(address, webhookPrivate),
    timeoutMs: TIMEOUT_MS,
    clock,
  });
