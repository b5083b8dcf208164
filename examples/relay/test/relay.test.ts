import { createServer, type RequestListener, type Server } from 'node:http';
import { createAdaptorServer, getRequestListener } from '@hono/node-server';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createShop as createExpress } from '../src/express.ts';
import { createShop as createHono } from '../src/hono.ts';
import { createShop as createNodeHttp } from '../src/node-http.ts';
import worker from '../src/worker.ts';
import { type Answer, askOver } from './ask.ts';
import { counted, listen, openCollector, type RecordingCollector } from './collector.ts';
import { SMUGGLED, sendBytes } from './smuggle.ts';
import { BATCH, BROWSER, KEY, UNHEARD } from './visitor.ts';

interface Shop {
  readonly name: string;
  /** What its front server sets in each request, whatever the browser sent. */
  readonly added: Readonly<Record<string, string>>;
  readonly network: string;
  readonly country?: string;
  /** What its `fetch` adds, the same for everybody. */
  readonly constant?: Readonly<Record<string, string>>;
  readonly open: (collector: string) => Promise<string>;
}

const serve = (fetch: (request: Request) => Response | Promise<Response>): Promise<string> =>
  listen(createServer(getRequestListener(fetch, { overrideGlobalObjects: false })));

const SHOPS: readonly Shop[] = [
  {
    name: 'Hono',
    added: {},
    network: '127.0.0.0',
    open: (collector) =>
      listen(createAdaptorServer(createHono({ collector, key: KEY, choice: {} })) as Server),
  },
  {
    name: 'Node http',
    added: {},
    network: '127.0.0.0',
    open: (collector) => listen(createNodeHttp({ collector, key: KEY, choice: {} })),
  },
  {
    name: 'Express',
    added: {},
    network: '127.0.0.0',
    open: (collector) => listen(createServer(createExpress({ collector, key: KEY, choice: {} }))),
  },
  {
    name: 'Next',
    added: { 'X-Forwarded-For': '192.0.2.99, 203.0.113.5' },
    network: '203.0.113.0',
    constant: { 'cache-control': 'no-cache', pragma: 'no-cache' },
    open: async (collector) => {
      vi.stubEnv('HOLLOWAY_COLLECTOR', collector);
      vi.stubEnv('HOLLOWAY_RELAY_KEY', KEY);
      const { GET, POST } = await import('../src/next/holloway/[...path]/route.ts');
      return serve((request) => (request.method === 'POST' ? POST(request) : GET(request)));
    },
  },
  {
    name: 'a worker',
    added: { 'CF-Connecting-IP': '203.0.113.5', 'CF-IPCountry': 'IT' },
    network: '203.0.113.0',
    country: 'IT',
    open: (collector) =>
      serve((request) => worker.fetch(request, { HOLLOWAY_COLLECTOR: collector, HOLLOWAY_RELAY_KEY: KEY })),
  },
];

/** What Node's own `fetch` says of itself, the same for everybody. */
const NODE = {
  accept: '*/*',
  'accept-encoding': 'gzip, deflate',
  'accept-language': '*',
  connection: 'keep-alive',
  'sec-fetch-mode': 'cors',
};
const CHOICE =
  '{"v":1,"statement":"c9f1d2a4","choices":{"preferences":false,"analytics":true,"marketing":false},"day":"2026-11-23"}';

