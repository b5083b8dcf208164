/** What relay and collector have agreed on, held by both: what is made of a visitor is the same by either way. */
import { createRelay } from '@holloway/sdk/relay';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINUX, NAMED_CLIENTS, WINDOWS } from '../../test/devices/named-clients.ts';
import { createAnonymiser, createRelayCheck, type Sender } from './anonymise.ts';
import { networkOf } from './network.ts';

const KEY = 'correct-horse-battery-staple-1234';

const anonymise = createAnonymiser({
  trustProxy: false,
  lookUpCountry: (network) => (network.startsWith('2001:db8:') ? 'SE' : 'IT'),
  isRelay: createRelayCheck(KEY),
  secret: new Uint8Array(32),
});

/** @returns What the collector makes of the request, and all that it was told. */
async function relayed(headers: Record<string, string>, address: string) {
  let told = new Headers();
  const relay = createRelay({
    collector: 'https://stats.example',
    key: KEY,
    fetch: async (_, init) => {
      told = new Headers(init.headers);
      return new Response(null, { status: 204 });
    },
  });
  const request = new Request('https://shop.example/holloway/v1/collect', {
    method: 'POST',
    body: '{}',
    headers: { 'Content-Type': 'text/plain', Origin: 'https://shop.example', ...headers },
  });
  await relay(request, { address });
  const sender = anonymise({ headers: told, remoteAddress: '192.0.2.1' });
  return { sender, told: JSON.stringify([...told]) };
}

const direct = (headers: Record<string, string>, remoteAddress: string): Sender =>
  anonymise({
    headers: new Headers({ 'Content-Type': 'text/plain', Origin: 'https://shop.example', ...headers }),
    remoteAddress,
  });

const android = (model: string) =>
  `Mozilla/5.0 (Linux; Android 14; ${model}) AppleWebKit/537.36 (KHTML, like Gecko)`;

describe('a visitor through the relay', () => {
  it.each([
    ...NAMED_CLIENTS,
    ['desktop', 'Edge', 'Windows', `${WINDOWS} Chrome/126.0.0.0 Safari/537.36 Edg/126.0.2592.81`],
    ['desktop', undefined, 'Windows', `${WINDOWS} Chrome/126.0.0.0 YaBrowser/24.4 Safari/537.36`],
    [
      'phone',
      'Samsung Internet',
      'Android',
      `${android('SAMSUNG SM-S918B')} SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36`,
    ],
  ] as const)(
    'with a %s, %s and %s is counted as one who comes directly',
    async (device, browser, os, userAgent) => {
      const headers = { 'User-Agent': userAgent };
      const { sender } = await relayed(headers, '198.51.100.77');
      expect({ device: undefined, browser: undefined, os: undefined, ...sender.slices }).toEqual({
        country: 'IT',
        device,
        browser,
        os,
      });
      expect(sender.slices).toEqual(direct(headers, '198.51.100.77').slices);
    },
  );

  it.each([
    [{ 'Sec-CH-UA': '"Not/A)Brand";v="8", "Chromium";v="126", "Brave";v="126"' }, { browser: 'Brave' }],
    [
      { 'Sec-CH-UA-Platform': '"Android"', 'Sec-CH-UA-Mobile': '?1' },
      { device: 'phone', os: 'Android' },
    ],
    [
      { 'Sec-CH-UA-Platform': '"Android"', 'Sec-CH-UA-Mobile': '?0' },
      { device: 'tablet', os: 'Android' },
    ],
  ])('is told by their hints: %j', async (hints, slices) => {
    const headers = { 'User-Agent': `${LINUX} Chrome/126.0.0.0 Safari/537.36`, ...hints };
    expect((await relayed(headers as Record<string, string>, '198.51.100.77')).sender.slices).toMatchObject(
      slices,
    );
  });

  it.each([
    '',
    `${LINUX} HeadlessChrome/126.0.0.0 Safari/537.36`,
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    `${android('Nexus 5X Build/MMB29P')} Chrome/126.0.6478.61 Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)`,
    'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/538.1 (KHTML, like Gecko) PhantomJS/2.1.1 Safari/538.1',
    `${WINDOWS} Chrome/126.0.0.0 Safari/537.36 Chrome-Lighthouse`,
    'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
    'curl/8.5.0',
    'python-requests/2.31.0',
    'node',
  ])('is none for a robot: %j', async (userAgent) => {
    expect((await relayed({ 'User-Agent': userAgent }, '198.51.100.77')).sender.bot).toBe(true);
  });

  it('has no model but what the browser itself told with the batch', async () => {
    const userAgent = `${android('SM-S918B')} Chrome/126.0.0.0 Mobile Safari/537.36`;
    expect(direct({ 'User-Agent': userAgent }, '198.51.100.77').model).toBe('SM-S918B');
    for (const model of ['SM-S918B', 'BRAVIA 4K UR2', 'SM-R880', 'KFMAWI']) {
      const reduced = await relayed(
        { 'User-Agent': `${android(model)} Chrome/126 Safari/537` },
        '198.51.100.77',
      );
      expect(reduced.sender.model, model).toBeNull();
    }
  });

  it('lies in the network and country that their address does', async () => {
    for (const address of ['198.51.100.77', '2001:db8:1234:5678::1', '::ffff:198.51.100.77']) {
      const there = direct({}, address);
      const { sender, told } = await relayed({}, address);
      expect([sender.network, sender.slices.country]).toEqual([there.network, there.slices.country]);
      expect(told).not.toContain(address);
    }
  });

  it('keeps origin, type and objection', async () => {
    const { sender } = await relayed({ 'Sec-GPC': '1' }, '198.51.100.77');
    expect(sender).toMatchObject({ origin: 'https://shop.example', contentType: 'text/plain', gpc: true });
  });

  it('is told with no word of their own', async () => {
    const canary = fc.stringMatching(/^[a-z]{12}$/);
    await fc.assert(
      fc.asyncProperty(fc.ipV4(), fc.ipV6(), canary, async (ipv4, ipv6, word) => {
        for (const address of [ipv4, ipv6]) {
          const { told } = await relayed(
            {
              'User-Agent': `${android(word)} Chrome/126.0.${word} Mobile Safari/537.36 ${word}/1.0 (${address})`,
              'Content-Type': `text/plain; boundary=${word}`,
              'Sec-CH-UA-Platform': `"${word}1"`,
              'Accept-Language': word,
              Cookie: `id=${word}`,
              Referer: `https://shop.example/${word}`,
              'X-Forwarded-For': address,
              'Holloway-Network': word,
              [`X-${word}`]: word,
            },
            address,
          );
          expect(told).not.toContain(word);
          if (networkOf(address) !== address) expect(told).not.toContain(`"${address}"`);
        }
      }),
    );
  });
});

describe('relay and collector', () => {
  it('agree on the network of every address, and on what is none', async () => {
    const address = fc.oneof(
      fc.ipV4(),
      fc.ipV6(),
      fc.ipV4Extended(),
      fc.stringMatching(/^[0-9a-f:.]{1,20}$/),
    );
    await fc.assert(
      fc.asyncProperty(address, async (text) => {
        const { told } = await relayed({}, text);
        const network = new Map<string, string>(JSON.parse(told)).get('holloway-network') ?? null;
        // The relay takes an address with a port too, as some servers write it.
        if (!/^[^:]+:\d+$/.test(text)) expect(network).toBe(networkOf(text));
      }),
      { numRuns: 500 },
    );
  });
});
