/** Adding and changing sites by HTTP, as an owner's program would. */
import { describe, expect, it } from 'vitest';
import { createTestApp } from '../../test/app.ts';
import { assemble, declared } from '../../test/core.ts';
import { temporaryStore } from '../../test/temporary.ts';

async function openApp() {
  const core = await assemble(temporaryStore());
  const { app } = createTestApp(core);
  const ask = async (method: string, path: string, body?: unknown, who = 'owner') => {
    const answer = await app.request(path, {
      method,
      headers: { authorization: `Bearer ${who}` },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: answer.status, body: await answer.json() };
  };
  return { core, ask };
}

const SHOP = { id: 'shop', origins: ['https://shop.example'], k: 5 };

describe('adding a site', () => {
  it('answers with its settings, and with the statement that was published', async () => {
    const { core, ask } = await openApp();
    const { status, body } = await ask('POST', '/v1/sites', { ...SHOP, languages: ['de', 'en'] });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      id: 'shop',
      name: 'shop',
      kind: 'live',
      k: 5,
      timeZone: 'UTC',
      origins: ['https://shop.example'],
      languages: ['de', 'en'],
      ceilings: { page: 100_000, search: 50_000 },
      names: { page: 2 },
      statement: expect.stringMatching(/^[0-9a-f]{8}$/),
    });
    expect(body.published).toBe(body.statement);
    const [statement] = await core.registry.statements(1);
    expect(Object.keys(statement?.statement.wordings ?? {})).toEqual(['de', 'en']);
  });

  it('is refused with all that is wrong, and with no value', async () => {
    const { ask, core } = await openApp();
    const wrong = {
      id: 'Canary',
      k: 2,
      timeZone: 'canary',
      languages: ['canary'],
      origins: ['https://a.example'],
    };
    const { status, body } = await ask('POST', '/v1/sites', wrong);
    expect(status).toBe(400);
    expect(body).toMatchObject({
      field: 'id',
      rule: 'must be 1 to 63 lower-case letters, digits or hyphens',
    });
    expect(body.errors.map(({ field }: { field: string }) => field)).toEqual([
      ...['id', 'timeZone', 'k', 'languages[0]'],
    ]);
    expect(JSON.stringify(body)).not.toMatch(/canary/i);
    expect(await core.registry.sites()).toEqual([]);
  });

  it('is refused where there is one of that id', async () => {
    const { ask } = await openApp();
    await ask('POST', '/v1/sites', SHOP);
    expect(await ask('POST', '/v1/sites', SHOP)).toMatchObject({ status: 409, body: { field: 'id' } });
  });

  it.each(['', '{', '[]', 'null', '"shop"'])('is refused where the body is %s', async (body) => {
    const { ask } = await openApp();
    expect((await ask('POST', '/v1/sites', body)).status).toBe(400);
  });
});