describe.each(SHOPS)('the relay on $name', ({ added, network, country, constant, open }) => {
  let collector: RecordingCollector;
  let shop: string;
  const from = {
    'holloway-network': network,
    ...(country === undefined ? {} : { 'holloway-country': country }),
  };
  const forged = { ...UNHEARD, ...added };

  beforeAll(async () => {
    collector = await openCollector();
    shop = await open(collector.url);
  });
  afterEach(() => {
    collector.arrivals.length = 0;
    collector.answer = counted;
  });

  const send = (headers: Record<string, string> = {}, body = BATCH): Promise<Answer> =>
    askOver(shop, '/holloway/v1/collect', {
      method: 'POST',
      headers: { ...BROWSER, ...added, ...headers },
      body,
    });

  it('tells the collector of a batch this, to the letter', async () => {
    const { status, headers } = await send(forged);
    expect([status, headers['set-cookie'], headers.server]).toEqual([204, undefined, undefined]);
    expect(collector.arrivals).toEqual([
      {
        method: 'POST',
        path: '/v1/collect',
        body: BATCH,
        headers: {
          ...NODE,
          ...constant,
          ...from,
          'holloway-relay': KEY,
          host: new URL(collector.url).host,
          'content-length': '7',
          'content-type': 'text/plain',
          origin: 'https://shop.example',
          'sec-ch-ua': '"Chromium";v="126", "Google Chrome";v="126"',
          'sec-ch-ua-mobile': '?1',
          'sec-ch-ua-platform': '"Android"',
          'sec-gpc': '1',
          'user-agent':
            'Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537 (KHTML, like Gecko) Chrome/126 Mobile Safari/537',
        },
      },
    ]);
  });

  it('tells it of whoever asks for the configuration where they are, and nothing else', async () => {
    await askOver(shop, '/holloway/v1/sites/shop/config.json', { headers: { ...BROWSER, ...forged } });
    expect(collector.arrivals).toEqual([
      {
        method: 'GET',
        path: '/v1/sites/shop/config.json',
        body: '',
        headers: {
          ...NODE,
          ...constant,
          ...from,
          'holloway-relay': KEY,
          host: new URL(collector.url).host,
          'user-agent': 'holloway-relay',
        },
      },
    ]);
  });

  it('tells it nothing of whoever loads the script', async () => {
    collector.answer = (_, response) => {
      response
        .writeHead(200, { 'Content-Type': 'text/javascript', 'Set-Cookie': 'collector=1' })
        .end('script');
    };
    const answer = await askOver(shop, '/holloway/holloway.js', { headers: { ...BROWSER, ...forged } });
    expect([answer.status, answer.body, answer.headers['set-cookie']]).toEqual([200, 'script', undefined]);
    expect(collector.arrivals.map(({ path, headers }) => ({ path, headers }))).toEqual([
      {
        path: '/holloway.js',
        headers: { ...NODE, ...constant, host: new URL(collector.url).host, 'user-agent': 'holloway-relay' },
      },
    ]);
  });

  it.each([
    '/holloway/../v1/sites/shop/reports/pages',
    '/holloway/%2e%2e/v1/sites/shop/reports/pages',
    '/holloway/v1/sites/shop/reports/pages',
    '/holloway/v1/sites/shop/config.json/..%2f..%2f..%2f..%2fmetrics',
    '/holloway//v1/collect',
    '//collector.example/holloway/v1/collect',
  ])('leads nowhere else: %s', async (path) => {
    await askOver(shop, path, { headers: added });
    await askOver(shop, path, { method: 'POST', headers: added, body: BATCH });
    expect(collector.arrivals).toEqual([]);
  });

  it.each(SMUGGLED)('lets nothing pass with $says', async ({ bytes }) => {
    await sendBytes(shop, bytes);
    for (const { path, headers } of collector.arrivals) {
      expect([path, headers['holloway-relay']]).toEqual(['/v1/collect', KEY]);
      expect(JSON.stringify(headers)).not.toMatch(/192\.0\.2|"SE"/);
    }
    expect(collector.arrivals.length).toBeLessThanOrEqual(1);
  });

  it.each(['with its length', 'in pieces'])('refuses a batch of more than 16 KiB %s', async (how) => {
    const pieces = { 'Transfer-Encoding': 'chunked' };
    const { status } = await send(how === 'in pieces' ? pieces : {}, 'x'.repeat(16 * 1024 + 1));
    expect([status, collector.arrivals]).toEqual([413, []]);
  });

  it('brings a refusal back with the time to wait', async () => {
    collector.answer = (_, response) => {
      const headers = { 'Content-Type': 'application/problem+json', 'Retry-After': '5' };
      response.writeHead(429, headers).end('{"status":429}');
    };
    const { status, headers, body } = await send();
    expect([status, headers['content-type'], headers['retry-after'], body]).toEqual([
      429,
      'application/problem+json',
      '5',
      '{"status":429}',
    ]);
  });

  it.each([
    {
      says: 'redirects',
      answer: (_, response) => void response.writeHead(302, { Location: '/elsewhere' }).end(),
    },
    { says: 'hangs up', answer: (request) => void request.socket.destroy() },
    {
      says: 'breaks off',
      answer: (_, response) => void response.writeHead(200).write('1', () => response.destroy()),
    },
  ] satisfies { says: string; answer: RequestListener }[])(
    'has a browser come again when the collector $says',
    async ({ answer }) => {
      collector.answer = answer;
      const { status, headers } = await send();
      expect([status, headers['retry-after'], headers.location]).toEqual([503, '30', undefined]);
      expect(collector.arrivals).toHaveLength(1);
    },
  );

  it('keeps a choice and tells the collector nothing of it', async () => {
    const { status, headers } = await askOver(shop, '/holloway/choice', {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'same-origin', ...added },
      body: CHOICE,
    });
    expect([status, String(headers['set-cookie']).split('=')[0], collector.arrivals]).toEqual([
      204,
      'holloway.choice',
      [],
    ]);
  });
});
