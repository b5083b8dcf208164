import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Permission } from '@holloway/protocol';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Access, judge, openAccess } from './access.ts';

const BASE = 'https://analytics.shop.example';
const PASSWORD = 'a sunken lane worn';
const folder = mkdtempSync(join(tmpdir(), 'holloway-access-'));
const file = join(folder, 'access.sqlite');
const errors: unknown[] = [];

const open = (over: { file?: string; baseUrl?: string; trustedOrigins?: readonly string[] } = {}) =>
  openAccess({
    file,
    setupFile: join(folder, 'setup-code'),
    clock: { now: () => Date.now() },
    baseUrl: BASE,
    secret: '5'.repeat(64),
    onError: (error) => errors.push(error),
    ...over,
  });

let access: Access;
const outgoing = vi.spyOn(globalThis, 'fetch');
const printed = (['log', 'info', 'warn', 'error', 'debug'] as const).map((level) =>
  vi.spyOn(console, level).mockImplementation(() => undefined),
);

beforeAll(async () => {
  access = await open();
  await access.addUser({ email: 'owner@shop.example', password: PASSWORD, role: 'owner' });
  await access.addUser({
    email: 'Merchandiser@Shop.example',
    password: PASSWORD,
    name: 'Mira',
    role: 'merchandiser',
    sites: ['kettles'],
  });
});

afterEach(() => {
  expect(errors).toEqual([]);
  expect(outgoing).not.toHaveBeenCalled();
  for (const level of printed) expect(level).not.toHaveBeenCalled();
});

afterAll(() => {
  access.close();
  rmSync(folder, { recursive: true });
});

interface Call {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly network?: string;
}

let networks = 0;

/** Each call comes from a network of its own, so that no test uses up the limit of another. */
function post(path: string, { body, headers, network = `network ${networks++}` }: Call = {}, at = access) {
  const request = new Request(`${BASE}/api/auth${path}`, {
    method: 'POST',
    headers: { origin: BASE, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body ?? {}),
  });
  return at.handler(request, network);
}

const signIn = (email: string, password = PASSWORD, call: Call = {}, at = access) =>
  post('/sign-in/email', { ...call, body: { email, password } }, at);

const cookieOf = (response: Response): string => response.headers.get('set-cookie')?.split(';')[0] ?? '';

/** Headers of somebody who signed in. */
async function session(email: string): Promise<Headers> {
  return new Headers({ cookie: cookieOf(await signIn(email)) });
}

const bearer = (key: string): Headers => new Headers({ authorization: `Bearer ${key}` });
const nobody = new Headers();

/** What the route of a site would be told. */
const allows = async (headers: Headers, site: string | null, permission: Permission, at = access) =>
  judge((await at.caller(headers))?.grant ?? null, site, permission);
const sites = async (headers: Headers) => (await access.caller(headers))?.grant.sites ?? null;

