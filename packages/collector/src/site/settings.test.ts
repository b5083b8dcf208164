import { describe, expect, it } from 'vitest';
import { SHOP } from '../../test/core.ts';
import { DEFAULT_RETENTION } from '../store/store.ts';
import { parseChanges, parseSite, type SiteInput } from './settings.ts';
import { readChanges, readRoutes, readSite } from './settings-shape.ts';

const LIVE: SiteInput = { slug: 'shop', origins: ['https://shop.example'] };

describe('the settings of a site', () => {
  it('are filled in with what most shops want', () => {
    expect(parseSite(LIVE)).toEqual({
      ok: true,
      value: {
        slug: 'shop',
        name: 'shop',
        kind: 'live',
        k: 10,
        timeZone: 'UTC',
        currency: 'EUR',
        origins: ['https://shop.example'],
        routes: [],
        ceilings: {},
        experiments: [],
        provenance: null,
        retention: { days: 92, months: 25 },
      },
    });
  });

  it.each(['http://localhost', 'http://localhost:8788', 'http://127.0.0.1:3000', 'http://[::1]:8788'])(
    'let a test site have the loopback origin %s, and k = 1',
    (origin) => {
      expect(parseSite({ slug: 'shop', kind: 'test', origins: [origin] })).toMatchObject({
        value: { kind: 'test', k: 1, origins: [origin] },
      });
    },
  );

  it('let an archive have no origin', () => {
    expect(parseSite({ slug: 'old', kind: 'archive' })).toMatchObject({ value: { k: 10, origins: [] } });
  });

  it.each(['CHF', 'JPY', 'KWD'])('let a shop count in %s', (currency) => {
    expect(parseSite({ ...LIVE, currency })).toMatchObject({ value: { currency } });
  });

  it.each([3, 1000])('let k be %i', (k) => {
    expect(parseSite({ ...LIVE, k })).toMatchObject({ value: { k } });
  });

  it.each<{ given: Partial<SiteInput>; field: string; rule: RegExp }>([
    { given: { slug: 'Shop' }, field: 'id', rule: /lower-case letters, digits or hyphens/ },
    { given: { slug: '' }, field: 'id', rule: /1 to 63/ },
    { given: { slug: 'a'.repeat(64) }, field: 'id', rule: /1 to 63/ },
    { given: { name: '' }, field: 'name', rule: /1 to 200 printable/ },
    { given: { name: 'x'.repeat(201) }, field: 'name', rule: /1 to 200 printable/ },
    { given: { name: 'a\nb' }, field: 'name', rule: /printable/ },
    { given: { timeZone: 'Mars/Olympus' }, field: 'timeZone', rule: /an IANA name/ },
    { given: { currency: 'eur' }, field: 'currency', rule: /a code of ISO 4217/ },
    { given: { currency: 'EURO' }, field: 'currency', rule: /a code of ISO 4217/ },
    { given: { currency: 'QQQ' }, field: 'currency', rule: /a code of ISO 4217/ },
    { given: { currency: '' }, field: 'currency', rule: /a code of ISO 4217/ },
    { given: { k: 2 }, field: 'k', rule: /from 3 to 1000/ },
    { given: { k: 1 }, field: 'k', rule: /from 3 to 1000/ },
    { given: { k: 1001 }, field: 'k', rule: /from 3 to 1000/ },
    { given: { k: 4.5 }, field: 'k', rule: /whole number/ },
    { given: { k: Number.NaN }, field: 'k', rule: /whole number/ },
    { given: { kind: 'archive', k: 2 }, field: 'k', rule: /from 3 to 1000/ },
    { given: { kind: 'test', k: 10, origins: [] }, field: 'k', rule: /is 1/ },
    { given: { kind: 'test' }, field: 'origins[0]', rule: /must be a loopback address/ },
    {
      given: { kind: 'test', origins: ['http://localhost.evil.example'] },
      field: 'origins[0]',
      rule: /must be a loopback address/,
    },
    { given: { origins: [] }, field: 'origins', rule: /is needed/ },
    { given: { origins: ['shop.example'] }, field: 'origins[0]', rule: /must be an origin/ },
    { given: { origins: ['https://shop.example/'] }, field: 'origins[0]', rule: /must be an origin/ },
    { given: { origins: ['https://shop.example/path'] }, field: 'origins[0]', rule: /must be an origin/ },
    { given: { origins: ['file://'] }, field: 'origins[0]', rule: /must be an origin/ },
    { given: { origins: ['*'] }, field: 'origins[0]', rule: /must be an origin/ },
    { given: { provenance: '' }, field: 'provenance', rule: /1 to 500 printable/ },
    { given: { ceilings: { page: -1 } }, field: 'ceilings.page', rule: /from 0 to 1000000/ },
    { given: { ceilings: { page: 1.5 } }, field: 'ceilings.page', rule: /whole number/ },
    { given: { ceilings: { canary: 1 } }, field: 'ceilings', rule: /by kind of name: page, category/ },
    {
      given: { routes: [{ pattern: 'x', type: 'page' }] },
      field: 'routes[0].pattern',
      rule: /begin with a slash/,
    },
    { given: { origins: ['null'] }, field: 'origins[0]', rule: /must be an origin/ },
  ])('are refused with field and rule for $given', ({ given, field, rule }) => {
    const result = parseSite({ ...LIVE, ...given });
    expect(result).toMatchObject({ ok: false, issue: { field } });
    if (!result.ok) expect(result.issue.rule).toMatch(rule);
  });
});

