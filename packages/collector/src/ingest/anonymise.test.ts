import { isSliceValue } from '@holloway/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AnonymiserDeps,
  createAnonymiser,
  createRelayCheck,
  createSocketNetworks,
} from './anonymise.ts';

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';
const SECRET = new Uint8Array(32).fill(7);

const anonymiser = (deps: Partial<AnonymiserDeps> = {}) =>
  createAnonymiser({ trustProxy: false, lookUpCountry: () => 'IT', secret: SECRET, ...deps });

const request = (
  headers: Record<string, string> = {},
  remoteAddress: string | undefined = '198.51.100.77',
) => ({
  headers: new Headers({ 'user-agent': CHROME, ...headers }),
  remoteAddress,
});

describe('what is left of a request', () => {
  it('is its origin and type, an opaque network, and coarse slices', () => {
    const headers = { origin: 'https://shop.example', 'content-type': 'text/plain' };
    expect(anonymiser()(request(headers))).toEqual({
      origin: 'https://shop.example',
      contentType: 'text/plain',
      network: expect.stringMatching(/^[0-9a-f]{64}$/),
      gpc: false,
      bot: false,
      slices: { country: 'IT', device: 'desktop', browser: 'Chrome', os: 'Windows' },
      model: null,
    });
  });

  it('has nulls for missing headers', () => {
    const { origin, contentType } = anonymiser()(request());
    expect({ origin, contentType }).toEqual({ origin: null, contentType: null });
  });

  it('is a bot without a User-Agent, and has a country alone', () => {
    const { bot, slices } = anonymiser()({ headers: new Headers(), remoteAddress: '198.51.100.77' });
    expect({ bot, slices }).toEqual({ bot: true, slices: { country: 'IT' } });
  });

  it.each([
    ['1', true],
    ['0', false],
    ['true', false],
    ['11', false],
    ['', false],
  ])('takes Sec-GPC: %j as %s', (value, gpc) => {
    expect(anonymiser()(request({ 'sec-gpc': value })).gpc).toBe(gpc);
  });

  it('has the model that the User-Agent tells, as it came', () => {
    const userAgent =
      'Mozilla/5.0 (Linux; Android 12; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/105.0.0.0 Mobile Safari/537.36';
    expect(anonymiser()(request({ 'user-agent': userAgent })).model).toBe('SM-S918B');
  });

  it('reads 512 characters of a User-Agent and no more', () => {
    const padding = ' '.repeat(512 - CHROME.length);
    const anonymise = anonymiser();
    expect(anonymise(request({ 'user-agent': `${CHROME}${padding}Edg/126` })).slices.browser).toBe('Chrome');
    expect(anonymise(request({ 'user-agent': `${CHROME} Edg/126` })).slices.browser).toBe('Edge');
  });
});

describe('browsers with the same User-Agent', () => {
  const LINUX =
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';
  const anonymise = anonymiser();
  const slicesOf = (hints: Record<string, string>) =>
    anonymise(request({ 'user-agent': LINUX, ...hints })).slices;

  it.each([
    [{ 'sec-ch-ua': '"Brave";v="126"' }, 'desktop', 'Brave', 'Linux'],
    [{ 'sec-ch-ua-platform': '"Android"' }, undefined, 'Chrome', 'Android'],
    [{ 'sec-ch-ua-mobile': '?1' }, 'phone', 'Chrome', 'Linux'],
    [{}, 'desktop', 'Chrome', 'Linux'],
  ] as const)('are told apart by hints: %j', (hints, device, browser, os) => {
    const { country, ...slices } = slicesOf(hints);
    expect({ device: undefined, ...slices }).toEqual({ device, browser, os });
  });
});

