/** What the routes about accounts, keys and the log take and answer. Who may ask them: access-matrix.test. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BASE, NEW_PASSWORD, openTestAccess, PASSWORD } from '../../test/access.ts';
import { createTestApp } from '../../test/app.ts';
import { assemble } from '../../test/core.ts';
import { memoryStore } from '../../test/temporary.ts';
import { type Letter, MailError, type Mailer } from '../mail/mailer.ts';

const OWNER = 'owner@shop.example';

async function open(mailer: Mailer | null = null) {
  const opened = await openTestAccess();
  const core = await assemble(memoryStore());
  await core.addSite({ slug: 'shop' });
  await core.addSite({ slug: 'teapots' });
  const { app, reported } = createTestApp(core, undefined, undefined, opened.access, mailer);
  const send = async (method: string, path: string, cookie: string, body?: unknown) => {
    const response = await app.request(`${BASE}${path}`, {
      method,
      headers: { origin: BASE, cookie, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: text === '' ? null : JSON.parse(text),
    };
  };
  return { ...opened, send, reported };
}

async function withOwner(mailer: Mailer | null = null) {
  const opened = await open(mailer);
  await opened.access.addUser({ email: OWNER, password: PASSWORD, role: 'owner' });
  const browser = opened.browser();
  await browser.signIn(OWNER);
  const ask = (method: string, path: string, body?: unknown) =>
    opened.send(method, path, browser.cookie(), body);
  return { ...opened, ask };
}

/** An address in our words, and nothing that was sent. */
const problemOf = ({ status, body }: { status: number; body: { field?: string; rule?: string } }) => ({
  status,
  field: body.field,
  rule: body.rule,
});

describe('the first account', () => {
  it('is made with the code, and with nothing else', async () => {
    const { access, folder, send } = await open();
    await access.openFirstRun();
    const code = readFileSync(join(folder, 'setup-code'), 'utf8').trim();
    expect((await send('GET', '/v1/sign-in', '')).body).toEqual({ firstRun: true, singleSignOn: null });
    const account = { email: OWNER, password: PASSWORD, name: 'Ona' };
    expect(problemOf(await send('POST', '/v1/setup', '', { ...account, code: 'canary' }))).toEqual({
      status: 403,
      field: 'code',
      rule: 'must be the one in the file',
    });
    expect((await send('POST', '/v1/setup', '', { ...account, code })).status).toBe(201);
    expect((await send('GET', '/v1/sign-in', '')).body).toEqual({ firstRun: false, singleSignOn: null });
    expect(problemOf(await send('POST', '/v1/setup', '', { ...account, code }))).toEqual({
      status: 409,
      field: 'account',
      rule: 'must be the first',
    });
    expect(await access.userNamed(OWNER)).toMatchObject({ name: 'Ona', role: 'owner', sites: 'all' });
  });

  it('is waited for after five wrong codes', async () => {
    const { access, send } = await open();
    await access.openFirstRun();
    const guess = () => send('POST', '/v1/setup', '', { code: 'canary', email: OWNER, password: PASSWORD });
    for (let times = 0; times < 5; times++) await guess();
    const refused = await guess();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('15');
  });
});

describe('one’s own account', () => {
  it('says who one is and what one may do', async () => {
    const { ask } = await withOwner();
    const { status, body, headers } = await ask('GET', '/v1/account');
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toEqual({
      id: expect.any(String),
      email: OWNER,
      name: OWNER,
      role: 'owner',
      sites: 'all',
      secondFactor: false,
      permissions: ['read', 'privacy', 'settings', 'people', 'operate', 'metrics'],
    });
  });

  it('has a name to change, and nothing else', async () => {
    const { ask } = await withOwner();
    const { status, body } = await ask('PATCH', '/v1/account', { name: 'Ona', role: 'auditor', sites: [] });
    expect([status, body.name, body.role]).toEqual([200, 'Ona', 'owner']);
  });

  it('has sessions, of which one is this', async () => {
    const { ask, browser, access } = await withOwner();
    const other = browser();
    await other.signIn(OWNER);
    const sessions = async () => (await ask('GET', '/v1/account/sessions')).body.sessions;
    const [first, second] = await sessions();
    expect([first.current, second.current].sort()).toEqual([false, true]);
    expect(Object.keys(first).sort()).toEqual(['began', 'current', 'ends', 'id']);
    const { id } = [first, second].find(({ current }) => !current);
    expect((await ask('DELETE', `/v1/account/sessions/${id}`)).status).toBe(204);
    expect(await access.caller(other.headers())).toBeNull();
    expect(await sessions()).toHaveLength(1);
    expect(problemOf(await ask('DELETE', `/v1/account/sessions/${id}`))).toEqual({
      status: 404,
      field: 'session',
      rule: 'must be one that there is',
    });
  });

  it('signs out everywhere else at once', async () => {
    const { ask, browser, access } = await withOwner();
    const other = browser();
    await other.signIn(OWNER);
    expect((await ask('DELETE', '/v1/account/sessions')).status).toBe(204);
    expect(await access.caller(other.headers())).toBeNull();
    expect((await ask('GET', '/v1/account')).status).toBe(200);
  });
});