describe('changing a site', () => {
  const withShop = async () => {
    const opened = await openApp();
    const { body } = await opened.ask('POST', '/v1/sites', SHOP);
    return { ...opened, before: body };
  };

  it('changes what is given, and asks nobody again for what visitors did not agree to', async () => {
    const { ask, before } = await withShop();
    const routes = [{ pattern: '/p/:slug', type: 'product' }];
    const { status, body } = await ask('PATCH', '/v1/sites/shop/settings', {
      name: 'The shop',
      timeZone: 'Europe/Berlin',
      currency: 'CHF',
      routes,
      ceilings: { page: 20_000 },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      timeZone: 'Europe/Berlin',
      currency: 'CHF',
      k: 5,
      routes,
      ceilings: { page: 20_000 },
    });
    expect(body.origins).toEqual(before.origins);
    expect((await ask('GET', '/v1/sites/shop/settings')).body).toMatchObject({ currency: 'CHF', routes });
  });

  it.each([{ k: 20 }, { languages: ['fr'] }])('says where everybody is asked again: %j', async (change) => {
    const { ask, before } = await withShop();
    const { body } = await ask('PATCH', '/v1/sites/shop/settings', change);
    expect(body.published).toMatch(/^[0-9a-f]{8}$/);
    expect(body.published).not.toBe(before.statement);
    const again = await ask('PATCH', '/v1/sites/shop/settings', change);
    expect(again.body.published).toBeNull();
  });

  it('tells browsers of its routes', async () => {
    const { ask, core } = await withShop();
    const routes = [{ pattern: '/c/:top/:page?', type: 'category', category: ':top' }];
    await ask('PATCH', '/v1/sites/shop/settings', { routes });
    const config = await ask('GET', '/v1/sites/shop/config.json');
    expect(config.body.routes.map(({ pattern }: { pattern: string }) => pattern)).toEqual([
      '/c/:top',
      '/c/:top/:page',
    ]);
    expect((await core.site('shop')).routes).toEqual(config.body.routes);
  });

  it('is refused whole where anything is wrong', async () => {
    const { ask } = await withShop();
    const { status, body } = await ask('PATCH', '/v1/sites/shop/settings', {
      name: 'New',
      routes: [{ pattern: '/a(', type: 'page' }],
      ceilings: { page: -1 },
    });
    expect({ status, fields: body.errors.map(({ field }: { field: string }) => field) }).toEqual({
      status: 400,
      fields: ['routes[0].pattern', 'ceilings.page'],
    });
    expect((await ask('GET', '/v1/sites/shop/settings')).body.name).toBe('shop');
  });

  it('of an archive has no languages', async () => {
    const { ask } = await openApp();
    await ask('POST', '/v1/sites', { id: 'old', kind: 'archive' });
    expect((await ask('GET', '/v1/sites/old/settings')).body).toMatchObject({ languages: [] });
    expect(await ask('PATCH', '/v1/sites/old/settings', { languages: ['de'] })).toMatchObject({
      status: 400,
      body: { field: 'languages' },
    });
  });
});

describe('the catalogue of a site', () => {
  const withShop = async (ceilings = {}) => {
    const opened = await openApp();
    await opened.core.addSite({ ceilings }, declared('page', '/a'));
    return opened;
  };
  const ENTRIES = [
    { kind: 'page', text: '/a', label: 'A' },
    { kind: 'page', text: '/b', category: 'tea' },
    { kind: 'category', text: 'tea' },
  ];

  it('is declared, and told', async () => {
    const { ask } = await withShop();
    expect(await ask('PATCH', '/v1/sites/shop/catalogue', { entries: ENTRIES })).toEqual({
      status: 200,
      body: { entries: 3, added: { page: 1, category: 1 }, changed: 1 },
    });
    expect((await ask('GET', '/v1/sites/shop/catalogue')).body).toEqual({
      entries: [
        { kind: 'page', text: '(any)' },
        { kind: 'page', text: '(entry)' },
        { kind: 'page', text: '/a', label: 'A' },
        { kind: 'page', text: '/b', category: 'tea' },
      ],
      next: null,
    });
    expect((await ask('GET', '/v1/sites/shop/catalogue?kind=category&after=a')).body).toEqual({
      entries: [{ kind: 'category', text: 'tea' }],
      next: null,
    });
  });

  it('is told in parts', async () => {
    const { ask, core } = await withShop();
    const texts = Array.from({ length: 1_500 }, (_, i) => `P${String(i).padStart(4, '0')}`);
    await core.store.declare(1, declared('product', ...texts));
    core.registry.changed(1);
    const first = await ask('GET', '/v1/sites/shop/catalogue?kind=product');
    expect(first.body.entries).toHaveLength(1_000);
    expect(first.body.next).toBe('P0999');
    const rest = await ask('GET', `/v1/sites/shop/catalogue?kind=product&after=${first.body.next}`);
    expect(rest.body).toMatchObject({ next: null });
    expect(rest.body.entries).toHaveLength(500);
  });

  it('tells what would be added without adding it', async () => {
    const { ask } = await withShop();
    const dry = await ask('PATCH', '/v1/sites/shop/catalogue?dryRun=1', { entries: ENTRIES });
    expect(dry.body).toEqual({ entries: 3, added: { page: 1, category: 1 }, changed: 1 });
    expect((await ask('GET', '/v1/sites/shop/catalogue?after=/a')).body.entries).toEqual([]);
  });

  it('is refused beyond the ceiling, with the count', async () => {
    const { ask } = await withShop({ page: 3 });
    expect(await ask('PATCH', '/v1/sites/shop/catalogue', { entries: ENTRIES })).toMatchObject({
      status: 409,
      body: { field: 'ceilings.page', rule: 'there would be 4 names of this kind, and there may be 3' },
    });
  });

  it.each([
    { body: {}, field: 'entries' },
    { body: { entries: 'canary' }, field: 'entries' },
    { body: { entries: Array(5_001).fill({ kind: 'page', text: '/a' }) }, field: 'entries' },
    { body: { entries: ['canary'] }, field: 'entries[0]' },
    { body: { entries: [{ kind: 'canary', text: '/a' }] }, field: 'entries[0].kind' },
    { body: { entries: [{ kind: 'page' }] }, field: 'entries[0].text' },
    { body: { entries: [{ kind: 'page', text: '(other)' }] }, field: 'entries[0].text' },
    { body: { entries: [{ kind: 'page', text: 'https://shop.example/canary' }] }, field: 'entries[0].text' },
    { body: { entries: [{ kind: 'page', text: '/canary?x' }] }, field: 'entries[0].text' },
    { body: { entries: [{ kind: 'page', text: '/a', label: 5 }] }, field: 'entries[0].label' },
    {
      body: { entries: [{ kind: 'page', text: '/a', category: 'x'.repeat(201) }] },
      field: 'entries[0].category',
    },
    { body: { entries: [{ kind: 'page', text: '/a', lable: 'canary' }] }, field: 'entries[0].lable' },
  ])('is refused with the field $field', async ({ body, field }) => {
    const { ask } = await withShop();
    const answer = await ask('PATCH', '/v1/sites/shop/catalogue', body);
    expect(answer).toMatchObject({ status: 400, body: { field } });
    expect(JSON.stringify(answer.body)).not.toContain('canary');
  });

  it('of a kind that is none is refused', async () => {
    const { ask } = await withShop();
    expect(await ask('GET', '/v1/sites/shop/catalogue?kind=canary')).toMatchObject({
      body: { field: 'kind' },
    });
  });
});

