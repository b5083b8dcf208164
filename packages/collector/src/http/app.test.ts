import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { MAX_BODY_BYTES, REPORT_NAMES } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { createTestApp } from '../../test/app.ts';
import { assemble, batchOf, declared, SHOP, TODAY } from '../../test/core.ts';
import { memoryStore, temporaryFolder } from '../../test/temporary.ts';
import { StoreUnavailableError } from '../store/store.ts';
import { loadAssets } from './assets.ts';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0';

async function open() {
  const core = await assemble(memoryStore());
  await core.addSite({ timeZone: 'Europe/Berlin' }, declared('page', '/a'));
  await core.addSite({ slug: 'archive', kind: 'archive', origins: [], provenance: 'Old data.' });
  return { core, ...createTestApp(core) };
}

const problemOf = async (response: Response) => {
  expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  return (await response.json()) as { status: number; type: string; field?: string; rule?: string };
};

describe('health', () => {
  it('is told while the process lives, readiness while it can write', async () => {
    const { get, core } = await open();
    expect(await (await get('/healthz', 'nobody')).text()).toBe('ok');
    expect((await get('/readyz', 'nobody')).status).toBe(200);
    await core.store.close();
    expect((await get('/healthz', 'nobody')).status).toBe(200);
    expect((await get('/readyz', 'nobody')).status).toBe(503);
  });

  it('says not ready from the first signal to stop', async () => {
    const { get, state } = await open();
    state.accepting = false;
    const response = await get('/readyz', 'nobody');
    expect(response.status).toBe(503);
    expect(response.headers.get('Retry-After')).toBe('5');
  });
});

describe('collecting', () => {
  const send = (app: Awaited<ReturnType<typeof open>>['app'], body: string, headers = {}) =>
    app.request('/v1/collect', {
      method: 'POST',
      headers: {
        'content-type': 'text/plain;charset=UTF-8',
        origin: 'https://shop.example',
        'user-agent': FIREFOX,
        ...headers,
      },
      body,
    });
  const batch = () => JSON.stringify(batchOf([['page.view', ['/a'], 1, 2]]));

  it('counts what a page sends, without a cookie', async () => {
    const { app, core } = await open();
    const response = await send(app, batch(), { cookie: 'id=1' });
    expect(response.status).toBe(204);
    expect(response.headers.get('Set-Cookie')).toBeNull();
    expect(await core.store.openDays(1)).toHaveLength(1);
  });

  it('refuses a body from the first byte above 16 KiB, before it is read whole', async () => {
    const { app } = await open();
    const text = batch();
    const padded = (bytes: number) => `${' '.repeat(bytes - text.length)}${text}`;
    expect((await send(app, padded(MAX_BODY_BYTES))).status).toBe(204);
    const response = await send(app, padded(MAX_BODY_BYTES + 1));
    expect(response.status).toBe(413);
    expect(await problemOf(response)).toMatchObject({ rule: 'must be at most 16384 bytes' });
  });

  it('takes a declared length by its word', async () => {
    const { app } = await open();
    const declaring = (bytes: number) => send(app, batch(), { 'content-length': String(bytes) });
    expect((await declaring(MAX_BODY_BYTES + 1)).status).toBe(413);
    expect((await declaring(MAX_BODY_BYTES)).status).toBe(204);
  });

  it.each([
    { what: 'counted', status: 204, text: batch(), headers: {} },
    { what: 'malformed', status: 400, text: '{}', headers: {} },
    { what: 'from elsewhere', status: 403, text: batch(), headers: { origin: 'https://evil.example' } },
    { what: 'too large', status: 413, text: ' '.repeat(MAX_BODY_BYTES + 1), headers: {} },
    { what: 'of another type', status: 415, text: batch(), headers: { 'content-type': 'image/png' } },
  ])('lets a page read that its batch was $what', async ({ status, text, headers }) => {
    const { app } = await open();
    const response = await send(app, text, headers);
    expect(response.status).toBe(status);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(response.headers.get('Access-Control-Expose-Headers')).toBe('Retry-After');
  });

  it('tells owners alone how many were dropped, and why', async () => {
    const { app, get } = await open();
    for (let i = 0; i < 10; i++) await send(app, batch(), { 'user-agent': 'curl/8.0' });
    const told = await (await get('/metrics')).text();
    expect(told).toContain('holloway_dropped_total{reason="bot"} 10\n');
    expect(told).toContain('holloway_batches_total{status="204"} 10\n');
    expect((await get('/metrics', 'reader')).status).toBe(403);
    expect((await get('/metrics', 'nobody')).status).toBe(401);
  });

  it('is answered to POST alone', async () => {
    const { get } = await open();
    const response = await get('/v1/collect', 'nobody');
    expect(response.status).toBe(405);
    expect(response.headers.get('Allow')).toBe('POST');
  });
});

