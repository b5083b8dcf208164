import type { SignedStatement, SiteConfig, StatementList, Wording } from '@holloway/protocol';
import { beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/app.ts';
import { policyOf } from '../../test/consent.ts';
import { assemble, type TestCore } from '../../test/core.ts';
import { memoryStore } from '../../test/temporary.ts';
import { contentHash } from '../consent/hash.ts';
import { changeAsked } from '../consent/settings.ts';
import { signedBy } from '../consent/sign.ts';

const COLOUR = { key: 'colour', label: 'Colour', values: [{ value: 'red', label: 'Red' }] };
const POLICY = policyOf({
  languages: ['de', 'en'],
  preferences: [COLOUR],
  position: 'box',
  jurisdictions: { us: 'opt-out' },
});

let core: TestCore;
let app: TestApp;

/** As a page of any store asks. */
const ask = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  app.get(path, 'nobody', headers);
const told = async <T>(path: string): Promise<T> => (await (await ask(path)).json()) as T;
const current = async (): Promise<SignedStatement> => {
  const { current: id } = await told<StatementList>('/v1/sites/shop/statements');
  return told(`/v1/sites/shop/statements/${id}`);
};

beforeEach(async () => {
  core = await assemble(memoryStore());
  const shop = await core.addSite({ timeZone: 'Europe/Berlin' });
  await core.addSite({ slug: 'archive', kind: 'archive', origins: [] });
  await core.addSite({ slug: 'silent' });
  await core.publisher.publish(shop, POLICY, '2026-10-05');
  app = createTestApp(core);
});

describe('the configuration of a site', () => {
  it('is what was published, for the SDK of any page', async () => {
    const { id } = await current();
    expect(await told<SiteConfig>('/v1/sites/shop/config.json')).toEqual({
      site: 'shop',
      timeZone: 'Europe/Berlin',
      offsets: [[expect.any(Number), expect.any(Number)]],
      statement: id,
      languages: ['de', 'en'],
      jurisdiction: null,
      model: 'opt-in',
      categories: ['preferences', 'analytics', 'marketing'],
      services: [{ id: 'films', category: 'marketing', cookies: [{ name: 'f_*', days: 30 }] }],
      preferences: [
        { key: 'colour', label: { de: 'Colour' }, values: [{ value: 'red', label: { de: 'Red' } }] },
      ],
      position: 'box',
      countsRefusals: false,
      countsMonths: 25,
      currency: 'EUR',
      boxes: 0.1,
      routes: [],
    });
  });

  it('says for how long counts are kept, as the statement does that it names', async () => {
    const asked = () => told<SiteConfig>('/v1/sites/shop/config.json');
    const before = await asked();
    const changed = await changeAsked(core, await core.site('shop'), { keepMonths: 12 });
    const after = await asked();
    const { id, statement } = await current();
    expect([before.countsMonths, after.countsMonths, statement.retention.countsMonths]).toEqual([25, 12, 12]);
    expect(changed).toMatchObject({ ok: true, value: { published: id } });
    expect([after.statement, before.statement === id]).toEqual([id, false]);
  });

  it('has of layout tests those that run, and of them what browsers need', async () => {
    const arms = [{ name: 'a', share: 50 }, { name: 'b', share: 50 }]; // biome-ignore format: a list
    const hero = {
      id: 'hero',
      title: 'Head',
      arms,
      metric: 'order',
      status: 'running',
      from: '2026-01-01',
    } as const;
    const ended = { ...hero, id: 'old', status: 'ended', to: '2026-01-02' } as const;
    const tested = await core.addSite({ slug: 'tested', experiments: [hero, ended] });
    await core.publisher.publish(tested, POLICY, '2026-10-05');
    const { experiments } = await told<SiteConfig>('/v1/sites/tested/config.json');
    expect(experiments).toEqual([{ id: 'hero', arms }]);
  });

  it('has every page of a test site measured, for its developer sees no other', async () => {
    const test = await core.addSite({ slug: 'test', kind: 'test', k: 1, currency: 'CHF' });
    await core.publisher.publish(test, POLICY, '2026-10-05');
    expect(await told<SiteConfig>('/v1/sites/test/config.json')).toMatchObject({ boxes: 1, currency: 'CHF' });
  });

  it.each([
    { country: 'DE', jurisdiction: 'eu', model: 'opt-in' },
    { country: 'GB', jurisdiction: 'uk', model: 'opt-in' },
    { country: 'US', jurisdiction: 'us', model: 'opt-out' },
    { country: 'BR', jurisdiction: 'other', model: 'opt-in' },
    { country: null, jurisdiction: null, model: 'opt-in' },
  ])('holds for a visitor of $country: $model', async ({ country, jurisdiction, model }) => {
    const there = createTestApp(core, undefined, () => country);
    const response = await there.app.request('/v1/sites/shop/config.json', {}, FROM_SOMEWHERE);
    expect(await response.json()).toMatchObject({ jurisdiction, model });
  });

  it('is the same under Global Privacy Control, which is for the browser to honour', async () => {
    const plain = await (await ask('/v1/sites/shop/config.json')).text();
    expect(await (await ask('/v1/sites/shop/config.json', { 'sec-gpc': '1' })).text()).toBe(plain);
  });

  it('stays in the browser that asked, for where it is decides what it says', async () => {
    const response = await ask('/v1/sites/shop/config.json');
    expect(response.headers.get('Cache-Control')).toBe('private, max-age=300');
    expect(response.headers.get('Vary')).toBeNull();
  });

  it('is not there before anything is published, and says what is missing', async () => {
    const response = await ask('/v1/sites/silent/config.json');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ field: 'statement', rule: 'is not published' });
  });

  it('follows what another process publishes', async () => {
    const before = await told<SiteConfig>('/v1/sites/shop/config.json');
    await core.publisher.publish(await core.site('shop'), policyOf({ countsRefusals: true }));
    const after = await told<SiteConfig>('/v1/sites/shop/config.json');
    expect(after.countsRefusals).toBe(true);
    expect(after.statement).not.toBe(before.statement);
  });
});

