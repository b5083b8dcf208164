/**
 * How long a body may be, and how long it may take to come. A declared length is taken by its word, for the server holds
 * the sender to it; only a body without one is measured, which costs a stream and a Request of the platform's own.
 */
import type { IncomingMessage } from 'node:http';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { problem } from '../problem.ts';

/** Slower lines than any phone's; what comes more slowly is sent to hold a connection. */
const SLOWEST_BYTES_PER_SECOND = 20_000;
const PATIENCE_MS = 10_000;

/** Of a body of so many bytes, in milliseconds. */
export const longestSending = (bytes: number): number =>
  PATIENCE_MS + (bytes / SLOWEST_BYTES_PER_SECOND) * 1000;

/** What still comes of a request; `undefined` without a socket, as in a test. */
const incomingOf = (c: Context): IncomingMessage | undefined =>
  (c.env as { readonly incoming?: IncomingMessage } | undefined)?.incoming;

/** Whether whoever asks was gone, or was cut off, before they had sent all: what fails then is no fault of ours. */
export function hungUp(c: Context): boolean {
  const incoming = incomingOf(c);
  return incoming?.complete === false && incoming.destroyed;
}

/** Cuts off who sends too slowly; an answer would not be read. */
function cutOff(c: Context, maxSize: number): void {
  const incoming = incomingOf(c);
  if (incoming?.complete !== false) return;
  const timer = setTimeout(() => incoming.destroy(), longestSending(maxSize));
  const clear = (): void => clearTimeout(timer);
  incoming.once('end', clear).once('close', clear);
}

/** @param maxSize Bytes. A longer body is answered 413. */
export function limitBody(maxSize: number): MiddlewareHandler {
  const tooLarge = () => problem('too_large', { rule: `must be at most ${maxSize} bytes` });
  const measured = bodyLimit({ maxSize, onError: tooLarge });
  return async (c, next) => {
    cutOff(c, maxSize);
    const declared = c.req.header('Content-Length');
    if (declared === undefined || c.req.header('Transfer-Encoding') !== undefined) return measured(c, next);
    return Number(declared) > maxSize ? tooLarge() : next();
  };
}
