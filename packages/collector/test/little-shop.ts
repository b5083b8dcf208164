/** A real HTTP server for what reads the pages of a shop; it closes with its test. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Shop {
  readonly origin: string;
  /** In the order in which they were asked for. */
  readonly asked: { readonly path: string; readonly headers: IncomingHttpHeaders }[];
}

export type Answer =
  | string
  | Buffer
  | {
      readonly status?: number;
      readonly headers?: { readonly [name: string]: string };
      readonly body?: string | Buffer;
    }
  | ((response: ServerResponse, headers: IncomingHttpHeaders) => void);

/** @param pages By path and query; a function of the origin, which the system chooses. Everything else is 404. */
export async function openShop(
  pages: (origin: string) => { readonly [path: string]: Answer },
  host = '127.0.0.1',
): Promise<Shop> {
  const asked: Shop['asked'] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ path, headers: request.headers });
    const answer = answers[path];
    if (typeof answer === 'function') return answer(response, request.headers);
    if (answer === undefined) return response.writeHead(404).end();
    const isBare = typeof answer === 'string' || Buffer.isBuffer(answer);
    const { status = 200, headers = {}, body = '' } = isBare ? { body: answer } : answer;
    response.writeHead(status, { 'Content-Type': 'text/html', ...headers }).end(body);
  });
  await new Promise<void>((resolve) => void server.listen(0, host, resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const origin = `http://${host}:${port}`;
  const answers = pages(origin);
  return { origin, asked };
}

export const linked = (...things: readonly object[]): string =>
  things.map((thing) => `<script type="application/ld+json">${JSON.stringify(thing)}</script>`).join('');

export const crumbs = (...items: readonly (readonly [name: string, item: string])[]): object => ({
  '@type': 'BreadcrumbList',
  itemListElement: items.map(([name, item], i) => ({ '@type': 'ListItem', position: i + 1, name, item })),
});

export const urlset = (...addresses: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${addresses
    .map((address) => `<url><loc>${address}</loc></url>`)
    .join('')}</urlset>`;

export const sitemapIndex = (...addresses: readonly string[]): string =>
  `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${addresses
    .map((address) => `<sitemap><loc>${address}</loc></sitemap>`)
    .join('')}</sitemapindex>`;
