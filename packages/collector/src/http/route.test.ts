import { PERMISSIONS } from '@holloway/protocol';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { Caller, Entry } from '../access/access.ts';
import type { SiteRecord } from '../store/store.ts';
import { callerOf, note } from './caller.ts';
import { mount, type Route } from './route.ts';

/** What each may do is in their row; everybody else is nobody. */
const callers = new Map<string | null, Caller>(
  (
    [
      ['person', 'person', [], []],
      ['key', 'key', [], []],
      ['staff', 'person', PERMISSIONS, 'all'],
      ['reader', 'key', ['read'], ['shop', 'teapots']],
      ['auditor', 'key', ['privacy'], ['shop']],
      ['importer', 'key', ['import'], ['shop']],
      ['mira', 'person', ['read'], ['shop']],
      ['link', 'share', ['read'], ['shop']],
      // Whatever a link were granted.
      ['link to all', 'share', PERMISSIONS, 'all'],
    ] as const
  ).map(([name, kind, permissions, sites]) => [
    name,
    { kind, id: `id of ${name}`, name, grant: { permissions, sites } },
  ]),
);

const written: Entry[] = [];
const deps = {
  access: {
    caller: async (headers: Headers) => callers.get(headers.get('authorization')) ?? null,
    fromDashboard: (headers: Headers) => headers.get('origin') === 'https://ours.example',
    record: (entry: Entry) => void written.push(entry),
  },
  metrics: { observe: () => undefined },
  clock: { now: () => 0 },
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
  { ...about('/theirs'), rule: { for: 'known' }, answer: (c) => c.text(callerOf(c).name) },
  { ...about('/own'), rule: { for: 'person' }, answer: (c) => c.text('own') },
  {
    ...about('/own'),
    method: 'delete',
    rule: { for: 'person' },
    answer: (c) => {
      note(c, 'their cup');
      return c.body(null, 204);
    },
  },
  { ...about('/all'), rule: { for: 'collector', permission: 'operate' }, answer: (c) => c.text('all') },
  {
    ...about('/of/:site'),
    rule: { for: 'site', permission: 'read', or: 'privacy' },
    ofSite: (c, { slug }) => c.text(slug),
  },
  {
    ...about('/of/:site'),
    method: 'post',
    rule: { for: 'site', permission: 'import' },
    body: { type: 'application/json', description: 'It.', schema: {}, maxBytes: 4 },
    ofSite: async (c) => c.text(await c.req.text()),
  },
  {
    ...about('/read/:site'),
    rule: { for: 'site', permission: 'read', shared: true },
    ofSite: (c, { slug }) => c.text(slug),
  },
  {
    ...about('/by-people/:site'),
    rule: { for: 'site', permission: 'read', by: 'person' },
    ofSite: (c, { slug }) => c.text(slug),
  },
  { ...about('/shown'), rule: { for: 'share' }, answer: (c) => c.text(callerOf(c).name) },
];

const app = new Hono();
mount(app, ROUTES, deps);

const ask = (path: string, who?: string, { method = 'GET', body, origin }: Asked = {}) =>
  app.request(path, {
    method,
    headers: {
      ...(who === undefined ? {} : { authorization: who }),
      ...(origin === undefined ? {} : { origin }),
    },
    ...(body === undefined ? {} : { body }),
  });

interface Asked {
  readonly method?: string;
  readonly body?: string;
  readonly origin?: string;
}

const OURS = 'https://ours.example';

