import { beforeEach, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/app.ts';
import { FILMS, policyOf } from '../../test/consent.ts';
import { assemble, type TestCore } from '../../test/core.ts';
import { count, seal } from '../../test/release.ts';
import { memoryStore } from '../../test/temporary.ts';
import type { ConsentRecord } from '../consent/record.ts';

let core: TestCore;
let app: TestApp;

const record = async (query = ''): Promise<ConsentRecord> =>
  (await (await app.get(`/v1/sites/shop/record?format=json${query}`)).json()) as ConsentRecord;

beforeEach(async () => {
  core = await assemble(memoryStore());
  const shop = await core.addSite({ name: 'Shop & Sons' });
  await core.publisher.publish(shop, policyOf(), '2026-10-05');
  await core.publisher.publish(await core.site('shop'), policyOf({ services: [] }));
  app = createTestApp(core);
});

describe('the record of consent', () => {
  it('has every statement with its proof, its text, and what it changed', async () => {
    const { made, site, statements } = await record();
    const chain = await core.store.statements(1);
    expect(made).toBe('2026-11-23');
    expect(site).toEqual({ id: 'shop', name: 'Shop & Sons', kind: 'live', timeZone: 'UTC', k: 3 });
    expect(statements).toMatchObject([
      {
        ...chain[0],
        intact: true,
        chained: true,
        holds: true,
        changes: [],
        languages: ['en', 'de'],
        wording: { language: 'en', services: [{ name: 'Films', purpose: 'Shows films.' }] },
      },
      {
        ...chain[1],
        holds: true,
        changes: [
          { kind: 'removed', path: 'categories[marketing]' },
          { kind: 'removed', path: 'services[films]' },
          { kind: 'removed', path: 'services[films]', languages: ['de', 'en'] },
        ],
        wording: { language: 'en', services: [] },
      },
    ]);
  });

  it('has the texts in the language that was asked for, where there is one', async () => {
    const languages = async (language: string) =>
      (await record(`&language=${language}`)).statements.map(({ wording }) => wording?.language);
    expect(await languages('de')).toEqual(['de', 'de']);
    expect(await languages('fr')).toEqual(['en', 'en']);
  });

  it('says what may be counted, in words, and with which keys it can be checked', async () => {
    const { facts, keys, verification } = await record();
    expect(facts.find(({ group }) => group === 'country')).toEqual({
      group: 'country',
      text: 'Country',
      facts: [{ name: 'geo.country', meaning: 'visits by country' }],
    });
    expect(keys.keys).toEqual(await core.store.publicKeys());
    expect(verification.join(' ')).toMatch(/SHA-256.*RFC 7515.*RFC 7638.*holloway receipt verify/s);
  });

  it('has the choices of the days asked for, as far as they may be shown', async () => {
    const [id = ''] = (await core.store.statements(1)).map((each) => each.id);
    await count(core, 'shop', '2026-11-20', 6, [['consent.choice', [id, 'banner', 'accepted'], 1, 2]]);
    await seal(core, 'shop', '2026-11-20');
    const { coverage, from, to } = await record('&from=2026-11-20&to=2026-11-21');
    expect({ from, to }).toEqual({ from: '2026-11-20', to: '2026-11-21' });
    expect(coverage?.rows).toMatchObject([{ value: '2026-11-20', accepted: 6, rejected: null }]);
  });

  it('tells where something was tampered with', async () => {
    const [first, second] = await core.store.statements(1);
    if (first === undefined || second === undefined) throw new Error('the test published two');
    const statements = async () => [{ ...first, statement: { ...first.statement, k: 10 } }, second];
    Object.assign(core.store, { statements });
    expect((await record()).statements.map(({ holds }) => holds)).toEqual([false, true]);
    const page = await (await app.get('/v1/sites/shop/record')).text();
    expect(page).toContain('1 of 2 do not hold');
    expect(page).toContain('not that of the statement');
  });

  it('tells where a text was exchanged, or is gone', async () => {
    const [first] = await core.store.statements(1);
    const { wording } = core.store;
    const english = first?.statement.wordings.en ?? '';
    const exchanged = async (hash: string) =>
      hash === english
        ? ((await wording(hash))?.replace('We use cookies', 'We use nothing') ?? null)
        : wording(hash);
    Object.assign(core.store, { wording: exchanged });
    expect((await record()).statements[0]).toMatchObject({ id: first?.id, intact: true, holds: false });
  });

  it('of an archive says that nobody is asked', async () => {
    await core.addSite({ slug: 'archive', kind: 'archive', origins: [] });
    const page = await (await app.get('/v1/sites/archive/record')).text();
    expect(page).toContain('Nothing is published: nobody is asked.');
  });
});

describe('the record as a page', () => {
  it('is one file without a script, and may load nothing', async () => {
    const response = await app.get('/v1/sites/shop/record');
    const page = await response.text();
    expect(response.headers.get('Content-Type')).toBe('text/html; charset=UTF-8');
    expect(response.headers.get('Content-Security-Policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
    expect(response.headers.get('Content-Disposition')).toBe(
      'attachment; filename="shop-consent-2026-11-23.html"',
    );
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(page).not.toMatch(/<script|<link|<img|\ssrc=|\shref=|\sstyle=|\son\w+=/i);
  });

  it('shows each text as it was shown, and that everything holds', async () => {
    const page = await (await app.get('/v1/sites/shop/record?language=de')).text();
    expect(page).toContain('2; the chain holds and every signature is valid');
    expect(page).toContain('Zeigt Filme.');
    expect(page).toContain('<article lang="de" dir="ltr">');
    expect(page).toContain('Removed: <code>services[films]</code> (de, en)');
    expect(page).not.toContain('undefined');
    expect(page).not.toContain('[object');
  });

  it('escapes whatever a store calls itself', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    await core.publisher.publish(
      await core.site('shop'),
      policyOf({ controller: { name: evil }, services: [{ ...FILMS, name: evil }] }),
    );
    const page = await (await app.get('/v1/sites/shop/record')).text();
    expect(page).not.toContain('<img');
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  it('is written from the right where the language is', async () => {
    await core.publisher.publish(await core.site('shop'), policyOf({ languages: ['ar', 'en'] }));
    const page = await (await app.get('/v1/sites/shop/record?language=ar')).text();
    expect(page).toContain('<article lang="ar" dir="rtl">');
  });
});

describe('a record that cannot be made', () => {
  it.each([
    { query: 'format=canary', field: 'format' },
    { query: 'language=canary', field: 'language' },
    { query: 'from=canary', field: 'from' },
  ])('is a problem that names the parameter, never the value: $query', async ({ query, field }) => {
    const response = await app.get(`/v1/sites/shop/record?${query}`);
    expect(response.status).toBe(400);
    const text = await response.text();
    expect(text).not.toContain('canary');
    expect(JSON.parse(text)).toMatchObject({ field });
  });

  it('is closed to those who may not read the site', async () => {
    expect((await app.get('/v1/sites/shop/record', 'nobody')).status).toBe(401);
    expect((await app.get('/v1/sites/archive/record', 'reader')).status).toBe(403);
  });
});
