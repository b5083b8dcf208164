/**
 * A store whose visitors reach the collector through its relay alone: what the collector hears of them, what it still
 * counts, and that nobody gets in beside the relay or in its name.
 */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { type RunningStorefront, serveStorefront } from '@holloway/example-storefront';
import { type Batch, dayAt, encodeBatch } from '@holloway/protocol';
import { createRelay, type Relay } from '@holloway/sdk/relay';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from './support/api.ts';
import { hide, newVisitor, openBrowser } from './support/browser.ts';
import { type Collector, createCollector } from './support/collector.ts';
import { countsOf, type Ear, openEar } from './support/ear.ts';

const KEY = 'correct-horse-battery-staple-1234';
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0';
/** Of the visitors of this shop, as its server sees them. */
const ADDRESS = '198.51.100.77';

let browser: Browser;
let collector: Collector;
let ear: Ear;
let shop: RunningStorefront;
let relay: Relay;
let server: Server;
let key: string;

/** What is sent while a page is being left has the name of the test's browser, which is rightly taken for a bot's. */
const asPeopleSayIt = (text: string): string => text.replaceAll('HeadlessChrome', 'Chrome');

function requestOf({ method = 'GET', url = '/', headers }: IncomingMessage, body: Buffer) {
  const sent = Object.entries(headers).map(([name, value]): [string, string] => [
    name,
    asPeopleSayIt(String(value)),
  ]);
  return new Request(`http://${headers.host}${url}`, {
    method,
    headers: sent,
    ...(method === 'POST' ? { body: new Uint8Array(body) } : {}),
  });
}

beforeAll(async () => {
  browser = await openBrowser();
  collector = await createCollector({ HOLLOWAY_RELAY_KEY: KEY, HOLLOWAY_RATE_PER_NETWORK: '0' });
  await collector.start();
  ear = await openEar(collector.url);
  relay = createRelay({ collector: ear.url, key: KEY, path: '/', country: () => 'IT' });
  server = createServer(async (request, response) => {
    const answer = await relay(requestOf(request, await buffer(request)), { address: ADDRESS });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const relayUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  shop = await serveStorefront({ port: 0, host: '127.0.0.1', collectorUrl: relayUrl, site: 'shop' });
  await collector.holloway('site', 'add', 'shop', '--origin', shop.url, '--kind', 'test');
  key = await collector.addKey('shop');
});
afterAll(async () => {
  await browser.close();
  await shop.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await ear.close();
  await collector.remove();
});

const api = () => createApi(collector.url, 'shop', key);

let nonces = 0;
const batch = (): string =>
  encodeBatch({
    v: 1,
    site: 'shop',
    day: dayAt(Date.now(), 'UTC'),
    batch: String(++nonces).padStart(11, '0'),
    statement: '00000000',
    basis: 'chosen',
    slices: {},
    increments: [['visit', [], 1, 2]],
  } satisfies Batch);

const HEADERS = { 'User-Agent': FIREFOX, 'Content-Type': 'text/plain' };
const collect = (headers: Record<string, string> = {}, body = batch()) =>
  fetch(`${collector.url}/v1/collect`, {
    method: 'POST',
    headers: { ...HEADERS, Origin: shop.url, ...headers },
    body,
  });
const throughRelay = (
  given: Relay,
  {
    body = batch(),
    headers = {},
    info = { address: ADDRESS },
  }: { body?: string; headers?: Record<string, string>; info?: { address?: string } } = {},
) =>
  given(
    new Request('https://shop.example/v1/collect', {
      method: 'POST',
      body,
      headers: { ...HEADERS, Origin: shop.url, ...headers },
    }),
    info,
  );
const visits = async (slice = '*', from = api()): Promise<number> =>
  (await from.report('overview', { slice })).totals.visits ?? 0;

describe('a visitor of a shop with a relay', () => {
  it('is asked, counted and sliced, and the collector has not heard who it was', async () => {
    const { page, close } = await newVisitor(browser);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).origin));
    await page.goto(shop.url, { waitUntil: 'networkidle' });
    await page.getByRole('button', { name: 'Accept all' }).click();
    await page.waitForFunction(() => localStorage.getItem('holloway.visit') !== null);
    await hide(page);
    await ear.until((batches) => countsOf(batches).visit === 1);
    await close();

    expect(new Set(asked)).toEqual(
      new Set([shop.url, `http://127.0.0.1:${(server.address() as AddressInfo).port}`]),
    );
    expect(ear.heard.length).toBeGreaterThan(3);
    expect(JSON.stringify(ear.heard)).not.toContain(ADDRESS);
    const collected = ear.heard.filter(({ path }) => path === '/v1/collect');
    for (const { headers } of collected) {
      expect(headers).toMatchObject({ 'holloway-network': '198.51.100.0', 'holloway-country': 'IT' });
      for (const name of ['cookie', 'referer', 'x-forwarded-for']) expect(headers[name]).toBeUndefined();
    }
    for (const slice of ['browser:Chrome', 'country:IT', 'device:desktop', 'os:Windows'])
      expect(await visits(slice), slice).toBe(1);
    expect(await visits()).toBe(1);
  });
});

