/**
 * Sends one body to the collector, without cookies and without a referrer, and says what became of it.
 */
export type SendResult =
  /** Counted, or refused for good: either way it is not to be sent again. */
  | { readonly kind: 'settled' }
  /** To be sent again. `afterMs`: no sooner than the collector asked for. */
  | { readonly kind: 'later'; readonly afterMs?: number };

/** @param isLast The page is being left. */
export type Send = (body: string, isLast: boolean) => Promise<SendResult>;

const TOO_MANY_REQUESTS = 429;

/** Seconds or a date. */
function retryAfterMs(header: string | null, now: number): number | undefined {
  if (header === null || header === '') return undefined;
  const ms = Number.isNaN(Number(header)) ? Date.parse(header) - now : Number(header) * 1000;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

/** @param signal Aborts what is on its way when the visitor withdraws. */
export function createSend(
  { fetch, navigator, Request }: Pick<typeof globalThis, 'fetch' | 'navigator' | 'Request'>,
  url: string,
  signal: AbortSignal,
): Send {
  const outlivesPage = 'keepalive' in Request.prototype;

  return async (body, isLast) => {
    try {
      // A beacon carries cookies and the referrer, so it is used only where nothing else outlives the page.
      // It tells no answer: the body is sent again, and the collector knows its nonce.
      if (isLast && !outlivesPage) {
        navigator.sendBeacon(url, body);
        return { kind: 'later' };
      }
      const { status, headers } = await fetch(url, {
        method: 'POST',
        body,
        headers: { 'Content-Type': 'text/plain;charset=UTF-8' },
        keepalive: true,
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        signal,
      });
      if (status < 500 && status !== TOO_MANY_REQUESTS) return { kind: 'settled' };
      const afterMs = retryAfterMs(headers.get('Retry-After'), Date.now());
      return { kind: 'later', ...(afterMs === undefined ? {} : { afterMs }) };
    } catch {
      return { kind: 'later' }; // no connection
    }
  };
}
