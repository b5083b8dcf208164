/**
 * Sends one body to the collector, without cookies and without a referrer, and says what became of it.
 */
import { ANONYMOUS } from './anonymous.ts';

/**
 * `counted`, or `refused` for good. `unheard`: it went out, and there is no telling what became of it. `offline`: it
 * did not. A number: for how long the collector wants to be left alone before it is sent again, in milliseconds; 0
 * where it did not say, or did not answer at all.
 */
export type Answer = 'counted' | 'refused' | 'unheard' | 'offline' | number;

/** @param isLast The page is being left. */
export type Send = (body: string, isLast: boolean) => Promise<Answer>;

const TOO_MANY_REQUESTS = 429;

interface Net extends Pick<typeof globalThis, 'fetch' | 'Request'> {
  readonly navigator: Pick<Navigator, 'sendBeacon' | 'onLine'>;
}

/**
 * @param signal Aborts what is on its way when the visitor withdraws.
 * @param later Does the work in about a second.
 */
export function createSend(
  { fetch, navigator, Request }: Net,
  url: string,
  signal: AbortSignal,
  later: (work: () => void) => void,
): Send {
  return async (body, isLast) => {
    try {
      // A beacon carries cookies and the referrer, so it is used only where nothing else outlives the page.
      if (isLast && !('keepalive' in Request.prototype)) {
        navigator.sendBeacon(url, body);
        return 'unheard';
      }
      const { ok, status, headers } = await fetch(url, {
        method: 'POST',
        body, // of a string: text/plain;charset=UTF-8
        keepalive: true,
        signal,
        ...ANONYMOUS,
      });
      if (ok) return 'counted';
      if (status < 500 && status !== TOO_MANY_REQUESTS) return 'refused';
      return (Number(headers.get('Retry-After')) || 0) * 1000; // a date is none that we send
    } catch {
      // A page that is being left hears of a broken connection where there is none, before it hears that it is left.
      await new Promise<void>(later);
      // Tried all the same where the browser says that it is offline: a shop on the same machine is not.
      return navigator.onLine === false ? 'offline' : 0;
    }
  };
}