describe('what needs a key or a session', () => {
  const guarded = [
    '/v1/sites/shop/slices',
    '/v1/sites/shop/record',
    ...REPORT_NAMES.map((name) => `/v1/sites/shop/reports/${name}`),
  ];

  it.each([...guarded, '/v1/sites', '/metrics'])('%s is closed to nobody in particular', async (path) => {
    const { get } = await open();
    const response = await get(path, 'nobody');
    expect(response.status).toBe(401);
    expect(await problemOf(response)).toMatchObject({ type: 'urn:holloway:unauthenticated' });
  });

  it('answers the same for a site that is not there and one that is not theirs', async () => {
    const { get } = await open();
    const ask = async (site: string) => {
      const response = await get(`/v1/sites/${site}/reports/pages`, 'reader');
      return [response.status, await response.text()];
    };
    expect(await ask('nowhere')).toEqual(await ask('archive'));
    expect((await ask('archive'))[0]).toBe(403);
  });

  it('lists the sites that somebody may see', async () => {
    const { get } = await open();
    const slugs = async (who: 'owner' | 'reader') =>
      ((await (await get('/v1/sites', who)).json()) as { sites: { id: string }[] }).sites.map(({ id }) => id);
    expect(await slugs('owner')).toEqual(['shop', 'archive']);
    expect(await slugs('reader')).toEqual(['shop']);
  });

  it('lists the slices of a site', async () => {
    const { get } = await open();
    expect(await (await get('/v1/sites/shop/slices', 'reader')).json()).toEqual({ slices: [] });
  });

  it('hands signing in to whoever sees to it', async () => {
    const { app } = await open();
    const response = await app.request('/api/auth/sign-in/email', { method: 'POST', body: '{}' });
    expect(await response.text()).toBe('signed in');
  });
});

describe('a report that cannot be made', () => {
  it('is a problem that names the reports there are', async () => {
    const { get } = await open();
    const response = await get('/v1/sites/shop/reports/visitors');
    expect(response.status).toBe(404);
    expect((await problemOf(response)).rule).toMatch(/must be one of overview, pages/);
  });

  it('is a problem that names the parameter and the rule, never the value', async () => {
    const { get } = await open();
    const response = await get('/v1/sites/shop/reports/pages?from=canary-7a');
    expect(response.status).toBe(400);
    expect(await response.clone().text()).not.toContain('canary');
    expect(await problemOf(response)).toMatchObject({ field: 'from', rule: /must be a date/ });
  });

  it('of a site that is not there is 404 for those who may see every site', async () => {
    const { get } = await open();
    expect((await get('/v1/sites/nowhere/reports/pages')).status).toBe(404);
  });
});

describe('importing', () => {
  const post = (app: Awaited<ReturnType<typeof open>>['app'], body: string, who = 'owner') =>
    app.request('/v1/sites/shop/import', {
      method: 'POST',
      headers: { authorization: `Bearer ${who}`, 'content-type': 'application/json' },
      body,
    });

  it('commits batches and seals, and says what it did', async () => {
    const { app } = await open();
    const batches = [batchOf([['page.view', ['/a'], 1, 2]], { day: '2026-11-01' })];
    const body = JSON.stringify({ batches, seal: '2026-11-02' });
    expect(await (await post(app, body)).json()).toEqual({
      committed: 1,
      duplicates: 0,
      sealedThrough: '2026-11-02',
    });
  });

  it('is closed to those who may only read', async () => {
    const { app } = await open();
    expect((await post(app, '{"batches":[]}', 'reader')).status).toBe(403);
    expect((await post(app, '{"batches":[]}', 'nobody')).status).toBe(401);
  });

  it.each(['', 'no json', '[]', '{}'])('refuses the body %j with field and rule', async (body) => {
    const { app } = await open();
    const response = await post(app, body);
    expect(response.status).toBe(400);
    expect(await problemOf(response)).toMatchObject({ field: 'batches' });
  });

  it('answers 503 where the store could not write, so that it is sent again', async () => {
    const { app, core } = await open();
    Object.assign(core.store, { commit: () => Promise.reject(new StoreUnavailableError('disk full')) });
    const response = await post(
      app,
      JSON.stringify({ batches: [batchOf([['visit', [], 1]], { day: TODAY })] }),
    );
    expect(response.status).toBe(503);
    expect(response.headers.get('Retry-After')).toBe('10');
  });
});

describe('an error that nobody foresaw', () => {
  it('is answered 500 without a word of what went wrong, and reported', async () => {
    const { get, core, reported } = await open();
    const bug = new TypeError('canary in the message');
    Object.assign(core.release, { cells: () => Promise.reject(bug) });
    const response = await get('/v1/sites/shop/reports/pages');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('canary');
    expect(reported).toEqual([bug]);
  });
});