describe('a route', () => {
  it.each([
    ['/open', undefined, 200],
    ['/theirs', undefined, 401],
    ['/theirs', 'stranger', 401],
    ['/theirs', 'person', 200],
    ['/theirs', 'key', 200],
    ['/own', undefined, 401],
    ['/own', 'person', 200],
    ['/own', 'key', 403],
    ['/all', undefined, 401],
    ['/all', 'person', 403],
    ['/all', 'reader', 403],
    ['/all', 'staff', 200],
    ['/of/shop', undefined, 401],
    ['/of/shop', 'key', 403],
    ['/of/shop', 'reader', 200],
    ['/of/shop', 'auditor', 200],
    ['/of/kettles', 'reader', 403],
    ['/of/shop', 'staff', 200],
    ['/read/shop', undefined, 401],
    ['/read/shop', 'reader', 200],
    ['/read/shop', 'mira', 200],
    ['/read/shop', 'importer', 403],
    ['/by-people/shop', 'mira', 200],
    ['/by-people/shop', 'reader', 403],
    ['/by-people/shop', 'person', 403],
    ['/by-people/kettles', 'mira', 403],
    ['/shown', undefined, 401],
    ['/shown', 'staff', 403],
    ['/shown', 'reader', 403],
    ['/shown', 'link', 200],
    // A link is answered by what says so, and by nothing else that its grant would open.
    ['/open', 'link', 200],
    ['/read/shop', 'link', 200],
    ['/read/kettles', 'link', 403],
    ['/of/shop', 'link', 403],
    ['/by-people/shop', 'link', 403],
    ['/theirs', 'link to all', 403],
    ['/own', 'link to all', 403],
    ['/all', 'link to all', 403],
    ['/of/shop', 'link to all', 403],
  ])('%s asked by %s is answered %i', async (path, who, status) => {
    expect((await ask(path, who)).status).toBe(status);
  });

  it('is handed who asks', async () => {
    expect(await (await ask('/theirs', 'key')).text()).toBe('key');
  });

  it('tells whether a site is there only to those who may ask for it', async () => {
    expect((await ask('/of/pans', 'reader')).status).toBe(403);
    expect((await ask('/of/teapots', 'reader')).status).toBe(404);
  });

  it.each([undefined, 'https://evil.example', 'null'])(
    'lets a session change nothing for a page of %s, and a key everywhere',
    async (origin) => {
      const asked = { method: 'DELETE', ...(origin === undefined ? {} : { origin }) };
      const refused = await ask('/own', 'person', asked);
      expect(refused.status).toBe(403);
      expect(await refused.json()).toMatchObject({ field: 'Origin', rule: 'must be that of the dashboard' });
      expect((await ask('/own', 'person', { method: 'DELETE', origin: OURS })).status).toBe(204);
      expect((await ask('/of/shop', 'importer', { ...asked, method: 'POST', body: '1' })).status).toBe(200);
    },
  );

  it('refuses a body that is too long, but only to those who may send one', async () => {
    const long = { method: 'POST', body: '12345' };
    expect((await ask('/of/shop', undefined, long)).status).toBe(401);
    expect((await ask('/of/shop', 'importer', long)).status).toBe(413);
    expect(await (await ask('/of/shop', 'importer', { method: 'POST', body: '1234' })).text()).toBe('1234');
  });

  it('says which methods there are', async () => {
    const response = await ask('/of/shop', undefined, { method: 'DELETE' });
    expect(response.status).toBe(405);
    expect(response.headers.get('Allow')).toBe('GET, POST');
  });
});

describe('the log of access', () => {
  const actor = (name: string, kind: 'person' | 'key') => ({ kind, id: `id of ${name}`, name });

  it('has who asked for what, of which site, and how it ended', async () => {
    written.length = 0;
    await ask('/of/shop', 'reader');
    await ask('/of/kettles', 'reader');
    await ask('/all', 'staff');
    expect(written).toEqual([
      { actor: actor('reader', 'key'), what: 'GET /of/:site', site: 'shop', detail: '', result: 'granted' },
      {
        actor: actor('reader', 'key'),
        what: 'GET /of/:site',
        site: 'kettles',
        detail: '',
        result: 'refused',
      },
      { actor: actor('staff', 'person'), what: 'GET /all', site: null, detail: '', result: 'granted' },
    ]);
  });

  it('has what somebody changed of their own, and not that they looked at it', async () => {
    written.length = 0;
    await ask('/own', 'person');
    await ask('/theirs', 'person');
    await ask('/own', 'person', { method: 'DELETE', origin: OURS });
    expect(written).toEqual([
      {
        actor: actor('person', 'person'),
        what: 'DELETE /own',
        site: null,
        detail: 'their cup',
        result: 'granted',
      },
    ]);
  });

  it('has nobody who did not prove who they are, so that nobody from outside can fill it', async () => {
    written.length = 0;
    await ask('/of/shop');
    await ask('/all', 'stranger');
    expect(written).toEqual([]);
  });

  it('has days and the kind of slice, and none of the words that were sent', async () => {
    written.length = 0;
    const query = 'from=2026-11-01&to=canary&slice=device:canary&page=canary&canary=canary';
    await ask(`/of/shop?${query}`, 'reader');
    await ask('/of/Canary%20canary', 'staff');
    expect(written.map(({ site, detail }) => ({ site, detail }))).toEqual([
      { site: 'shop', detail: '2026-11-01 device' },
      { site: null, detail: '' },
    ]);
  });
});