describe('settings with several faults', () => {
  it('are refused with all of them, and with none of their values', () => {
    const result = parseSite({
      slug: 'Canary',
      timeZone: 'canary',
      k: 1,
      origins: ['canary', 'https://shop.example'],
      ceilings: { page: -7 },
    });
    expect(result.ok ? [] : result.issues.map(({ field }) => field)).toEqual([
      ...['id', 'timeZone', 'k', 'origins[0]', 'ceilings.page'],
    ]);
    expect(JSON.stringify(result)).not.toMatch(/canary|-7/i);
  });
});

describe('a change of settings', () => {
  const before = {
    ...SHOP,
    id: 1,
    sealedThrough: null,
    ceilings: { page: 5, search: 0 },
    retention: DEFAULT_RETENTION,
  } as Parameters<typeof parseChanges>[0];

  it('leaves what is not given', () => {
    expect(parseChanges(before, { name: 'New' })).toMatchObject({
      value: {
        slug: 'shop',
        name: 'New',
        k: 3,
        origins: ['https://shop.example'],
        ceilings: { page: 5, search: 0 },
      },
    });
  });

  it('changes a ceiling by its kind, and takes the default again', () => {
    expect(parseChanges(before, { ceilings: { page: null, product: 9 } })).toMatchObject({
      value: { ceilings: { search: 0, product: 9 } },
    });
  });

  it('takes the provenance away', () => {
    expect(parseChanges({ ...before, provenance: 'Ours.' }, { provenance: null })).toMatchObject({
      value: { provenance: null },
    });
  });

  it('makes no test site of another, beside all else that is wrong', () => {
    expect(parseChanges(before, { kind: 'test', currency: 'x' })).toMatchObject({
      ok: false,
      issues: [{ field: 'kind' }, { field: 'currency' }, { field: 'k' }, { field: 'origins[0]' }],
    });
  });
});

describe('settings as JSON', () => {
  it('are read with their languages', () => {
    const body = {
      id: 'shop',
      origins: ['https://shop.example'],
      ceilings: { page: null },
      languages: ['de'],
    };
    const { id: slug, ...rest } = body;
    expect(readSite(body)).toEqual({ ok: true, value: { slug, ...rest } });
  });

  it.each<{ body: unknown; fields: readonly string[] }>([
    { body: undefined, fields: ['body is needed'] },
    { body: 'canary', fields: ['body must be an object'] },
    {
      body: { name: 5, k: '10', canari: 1 },
      fields: ['name must be text', 'k must be a number', 'canari is not known'],
    },
    { body: { kind: 'canary' }, fields: ['kind must be live, test, archive'] },
    { body: { origins: 'canary' }, fields: ['origins must be a list of origins'] },
    { body: { origins: [7] }, fields: ['origins[0] must be text'] },
    {
      body: { routes: [{ type: 'page', x: 1 }] },
      fields: ['routes[0].pattern is needed', 'routes[0].x is not known'],
    },
    { body: { ceilings: { page: 'canary' } }, fields: ['ceilings.page must be a number, or null'] },
  ])('are refused where they are $body', ({ body, fields }) => {
    const read = readChanges(body);
    expect(read.ok ? [] : read.issues.map(({ field, rule }) => `${field} ${rule}`)).toEqual(fields);
    expect(JSON.stringify(read)).not.toContain('canary');
  });

  it('of a new site need its id', () => {
    expect(readSite({ name: 'Shop' })).toMatchObject({ issue: { field: 'id', rule: 'is needed' } });
  });

  it('may be routes alone', () => {
    expect(readRoutes([{ pattern: '/a', type: 'page' }])).toMatchObject({ ok: true });
    expect(readRoutes({ routes: [] })).toMatchObject({
      issue: { field: 'routes', rule: 'must be a list of routes' },
    });
  });
});
