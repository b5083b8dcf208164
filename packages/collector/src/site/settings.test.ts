import { describe, expect, it } from 'vitest';
import { parseSite, type SiteInput } from './settings.ts';

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
        provenance: null,
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
    { given: { timeZone: 'Mars/Olympus' }, field: 'time-zone', rule: /an IANA name/ },
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
    { given: { kind: 'test' }, field: 'origin', rule: /must be a loopback address/ },
    {
      given: { kind: 'test', origins: ['http://localhost.evil.example'] },
      field: 'origin',
      rule: /must be a loopback address/,
    },
    { given: { origins: [] }, field: 'origin', rule: /is needed/ },
    { given: { origins: ['shop.example'] }, field: 'origin', rule: /must be an origin/ },
    { given: { origins: ['https://shop.example/'] }, field: 'origin', rule: /must be an origin/ },
    { given: { origins: ['https://shop.example/path'] }, field: 'origin', rule: /must be an origin/ },
    { given: { origins: ['file://'] }, field: 'origin', rule: /must be an origin/ },
    { given: { origins: ['*'] }, field: 'origin', rule: /must be an origin/ },
    { given: { origins: ['null'] }, field: 'origin', rule: /must be an origin/ },
  ])('are refused with field and rule for $given', ({ given, field, rule }) => {
    const result = parseSite({ ...LIVE, ...given });
    expect(result).toMatchObject({ ok: false, issue: { field } });
    if (!result.ok) expect(result.issue.rule).toMatch(rule);
  });
});