describe('statements', () => {
  it('are listed, oldest first, with the one that visitors are asked', async () => {
    await core.publisher.publish(await core.site('shop'), policyOf({ services: [] }));
    const { statements, current: id } = await told<StatementList>('/v1/sites/shop/statements');
    expect(statements.map(({ published, languages }) => ({ published, languages }))).toEqual([
      { published: '2026-10-05', languages: ['en', 'de'] },
      { published: '2026-11-23', languages: ['en', 'de'] },
    ]);
    expect(id).toBe(statements[1]?.id);
  });

  it('are signed by a key that is published', async () => {
    const { statement, signature, hash } = await current();
    const { keys } = await told<{ keys: [] }>('/v1/keys.json');
    expect(contentHash(statement)).toBe(hash);
    expect(await signedBy(statement, signature, keys)).not.toBeNull();
  });

  it('have wordings that are served to the byte as they were hashed', async () => {
    const { id, statement } = await current();
    const response = await ask(`/v1/sites/shop/statements/${id}/de.json`);
    const text = await response.text();
    const wording = JSON.parse(text) as Wording;
    expect(contentHash(wording)).toBe(statement.wordings.de);
    expect(await core.store.wording(statement.wordings.de ?? '')).toBe(text);
    expect(wording.services[0]?.purpose).toBe('Zeigt Filme.');
    expect(response.headers.get('Content-Type')).toBe('application/json');
  });

  it('and wordings never change, so they may be kept for good', async () => {
    const { id } = await current();
    for (const path of [`/v1/sites/shop/statements/${id}`, `/v1/sites/shop/statements/${id}/en.json`]) {
      expect((await ask(path)).headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    }
  });

  it.each([
    { path: '/v1/sites/shop/statements/00000000', field: 'statement' },
    { path: '/v1/sites/shop/statements/canary', field: 'statement' },
    { path: '/v1/sites/shop/statements/00000000/en.json', field: 'statement' },
  ])('$path is not there', async ({ path, field }) => {
    const response = await ask(path);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ field });
  });

  it('in a language that was not published are not there', async () => {
    const { id } = await current();
    for (const language of ['fr', 'constructor']) {
      const response = await ask(`/v1/sites/shop/statements/${id}/${language}.json`);
      expect(response.status, language).toBe(404);
      expect(await response.json()).toMatchObject({ field: 'language' });
    }
  });
});

