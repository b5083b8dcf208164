/**
 * Stands at the collector's door and hears every request that a browser makes to it, also those of a page that is
 * being left, of which the browser's own tools say nothing. Passes them on, with the headless browser's name taken out, which
 * the collector would take for a bot's, and rightly.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Batch, Increment } from '@holloway/protocol';
import type { Arrival } from './recording-server.ts';

export interface Heard {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** Status of the answer. */
  readonly status: number;
}

export interface Ear {
  /** The address that pages are given instead of the collector's. */
  readonly url: string;
  readonly heard: readonly Heard[];
  /** Batches that were acknowledged, each once: a page that is left before the answer sends again. */
  batches(): Batch[];
  /** Resolves as soon as what was acknowledged satisfies `enough`; at once where it does already. */
  until(enough: (batches: readonly Batch[]) => boolean): Promise<void>;
  close(): Promise<void>;
}

export interface EarOptions {
  /** As browsers are told it. `localhost` is another site than `127.0.0.1`. Default: `127.0.0.1`. */
  readonly host?: '127.0.0.1' | 'localhost';
  /** Told each request once its body has come, before it is passed on. */
  readonly onArrival?: (arrival: Arrival) => void;
  /** An address that the request shall seem to come from, as a proxy tells it. Default: none. */
  readonly from?: string;
}

const DROPPED = new Set(['connection', 'content-length', 'host', 'keep-alive', 'transfer-encoding']);

async function passOn(
  request: IncomingMessage,
  response: ServerResponse,
  { target, onBody, from }: { target: string; onBody(body: string): void; from: string | undefined },
): Promise<Heard> {
  const body = await buffer(request);
  onBody(body.toString());
  const headers = new Headers(from === undefined ? {} : { 'x-forwarded-for': from });
  for (const [name, value] of Object.entries(request.headers)) {
    if (!DROPPED.has(name) && typeof value === 'string') headers.set(name, value);
  }
  // What is sent while a page is being left does not have the agent that the test gave the page.
  for (const name of ['user-agent', 'sec-ch-ua']) {
    const text = headers.get(name);
    if (text !== null) headers.set(name, text.replaceAll('HeadlessChrome', 'Chrome'));
  }
  const { method = 'GET', url: path = '/' } = request;
  const answer = await fetch(target + path, {
    method,
    headers,
    ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
  });
  const passed = Object.fromEntries(
    [...answer.headers].filter(([name]) => name !== 'content-encoding' && !DROPPED.has(name)),
  );
  response.writeHead(answer.status, passed).end(Buffer.from(await answer.arrayBuffer()));
  return { method, path, headers: request.headers, body: body.toString(), status: answer.status };
}

export async function openEar(
  collectorUrl: string,
  { host = '127.0.0.1', onArrival, from }: EarOptions = {},
): Promise<Ear> {
  const heard: Heard[] = [];
  const waiting = new Set<() => void>();
  const server = createServer((request, response) => {
    const { method = 'GET', url: path = '/', headers } = request;
    const onBody = (body: string): void =>
      onArrival?.({ method, url: url + path, cookie: headers.cookie ?? '', body });
    passOn(request, response, { target: collectorUrl, onBody, from }).then(
      (one) => {
        heard.push(one);
        for (const look of waiting) look();
      },
      () => response.writeHead(502).end(), // the collector is down: the page must cope
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://${host}:${(server.address() as AddressInfo).port}`;
  const batches = (): Batch[] => {
    const byNonce = new Map<string, Batch>();
    for (const { path, method, status, body } of heard) {
      if (path !== '/v1/collect' || method !== 'POST' || status !== 204) continue;
      const batch = JSON.parse(body) as Batch;
      byNonce.set(batch.batch, batch);
    }
    return [...byNonce.values()];
  };

  return {
    url,
    heard,
    batches,
    until: (enough) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!enough(batches())) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Adds up increments of several batches by cell, as `fact dimensions` to `n`. */
export function countsOf(batches: readonly Batch[]): { [cell: string]: number } {
  const counts: { [cell: string]: number } = {};
  const increments: Increment[] = batches.flatMap((batch) => batch.increments);
  for (const [fact, dimensions, n] of increments) {
    const cell = [fact, ...dimensions].join(' ');
    counts[cell] = (counts[cell] ?? 0) + n;
  }
  return counts;
}
