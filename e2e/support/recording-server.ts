/**
 * A server that writes down every request it gets, those of a page that is being left among them. What it answers is
 * its maker's matter.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface Arrival {
  readonly method: string;
  /** Whole, as the browser was given it. */
  readonly url: string;
  readonly cookie: string;
  readonly body: string;
}

export interface Answer {
  readonly type: string;
  readonly body: string;
}

export interface RecordingServer {
  /** Without a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * @param host As browsers are told it. `localhost` is another site than `127.0.0.1`.
 * @param onArrival Told each request once its body has come, before it is answered.
 * @param answer `null` becomes 204.
 */
export async function openRecordingServer(
  host: '127.0.0.1' | 'localhost',
  onArrival: (arrival: Arrival) => void,
  answer: (path: string) => Answer | null,
): Promise<RecordingServer> {
  const server = createServer(async (request, response) => {
    const { method = 'GET', url: path = '/', headers } = request;
    // A page that ends in the middle of it has asked all the same.
    const body = await buffer(request).then(String, () => '');
    onArrival({ method, url: url + path, cookie: headers.cookie ?? '', body });
    const given = answer(path.split('?', 1)[0] ?? path);
    const open = { 'access-control-allow-origin': '*' };
    if (given === null) response.writeHead(204, open).end();
    else response.writeHead(200, { ...open, 'content-type': `${given.type}; charset=utf-8` }).end(given.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://${host}:${(server.address() as AddressInfo).port}`;
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
