/**
 * Sends one body to the collector, without cookies and without a referrer, and says what became of it.
 */
import { ANONYMOUS } from './anonymous.ts';

/**
 * @param isLast The page is being left.
 * @returns `null` once it is settled: counted, or refused for good. Else how long the collector wants to be left alone
 * before it is sent again, in milliseconds; 0 where it did not say.
 */
export type Send = (body: string, isLast: boolean) => Promise<number | null>;

const TOO_MANY_REQUESTS = 429;

/** @param signal Aborts what is on its way when the visitor withdraws. */
export function createSend(
  { fetch, navigator, Request }: Pick<typeof globalThis, 'fetch' | 'navigator' | 'Request'>,
  url: string,
  signal: AbortSignal,
): Send {
  return async (body, isLast) => {
    try {
      // A beacon carries cookies and the referrer, so it is used only where nothing else outlives the page.
      // It tells no answer: the body is sent again, and the collector knows its nonce.
      if (isLast && !('keepalive' in Request.prototype)) {
        navigator.sendBeacon(url, body);
        return 0;
      }
      const { status, headers } = await fetch(url, {
        method: 'POST',
        body, // of a string: text/plain;charset=UTF-8
        keepalive: true,
        signal,
        ...ANONYMOUS,
      });
      if (status < 500 && status !== TOO_MANY_REQUESTS) return null;
      return (Number(headers.get('Retry-After')) || 0) * 1000;
    } catch {
      return 0; // no connection
    }
  };
}
