/** Requests that two servers in a row might read differently, so that one of them takes a second request for a body. */
import { once } from 'node:events';
import { connect } from 'node:net';

const HIDDEN = 'GET /v1/sites/shop/reports/pages HTTP/1.1\r\nHost: x\r\nHolloway-Relay: x\r\n\r\n';
const post = (...headers: readonly string[]): string =>
  [
    'POST /holloway/v1/collect HTTP/1.1',
    'Host: shop.example',
    'Content-Type: text/plain',
    'Connection: close',
    ...headers,
  ].join('\r\n');

export const SMUGGLED: readonly { readonly says: string; readonly bytes: string }[] = [
  {
    says: 'two ideas of the length',
    bytes: `${post('Content-Length: 5', 'Transfer-Encoding: chunked')}\r\n\r\n0\r\n\r\n${HIDDEN}`,
  },
  {
    says: 'two lengths',
    bytes: `${post('Content-Length: 7', `Content-Length: ${7 + HIDDEN.length}`)}\r\n\r\n{"v":1}${HIDDEN}`,
  },
  {
    says: 'a space before the colon',
    bytes: `${post('Content-Length: 7', 'Transfer-Encoding : chunked')}\r\n\r\n{"v":1}${HIDDEN}`,
  },
  {
    says: 'an encoding of its own',
    bytes: `${post('Transfer-Encoding: xchunked')}\r\n\r\n7\r\n{"v":1}\r\n0\r\n\r\n${HIDDEN}`,
  },
  {
    says: 'a line folded',
    bytes: `${post('Content-Length: 7', 'X-Folded: a\r\n Holloway-Network: 192.0.2.0')}\r\n\r\n{"v":1}`,
  },
  {
    says: 'a line end in a value',
    bytes: `${post('Content-Length: 7', 'Origin: https://shop.example\nHolloway-Country: SE')}\r\n\r\n{"v":1}`,
  },
  {
    says: 'the same header twice',
    bytes: `${post('Content-Length: 7', 'Holloway-Network: 192.0.2.0', 'Holloway-Network: 192.0.2.0')}\r\n\r\n{"v":1}`,
  },
  {
    says: 'a whole address in the first line',
    bytes: post('Content-Length: 0')
      .replace('POST /holloway', 'POST http://collector.example/holloway')
      .concat('\r\n\r\n'),
  },
];

/** Resolves when the other side has answered and closed: one that is left alone sooner might still pass it on. */
export async function sendBytes(url: string, bytes: string): Promise<void> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined); // a server may well hang up
  socket.resume().write(bytes);
  await once(socket, 'close');
}
