/** What every relay that is no code of ours must do too: one list for nginx and Caddy, asked over real sockets. */
import type { RequestListener } from 'node:http';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readClient } from '../../../packages/collector/src/ingest/user-agent.ts';
import { type Answer, askOver } from './ask.ts';
import { counted, type RecordingCollector } from './collector.ts';
import { isInstalled } from './program.ts';
import { SMUGGLED, sendBytes } from './smuggle.ts';
import { BATCH, BROWSER, KEY, UNHEARD } from './visitor.ts';

export interface RunningProxy {
  readonly collector: RecordingCollector;
  readonly url: string;
  /** Everything it wrote down. */
  logs(): string;
}

export interface ProxyKind {
  readonly name: string;
  /** Prints its version. */
  readonly ask: string;
  /** What it says of itself to the collector, the same for everybody. */
  readonly constant: Readonly<Record<string, string>>;
  /** What becomes of a header that is left out. */
  readonly leftOut?: '';
  /** What the store answers by itself to `/broken`, which is no address of the relay. */
  readonly broken: number;
  readonly open: () => Promise<RunningProxy>;
}

const ANDROID = 'Mozilla/5.0 (Linux; Android 14; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko)';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)';
const WEBKIT = 'AppleWebKit/537 (KHTML, like Gecko)';

/** In which the test says who asks, as a socket of the test's machine cannot. */
export const ADDRESS_HEADER = 'X-Test-Address';
/** In which it says where that is, as a content network does. */
export const COUNTRY_HEADER = 'X-Test-Country';

/** What no browser says of the page that it shows. */
const NO_ORIGINS = [
  'null',
  'shop.example',
  'https://',
  'https://shop.example/',
  'https://shop.example/account/anna',
  'https://shop.example?id=7',
  'https://shop.example#id-7',
  'https://anna:canary@shop.example',
  'https://shop.example:443:canary',
  'https://shop.example:canary',
  'https://shop.example canary',
  'https://[canary]',
  'chrome-extension://canary',
  'https://a.example, https://b.example',
  `https://${'x'.repeat(254)}`,
];

/** As the collector does. */
const read = (userAgent: string) => readClient({ userAgent, brands: '', platform: '', mobile: '' }).slices;