const MIRA = { email: 'mira@shop.example', role: 'merchandiser', sites: ['shop'] };

describe('people', () => {
  it('are invited, listed, changed and removed', async () => {
    const { ask, access } = await withOwner();
    const invited = await ask('POST', '/v1/people', { ...MIRA, name: 'Mira' });
    expect(invited.status).toBe(201);
    expect(invited.headers.get('cache-control')).toBe('no-store');
    const person = {
      id: expect.any(String),
      email: 'mira@shop.example',
      name: 'Mira',
      role: 'merchandiser',
      sites: ['shop'],
      secondFactor: false,
    };
    expect(invited.body).toEqual({
      person,
      link: { url: expect.stringContaining(`${BASE}/#/set-password/`), hours: 72 },
      mail: 'none',
    });
    expect((await ask('GET', '/v1/people')).body.people[0]).toEqual({
      ...person,
      status: 'invited',
      sessions: 0,
      passkeys: 0,
    });
    const { id } = invited.body.person;
    const changed = await ask('PATCH', `/v1/people/${id}`, { role: 'auditor', sites: 'all' });
    expect(changed.body).toEqual({ person: { ...person, role: 'auditor', sites: 'all' } });
    expect((await ask('DELETE', `/v1/people/${id}`)).status).toBe(204);
    expect(await access.listUsers()).toHaveLength(1);
  });

  it('are sent the link to themselves where mail is set up, and the owner has it too', async () => {
    const letters: Letter[] = [];
    const mailer = {
      send: async (letter: Letter) => void letters.push(letter),
      check: async () => undefined,
    };
    const { ask, browser } = await withOwner(mailer);
    const invited = (await ask('POST', '/v1/people', MIRA)).body;
    const again = (await ask('POST', `/v1/people/${invited.person.id}/link`)).body;
    expect([invited.mail, again.mail]).toEqual(['sent', 'sent']);
    expect(letters.map(({ to, subject }) => [to, subject])).toEqual([
      ['mira@shop.example', 'You are invited to Holloway'],
      ['mira@shop.example', 'Your link to choose a password for Holloway'],
    ]);
    const links = letters.map(({ text }) => /^https:\S+$/m.exec(text)?.[0]);
    expect(links).toEqual([invited.link.url, again.link.url]);
    expect(letters[1]?.text).toContain('It works once, within 72 hours');
    const token = links[1]?.split('/').at(-1);
    expect((await browser().post('/reset-password', { token, newPassword: PASSWORD })).status).toBe(200);
  });

  it('are invited all the same where the letter cannot be sent, which is told without naming them', async () => {
    const send = async () => {
      throw new MailError('the mail server cannot be reached (EDNS)');
    };
    const { ask, reported } = await withOwner({ send, check: async () => undefined });
    const { status, body } = await ask('POST', '/v1/people', MIRA);
    expect([status, body.mail, body.link.hours]).toEqual([201, 'failed', 72]);
    expect(reported).toEqual(['a letter could not be sent: the mail server cannot be reached (EDNS)']);
  });

  it('are given another link, are signed out, and freed of a lost app', async () => {
    const { ask, access, browser } = await withOwner();
    await access.addUser({ email: MIRA.email, password: PASSWORD, role: 'analyst' });
    const { id } = await access.userNamed(MIRA.email);
    const mira = browser();
    await mira.signIn(MIRA.email);
    expect((await ask('DELETE', `/v1/people/${id}/sessions`)).status).toBe(204);
    expect(await access.caller(mira.headers())).toBeNull();
    expect((await ask('DELETE', `/v1/people/${id}/second-factor`)).status).toBe(204);
    const { status, body } = await ask('POST', `/v1/people/${id}/link`);
    expect(status).toBe(201);
    const token = body.link.url.split('/').at(-1);
    await browser().post('/reset-password', { token, newPassword: NEW_PASSWORD });
    expect((await mira.signIn(MIRA.email, NEW_PASSWORD)).status).toBe(200);
  });

  it.each([
    ['no JSON', 'canary', 400, 'body', 'must be a JSON object'],
    ['no object', [], 400, 'email', 'must be there'],
    ['no role', { email: 'canary@shop.example' }, 400, 'role', 'must be there'],
    [
      'a role that there is not',
      { ...MIRA, role: 'canary' },
      400,
      'role',
      'must be one of owner, analyst, merchandiser, auditor',
    ],
    ['an address that is none', { ...MIRA, email: 'canary' }, 400, 'email', 'must be an e-mail address'],
    ['an address of another type', { ...MIRA, email: { canary: 1 } }, 400, 'email', 'must be text'],
    [
      'an address that is there',
      { ...MIRA, email: OWNER },
      409,
      'email',
      'must not be that of an account already',
    ],
    [
      'sites of another type',
      { ...MIRA, sites: 'canary' },
      400,
      'sites',
      'must be all, or a list of ids of sites',
    ],
    [
      'a site that there is not',
      { ...MIRA, sites: ['canary'] },
      400,
      'sites',
      'must be ids of sites that there are',
    ],
    [
      'a name that is too long',
      { ...MIRA, name: 'canary'.repeat(20) },
      400,
      'name',
      'must have 1 to 64 characters',
    ],
  ])('are not invited with %s, and nothing is repeated', async (_, body, status, field, rule) => {
    const { ask, access } = await withOwner();
    const refused = await ask('POST', '/v1/people', body);
    expect(problemOf(refused)).toEqual({ status, field, rule });
    expect(refused.text).not.toContain('canary');
    expect(await access.listUsers()).toHaveLength(1);
  });

  it('who are not there are named as such in every way', async () => {
    const { ask } = await withOwner();
    for (const [method, path] of [
      ['PATCH', ''],
      ['DELETE', ''],
      ['POST', '/link'],
      ['DELETE', '/sessions'],
      ['DELETE', '/second-factor'],
    ] as const) {
      const refused = await ask(method, `/v1/people/canary${path}`, method === 'PATCH' ? {} : undefined);
      expect(problemOf(refused)).toEqual({
        status: 404,
        field: 'account',
        rule: 'must be one that there is',
      });
    }
  });

  it('always have an owner among them', async () => {
    const { ask, access } = await withOwner();
    const { id } = await access.userNamed(OWNER);
    const expected = { status: 409, field: 'account', rule: 'must not be that of the last owner' };
    expect(problemOf(await ask('PATCH', `/v1/people/${id}`, { role: 'analyst' }))).toEqual(expected);
    expect(problemOf(await ask('DELETE', `/v1/people/${id}`))).toEqual(expected);
  });
});