describe('the network', () => {
  const networkOf = (address: string | undefined, deps: Partial<AnonymiserDeps> = {}) =>
    anonymiser(deps)({ headers: new Headers(), remoteAddress: address }).network;

  it('is the same for neighbours and another for everyone else', () => {
    expect(networkOf('198.51.100.1')).toBe(networkOf('198.51.100.254'));
    expect(networkOf('198.51.100.1')).toBe(networkOf('::ffff:198.51.100.1'));
    expect(networkOf('198.51.100.1')).not.toBe(networkOf('198.51.101.1'));
    expect(networkOf('2001:db8:1:2::3')).toBe(networkOf('2001:db8:1:ffff::4'));
    expect(networkOf('2001:db8:1:2::3')).not.toBe(networkOf('2001:db8:2:2::3'));
  });

  it('has another key in every process', () => {
    const secret = new Uint8Array(32).fill(8);
    expect(networkOf('198.51.100.1')).not.toBe(networkOf('198.51.100.1', { secret }));
  });

  it.each([undefined, '', 'not an address', '198.51.100.256'])('is empty for %j', (address) => {
    expect(networkOf(address)).toBe('');
  });
});

describe('the country', () => {
  it.each([null, '', 'it', 'Italy', '198.51.100.0'])('is ZZ when the database says %j', (answer) => {
    expect(anonymiser({ lookUpCountry: () => answer })(request()).slices.country).toBe('ZZ');
  });

  it('is ZZ without an address', () => {
    expect(anonymiser()(request({}, '')).slices.country).toBe('ZZ');
  });

  it('is looked up once for a network, by its first address', () => {
    const asked: string[] = [];
    const anonymise = anonymiser({
      lookUpCountry: (address) => {
        asked.push(address);
        return 'IT';
      },
    });
    for (const host of [1, 77, 254]) anonymise(request({}, `198.51.100.${host}`));
    expect(asked).toEqual(['198.51.100.0']);
  });
});

describe('behind a proxy', () => {
  const countryOf = (trustProxy: boolean, headers: Record<string, string>) =>
    anonymiser({ trustProxy, lookUpCountry: (address) => (address === '203.0.113.0' ? 'SE' : 'IT') })(
      request(headers),
    ).slices.country;

  it('what the nearest one saw counts, not what the caller made up', () => {
    expect(countryOf(true, { 'x-forwarded-for': '192.0.2.1, 203.0.113.5' })).toBe('SE');
    expect(countryOf(true, { 'x-forwarded-for': '203.0.113.5, 192.0.2.1' })).toBe('IT');
    expect(countryOf(true, { forwarded: 'for=203.0.113.5;proto=https' })).toBe('SE');
  });

  it('the address of the socket counts when no header was added', () => {
    expect(countryOf(true, {})).toBe('IT');
  });

  it('nothing is known when the header names no address', () => {
    expect(countryOf(true, { forwarded: 'for=unknown' })).toBe('ZZ');
    expect(countryOf(true, { 'x-forwarded-for': 'garbage' })).toBe('ZZ');
  });

  it('headers are not believed unless there is one', () => {
    expect(countryOf(false, { 'x-forwarded-for': '203.0.113.5', forwarded: 'for=203.0.113.5' })).toBe('IT');
  });
});

