/** A collector that writes down, to the letter, what reaches it, and answers as the test says. */
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { atTheEnd } from './at-the-end.ts';

export interface Arrival {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** @returns Its address, without a slash at its end; it is closed with the tests of the file. */
export async function listen(server: Server, host = '127.0.0.1'): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  atTheEnd(
    () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export interface RecordingCollector {
  readonly url: string;
  readonly arrivals: Arrival[];
  /** For the test to change. */
  answer: RequestListener;
}

export const counted: RequestListener = (_, response) => {
  response.writeHead(204, { 'Set-Cookie': 'collector=1', Server: 'collector' }).end();
};

export async function openCollector(): Promise<RecordingCollector> {
  const arrivals: Arrival[] = [];
  const server = createServer(async (request, response) => {
    const body = await buffer(request).catch(() => null);
    if (body === null) return; // given up by who sent it
    const { method = '', url: path = '', headers } = request;
    arrivals.push({ method, path, headers, body: String(body) });
    collector.answer(request, response);
  });
  const collector: RecordingCollector = { url: await listen(server), arrivals, answer: counted };
  return collector;
}