const KEY = { name: 'reports', permissions: ['read'], sites: ['shop'] };

describe('keys', () => {
  it('are made, listed without the key itself, and revoked', async () => {
    const { ask, access } = await withOwner();
    const made = await ask('POST', '/v1/keys', { ...KEY, days: 30 });
    expect(made.status).toBe(201);
    expect(made.headers.get('cache-control')).toBe('no-store');
    const headers = new Headers({ authorization: `Bearer ${made.body.key}` });
    expect((await access.caller(headers))?.grant).toEqual({ permissions: ['read'], sites: ['shop'] });
    const { keys } = (await ask('GET', '/v1/keys')).body;
    const today = new Date().toISOString().slice(0, 10);
    const month = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    expect(keys).toEqual([
      {
        ...KEY,
        id: expect.any(String),
        start: made.body.key.slice(0, 6),
        expires: expect.stringContaining(`${month}T`),
        lastUsed: today,
      },
    ]);
    expect((await ask('DELETE', `/v1/keys/${keys[0].id}`)).status).toBe(204);
    expect(await access.caller(headers)).toBeNull();
    expect(problemOf(await ask('DELETE', `/v1/keys/${keys[0].id}`))).toEqual({
      status: 404,
      field: 'key',
      rule: 'must be the id of one that there is',
    });
  });

  it.each([
    ['no sites', { name: 'canary', permissions: ['read'] }, 'sites', 'must be there'],
    [
      'a site that there is not',
      { ...KEY, sites: ['canary'] },
      'sites',
      'must be ids of sites that there are',
    ],
    [
      'a permission that is not for keys',
      { ...KEY, permissions: ['people'] },
      'permissions',
      'must be some of read, import, metrics',
    ],
    ['no permission', { ...KEY, permissions: [] }, 'permissions', 'must name read, import or metrics'],
    ['half a day', { ...KEY, days: 0.5 }, 'days', 'must be a whole number from 1 to 3650'],
    ['more than ten years', { ...KEY, days: 3651 }, 'days', 'must be a whole number from 1 to 3650'],
    ['no name', { ...KEY, name: '' }, 'name', 'must have 1 to 64 characters'],
  ])('are not made with %s', async (_, body, field, rule) => {
    const { ask, access } = await withOwner();
    expect(problemOf(await ask('POST', '/v1/keys', body))).toEqual({ status: 400, field, rule });
    expect(await access.listKeys()).toEqual([]);
  });
});