describe('a collector behind a relay', () => {
  it('refuses whoever comes directly, in words that a page may read', async () => {
    const before = await visits();
    const answers = [await collect(), await fetch(`${collector.url}/v1/sites/shop/config.json`)];
    for (const answer of answers) {
      expect([answer.status, answer.headers.get('Access-Control-Allow-Origin')]).toEqual([403, '*']);
      expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
      expect(await answer.json()).toMatchObject({
        type: 'urn:holloway:forbidden',
        field: 'Holloway-Relay',
        rule: 'must be sent by the relay',
      });
    }
    expect(await visits()).toBe(before);
  });

  it.each([
    ['no key', {}],
    ['a guessed key', { 'Holloway-Relay': 'k'.repeat(33) }],
    ['nearly the key', { 'Holloway-Relay': KEY.slice(0, -1) }],
    ['an empty key', { 'Holloway-Relay': '' }],
  ])('refuses whoever speaks in its name with %s', async (_, headers) => {
    const forged = { 'Holloway-Network': '203.0.113.0', 'Holloway-Country': 'SE', ...headers };
    expect((await collect(forged as Record<string, string>)).status).toBe(403);
    expect(await visits('country:SE')).toBe(0);
  });

  it('does not let a visitor speak to it through the relay', async () => {
    const forged = { 'Holloway-Country': 'SE', 'Holloway-Network': '203.0.113.0', 'Holloway-Relay': 'x' };
    expect((await throughRelay(relay, { headers: forged })).status).toBe(204);
    expect(await visits('country:SE')).toBe(0);
  });

  it.each(['/', '/holloway.js', '/healthz', '/v1/keys.json', '/v1/sites/shop/statements'])(
    'answers everybody, as ever, of %s',
    async (path) => {
      expect((await fetch(collector.url + path)).status).toBe(200);
    },
  );

  it('loses nothing to a relay that has another key: its browsers are told to send again', async () => {
    const stranger = createRelay({ collector: collector.url, key: 'k'.repeat(32), path: '/' });
    const refused = await throughRelay(stranger);
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([503, '30']);
  });

  it('counts a batch once that came while it was down', async () => {
    const before = await visits();
    const direct = createRelay({ collector: collector.url, key: KEY, path: '/' });
    const body = batch();
    await collector.kill();
    const refused = await throughRelay(direct, { body });
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([503, '30']);
    await collector.start();
    for (let times = 0; times < 2; times++) expect((await throughRelay(direct, { body })).status).toBe(204);
    expect(await visits()).toBe(before + 1);
  });

  it('lets nobody in who does not know the origin either', async () => {
    expect((await throughRelay(relay, { headers: { Origin: 'https://evil.example' } })).status).toBe(403);
  });
});

describe('the limit of a network', () => {
  /** Answers to more batches than a network may send at once, from visitors who are where `info` says. */
  async function flood(info: { address?: string }): Promise<Set<number>> {
    const limited = await createCollector({ HOLLOWAY_RELAY_KEY: KEY, HOLLOWAY_RATE_PER_NETWORK: '1' });
    try {
      await limited.start();
      await limited.holloway('site', 'add', 'shop', '--origin', shop.url, '--kind', 'test');
      const direct = createRelay({ collector: limited.url, key: KEY, path: '/' });
      const statuses = new Set<number>();
      for (let sent = 0; sent < 30; sent++) statuses.add((await throughRelay(direct, { info })).status);
      return statuses;
    } finally {
      await limited.remove();
    }
  }

  it('holds for the network that the relay tells, not for the relay', async () => {
    expect(await flood({ address: ADDRESS })).toEqual(new Set([204, 429]));
  });

  it('holds for nobody where the relay tells of none', async () => {
    expect(await flood({})).toEqual(new Set([204]));
  });
});

describe('a collector without a relay', () => {
  it('does not hear what only a relay may say', async () => {
    const open = await createCollector({ HOLLOWAY_RATE_PER_NETWORK: '0' });
    try {
      await open.start();
      await open.holloway('site', 'add', 'shop', '--origin', shop.url, '--kind', 'test');
      const openKey = await open.addKey('shop');
      const answer = await fetch(`${open.url}/v1/collect`, {
        method: 'POST',
        body: batch(),
        headers: {
          ...HEADERS,
          Origin: shop.url,
          'Holloway-Relay': KEY,
          'Holloway-Network': '203.0.113.0',
          'Holloway-Country': 'SE',
        },
      });
      expect(answer.status).toBe(204);
      const openApi = createApi(open.url, 'shop', openKey);
      expect(await visits('country:ZZ', openApi)).toBe(1);
      expect(await visits('country:SE', openApi)).toBe(0);
    } finally {
      await open.remove();
    }
  });
});
