/**
 * What a client of HTTP would not send, over sockets: heads that contradict themselves, lengths that lie, bytes of other
 * protocols, and requests that try to hide in others. Repeatable by its seed, but for what time does.
 */
import { once } from 'node:events';
import { connect } from 'node:net';
import { pick } from '../traffic/random.ts';
import { MARK } from './hostile.ts';

export interface Shape {
  readonly name: string;
  readonly bytes: Buffer;
  /** How many answers 200 there may be at most: another one is to a request that hid. */
  readonly mostAnswers: number;
}

export interface Said {
  /** Status lines, in the order in which they came. */
  readonly statuses: readonly number[];
  readonly text: string;
}

const CRLF = '\r\n';
const HIDDEN = `GET /healthz HTTP/1.1${CRLF}Host: x${CRLF}${CRLF}`;
const head = (first: string, ...lines: readonly string[]): string =>
  `${[first, 'Host: x', ...lines].join(CRLF)}${CRLF}${CRLF}`;
const POST = 'POST /v1/collect HTTP/1.1';
const TEXT = 'Content-Type: text/plain';

/** Without a number nothing of it may be answered 200. */
const SHAPES: readonly [
  readonly [name: string, bytes: string, mostAnswers?: number],
  ...(readonly [name: string, bytes: string, mostAnswers?: number])[],
] = [
  [
    'length and chunks',
    `${head(POST, TEXT, 'Content-Length: 6', 'Transfer-Encoding: chunked')}0${CRLF}${CRLF}${HIDDEN}`,
  ],
  ['two lengths', `${head(POST, TEXT, 'Content-Length: 0', `Content-Length: ${HIDDEN.length}`)}${HIDDEN}`],
  ['lengths in a list', `${head(POST, TEXT, `Content-Length: 0, ${HIDDEN.length}`)}${HIDDEN}`],
  ['a length that is no number', `${head(POST, TEXT, 'Content-Length: 1e1')}${HIDDEN}`],
  ['a negative length', `${head(POST, TEXT, 'Content-Length: -1')}${HIDDEN}`],
  ['a length beyond all', `${head(POST, TEXT, `Content-Length: ${'9'.repeat(40)}`)}${HIDDEN}`],
  ['a length with a plus', `${head(POST, TEXT, 'Content-Length: +5')}${HIDDEN}`],
  ['a space before the colon', `${head(POST, TEXT, 'Transfer-Encoding : chunked')}0${CRLF}${CRLF}${HIDDEN}`],
  [
    'chunks by another name',
    `${head(POST, TEXT, 'Transfer-Encoding: xchunked', 'Content-Length: 4')}${HIDDEN}`,
  ],
  ['chunks, then not', `${head(POST, TEXT, 'Transfer-Encoding: chunked, identity')}0${CRLF}${CRLF}${HIDDEN}`],
  [
    'chunks twice',
    `${head(POST, TEXT, 'Transfer-Encoding: chunked', 'Transfer-Encoding: identity')}0${CRLF}${CRLF}${HIDDEN}`,
  ],
  [
    'a chunk beyond all',
    `${head(POST, TEXT, 'Transfer-Encoding: chunked')}${'F'.repeat(20)}${CRLF}${HIDDEN}`,
  ],
  ['a chunk of no number', `${head(POST, TEXT, 'Transfer-Encoding: chunked')}zz${CRLF}${HIDDEN}`],
  ['a chunk without end', `${head(POST, TEXT, 'Transfer-Encoding: chunked')}4${CRLF}{"a"`],
  [
    'a chunk with a long extension',
    `${head(POST, TEXT, 'Transfer-Encoding: chunked')}1;${MARK.repeat(3_000)}${CRLF}{${CRLF}0${CRLF}${CRLF}`,
  ],
  [
    'a trailer',
    `${head(POST, TEXT, 'Transfer-Encoding: chunked')}2${CRLF}{}${CRLF}0${CRLF}Content-Length: 9${CRLF}X: ${MARK}${CRLF}${CRLF}`,
  ],
  [
    'a body in chunks that is too long',
    `${head(POST, TEXT, 'Transfer-Encoding: chunked')}${`1000${CRLF}${'a'.repeat(4_096)}${CRLF}`.repeat(8)}0${CRLF}${CRLF}`,
  ],
  ['a body that is cut off', `${head(POST, TEXT, 'Content-Length: 1000')}{"v":1`],
  ['a body that was not announced', `${head('GET /healthz HTTP/1.1')}${MARK.repeat(20)}`, 1],
  ['bare line feeds', `GET /healthz HTTP/1.1\nHost: x\n\n`],
  ['bare returns', `GET /healthz HTTP/1.1\rHost: x\r\r`],
  ['a NUL in the address', head(`GET /${MARK}\0 HTTP/1.1`)],
  ['a NUL in a header', head('GET /healthz HTTP/1.1', `X: ${MARK}\0`)],
  ['a header without a colon', head('GET /healthz HTTP/1.1', MARK)],
  ['a header that is folded', head('GET /healthz HTTP/1.1', `X: a${CRLF} ${MARK}`)],
  ['a header without a name', head('GET /healthz HTTP/1.1', `: ${MARK}`)],
  ['no host', `GET /v1/sign-in HTTP/1.1${CRLF}${CRLF}`],
  ['two hosts', head('GET /v1/sign-in HTTP/1.1', `Host: ${MARK}.example`), 1],
  ['a host that is none', `GET /v1/sign-in HTTP/1.1${CRLF}Host: ${MARK} @[::${CRLF}${CRLF}`],
  ['an address with a host', head(`GET http://${MARK}.example/healthz HTTP/1.1`), 1],
  ['an address that is none', head(`GET http://[${MARK} HTTP/1.1`)],
  ['an address of nothing', head('GET  HTTP/1.1')],
  ['a star', head('OPTIONS * HTTP/1.1')],
  ['a tunnel', `CONNECT ${MARK}.example:443 HTTP/1.1${CRLF}Host: x${CRLF}${CRLF}`],
  ['a method of its own', head(`${MARK.toUpperCase()} / HTTP/1.1`)],
  ['a trace', head('TRACE /healthz HTTP/1.1', `X: ${MARK}`)],
  ['another version', head('GET /healthz HTTP/9.9')],
  ['no version', `GET /healthz${CRLF}${CRLF}`, 1],
  ['the beginning of HTTP/2', `PRI * HTTP/2.0${CRLF}${CRLF}SM${CRLF}${CRLF}`],
  ['the beginning of TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
  ['another protocol', `EHLO ${MARK}${CRLF}`],
  [
    'an upgrade',
    head('GET /healthz HTTP/1.1', 'Connection: Upgrade', 'Upgrade: websocket', `Sec-WebSocket-Key: ${MARK}`),
    1,
  ],
  [
    'an upgrade to HTTP/2',
    head('GET /healthz HTTP/1.1', 'Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c'),
    1,
  ],
  ['an expectation', `${head(POST, TEXT, 'Expect: 100-continue', 'Content-Length: 2')}{}`],
  ['an expectation of its own', `${head(POST, TEXT, `Expect: ${MARK}`, 'Content-Length: 2')}{}`],
  ['a head that is too long', head('GET /healthz HTTP/1.1', `X: ${MARK.repeat(3_000)}`)],
  ['an address that is too long', head(`GET /${MARK.repeat(3_000)} HTTP/1.1`)],
  [
    'too many headers',
    head('GET /healthz HTTP/1.1', ...Array.from({ length: 3_000 }, (_, i) => `X-${i}: a`)),
  ],
  ['a hundred requests at once', head('GET /healthz HTTP/1.1').repeat(100), 100],
  ['percent signs', head('GET /v1/sites/%/reports/%zz?from=%&to=%ff HTTP/1.1')],
  ['dots', head(`GET /../../../${MARK} HTTP/1.1`)],
  ['dots in code', head(`GET /holloway/..%2f..%2f${MARK} HTTP/1.1`)],
  ['slashes', head(`GET //${MARK}.example//healthz HTTP/1.1`)],
  ['high bytes', head(`GET /\xff\xfe${MARK} HTTP/1.1`, `User-Agent: \xff\xfe${MARK}`)],
];

/** Those as they are, and now and then with a byte changed, cut short, or nothing but noise. */
export function drawShape(random: () => number): Shape {
  const [name, text, mostAnswers = 0] = pick(SHAPES, random);
  const bytes = Buffer.from(text, 'latin1');
  const chance = random();
  if (chance < 0.6) return { name, bytes, mostAnswers };
  if (chance < 0.8) {
    bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
    // A changed length may make two requests of one, and a changed body one that was asked for.
    return { name: `${name}, changed`, bytes, mostAnswers: mostAnswers + 1 };
  }
  if (chance < 0.95)
    return {
      name: `${name}, cut off`,
      bytes: bytes.subarray(0, Math.floor(random() * bytes.length)),
      mostAnswers,
    };
  const noise = Buffer.from(Array.from({ length: 64 }, () => Math.floor(random() * 256)));
  return { name: 'noise', bytes: noise, mostAnswers: 0 };
}

/** Long enough for an answer, and for one that should not come. */
const LISTEN_MS = 60;

/** Says it on a connection of its own, and listens until it is closed, or for a moment. */
export async function say(port: number, { bytes }: Shape): Promise<Said> {
  const socket = connect(port, '127.0.0.1');
  const heard: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => heard.push(chunk));
  socket.on('error', () => undefined); // closed by the other side: an answer too
  socket.end(bytes);
  const timer = setTimeout(() => socket.destroy(), LISTEN_MS);
  await once(socket, 'close');
  clearTimeout(timer);
  const text = Buffer.concat(heard).toString('latin1');
  return { statuses: [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status)), text };
}

export type SocketFinding =
  | 'more answers than requests'
  | 'a 5xx that is none of ours'
  | 'a value in an answer';

export function judgeSaid({ mostAnswers }: Shape, { statuses, text }: Said): SocketFinding | null {
  if (statuses.filter((status) => status === 200).length > mostAnswers) return 'more answers than requests';
  // 501 and 505 are Node's own, for methods and versions that there are not.
  if (statuses.some((status) => status >= 500 && ![501, 503, 505].includes(status)))
    return 'a 5xx that is none of ours';
  return text.includes(MARK) ? 'a value in an answer' : null;
}