/** Skips its tests, and says so, where the program is not on this machine. */
export function describeProxy({ name, ask, constant, leftOut, broken, open }: ProxyKind): void {
  const isHere = isInstalled(name, ask);
  describe.runIf(isHere)(`the relay in ${name}${isHere ? '' : ' (which is not installed here)'}`, () => {
    let proxy: RunningProxy;
    beforeAll(async () => {
      proxy = await open();
    });
    afterEach(() => {
      proxy.collector.arrivals.length = 0;
      proxy.collector.answer = counted;
    });

    const send = (headers: Record<string, string> = {}, body = BATCH): Promise<Answer> =>
      askOver(proxy.url, '/holloway/v1/collect', {
        method: 'POST',
        headers: { ...BROWSER, ...headers },
        body,
      });
    /** A header that has nothing to say. */
    const silent = (name: string): Record<string, string> =>
      leftOut === undefined ? {} : { [name]: leftOut };
    const host = () => new URL(proxy.collector.url).host;

    it('tells the collector of a batch this, to the letter', async () => {
      const answer = await send({ ...UNHEARD, 'X-Forwarded-For': '192.0.2.99' });
      expect([answer.status, answer.headers['set-cookie']]).toEqual([204, undefined]);
      expect(proxy.collector.arrivals).toEqual([
        {
          method: 'POST',
          path: '/v1/collect',
          body: BATCH,
          headers: {
            ...constant,
            host: host(),
            'content-length': '7',
            'holloway-relay': KEY,
            'holloway-network': '127.0.0.0',
            ...silent('holloway-country'),
            'user-agent': `Mozilla/5.0 (Linux; Android 14; K) ${WEBKIT} Chrome/126 Mobile Safari/537`,
            'content-type': 'text/plain',
            origin: 'https://shop.example',
            'sec-gpc': '1',
            'sec-ch-ua': '"Chromium";v="126", "Google Chrome";v="126"',
            'sec-ch-ua-mobile': '?1',
            'sec-ch-ua-platform': '"Android"',
          },
        },
      ]);
    });

    it('tells it of a page that asks for its numbers no more than of a batch', async () => {
      await send({ ...UNHEARD });
      await askOver(proxy.url, '/holloway/v1/overlay?canary=1', {
        method: 'POST',
        headers: { ...BROWSER, ...UNHEARD },
        body: BATCH,
      });
      const [batch, question] = proxy.collector.arrivals;
      expect(question).toEqual({ ...batch, path: '/v1/overlay' });
    });

    it('leaves out what a browser does not say', async () => {
      await send({
        'Content-Type': 'canary',
        'Sec-GPC': 'canary',
        'Sec-CH-UA': '"canary',
        'Sec-CH-UA-Mobile': 'canary',
        'Sec-CH-UA-Platform': 'canary',
      });
      const headers = proxy.collector.arrivals[0]?.headers;
      for (const header of ['content-type', 'sec-gpc', 'sec-ch-ua', 'sec-ch-ua-mobile', 'sec-ch-ua-platform'])
        expect(headers?.[header], header).toBe(leftOut);
    });

    it.each([
      [`${WINDOWS} Chrome/126.0.0.0 Safari/537.36`, `(Windows NT 10) ${WEBKIT} Chrome/126 Safari/537`],
      [
        `${WINDOWS} Chrome/126.0.0.0 Safari/537.36 Edg/126.0.2592.81`,
        `(Windows NT 10) ${WEBKIT} Chrome/126 Safari/537 Edg/126`,
      ],
      [
        `${ANDROID} SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36`,
        `(Linux; Android 14; K) ${WEBKIT} SamsungBrowser/25 Mobile Safari/537`,
      ],
      [
        `${ANDROID.replace(')', '; wv)')} Version/4.0 Chrome/125.0.6422.165 Mobile Safari/537.36`,
        `(Linux; Android 14; K) ${WEBKIT} Version/4 Chrome/100 Mobile Safari/537 [FBAN/FBIOS]`,
      ],
      [
        `${ANDROID.replace('SM-S918B', 'SM-X906C')} Chrome/126.0.0.0 Safari/537.36`,
        `(Linux; Android 14; K) ${WEBKIT} Chrome/126 Safari/537`,
      ],
      [
        'Mozilla/5.0 (Android 14; Tablet; rv:127.0) Gecko/127.0 Firefox/127.0',
        '(Android 14; Tablet; rv:100) Gecko/20100101 Firefox/127',
      ],
      [
        `${IPHONE} Version/17.5 Mobile/15E148 Safari/604.1`,
        `(iPhone; CPU iPhone OS 17 like Mac OS X) ${WEBKIT} Version/17 Mobile Safari/605`,
      ],
      [
        `${IPHONE} FxiOS/127.0 Mobile/15E148 Safari/605.1.15`,
        `(iPhone; CPU iPhone OS 17 like Mac OS X) ${WEBKIT} FxiOS/127 Mobile Safari/605`,
      ],
      [
        `${IPHONE} Mobile/21F90 Instagram 335.1.8.26.85 (iPhone14,5; de_DE)`,
        `(iPhone; CPU iPhone OS 17 like Mac OS X) ${WEBKIT} Version/4 Chrome/100 Mobile Safari/537 [FBAN/FBIOS]`,
      ],
      [
        'Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0',
        '(X11; Linux) Gecko/20100101 Firefox/127',
      ],
    ])('makes of %s families that the collector reads alike', async (userAgent, reduced) => {
      await send({ 'User-Agent': userAgent });
      const told = proxy.collector.arrivals[0]?.headers['user-agent'] ?? '';
      expect(told).toBe(`Mozilla/5.0 ${reduced}`);
      expect(read(told)).toEqual(read(userAgent));
    });

    it.each(['curl/8.5.0', 'Mozilla/5.0 (compatible; Seenbot/2.1; +http://seen.example)', ''])(
      'has the collector know a robot: %j',
      async (userAgent) => {
        await send({ 'User-Agent': userAgent });
        expect(proxy.collector.arrivals[0]?.headers['user-agent']).toMatch(/^bot\b/);
      },
    );

    it.each([
      ['198.51.100.77', '198.51.100.0'],
      ['::ffff:198.51.100.77', '198.51.100.0'],
      ['2001:db8:1234:5678:9abc:def0:1234:5678', '2001:db8:1234::'],
      ['2001:db8:1234::1', '2001:db8:1234::'],
      ['2001:db8:0:1::1', '2001:db8:0::'],
      ['2001:db8::1', '2001:db8::'],
      ['2a00::1', '2a00::'],
      ['::1', leftOut],
    ])('tells of %s that it is in %s', async (address, network) => {
      await send({ [ADDRESS_HEADER]: address });
      expect(proxy.collector.arrivals[0]?.headers['holloway-network']).toBe(network);
    });

    it.each([
      ['IT', 'IT'],
      ['XX', leftOut],
      ['ZZ', leftOut],
      ['T1', leftOut],
      ['it', leftOut],
      ['IT, SE', leftOut],
    ])(
      'tells of the country %s that it is %s, of a batch and of the configuration',
      async (told, country) => {
        await send({ [COUNTRY_HEADER]: told });
        await askOver(proxy.url, '/holloway/v1/sites/shop/config.json', {
          headers: { [COUNTRY_HEADER]: told },
        });
        expect(proxy.collector.arrivals.map(({ headers }) => headers['holloway-country'])).toEqual([
          country,
          country,
        ]);
      },
    );

    it.each([
      'https://shop.example',
      'https://my_shop.example:8443',
      'http://localhost:5173',
      'http://[::1]:5173',
    ])('says that a batch comes from %s', async (origin) => {
      await send({ Origin: origin });
      expect(proxy.collector.arrivals[0]?.headers.origin).toBe(origin);
    });

    it.each(NO_ORIGINS)('does not say that a batch comes from %j', async (origin) => {
      await send({ Origin: origin });
      expect(proxy.collector.arrivals.map(({ headers }) => headers.origin)).toEqual([leftOut]);
    });

    it('tells it of whoever asks for the configuration where they are, and nothing else', async () => {
      await askOver(proxy.url, '/holloway/v1/sites/shop/config.json?q=canary', {
        headers: { ...BROWSER, ...UNHEARD },
      });
      expect(proxy.collector.arrivals).toEqual([
        {
          method: 'GET',
          path: '/v1/sites/shop/config.json',
          body: '',
          headers: {
            ...constant,
            host: host(),
            'holloway-relay': KEY,
            'holloway-network': '127.0.0.0',
            ...silent('holloway-country'),
            'user-agent': 'holloway-relay',
          },
        },
      ]);
    });

    it.each([
      ['/holloway/holloway.js', '/holloway.js'],
      ['/holloway/holloway/ui-9ed2c9ba.js', '/holloway/ui-9ed2c9ba.js'],
      ['/holloway/v1/keys.json?q=canary', '/v1/keys.json'],
      ['/holloway/v1/sites/shop/statements/c9f1d2a4/de.json', '/v1/sites/shop/statements/c9f1d2a4/de.json'],
    ])('tells it nothing of whoever loads %s', async (path, asked) => {
      proxy.collector.answer = (_, response) => {
        response
          .writeHead(200, {
            'Content-Type': 'text/javascript',
            'Cache-Control': 'max-age=3600',
            'Set-Cookie': 'id=1',
          })
          .end('script');
      };
      const answer = await askOver(proxy.url, path, { headers: { ...BROWSER, ...UNHEARD } });
      const { 'cache-control': cache, 'set-cookie': cookie } = answer.headers;
      expect([answer.status, answer.body, cache, cookie]).toEqual([200, 'script', 'max-age=3600', undefined]);
      expect(proxy.collector.arrivals.map((arrival) => [arrival.path, arrival.headers])).toEqual([
        [asked, { ...constant, host: host(), 'user-agent': 'holloway-relay' }],
      ]);
    });

    it.each([
      '/holloway/../v1/sites/shop/reports/pages',
      '/holloway/%2e%2e/v1/sites/shop/reports/pages',
      '/holloway/v1/sites/shop/reports/pages',
      '/holloway/v1/sites/shop/config.json/..%2f..%2f..%2f..%2fmetrics',
      '/holloway/v1/sites/shop/statements/../reports/pages',
      '/holloway/api/auth/sign-in',
      '/holloway/',
    ])('leads nowhere else: %s', async (path) => {
      for (const method of ['GET', 'POST']) await askOver(proxy.url, path, { method, body: '' });
      expect(proxy.collector.arrivals).toEqual([]);
    });

    it.each(SMUGGLED)('lets nothing pass with $says', async ({ bytes }) => {
      await sendBytes(proxy.url, bytes);
      for (const { path, headers } of proxy.collector.arrivals) {
        expect([path, headers['holloway-relay']]).toEqual(['/v1/collect', KEY]);
        expect(JSON.stringify(headers)).not.toMatch(/192\.0\.2|"SE"/);
      }
      expect(proxy.collector.arrivals.length).toBeLessThanOrEqual(1);
    });

    it('takes no batch by another method, and nothing else by POST', async () => {
      for (const method of ['GET', 'PUT']) {
        const { status } = await askOver(proxy.url, '/holloway/v1/collect', { method });
        expect([404, 405]).toContain(status);
      }
      const { status } = await askOver(proxy.url, '/holloway/holloway.js', { method: 'POST' });
      expect([404, 405]).toContain(status);
      expect(proxy.collector.arrivals).toEqual([]);
    });

    it('refuses a batch of more than 16 KiB, and passes one of 16', async () => {
      expect((await send({}, 'x'.repeat(16 * 1024 + 1))).status).toBe(413);
      expect(proxy.collector.arrivals).toEqual([]);
      expect((await send({}, 'x'.repeat(16 * 1024))).status).toBe(204);
    });

    /** A collector that answers with the status, a time to wait, and a way elsewhere. */
    const answerWith = (status: number): void => {
      proxy.collector.answer = (_, response) => {
        const headers = {
          'Content-Type': 'application/problem+json',
          'Retry-After': '5',
          Location: 'https://evil.example',
        };
        response.writeHead(status, headers).end(`{"status":${status}}`);
      };
    };

    it.each([400, 404, 413, 415, 429, 503])(
      'brings a refusal of %i back with the time to wait',
      async (status) => {
        answerWith(status);
        const answer = await send();
        expect([
          answer.status,
          answer.headers['content-type'],
          answer.headers['retry-after'],
          answer.body,
        ]).toEqual([status, 'application/problem+json', '5', `{"status":${status}}`]);
      },
    );

    const LATER = {
      type: 'about:blank',
      title: 'The collector does not answer; send it again',
      status: 503,
    };

    it.each([301, 302, 303, 307, 308, 401, 425, 500, 501, 502, 504, 520, 524])(
      'has a browser come again when the collector answers %i, and leads it nowhere',
      async (status) => {
        answerWith(status);
        const { headers, body, ...answer } = await send();
        expect([answer.status, headers['retry-after'], headers.location, headers['content-type']]).toEqual([
          503,
          '30',
          undefined,
          'application/problem+json',
        ]);
        expect([headers['cache-control'], headers['access-control-allow-origin']]).toEqual(['no-store', '*']);
        expect(JSON.parse(body)).toEqual(LATER);
      },
    );

    it.each([
      ['a batch', () => send()],
      ['the configuration', () => askOver(proxy.url, '/holloway/v1/sites/shop/config.json')],
    ])('has a browser come again with %s while the collector does not know the store', async (_, ask) => {
      answerWith(403);
      const { status, headers, body } = await ask();
      expect([status, headers['retry-after']]).toEqual([503, '30']);
      expect(JSON.parse(body)).toEqual({
        ...LATER,
        title: 'The collector refuses this store: its key differs, or its address is not registered',
      });
    });

    it('has a browser come again when the collector hangs up, and writes down nobody', async () => {
      const hangUp: RequestListener = (request) => void request.socket.destroy();
      const written = (): number => proxy.logs().split('/v1/collect').length;
      const before = written();
      proxy.collector.answer = hangUp;
      const { status, headers } = await send();
      expect([status, headers['retry-after']]).toEqual([503, '30']);
      expect(written()).toBe(before);
    });

    it('takes no request that took the collector too long for one that is settled', async () => {
      answerWith(408);
      const status = await send().then((answer) => answer.status, String);
      expect([503, 'Error: socket hang up']).toContain(status);
    });

    it('leaves the rest of the store alone', async () => {
      const { status, headers } = await askOver(proxy.url, '/broken');
      expect([status, headers['retry-after']]).toEqual([broken, undefined]);
    });
  });
}
