import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { Permission } from '../access/access.ts';
import type { SiteRecord } from '../store/store.ts';
import { mount, type Route } from './route.ts';

const asked: string[] = [];
const deps = {
  access: {
    allows: async (headers: Headers, site: string | null, permission: Permission) => {
      asked.push(`${site ?? 'the collector'}: ${permission}`);
      const who = headers.get('authorization');
      return who === null ? 'unauthenticated' : who === 'staff' ? 'granted' : 'forbidden';
    },
    sites: async (headers: Headers) => (headers.has('authorization') ? ('all' as const) : null),
  },
  registry: {
    site: async (slug: string) => (slug === 'shop' ? ({ slug } as SiteRecord) : undefined),
  },
};

const about = (path: string) =>
  ({
    method: 'get',
    path,
    area: 'reports',
    summary: 'Something.',
    answers: [{ status: 200, description: 'It.' }],
  }) as const;

const ROUTES: readonly Route[] = [
  { ...about('/open'), rule: { for: 'everyone' }, answer: (c) => c.text('open') },
  { ...about('/own'), rule: { for: 'person' }, answer: (c) => c.text('own') },
  { ...about('/all'), rule: { for: 'collector', permission: 'operate' }, answer: (c) => c.text('all') },
  {
    ...about('/of/:site'),
    rule: { for: 'site', permission: 'read' },
    ofSite: (c, { slug }) => c.text(slug),
  },
  {
    ...about('/of/:site'),
    method: 'post',
    rule: { for: 'site', permission: 'import' },
    body: { type: 'application/json', description: 'It.', schema: {}, maxBytes: 4 },
    ofSite: async (c) => c.text(await c.req.text()),
  },
];

const app = new Hono();
mount(app, ROUTES, deps);

const ask = (path: string, who?: string, init: RequestInit = {}) =>
  app.request(path, { ...init, headers: who === undefined ? {} : { authorization: who } });

describe('a route', () => {
  it.each([
    ['/open', undefined, 200],
    ['/own', undefined, 401],
    ['/own', 'somebody', 200],
    ['/all', undefined, 401],
    ['/all', 'somebody', 403],
    ['/all', 'staff', 200],
    ['/of/shop', undefined, 401],
    ['/of/shop', 'somebody', 403],
    ['/of/shop', 'staff', 200],
  ])('%s asked by %s is answered %i', async (path, who, status) => {
    expect((await ask(path, who)).status).toBe(status);
  });

  it('asks for its permission on the site of its address, or on the collector', async () => {
    asked.length = 0;
    await ask('/of/shop', 'staff');
    await ask('/all', 'staff');
    expect(asked).toEqual(['shop: read', 'the collector: operate']);
  });

  it('tells whether a site is there only to those who may ask for it', async () => {
    expect((await ask('/of/teapots', 'somebody')).status).toBe(403);
    expect((await ask('/of/teapots', 'staff')).status).toBe(404);
  });

  it('refuses a body that is too long, but only to those who may send one', async () => {
    const long = { method: 'POST', body: '12345' };
    expect((await ask('/of/shop', undefined, long)).status).toBe(401);
    expect((await ask('/of/shop', 'staff', long)).status).toBe(413);
    expect(await (await ask('/of/shop', 'staff', { method: 'POST', body: '1234' })).text()).toBe('1234');
  });

  it('says which methods there are', async () => {
    const response = await ask('/of/shop', undefined, { method: 'DELETE' });
    expect(response.status).toBe(405);
    expect(response.headers.get('Allow')).toBe('GET, POST');
  });
});
