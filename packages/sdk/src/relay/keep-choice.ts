/**
 * For a shop's own server: keeps a visitor's choice in a cookie that the server sets. Safari forgets after seven days what
 * scripts store; a cookie of the shop's own server lasts. Fetch-standard, so that it runs on any server.
 * The cookie holds the choice and nothing else: what is not a choice, to the letter, is refused, so that no identifier
 * can be kept in it.
 */

/** Six months, and a day to be asked again on: as the browser's own. */
const MAX_AGE_S = 184 * 24 * 60 * 60;
const CHOICE =
  /^\{"v":1,"statement":"[0-9a-f]{8}","choices":\{"preferences":(?:true|false),"analytics":(?:true|false),"marketing":(?:true|false)\},"day":"\d{4}-\d{2}-\d{2}"\}$/;
const MAX_LENGTH = 160;
const DOMAIN = /^(?:[a-z0-9-]+\.)+[a-z0-9-]+$/i;

export interface KeepChoiceOptions {
  /** Such as `shop.example`, for all its sub-domains; the same as `data-domain` of the script. Default: the host alone. */
  readonly domain?: string;
  /** Default: true. False for a shop on http, such as one on a developer's machine. */
  readonly secure?: boolean;
}

const refuse = (status: number, title: string): Response =>
  Response.json(
    { type: 'about:blank', title, status },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  );

/** A page of another site may not choose for the visitor: browsers say where a request comes from. */
function isOwn({ url, headers }: Request): boolean {
  const site = headers.get('Sec-Fetch-Site');
  if (site !== null) return site === 'same-origin' || site === 'same-site';
  const origin = headers.get('Origin');
  return (
    origin !== null &&
    URL.canParse(origin) &&
    new URL(origin).host === (headers.get('Host') ?? new URL(url).host)
  );
}

/**
 * @returns A handler for the path that `data-keep` names. Answers 204 with the cookie, or a problem: 405 for another
 * method than POST, 403 for a page of another site, 400 for anything but a choice.
 * @throws TypeError for a domain that is none.
 */
export function keepChoice({
  domain,
  secure = true,
}: KeepChoiceOptions = {}): (request: Request) => Promise<Response> {
  if (domain !== undefined && !DOMAIN.test(domain))
    throw new TypeError('domain must be such as shop.example');
  const attributes = [
    'Path=/',
    `Max-Age=${MAX_AGE_S}`,
    'SameSite=Lax',
    ...(domain === undefined ? [] : [`Domain=${domain}`]),
    ...(secure ? ['Secure'] : []),
  ].join('; ');
  return async (request) => {
    if (request.method !== 'POST') return refuse(405, 'must be a POST');
    if (!isOwn(request)) return refuse(403, 'must come from a page of the shop');
    const body = await request.text();
    if (body.length > MAX_LENGTH || !CHOICE.test(body)) return refuse(400, 'body must be a choice');
    const cookie = `holloway.choice=${encodeURIComponent(body)}; ${attributes}`;
    return new Response(null, {
      status: 204,
      headers: { 'Set-Cookie': cookie, 'Cache-Control': 'no-store' },
    });
  };
}
