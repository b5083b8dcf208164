/**
 * How long a body may be. A declared length is taken by its word, for the server holds the sender to it; only a body
 * without one is measured, which costs a stream and a Request of the platform's own.
 */
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { problem } from '../problem.ts';

/** @param maxSize Bytes. A longer body is answered 413. */
export function limitBody(maxSize: number): MiddlewareHandler {
  const tooLarge = () => problem('too_large', { rule: `must be at most ${maxSize} bytes` });
  const measured = bodyLimit({ maxSize, onError: tooLarge });
  return async (c, next) => {
    const declared = c.req.header('Content-Length');
    if (declared === undefined || c.req.header('Transfer-Encoding') !== undefined) return measured(c, next);
    return Number(declared) > maxSize ? tooLarge() : next();
  };
}