interface Written {
  readonly actor: { readonly name: string };
  readonly what: string;
  readonly site: string | null;
  readonly detail: string;
  readonly result: string;
}

const short = ({ actor, what, site, detail, result }: Written): string =>
  [actor.name, what, site ?? '-', detail === '' ? '-' : detail, result].join(' | ');

describe('the log of access', () => {
  it('has every report that was looked at and every change, and no word of a query', async () => {
    const { ask, access } = await withOwner();
    await ask('GET', '/v1/sites/shop/reports/overview?from=2026-11-01&to=2026-11-20&slice=device:phone');
    await ask('GET', '/v1/sites/shop/reports/layout?page=/canary');
    await ask('GET', '/v1/sites/shop/reports/canary');
    const { person } = (await ask('POST', '/v1/people', MIRA)).body;
    await ask('PATCH', `/v1/people/${person.id}`, { role: 'analyst' });
    await ask('POST', '/v1/keys', KEY);
    await ask('GET', '/v1/account');
    const { entries } = (await ask('GET', '/v1/access-log')).body;
    expect(entries.map(short).sort()).toEqual([
      'owner@shop.example | GET /v1/sites/:site/reports/:report | shop | - | refused',
      'owner@shop.example | GET /v1/sites/:site/reports/:report | shop | layout | granted',
      'owner@shop.example | GET /v1/sites/:site/reports/:report | shop | overview 2026-11-01 2026-11-20 device | granted',
      'owner@shop.example | PATCH /v1/people/:person | - | mira@shop.example analyst | granted',
      'owner@shop.example | POST /api/auth/sign-in/email | - | - | granted',
      'owner@shop.example | POST /v1/keys | - | reports read | granted',
      'owner@shop.example | POST /v1/people | - | mira@shop.example merchandiser | granted',
    ]);
    expect(JSON.stringify(access.readLog({ limit: 100, offset: 0 }))).not.toContain('canary');
  });

  it('shows an auditor their sites, and everybody their own', async () => {
    const { access, ask, browser, send } = await withOwner();
    await ask('GET', '/v1/sites/shop/reports/overview');
    await ask('GET', '/v1/sites/teapots/reports/overview');
    await access.addUser({
      email: 'noor@shop.example',
      password: PASSWORD,
      role: 'auditor',
      sites: ['shop'],
    });
    await access.addUser({ ...MIRA, password: PASSWORD, role: 'merchandiser' });
    const [noor, mira] = [browser(), browser()];
    await noor.signIn('noor@shop.example');
    await mira.signIn(MIRA.email);
    await send('GET', '/v1/sites/teapots/reports/overview', mira.cookie());
    const seen = async (path: string, cookie: string) =>
      (await send('GET', path, cookie)).body.entries.map(short);
    expect(await seen('/v1/access-log', noor.cookie())).toEqual([
      'owner@shop.example | GET /v1/sites/:site/reports/:report | shop | overview | granted',
    ]);
    expect(await seen('/v1/account/log', mira.cookie())).toEqual([
      'mira@shop.example | GET /v1/sites/:site/reports/:report | teapots | overview | refused',
      'mira@shop.example | POST /api/auth/sign-in/email | - | - | granted',
    ]);
  });

  it('is asked for in parts', async () => {
    const { ask } = await withOwner();
    await ask('GET', '/v1/sites/shop/reports/overview');
    await ask('GET', '/v1/sites/teapots/reports/overview');
    const count = async (query: string) => (await ask('GET', `/v1/access-log?${query}`)).body.entries.length;
    expect(await count('site=teapots')).toBe(1);
    expect(await count('actor=canary')).toBe(0);
    expect(await count('limit=1')).toBe(1);
    expect(await count('to=2026-11-26')).toBe(0);
  });

  it.each([
    ['from=canary', 'from', 'must be a date such as 2026-11-27'],
    ['to=2026-02-30', 'to', 'must be a date such as 2026-11-27'],
    ['limit=0', 'limit', 'must be a whole number from 1 to 1000'],
    ['limit=1e2', 'limit', 'must be a whole number from 1 to 1000'],
    ['offset=-1', 'offset', 'must be a whole number from 0 to 1000000'],
  ])('is not asked for with %s', async (query, field, rule) => {
    const { ask } = await withOwner();
    expect(problemOf(await ask('GET', `/v1/access-log?${query}`))).toEqual({ status: 400, field, rule });
  });
});