describe('files', () => {
  const LONG = '/* session */'.repeat(100);
  const withFiles = async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'dashboard', 'assets'), { recursive: true });
    mkdirSync(join(folder, 'sdk', 'holloway'), { recursive: true });
    writeFileSync(join(folder, 'sdk', 'holloway.js'), '/* sdk */');
    writeFileSync(join(folder, 'sdk', 'holloway', 'analytics-1a2b3c4d.js'), '/* analytics */');
    writeFileSync(join(folder, 'sdk', 'holloway', 'session-1a2b3c4d.js'), LONG);
    writeFileSync(join(folder, 'dashboard', 'index.html'), '<!doctype html>');
    writeFileSync(join(folder, 'dashboard', 'assets', 'main-1a2b.js'), '/* app */');
    const core = await assemble(memoryStore());
    await core.addSite(SHOP);
    const assets = await loadAssets({
      sdk: join(folder, 'sdk'),
      dashboard: join(folder, 'dashboard'),
    });
    return createTestApp(core, assets);
  };

  it('of the SDK are for every page, and kept for an hour', async () => {
    const { get } = await withFiles();
    const response = await get('/holloway.js', 'nobody');
    expect(await response.text()).toBe('/* sdk */');
    expect(response.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(response.headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=3600');
    expect(response.headers.get('Set-Cookie')).toBeNull();
  });

  it('of the SDK that are loaded when they are needed can be kept for ever', async () => {
    const { get } = await withFiles();
    const response = await get('/holloway/analytics-1a2b3c4d.js', 'nobody');
    expect(await response.text()).toBe('/* analytics */');
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(response.headers.get('Set-Cookie')).toBeNull();
  });

  it('of the SDK before an update are answered by those of today, which are not kept under the old name', async () => {
    const { get } = await withFiles();
    const response = await get('/holloway/analytics-00000000.js', 'nobody');
    expect(await response.text()).toBe('/* analytics */');
    expect(response.headers.get('Cache-Control')).toBe('no-cache');
    expect((await get('/holloway/other-00000000.js', 'nobody')).status).toBe(404);
    expect((await get('/holloway/analytics.js', 'nobody')).status).toBe(404);
  });

  it('are not sent again to who has them', async () => {
    const { get } = await withFiles();
    const etag = (await get('/holloway.js', 'nobody')).headers.get('ETag') ?? '';
    const again = await get('/holloway.js', 'nobody', { 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it.each([
    { accepted: 'gzip, deflate, br, zstd', encoding: 'br', decode: brotliDecompressSync },
    { accepted: 'gzip;q=1.0, identity', encoding: 'gzip', decode: gunzipSync },
    { accepted: 'br;q=0, gzip;q=0.5', encoding: 'gzip', decode: gunzipSync },
    { accepted: undefined, encoding: null, decode: (body: Uint8Array) => body },
  ])('that are long are sent as small as $accepted lets them be', async ({ accepted, encoding, decode }) => {
    const { get } = await withFiles();
    const asked = accepted === undefined ? {} : { 'accept-encoding': accepted };
    const response = await get('/holloway/session-1a2b3c4d.js', 'nobody', asked);
    expect(response.headers.get('Content-Encoding')).toBe(encoding);
    expect(response.headers.get('Vary')).toBe('Accept-Encoding');
    const body = new Uint8Array(await response.arrayBuffer());
    expect(Buffer.from(decode(body)).toString()).toBe(LONG);
    const etag = response.headers.get('ETag') ?? '';
    const again = await get('/holloway/session-1a2b3c4d.js', 'nobody', { ...asked, 'if-none-match': etag });
    expect(again.status).toBe(304);
  });

  it('of the dashboard stand under a strict policy', async () => {
    const { get } = await withFiles();
    const page = await get('/', 'nobody');
    expect(await page.text()).toBe('<!doctype html>');
    expect(page.headers.get('Cache-Control')).toBe('no-cache');
    expect(page.headers.get('Content-Security-Policy')).toMatch(
      /default-src 'self'.*frame-ancestors 'none'.*require-trusted-types-for 'script'/,
    );
    const script = await get('/assets/main-1a2b.js', 'nobody');
    expect(script.headers.get('Cache-Control')).toMatch(/immutable/);
    expect(script.headers.get('X-Content-Type-Options')).toBe('nosniff');
  });

  it.each(['/../secret', '/%2e%2e/secret', '/assets/none.js', '/index.php'])(
    'of %s are not there',
    async (path) => {
      const { get } = await withFiles();
      expect((await get(path, 'nobody')).status).toBe(404);
    },
  );

  it('that were not built are not there', async () => {
    const { get } = await open();
    expect((await get('/holloway.js', 'nobody')).status).toBe(404);
    expect((await get('/', 'nobody')).status).toBe(404);
  });
});