describe('behind a relay', () => {
  const KEY = 'correct-horse-battery-staple-1234';
  const lookUpCountry = (address: string) => (address === '203.0.113.0' ? 'SE' : 'IT');
  const told = (headers: Record<string, string>, deps: Partial<AnonymiserDeps> = {}) =>
    anonymiser({ lookUpCountry, isRelay: createRelayCheck(KEY), ...deps })(request(headers));
  const direct = told({});

  it('its network counts, and not the address that it calls from', () => {
    const { network, slices } = told({ 'holloway-relay': KEY, 'holloway-network': '203.0.113.0' });
    expect(slices.country).toBe('SE');
    expect(network).toMatch(/^[0-9a-f]{64}$/);
    expect(network).not.toBe(direct.network);
  });

  it('the address of a proxy before it counts for nothing either', () => {
    const headers = { 'holloway-relay': KEY, 'x-forwarded-for': '203.0.113.5' };
    expect(told(headers, { trustProxy: true })).toMatchObject({ network: '', slices: { country: 'ZZ' } });
  });

  it('the country that it names counts before the one of the network', () => {
    const headers = { 'holloway-relay': KEY, 'holloway-network': '203.0.113.0', 'holloway-country': 'DE' };
    expect(told(headers).slices.country).toBe('DE');
    expect(told({ ...headers, 'holloway-country': 'XX' }).slices.country).toBe('SE');
  });

  it('a hash tells networks apart, and lies in no country', () => {
    const of = (hash: string) => told({ 'holloway-relay': KEY, 'holloway-network': hash });
    expect(of('p9VP8wXPhko-8trqHHE-xg').slices.country).toBe('ZZ');
    expect(of('p9VP8wXPhko-8trqHHE-xg').network).not.toBe(of('zzzzzzzzzzzzzzzzzzzzzz').network);
  });

  it.each([
    ['without a key', {}],
    ['with a wrong key', { 'holloway-relay': 'correct-horse-battery-staple-1235' }],
    ['with a part of the key', { 'holloway-relay': KEY.slice(1) }],
    ['with the key and another', { 'holloway-relay': `${KEY}, ${KEY}` }],
  ])('whoever speaks in its name %s is not heard', (_, forged) => {
    const headers = { ...forged, 'holloway-network': '203.0.113.0', 'holloway-country': 'DE' };
    expect(told(headers as Record<string, string>)).toEqual(direct);
  });

  it('nobody is heard where there is none', () => {
    const headers = { 'holloway-relay': KEY, 'holloway-network': '203.0.113.0', 'holloway-country': 'DE' };
    expect(anonymiser({ lookUpCountry })(request(headers))).toEqual(direct);
  });
});

describe('nothing that points at a person', () => {
  it('comes out of address, User-Agent, hints, cookies or any other header', () => {
    // With the name of a maker before it, it would be a model, which k browsers have to send before it is kept.
    const canary = fc.stringMatching(/^zq[a-z]{10}$/);
    fc.assert(
      fc.property(fc.ipV4(), fc.ipV6(), canary, (ipv4, ipv6, word) => {
        const anonymise = anonymiser({ trustProxy: true, lookUpCountry: (address) => address });
        for (const address of [ipv4, ipv6]) {
          const sender = anonymise({
            headers: new Headers({
              'user-agent': `${CHROME} ${word}/1.0 (${address})`,
              'sec-ch-ua': `"${word}";v="1"`,
              'sec-ch-ua-platform': `"${word}"`,
              'sec-ch-ua-model': `"${word}"`,
              'x-forwarded-for': `${address}`,
              'accept-language': word,
              cookie: `id=${word}`,
              referer: `https://shop.example/${word}`,
            }),
            remoteAddress: address,
          });
          const { network, slices, ...rest } = sender;
          expect(rest).toEqual({
            origin: null,
            contentType: null,
            gpc: false,
            bot: expect.any(Boolean),
            model: null,
          });
          expect(network).toMatch(/^[0-9a-f]{64}$/);
          for (const [kind, value] of Object.entries(slices)) {
            expect(['country', 'device', 'browser', 'os']).toContain(kind);
            expect(isSliceValue(kind as keyof typeof slices, value)).toBe(true);
          }
          expect(JSON.stringify(sender)).not.toContain(word);
          expect(JSON.stringify(sender)).not.toContain(address);
        }
      }),
    );
  });
});

describe('the network of a connection', () => {
  const networkOf = createSocketNetworks(SECRET);
  const of = (remoteAddress?: string) => networkOf({ remoteAddress });

  it('is the same for addresses of one truncated network, however they are written', () => {
    expect(of('198.51.100.77')).toBe(of('198.51.100.1'));
    expect(of('198.51.100.77')).toBe(of('::ffff:198.51.100.1'));
    expect(of('2001:db8:1:2::3')).toBe(of('2001:db8:1:ffff::9'));
  });

  it('is another for those of others, and tells nothing by itself', () => {
    expect(of('198.51.101.77')).not.toBe(of('198.51.100.77'));
    expect(of('198.51.100.77')).toMatch(/^[0-9a-f]{64}$/);
    expect(createSocketNetworks(new Uint8Array(32))({ remoteAddress: '198.51.100.77' })).not.toBe(
      of('198.51.100.77'),
    );
  });

  it('is one for all whose end is not known any more', () => {
    expect(of(undefined)).toBe(of('no address'));
  });
});