describe('the support resource of Global Privacy Control', () => {
  it('says that it is honoured, since something was published first', async () => {
    await core.publisher.publish(await core.site('silent'), policyOf(), '2026-09-01');
    expect(await told('/.well-known/gpc.json')).toEqual({ gpc: true, lastUpdate: '2026-09-01' });
  });

  it('says no day where nothing is published', async () => {
    app = createTestApp(await assemble(memoryStore()));
    expect(await told('/.well-known/gpc.json')).toEqual({ gpc: true });
  });
});

describe('the description of consent for machines', () => {
  it('tells all that is asked, in the first language, and where the whole text is', async () => {
    const { id, hash, statement } = await current();
    const response = await ask('/v1/sites/shop/consent.json');
    expect(response.headers.get('Content-Type')).toBe('application/ld+json');
    expect(await response.json()).toMatchObject({
      v: 1,
      site: 'shop',
      language: 'de',
      controller: { name: 'Shop Ltd', contact: ['1 High Street'], policy: null },
      notice: {
        statement: id,
        hash,
        published: '2026-10-05',
        href: `/v1/sites/shop/statements/${id}`,
        history: '/v1/sites/shop/statements',
        keys: '/v1/keys.json',
        wordings: {
          de: { hash: statement.wordings.de, href: `/v1/sites/shop/statements/${id}/de.json` },
          en: { hash: statement.wordings.en, href: `/v1/sites/shop/statements/${id}/en.json` },
        },
      },
      purposes: [
        { category: 'preferences', services: [] },
        { category: 'analytics', services: [] },
        { category: 'marketing', services: ['films'] },
      ],
      services: [
        {
          id: 'films',
          category: 'marketing',
          name: 'Films',
          provider: 'Films Ltd',
          purpose: 'Zeigt Filme.',
          data: 'The address of your connection.',
          duration: null,
          policy: null,
          cookies: [{ name: 'f_*', days: 30 }],
        },
      ],
      anonymity: { browsersBehindEveryNumber: 3, refusalsCounted: false },
      retention: { counts: 'P25M', choice: 'P6M' },
      recipients: [],
      models: { eu: 'opt-in', us: 'opt-out' },
      interface: {
        root: '#holloway-ui',
        actions: { reject: '#holloway-ui [data-holloway-action="reject"]' },
        labels: { reject: { en: 'Reject all' } },
      },
    });
  });

  it('has nothing behind its links that is not there', async () => {
    const text = await (await ask('/v1/sites/shop/consent.json')).text();
    const links = [...text.matchAll(/"(\/v1\/[^"]+)"/g)].map(([, link]) => link ?? '');
    expect(links).toHaveLength(5);
    for (const link of links) expect((await ask(link)).status, link).toBe(200);
  });

  it('may be asked for in another language, of those there are', async () => {
    expect(await told('/v1/sites/shop/consent.json?language=en')).toMatchObject({
      language: 'en',
      services: [{ purpose: 'Shows films.' }],
    });
    const response = await ask('/v1/sites/shop/consent.json?language=canary');
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ field: 'language', rule: 'must be one of de, en' });
  });
});

describe('what is published', () => {
  const paths = [
    '/v1/sites/shop/config.json',
    '/v1/sites/shop/statements',
    '/v1/sites/shop/consent.json',
    '/v1/keys.json',
    '/.well-known/gpc.json',
    '/v1/sites/nowhere/config.json',
    '/v1/sites/shop/statements/canary',
  ];

  it.each(paths)('is for every page, without a cookie: %s', async (path) => {
    const { headers } = await ask(path, { origin: 'https://elsewhere.example', cookie: 'id=1' });
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Set-Cookie')).toBeNull();
  });

  it.each(['nowhere', 'archive'])('of %s is not there', async (site) => {
    for (const what of ['config.json', 'statements', 'statements/00000000', 'consent.json']) {
      const response = await ask(`/v1/sites/${site}/${what}`);
      expect(response.status, what).toBe(404);
      expect(response.headers.get('Content-Type')).toBe('application/problem+json');
      expect(await response.json(), what).toMatchObject({ type: 'urn:holloway:unknown-site' });
    }
  });
});

/** A connection with an address, as the Node server tells of it. */
const FROM_SOMEWHERE = { incoming: { socket: { remoteAddress: '203.0.113.7' } } };