describe('the preview of an address', () => {
  it('says how it would be counted', async () => {
    const { ask, core } = await openApp();
    await core.addSite({ routes: [{ pattern: '/p/:slug', type: 'product' }] }, declared('page', '/p/heron'));
    const url = encodeURIComponent('https://shop.example/p/heron?mail=anna@home.example');
    const { body } = await ask('GET', `/v1/sites/shop/preview?url=${url}`);
    expect(body).toMatchObject({
      isRegistered: true,
      path: '/p/heron',
      removed: ['query'],
      type: 'product',
      names: { page: 'declared' },
    });
    expect(JSON.stringify(body)).not.toContain('anna');
  });

  it.each(['', 'canary', 'javascript:alert(1)', 'file:///etc/passwd'])('of %s is refused', async (url) => {
    const { ask, core } = await openApp();
    await core.addSite();
    const answer = await ask('GET', `/v1/sites/shop/preview?url=${encodeURIComponent(url)}`);
    expect(answer).toMatchObject({ status: 400, body: { field: 'url' } });
    expect(JSON.stringify(answer.body)).not.toContain('canary');
  });
});

describe('who reads only', () => {
  it.each([
    ['POST', '/v1/sites'],
    ['GET', '/v1/sites/shop/settings'],
    ['PATCH', '/v1/sites/shop/settings'],
    ['GET', '/v1/sites/shop/catalogue'],
    ['PATCH', '/v1/sites/shop/catalogue'],
    ['GET', '/v1/sites/shop/preview'],
  ])('may not %s %s', async (method, path) => {
    const { ask, core } = await openApp();
    await core.addSite();
    const body = method === 'GET' ? undefined : {};
    expect((await ask(method, path, body, 'reader')).status).toBe(403);
    expect((await ask(method, path, body, 'nobody')).status).toBe(401);
  });
});
