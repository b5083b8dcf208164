/** What comes back through the relay: the collector's answers with nothing in them for one visitor, and the relay's own. */

/** What the SDK and people can act on. A redirect is none of these: nothing leads away from the shop's own address. */
const PASSED = [200, 204, 400, 403, 404, 413, 415, 429, 503];
const HEADERS = [
  ...['Content-Type', 'Cache-Control', 'ETag', 'Retry-After', 'X-Content-Type-Options'],
  // For a relay on a sub-domain of the shop.
  ...['Access-Control-Allow-Origin', 'Access-Control-Expose-Headers', 'Cross-Origin-Resource-Policy', 'Vary'],
];
/** The browser keeps what it has and sends it again. */
const RETRY_AFTER_S = 30;

/** @param allowed Methods, for 405. */
export function refusal(status: 404 | 405 | 413 | 503, title: string, allowed?: string): Response {
  return new Response(JSON.stringify({ type: 'about:blank', title, status }), {
    status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Expose-Headers': 'Retry-After',
      ...(status === 503 ? { 'Retry-After': String(RETRY_AFTER_S) } : {}),
      ...(allowed === undefined ? {} : { Allow: allowed }),
    },
  });
}

export const unavailable = (): Response => refusal(503, 'The collector does not answer; send it again');

/** A proxy in between may have weakened it. */
const isSame = (etag: string | null, asked: string | null): boolean =>
  etag !== null && asked?.replace(/^W\//, '') === etag.replace(/^W\//, '');

/**
 * The collector's answer made anew, read to its end: one that breaks off is none.
 * @param ifNoneMatch What the browser has. It is answered here, so that the collector is not told.
 */
export async function passOn(
  answer: Response,
  { method, ifNoneMatch }: { method: string; ifNoneMatch: string | null },
): Promise<Response> {
  const body = await answer.arrayBuffer();
  if (!PASSED.includes(answer.status)) return unavailable();
  // The key is wrong, which is nobody's fault who visits: what they send is kept until it is right.
  if (answer.status === 403 && new TextDecoder().decode(body).includes('"Holloway-Relay"'))
    return unavailable();
  const headers = new Headers();
  for (const name of HEADERS) {
    const value = answer.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const isKnown = answer.status === 200 && isSame(headers.get('ETag'), ifNoneMatch);
  const status = isKnown ? 304 : answer.status;
  return new Response(isKnown || status === 204 || method === 'HEAD' ? null : body, { status, headers });
}
