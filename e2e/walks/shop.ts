/**
 * A shop of a few pages with the built script in it, and the door of a collector that hears what is sent and answers as a
 * test wants: at once, late, or that it cannot. No numbers are kept: what arrives is what is asserted.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Batch, type Day, offsetsOf, parseBatch, type SiteConfig } from '@holloway/protocol';
import { CONFIG } from '../support/banner-page.ts';
import type { StorageState } from '../support/browser.ts';

const DIST = fileURLToPath(new URL('../../packages/sdk/dist/', import.meta.url));
/** Long enough for tests that set the clock of a browser. */
const OFFSETS_FROM = Date.UTC(2026, 0, 1);
const OFFSETS_TO = Date.UTC(2028, 0, 1);
const PATIENCE_MS = 30_000;

/** How the collector answers a batch: a status with its headers, or never. */
export type Answer = { readonly status: number; readonly headers?: Record<string, string> } | 'never';

export interface Shop {
  /** Without a slash at its end. */
  readonly url: string;
  readonly collectorUrl: string;
  /** A browser whose visitor agreed today. */
  readonly agreed: StorageState;
  /** The same on another day: for a browser whose clock is not ours. */
  agreedOn(day: Day): StorageState;
  /** Serves a page at a path, whatever its query. `body` stands in `<body>`, `head` in `<head>`. */
  page(path: string, body: string, head?: string, headers?: Record<string, string>): void;
  /** The same without our script. */
  bare(path: string, body: string, head?: string): void;
  /** Decides on each batch in turn; `null` is 204. Default: 204 to all. */
  answer(decide: (batch: Batch, nth: number) => Answer | null): void;
  /** What arrived, answered with 204, each nonce once. */
  batches(): Batch[];
  /** All that arrived, as it was sent, answered or not. */
  readonly bodies: readonly string[];
  /** Resolves once what was acknowledged satisfies `enough`; rejects with what was, if it does not in half a minute. */
  until(enough: (counts: Counts) => boolean): Promise<Counts>;
  counts(): Counts;
  close(): Promise<void>;
}

/** `fact dimension dimension` to n, and to `n/total` where there is a total. */
export type Counts = { readonly [cell: string]: number | string };

export function countsOf(batches: readonly Batch[]): Counts {
  const cells: { [cell: string]: { n: number; total: number } } = {};
  for (const { increments } of batches) {
    for (const [fact, dimensions, n, , total = 0] of increments) {
      const cell = [fact, ...dimensions].join(' ');
      const before = cells[cell] ?? { n: 0, total: 0 };
      cells[cell] = { n: before.n + n, total: before.total + total };
    }
  }
  return Object.fromEntries(
    Object.entries(cells).map(([cell, { n, total }]) => [cell, total > 0 ? `${n}/${total}` : n]),
  );
}

/** Those of some facts alone. */
export const only = (counts: Counts, ...facts: readonly string[]): Counts =>
  Object.fromEntries(
    Object.entries(counts).filter(([cell]) =>
      facts.some((fact) => cell === fact || cell.startsWith(`${fact} `)),
    ),
  );

const listen = async (server: Server): Promise<string> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

const html = (head: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Shop</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;

export async function openShop(config: Partial<SiteConfig> = {}): Promise<Shop> {
  const pages = new Map<string, { readonly html: string; readonly headers: Record<string, string> }>();
  const bodies: string[] = [];
  const accepted = new Map<string, Batch>();
  const waiting = new Set<() => void>();
  let decide: (batch: Batch, nth: number) => Answer | null = () => null;

  const siteConfig: SiteConfig = {
    ...CONFIG,
    timeZone: 'UTC',
    offsets: offsetsOf(config.timeZone ?? 'UTC', OFFSETS_FROM, OFFSETS_TO),
    boxes: 0,
    routes: [
      { pattern: '/c/*', type: 'category', category: '*' },
      { pattern: '/p/:name', type: 'product' },
      { pattern: '/search', type: 'search' },
      { pattern: '/cart', type: 'cart' },
      { pattern: '/checkout', type: 'checkout' },
      { pattern: '/order', type: 'order' },
    ],
    ...config,
  };

  function collect(body: string, response: ServerResponse): void {
    bodies.push(body);
    const parsed = parseBatch(JSON.parse(body));
    if (!parsed.ok) {
      response.writeHead(400).end(JSON.stringify(parsed.issue));
      throw new Error(`a batch is malformed: ${parsed.issue.field} ${parsed.issue.rule}`);
    }
    const answer = decide(parsed.value, bodies.length) ?? { status: 204 };
    if (answer === 'never') return;
    if (answer.status === 204) accepted.set(parsed.value.batch, parsed.value);
    response.writeHead(answer.status, answer.headers).end();
    for (const look of waiting) look();
  }

  const collector = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://collector').pathname;
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
    response.setHeader('Timing-Allow-Origin', '*');
    if (path === '/v1/collect') {
      let body = '';
      for await (const chunk of request) body += chunk;
      return collect(body, response);
    }
    if (path.endsWith('/config.json')) {
      return response.setHeader('Content-Type', 'application/json').end(JSON.stringify(siteConfig));
    }
    const script = await readFile(DIST + path.slice(1)).catch(() => null);
    if (script === null) return response.writeHead(404).end();
    return response.setHeader('Content-Type', 'text/javascript').end(script);
  });
  const collectorUrl = await listen(collector);

  const shop = createServer((request, response) => {
    const page = pages.get(new URL(request.url ?? '/', 'http://shop').pathname);
    if (!page) return response.writeHead(404).end();
    return response
      .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...page.headers })
      .end(page.html);
  });
  const url = await listen(shop);
  const agreedOn = (day: Day): StorageState => {
    const choices = { preferences: true, analytics: true, marketing: true };
    const value = JSON.stringify({ v: 1, statement: CONFIG.statement, choices, day });
    return { cookies: [], origins: [{ origin: url, localStorage: [{ name: 'holloway.choice', value }] }] };
  };
  const batches = (): Batch[] => [...accepted.values()];
  const counts = (): Counts => countsOf(batches());

  return {
    url,
    collectorUrl,
    bodies,
    batches,
    counts,
    agreed: agreedOn(new Date().toISOString().slice(0, 10)),
    agreedOn,
    page(path, body, head = '', headers = {}) {
      const script = `<script defer src="${collectorUrl}/holloway.js" data-site="shop"></script>`;
      pages.set(path, { html: html(head + script, body), headers });
    },
    bare(path, body, head = '') {
      pages.set(path, { html: html(head, body), headers: {} });
    },
    answer(next) {
      decide = next;
    },
    until: (enough) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const now = counts();
          if (!enough(now)) return;
          waiting.delete(look);
          clearTimeout(patience);
          resolve(now);
        };
        const patience = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`this is all that was counted: ${JSON.stringify(counts(), null, 2)}`));
        }, PATIENCE_MS);
        waiting.add(look);
        look();
      }),
    close: async () => {
      await Promise.all([close(shop), close(collector)]);
    },
  };
}
