import { describe, expect, it, vi } from 'vitest';
import { createRelay, type RelayOptions } from './relay.ts';

const KEY = 'correct-horse-battery-staple-1234';
const BATCH = '{"v":1}';
const CHOICE =
  '{"v":1,"statement":"c9f1d2a4","choices":{"preferences":false,"analytics":true,"marketing":false},"day":"2026-11-23"}';

interface Sent {
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** A shop whose collector answers what the test says, and writes down what it is sent. */
function shop(answer: () => Response | Promise<Response>, options: Partial<RelayOptions> = {}) {
  const sent: Sent[] = [];
  const relay = createRelay({
    collector: 'https://stats.example/',
    key: KEY,
    fetch: async (url, { method = 'GET', headers, body, redirect }) => {
      expect(redirect).toBe('manual');
      sent.push({
        url,
        method,
        headers: headers as Record<string, string>,
        body: new TextDecoder().decode(body as Uint8Array),
      });
      return answer();
    },
    ...options,
  });
  const ask = (path: string, init: RequestInit = {}) =>
    // Node wants to be told that a body in pieces goes one way.
    relay(new Request(`https://shop.example${path}`, { duplex: 'half', ...init } as RequestInit), {
      address: '198.51.100.77',
    });
  const post = (body: BodyInit = BATCH, headers: Record<string, string> = {}) =>
    ask('/holloway/v1/collect', { method: 'POST', body, headers });
  return { sent, ask, post, relay };
}

const counted = (): Response => new Response(null, { status: 204 });
const told = (headers: Record<string, string> = {}): Response => new Response('{}', { headers });

const CONFIG = '/holloway/v1/sites/shop/config.json';

describe('a batch through the relay', () => {
  it('is sent on as it is, with a network for the address', async () => {
    const { sent, post } = shop(counted);
    expect((await post()).status).toBe(204);
    expect(sent).toMatchObject([
      {
        url: 'https://stats.example/v1/collect',
        method: 'POST',
        headers: { 'Holloway-Relay': KEY, 'Holloway-Network': '198.51.100.0' },
        body: BATCH,
      },
    ]);
    expect(JSON.stringify(sent)).not.toContain('198.51.100.77');
  });

  it('and a page that asks for its numbers are told of alike, and its answer comes back', async () => {
    const { sent, ask } = shop(() => told());
    const answer = await ask('/holloway/v1/overlay', {
      method: 'POST',
      body: '{"code":"x1"}',
      headers: { Cookie: 'canary' },
    });
    expect([answer.status, await answer.text()]).toEqual([200, '{}']);
    expect(sent).toMatchObject([
      {
        url: 'https://stats.example/v1/overlay',
        headers: { 'Holloway-Relay': KEY, 'Holloway-Network': '198.51.100.0' },
        body: '{"code":"x1"}',
      },
    ]);
    expect(JSON.stringify(sent)).not.toContain('canary');
  });

  it('has a hash for the network where the shop wants it so', async () => {
    const clock = { now: () => 0 };
    const random = (length: number) => new Uint8Array(length).fill(1);
    const { sent, post } = shop(counted, { address: 'hash', clock, random });
    await post();
    expect(sent[0]?.headers['Holloway-Network']).toBe('p9VP8wXPhko-8trqHHE-xg');
  });

  it.each([
    { declared: 'and says so', body: 'x'.repeat(16 * 1024 + 1) },
    { declared: 'in pieces', body: new Blob(['x'.repeat(16 * 1024), 'x']).stream() },
  ])('is refused above 16 KiB, $declared', async ({ body }) => {
    const { sent, post } = shop(counted);
    expect((await post(body)).status).toBe(413);
    expect(sent).toEqual([]);
  });

  it('passes with 16 KiB to the byte', async () => {
    const { sent, post } = shop(counted);
    const body = 'x'.repeat(16 * 1024);
    expect((await post(new Blob([body]).stream())).status).toBe(204);
    expect(sent.at(-1)?.body).toBe(body);
  });
});

describe('where a visitor is', () => {
  const networkOf = async (options: Partial<RelayOptions>, headers: Record<string, string>) => {
    const { sent, post } = shop(counted, options);
    await post(BATCH, headers);
    return sent[0]?.headers['Holloway-Network'];
  };

  it('is what the server says, whatever a header claims', async () => {
    const forged = { 'X-Forwarded-For': '203.0.113.5', Forwarded: 'for=203.0.113.5' };
    expect(await networkOf({}, forged)).toBe('198.51.100.0');
  });

  it.each([
    ['the header of a proxy', 'CF-Connecting-IP', { 'CF-Connecting-IP': '203.0.113.5' }, '203.0.113.0'],
    ['the last of a list', 'X-Forwarded-For', { 'X-Forwarded-For': '192.0.2.1, 203.0.113.5' }, '203.0.113.0'],
    ['nowhere when the proxy says nothing', 'CF-Connecting-IP', {}, undefined],
    ['nowhere when it says nonsense', 'CF-Connecting-IP', { 'CF-Connecting-IP': 'unknown' }, undefined],
    ['what a function reads', (): string => '2001:db8:1:2::3', {}, '2001:db8:1::'],
    ['nowhere when it reads nothing', (): undefined => undefined, {}, undefined],
  ] as const)('is %s', async (_, addressOf, headers, network) => {
    expect(await networkOf({ addressOf }, headers)).toBe(network);
  });

  it('is in a country that a trusted header names', async () => {
    const { sent, post, ask } = shop(() => told(), { country: 'CF-IPCountry' });
    await post(BATCH, { 'CF-IPCountry': 'IT' });
    await ask(CONFIG, { headers: { 'CF-IPCountry': 'US' } });
    await post(BATCH, { 'CF-IPCountry': 'XX' });
    expect(sent.map(({ headers }) => headers['Holloway-Country'])).toEqual(['IT', 'US', undefined]);
  });
});

describe('what is published', () => {
  it.each([
    ['/holloway/holloway.js', 'https://stats.example/holloway.js'],
    ['/holloway/holloway/analytics-1a2b3c4d.js', 'https://stats.example/holloway/analytics-1a2b3c4d.js'],
    ['/holloway/v1/keys.json?q=1#f', 'https://stats.example/v1/keys.json'],
    ['/holloway/v1/sites/shop/statements', 'https://stats.example/v1/sites/shop/statements'],
    [
      '/holloway/v1/sites/shop/statements/c9f1d2a4',
      'https://stats.example/v1/sites/shop/statements/c9f1d2a4',
    ],
    [
      '/holloway/v1/sites/shop/statements/c9f1d2a4/de.json',
      'https://stats.example/v1/sites/shop/statements/c9f1d2a4/de.json',
    ],
  ])('is passed on without a word of who asks: %s', async (path, url) => {
    const { sent, ask } = shop(() => told());
    const headers = { Cookie: 'session=1', 'User-Agent': 'Mozilla/5.0', 'If-None-Match': '"1"' };
    expect((await ask(path, { headers })).status).toBe(200);
    expect(sent).toEqual([{ url, method: 'GET', headers: { 'User-Agent': 'holloway-relay' }, body: '' }]);
  });

  it('and depends on the country, is asked with the network and nothing else', async () => {
    const { sent, ask } = shop(() => told());
    await ask(CONFIG, { headers: { Cookie: 'session=1', 'Sec-GPC': '1' } });
    expect(sent[0]).toMatchObject({
      url: 'https://stats.example/v1/sites/shop/config.json',
      headers: { 'Holloway-Relay': KEY, 'Holloway-Network': '198.51.100.0', 'User-Agent': 'holloway-relay' },
    });
    expect(Object.keys(sent[0]?.headers ?? {})).toHaveLength(3);
  });

  it('is not sent again to who has it, and the collector is not told what they have', async () => {
    const { sent, ask } = shop(() => told({ ETag: '"abc"', 'Cache-Control': 'public, max-age=3600' }));
    const again = (etag: string) => ask('/holloway/holloway.js', { headers: { 'If-None-Match': etag } });
    const answer = await again('"abc"');
    expect([answer.status, await answer.text(), answer.headers.get('Cache-Control')]).toEqual([
      304,
      '',
      'public, max-age=3600',
    ]);
    expect((await again('W/"abc"')).status).toBe(304);
    expect((await again('"old"')).status).toBe(200);
    expect(JSON.stringify(sent)).not.toContain('abc');
  });

  it('has a head alone for who asks for that', async () => {
    const { sent, ask } = shop(() => told());
    const answer = await ask('/holloway/holloway.js', { method: 'HEAD' });
    expect([answer.status, await answer.text(), sent[0]?.method]).toEqual([200, '', 'GET']);
  });
});

describe('no other address', () => {
  it.each([
    '/',
    '/holloway',
    '/holloway/',
    '/hollowayv1/collect',
    '/HOLLOWAY/v1/collect',
    '/holloway/../v1/collect',
    '/holloway/v1/../../v1/collect',
    '/holloway/%2e%2e/v1/sites/shop/reports/pages',
    '/holloway/v1/sites/shop/reports/pages',
    '/holloway/v1/sites/shop/config.json/../reports/pages',
    '/holloway/v1/sites/shop%2Freports/config.json',
    '/holloway/v1/sites/../config.json',
    '/holloway//v1/collect',
    '/holloway/v1/collect/',
    '/holloway/v1/sites',
    '/holloway/api/auth/sign-in',
    '/holloway/metrics',
    '/holloway/holloway/..%2f..%2fmetrics.js',
    '/holloway/v1/sites/shop/statements/c9f1d2a4/de.json%00',
    '/holloway/choice',
  ])('is there: %s', async (path) => {
    const { sent, ask } = shop(() => told());
    for (const method of ['GET', 'POST']) expect((await ask(path, { method })).status, method).toBe(404);
    expect(sent).toEqual([]);
  });

  it.each([
    ['GET', '/holloway/v1/collect', 'POST'],
    ['OPTIONS', '/holloway/v1/collect', 'POST'],
    ['POST', '/holloway/holloway.js', 'GET, HEAD'],
    ['DELETE', CONFIG, 'GET, HEAD'],
  ])('and no other method: %s %s', async (method, path, allowed) => {
    const { sent, ask } = shop(() => told());
    const answer = await ask(path, { method });
    expect([answer.status, answer.headers.get('Allow')]).toEqual([405, allowed]);
    expect(sent).toEqual([]);
  });

  it('is there on a host of its own either', async () => {
    const { ask, sent } = shop(() => told(), { path: '/' });
    expect((await ask('/holloway.js')).status).toBe(200);
    expect((await ask('/holloway/v1/collect', { method: 'POST' })).status).toBe(404);
    expect(sent.map(({ url }) => url)).toEqual(['https://stats.example/holloway.js']);
  });
});

describe('an answer', () => {
  it('comes back with these headers and no other', async () => {
    const { ask } = shop(() =>
      told({
        'Content-Type': 'application/json',
        'Cache-Control': 'private, max-age=300',
        ETag: '"1"',
        'Access-Control-Allow-Origin': '*',
        'Cross-Origin-Resource-Policy': 'cross-origin',
        'X-Content-Type-Options': 'nosniff',
        Vary: 'Origin',
        'Set-Cookie': 'id=1',
        'Clear-Site-Data': '"*"',
        'Strict-Transport-Security': 'max-age=1',
        Server: 'collector',
        Location: '/elsewhere',
        Link: '</x>; rel=preload',
      }),
    );
    expect(Object.fromEntries((await ask(CONFIG)).headers)).toEqual({
      'content-type': 'application/json',
      'cache-control': 'private, max-age=300',
      etag: '"1"',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
      vary: 'Origin',
    });
  });

  it.each([400, 403, 404, 413, 415, 429, 503])('of %i is told as it is', async (status) => {
    const { post } = shop(
      () =>
        new Response('{"rule":"must be"}', {
          status,
          headers: { 'Content-Type': 'application/problem+json', 'Retry-After': '7' },
        }),
    );
    const answer = await post();
    expect([answer.status, answer.headers.get('Retry-After'), await answer.text()]).toEqual([
      status,
      '7',
      '{"rule":"must be"}',
    ]);
  });

  it.each([
    {
      says: 'redirects',
      answer: () => new Response(null, { status: 307, headers: { Location: 'https://evil.example' } }),
    },
    { says: 'redirects for good', answer: () => new Response(null, { status: 301 }) },
    { says: 'is broken', answer: () => new Response('stack', { status: 500 }) },
    { says: 'is down behind its proxy', answer: () => new Response('<html>', { status: 502 }) },
    { says: 'is not there', answer: () => Promise.reject(new TypeError('fetch failed')) },
    {
      says: 'breaks off',
      answer: () => new Response(new ReadableStream({ pull: (c) => c.error(new Error('reset')) })),
    },
  ])('of a collector that $says is 503, to come again', async ({ answer }) => {
    const { post } = shop(answer);
    const given = await post();
    expect([given.status, given.headers.get('Retry-After'), given.headers.get('Location')]).toEqual([
      503,
      '30',
      null,
    ]);
    expect(await given.json()).toEqual({
      type: 'about:blank',
      title: 'The collector does not answer; send it again',
      status: 503,
    });
  });

  it('of a collector that is slow is 503 when its time is over', async () => {
    const { relay } = shop(counted, {
      timeoutMs: 1,
      fetch: (_, { signal }) =>
        new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
    });
    const request = new Request('https://shop.example/holloway/v1/collect', { method: 'POST', body: BATCH });
    expect((await relay(request)).status).toBe(503);
  });

  it('with the numbers of a page is waited for half a minute, for the code is used up', async () => {
    const given = vi.spyOn(AbortSignal, 'timeout');
    const { ask, post } = shop(() => told());
    await post();
    await ask('/holloway/v1/overlay', { method: 'POST', body: '{}' });
    expect(given.mock.calls).toEqual([[3_000], [30_000]]);
    given.mockRestore();
  });
});

describe('a choice', () => {
  const init = { method: 'POST', body: CHOICE, headers: { 'Sec-Fetch-Site': 'same-origin' } };

  it('is kept by the shop’s own server and told to nobody', async () => {
    const { ask, sent } = shop(() => told(), { choice: { domain: 'shop.example' } });
    const answer = await ask('/holloway/choice', init);
    expect(answer.status).toBe(204);
    expect(answer.headers.get('Set-Cookie')).toContain('holloway.choice=');
    expect(sent).toEqual([]);
  });

  it('is not kept for a page of another site', async () => {
    const { ask } = shop(() => told(), { choice: {} });
    const answer = await ask('/holloway/choice', { ...init, headers: { 'Sec-Fetch-Site': 'cross-site' } });
    expect([answer.status, answer.headers.get('Set-Cookie')]).toEqual([403, null]);
  });
});

describe('a relay', () => {
  it.each([
    [{ key: 'canary' }, 'key must be 32 to 256 visible ASCII characters'],
    [{ key: `${KEY}\r\nX: y` }, 'key must be 32 to 256 visible ASCII characters'],
    [{ path: 'holloway' }, 'path must be such as /holloway'],
    [{ address: 'none' as 'hash' }, 'address must be truncate or hash'],
  ])('is not set up with %j', (options, message) => {
    expect(() => shop(() => told(), options)).toThrow(new TypeError(message));
  });

  it.each([
    '',
    'stats.example',
    'https://',
    'ftp://stats.example',
    'https://user:canary@stats.example',
    'https://user@stats.example',
    'https://@stats.example',
    'https://stats.example/canary',
    'https://stats.example/v1/collect',
    'https://stats.example//',
    'https://stats.example/?canary',
    'https://stats.example?canary',
    'https://stats.example/#canary',
    'https://stats.example\\canary',
    'https://stats.example:port',
    'https://stats .example',
    'https://stats.\texample',
    ' https://stats.example',
  ])('is not set up for the collector %j, and does not repeat it', (collector) => {
    expect(() => shop(() => told(), { collector })).toThrow(
      new TypeError(
        'collector must be an address such as https://stats.example.com, without user, password, path or query',
      ),
    );
  });

  it.each([
    ['https://stats.example', 'https://stats.example/holloway.js'],
    ['https://stats.example/', 'https://stats.example/holloway.js'],
    ['https://stats.example:8443', 'https://stats.example:8443/holloway.js'],
    ['http://127.0.0.1:8787', 'http://127.0.0.1:8787/holloway.js'],
    ['http://[::1]:8787/', 'http://[::1]:8787/holloway.js'],
  ])('asks the collector %s at its root', async (collector, url) => {
    const { ask, sent } = shop(() => told(), { collector });
    await ask('/holloway/holloway.js');
    expect(sent.map((one) => one.url)).toEqual([url]);
  });
});
