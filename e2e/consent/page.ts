/**
 * A small shop page under a strict policy, in any language, with Holloway's script tag: what a store developer makes of
 * the README. The page's own policy violations are told to the page itself, as `window.violations`.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';

export interface SmallShop {
  /** Without a trailing slash. */
  readonly url: string;
  close(): Promise<void>;
}

export interface PageOptions {
  readonly lang?: string;
  /** Further attributes of the script tag. */
  readonly attributes?: string;
  /** Markup of the page beside its own. */
  readonly body?: string;
  /** Instead of the script tag: a page of somebody else. */
  readonly instead?: string;
}

const addressOf = (options: PageOptions): string => `/?${new URLSearchParams(Object.entries(options))}`;

/** The address of a page, below the shop's. */
export const pageWith = (shop: SmallShop, options: PageOptions = {}): string => shop.url + addressOf(options);

const policy = (collector: string): string =>
  `default-src 'self' ${collector}; require-trusted-types-for 'script'`;

const html = (collector: string, site: string, options: PageOptions): string => `<!doctype html>
<html lang="${options.lang ?? 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Small shop</title>
<script src="/watch.js"></script>
${options.instead ?? `<script defer src="${collector}/holloway.js" data-site="${site}" ${options.attributes ?? ''}></script>`}
</head>
<body>
<main>
<h1>Small shop</h1>
<p><a id="top" href="/other">To the shelves</a></p>
${'<p>Kettles, toasters and ovens, in six colours.</p>\n'.repeat(60)}
<p><a id="bottom" href="/other">To the shelves</a></p>
${options.body ?? ''}
</main>
</body>
</html>`;

const WATCH = `window.violations = [];
document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective + ' ' + event.blockedURI));`;

async function answer(
  response: ServerResponse,
  status: number,
  headers: Record<string, string>,
  body: string | null = null,
): Promise<void> {
  response.writeHead(status, headers).end(body ?? undefined);
}

/** @param keep Answers `/holloway/choice`, as a shop's own server may. */
export async function openSmallShop(
  collector: string,
  site: string,
  keep?: (request: Request) => Promise<Response>,
): Promise<SmallShop> {
  let url = '';
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    if (pathname === '/watch.js') return answer(response, 200, { 'content-type': 'text/javascript' }, WATCH);
    if (pathname === '/holloway/choice' && keep) {
      const kept = await keep(
        new Request(url + pathname, {
          method: request.method ?? 'GET',
          headers: Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
          ...(request.method === 'POST' ? { body: Readable.toWeb(request) as BodyInit, duplex: 'half' } : {}),
        }),
      );
      return answer(response, kept.status, Object.fromEntries(kept.headers), await kept.text());
    }
    if (pathname.startsWith('/embed')) {
      const headers = { 'content-type': 'text/html', 'set-cookie': 'ktv_seen=1; Path=/' };
      return answer(response, 200, headers, '<!doctype html><title>Film</title><p>Film');
    }
    if (pathname !== '/' && pathname !== '/other') return answer(response, 404, {});
    const options: PageOptions = Object.fromEntries(searchParams);
    return answer(
      response,
      200,
      { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy(collector) },
      html(collector, site, options),
    );
  };
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