describe('signing in', () => {
  it('gives a cookie that scripts and other sites do not get', async () => {
    const response = await signIn('owner@shop.example');
    expect(response.status).toBe(200);
    expect(response.headers.get('set-cookie')).toMatch(
      /^__Secure-holloway\.session_token=[^;]+; Max-Age=604800; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
  });

  it('gives a cookie without Secure where there is no TLS', async () => {
    const local = await open({ baseUrl: 'http://127.0.0.1:4711' });
    const origin = 'http://localhost:4711';
    const response = await signIn('owner@shop.example', PASSWORD, { headers: { origin } }, local);
    local.close();
    expect(response.headers.get('set-cookie')).toMatch(
      /^holloway\.session_token=[^;]+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Strict$/,
    );
  });

  it.each([
    ['a wrong password', 'owner@shop.example', 'a sunken lane torn'],
    ['an unknown user', 'canary@shop.example', PASSWORD],
  ])('fails alike for %s', async (_, email, password) => {
    const response = await signIn(email, password);
    expect(response.status).toBe(401);
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toEqual({
      type: 'urn:holloway:unauthenticated',
      title: 'Sign in, or send a key',
      status: 401,
      field: 'password',
      rule: 'must be that of the account',
    });
  });

  it('does not care about the case of the address', async () => {
    expect((await signIn('MERCHANDISER@shop.EXAMPLE')).status).toBe(200);
  });

  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['a name that begins alike', { origin: `${BASE}.evil.example` }],
    ['a sandboxed page', { origin: 'null' }],
    [
      'another site, without saying which',
      { origin: '', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' },
    ],
  ])('is refused to %s', async (_, headers) => {
    const response = await signIn('owner@shop.example', PASSWORD, { headers });
    expect(response.status).toBe(403);
    expect(response.headers.get('set-cookie')).toBeNull();
  });

  it('is allowed to origins that are trusted', async () => {
    const origin = 'https://office.shop.example';
    const trusting = await open({ trustedOrigins: [origin] });
    const response = await signIn('owner@shop.example', PASSWORD, { headers: { origin } }, trusting);
    trusting.close();
    expect(response.status).toBe(200);
  });

  it('is limited to 20 attempts a minute for a network, and others go on', async () => {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 22; attempt++) {
      // An address that is none is refused before any hashing, and counts as an attempt.
      statuses.push((await signIn('no address', PASSWORD, { network: 'a guesser' })).status);
    }
    expect(statuses).toEqual([...Array<number>(20).fill(400), 429, 429]);
    expect((await signIn('owner@shop.example', PASSWORD, { network: 'a colleague' })).status).toBe(200);
  });

  it('is limited together for senders whose network is not known', async () => {
    const request = () =>
      new Request(`${BASE}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { origin: BASE, 'content-type': 'application/json' },
        body: '{"email": "no address", "password": ""}',
      });
    for (let attempt = 0; attempt < 20; attempt++) await access.handler(request());
    expect((await access.handler(request())).status).toBe(429);
  });

  it('is not got around by naming another network', async () => {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 21; attempt++) {
      const headers = {
        'x-holloway-network': `2001:db8::${attempt}`,
        'x-forwarded-for': `198.51.100.${attempt}`,
      };
      statuses.push((await signIn('no address', PASSWORD, { network: 'a liar', headers })).status);
    }
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('a session', () => {
  it('is found again however often the dashboard is loaded, every two seconds for ten minutes', async () => {
    const { headers } = new Request(BASE, { headers: await session('merchandiser@shop.example') });
    vi.useFakeTimers({ toFake: ['Date'] });
    const statuses = new Set<number>();
    for (let load = 0; load < 300; load++) {
      vi.setSystemTime(Date.now() + 2_000);
      statuses.add((await access.handler(new Request(`${BASE}/api/auth/get-session`, { headers }))).status);
    }
    vi.useRealTimers();
    expect([...statuses]).toEqual([200]);
  });

  it('says who it is', async () => {
    const { headers } = new Request(BASE, { headers: await session('merchandiser@shop.example') });
    const response = await access.handler(new Request(`${BASE}/api/auth/get-session`, { headers }));
    expect(await response.json()).toMatchObject({
      user: { email: 'merchandiser@shop.example', name: 'Mira', role: 'merchandiser', sites: ['kettles'] },
    });
  });

  it('of an owner reads every site', async () => {
    const headers = await session('owner@shop.example');
    expect(await allows(headers, 'teapots', 'read')).toBe('granted');
    expect(await sites(headers)).toBe('all');
  });

  it('of a merchandiser reads their own sites', async () => {
    const headers = await session('merchandiser@shop.example');
    expect(await allows(headers, 'kettles', 'read')).toBe('granted');
    expect(await allows(headers, 'teapots', 'read')).toBe('forbidden');
    expect(await sites(headers)).toEqual(['kettles']);
  });

  it('imports nothing', async () => {
    expect(await allows(await session('owner@shop.example'), 'kettles', 'import')).toBe('forbidden');
  });

  it('ends with signing out', async () => {
    const headers = await session('owner@shop.example');
    const response = await post('/sign-out', { headers: { cookie: headers.get('cookie') ?? '' } });
    expect(response.status).toBe(200);
    expect(response.headers.get('set-cookie')).toContain('__Secure-holloway.session_token=; Max-Age=0');
    expect(await allows(headers, 'kettles', 'read')).toBe('unauthenticated');
  });

  it.each(['https://evil.example', 'null', ''])('is not ended by a request of origin %j', async (origin) => {
    const headers = await session('owner@shop.example');
    const response = await post('/sign-out', { headers: { origin, cookie: headers.get('cookie') ?? '' } });
    expect(response.status).toBe(403);
    expect(await allows(headers, 'kettles', 'read')).toBe('granted');
  });

  it('is not made up: a changed cookie is nobody', async () => {
    const cookie = (await session('owner@shop.example')).get('cookie') ?? '';
    const [name, value] = cookie.split('=');
    const [token] = (value ?? '').split('.');
    for (const forged of [
      `${name}=${token}`,
      `${name}=${token}.${'A'.repeat(43)}%3D`,
      `${cookie.slice(0, -8)}AAAA%3D`,
    ]) {
      expect(await allows(new Headers({ cookie: forged }), 'kettles', 'read')).toBe('unauthenticated');
    }
  });

  it('is nobody without a cookie', async () => {
    expect(await allows(nobody, 'kettles', 'read')).toBe('unauthenticated');
    expect(await sites(nobody)).toBeNull();
  });
});

describe('from outside', () => {
  it.each([
    '/sign-up/email',
    '/api-key/create',
    '/api-key/verify',
    '/update-user',
    '/delete-user',
    '/list-sessions',
    '/two-factor/get-totp-uri',
    '/two-factor/send-otp',
    '/passkey/update-passkey',
    '/callback/oidc',
    '/link-social',
    '/request-password-reset',
    '/sign-in/email/',
    '/%73ign-up/email',
    '/sign-in/email/../../sign-up/email',
    '/ok',
  ])('there is no %s', async (path) => {
    const headers = await session('owner@shop.example');
    const body = { email: 'canary@shop.example', password: PASSWORD, name: 'Canary' };
    const response = await post(path, { body, headers: { cookie: headers.get('cookie') ?? '' } });
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect((await access.listUsers()).map(({ email }) => email)).not.toContain('canary@shop.example');
  });

  it('nobody signs in by following a link', async () => {
    const url = `${BASE}/api/auth/sign-in/email?email=owner@shop.example&password=${PASSWORD}`;
    expect((await access.handler(new Request(url))).status).toBe(404);
  });

  it('one may change one’s own password, knowing the old one', async () => {
    await access.addUser({ email: 'changer@shop.example', password: PASSWORD, role: 'owner' });
    const cookie = (await session('changer@shop.example')).get('cookie') ?? '';
    const change = (currentPassword: string) =>
      post('/change-password', {
        headers: { cookie },
        body: { currentPassword, newPassword: 'many feet went by' },
      });
    expect((await change('not the old one')).status).toBe(400);
    expect((await signIn('changer@shop.example')).status).toBe(200);
    expect((await change(PASSWORD)).status).toBe(200);
    expect((await signIn('changer@shop.example')).status).toBe(401);
    expect((await signIn('changer@shop.example', 'many feet went by')).status).toBe(200);
  });
});

describe('a key', () => {
  it('grants its permission on its sites', async () => {
    const headers = bearer(
      await access.addKey({ name: 'reports', permissions: ['read'], sites: ['kettles'] }),
    );
    expect(await allows(headers, 'kettles', 'read')).toBe('granted');
    expect(await allows(headers, 'kettles', 'import')).toBe('forbidden');
    expect(await allows(headers, 'teapots', 'read')).toBe('forbidden');
    expect(await sites(headers)).toEqual(['kettles']);
  });

  it('of all sites covers those added later', async () => {
    const headers = bearer(await access.addKey({ name: 'history', permissions: ['import'], sites: 'all' }));
    expect(await allows(headers, 'added-later', 'import')).toBe('granted');
    expect(await allows(headers, 'added-later', 'read')).toBe('forbidden');
    expect(await sites(headers)).toBe('all');
  });

  it('may hold both permissions', async () => {
    const headers = bearer(
      await access.addKey({ name: 'both', permissions: ['read', 'import'], sites: ['kettles'] }),
    );
    expect(await allows(headers, 'kettles', 'read')).toBe('granted');
    expect(await allows(headers, 'kettles', 'import')).toBe('granted');
  });

  it('works on after a hundred requests', async () => {
    const headers = bearer(await access.addKey({ name: 'busy', permissions: ['read'], sites: 'all' }));
    for (let request = 0; request < 100; request++) await allows(headers, 'kettles', 'read');
    expect(await allows(headers, 'kettles', 'read')).toBe('granted');
  });

  it('works for the days that it was made for', async () => {
    const headers = bearer(
      await access.addKey({ name: 'passing', permissions: ['metrics'], sites: 'all', days: 1 }),
    );
    const made = Date.now();
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(made + 86_400_000 - 60_000);
    expect(await allows(headers, null, 'metrics')).toBe('granted');
    vi.setSystemTime(made + 86_400_000 + 60_000);
    expect(await allows(headers, null, 'metrics')).toBe('unauthenticated');
    vi.useRealTimers();
  });

  it.each([0, -1, 1.5, 3651, Number.NaN])('is not made for %d days', async (days) => {
    const key = { name: 'passing', permissions: ['read'], sites: 'all', days } as const;
    await expect(access.addKey(key)).rejects.toMatchObject({ code: 'key_days' });
  });

  it('keeps the day on which it was last used, and no time of it', async () => {
    const headers = bearer(await access.addKey({ name: 'daily', permissions: ['read'], sites: 'all' }));
    await allows(headers, 'kettles', 'read');
    const today = new Date().toISOString().slice(0, 10);
    expect((await access.listKeys()).find(({ name }) => name === 'daily')?.lastUsed).toBe(today);
    const database = new Database(file, { readonly: true });
    const row = database.prepare("select lastRequest, updatedAt from apikey where name = 'daily'").get();
    database.close();
    expect(row).toEqual({ lastRequest: `${today}T00:00:00.000Z`, updatedAt: `${today}T00:00:00.000Z` });
  });

  it('is nobody once revoked', async () => {
    const key = await access.addKey({ name: 'revoked', permissions: ['read'], sites: 'all' });
    const listed = (await access.listKeys()).find(({ name }) => name === 'revoked');
    expect(listed).toEqual({
      id: expect.any(String),
      name: 'revoked',
      start: key.slice(0, 6),
      permissions: ['read'],
      sites: 'all',
      expires: null,
      lastUsed: null,
    });
    await access.revokeKey(listed?.id ?? '');
    expect(await allows(bearer(key), 'kettles', 'read')).toBe('unauthenticated');
    expect((await access.listKeys()).map(({ name }) => name)).not.toContain('revoked');
  });

  it.each([
    `Bearer hw_${'a'.repeat(64)}`,
    'Bearer hw_short',
    'Bearer',
    'Basic b3duZXI6',
    '',
    `hw_${'a'.repeat(64)}`,
  ])('that is unknown or malformed is nobody: %j', async (authorization) => {
    expect(await allows(new Headers({ authorization }), 'kettles', 'read')).toBe('unauthenticated');
  });

  it('that is wrong is not made up for by a session', async () => {
    const headers = await session('owner@shop.example');
    headers.set('authorization', `Bearer hw_${'a'.repeat(64)}`);
    expect(await allows(headers, 'kettles', 'read')).toBe('unauthenticated');
  });

  it('does not sign in to the dashboard', async () => {
    const key = await access.addKey({ name: 'no session', permissions: ['read'], sites: 'all' });
    const headers = { authorization: `Bearer ${key}`, 'x-api-key': key };
    const response = await access.handler(new Request(`${BASE}/api/auth/get-session`, { headers }));
    expect(await response.json()).toBeNull();
  });

  it.each([
    [{ name: '', permissions: ['read'], sites: 'all' }, 'name_length'],
    [{ name: 'n'.repeat(65), permissions: ['read'], sites: 'all' }, 'name_length'],
    [{ name: 'nothing', permissions: [], sites: 'all' }, 'key_permissions'],
  ] as const)('is not made from %j', async (key, code) => {
    await expect(access.addKey(key)).rejects.toMatchObject({ code });
  });

  it('cannot be revoked when it is not there', async () => {
    await expect(access.revokeKey('canary')).rejects.toMatchObject({ code: 'unknown_key' });
  });
});

describe('an account', () => {
  it('is listed without its password', async () => {
    expect(await access.listUsers()).toContainEqual({
      id: expect.any(String),
      email: 'merchandiser@shop.example',
      name: 'Mira',
      role: 'merchandiser',
      sites: ['kettles'],
      secondFactor: false,
    });
  });

  it('of a merchandiser without sites sees none', async () => {
    await access.addUser({ email: 'new@shop.example', password: PASSWORD, role: 'merchandiser' });
    const headers = await session('new@shop.example');
    expect(await sites(headers)).toEqual([]);
    expect(await allows(headers, 'kettles', 'read')).toBe('forbidden');
  });

  it.each([
    ['canary', PASSWORD, 'email_invalid'],
    ['OWNER@shop.example', PASSWORD, 'email_taken'],
    ['canary@shop.example', 'canary', 'password_length'],
    ['canary@shop.example', 'canary'.repeat(22), 'password_length'],
  ])('is not made of %j and %j, and the error repeats neither', async (email, password, code) => {
    const attempt = access.addUser({ email, password, role: 'owner' });
    await expect(attempt).rejects.toMatchObject({
      code,
      message: expect.not.stringMatching(/canary|owner/i),
    });
  });

  it('given a new password is signed out and has the new one', async () => {
    await access.addUser({ email: 'forgetful@shop.example', password: PASSWORD, role: 'owner' });
    const headers = await session('forgetful@shop.example');
    await access.setPassword('Forgetful@shop.example', 'many feet went by');
    expect(await allows(headers, 'kettles', 'read')).toBe('unauthenticated');
    expect((await signIn('forgetful@shop.example')).status).toBe(401);
    expect((await signIn('forgetful@shop.example', 'many feet went by')).status).toBe(200);
  });

  it('that is removed is signed out and gone', async () => {
    await access.addUser({ email: 'leaver@shop.example', password: PASSWORD, role: 'owner' });
    const headers = await session('leaver@shop.example');
    await access.removeUser((await access.userNamed('Leaver@shop.example')).id);
    expect(await allows(headers, 'kettles', 'read')).toBe('unauthenticated');
    expect((await signIn('leaver@shop.example')).status).toBe(401);
  });

  it('that does not exist has no password to set and cannot be removed', async () => {
    await expect(access.setPassword('canary@shop.example', PASSWORD)).rejects.toMatchObject({
      code: 'unknown_user',
    });
    await expect(access.removeUser('canary')).rejects.toMatchObject({ code: 'unknown_user' });
  });

  it('is still there after a restart, and so is the session', async () => {
    const headers = await session('owner@shop.example');
    const again = await open();
    const verdict = await allows(headers, 'kettles', 'read', again);
    again.close();
    expect(verdict).toBe('granted');
  });
});

describe('answers', () => {
  const canary = 'canary7f3a';

  it.each([
    { email: canary, password: canary },
    { email: { [canary]: canary }, password: [canary] },
    { [canary]: canary },
    `{"email": "${canary}`,
    canary,
  ])('to %j repeat nothing of it', async (body) => {
    const headers = { 'user-agent': canary, referer: `https://${canary}.example/`, cookie: `a=${canary}` };
    const response = await post('/sign-in/email', { body, headers });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    expect(`${await response.text()}${JSON.stringify([...response.headers])}`).not.toContain(canary);
  });
});

describe('the files', () => {
  /** Database and journal as they are on disk, while both are in use. */
  const bytes = (): string =>
    readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('');

  it('hold no address and no user agent of anybody who signed in', async () => {
    const canaries = ['203.0.113.77', '2001:db8:7f3a::77', 'Canary7f3a', 'network of a canary'];
    const headers = {
      'user-agent': 'Canary7f3a/1.0',
      'x-forwarded-for': '203.0.113.77',
      'x-real-ip': '203.0.113.77',
      'cf-connecting-ip': '203.0.113.77',
      'x-holloway-network': '2001:db8:7f3a::77',
      forwarded: 'for="[2001:db8:7f3a::77]"',
      referer: 'https://shop.example/Canary7f3a',
    };
    const response = await signIn('owner@shop.example', PASSWORD, {
      headers,
      network: 'network of a canary',
    });
    const cookie = cookieOf(response);
    await access.handler(new Request(`${BASE}/api/auth/get-session`, { headers: { ...headers, cookie } }));
    await allows(new Headers({ ...headers, cookie }), 'kettles', 'read');

    const files = bytes();
    expect(files).toContain('owner@shop.example');
    for (const text of canaries) expect(files).not.toContain(text);

    const database = new Database(file, { readonly: true });
    const seen = database.prepare('select distinct ipAddress, userAgent from session').all();
    const tables = database
      .prepare("select name from sqlite_schema where type = 'table' order by name")
      .pluck()
      .all();
    database.close();
    expect(seen).toEqual([{ ipAddress: null, userAgent: null }]);
    expect(tables).toEqual([
      'access_log',
      'account',
      'apikey',
      'passkey',
      'session',
      'twoFactor',
      'user',
      'verification',
    ]);
  });

  it('hold neither keys nor passwords', async () => {
    const key = await access.addKey({ name: 'hashed', permissions: ['read'], sites: 'all' });
    const files = bytes();
    expect(files).toContain('hashed');
    expect(files).not.toContain(key);
    expect(files).not.toContain(key.slice(3));
    expect(files).not.toContain(PASSWORD);
  });

  it('can be read by their owner alone', () => {
    const modes = readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777);
    expect(new Set(modes)).toEqual(new Set([0o600]));
  });

  it('are not opened where there is no folder', async () => {
    await expect(open({ file: join(folder, 'missing', 'access.sqlite') })).rejects.toThrow('ENOENT');
  });
});
