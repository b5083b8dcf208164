/** What relay and collector have agreed on, held by both: what is made of a visitor is the same by either way. */
import { createRelay } from '@holloway/sdk/relay';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const IPAD = 'Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)';
const K = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)';
const LINUX = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)';
const android = (model: string) =>
  `Mozilla/5.0 (Linux; Android 14; ${model}) AppleWebKit/537.36 (KHTML, like Gecko)`;

describe('a visitor through the relay', () => {
  it.each([
    ['desktop', 'Chrome', 'Windows', `${WINDOWS} Chrome/126.0.0.0 Safari/537.36`],
    ['desktop', 'Edge', 'Windows', `${WINDOWS} Chrome/126.0.0.0 Safari/537.36 Edg/126.0.2592.81`],
    ['desktop', 'Opera', 'Windows', `${WINDOWS} Chrome/126.0.0.0 Safari/537.36 OPR/112.0.0.0`],
    ['desktop', 'Vivaldi', 'Windows', `${WINDOWS} Chrome/126.0.0.0 Safari/537.36 Vivaldi/6.7.3329.41`],
    ['desktop', undefined, 'Windows', `${WINDOWS} Chrome/126.0.0.0 YaBrowser/24.4 Safari/537.36`],
    ['desktop', 'IE', 'Windows', 'Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko'],
    ['desktop', 'Safari', 'macOS', `${MAC}/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15`],
    [
      'desktop',
      'DuckDuckGo',
      'macOS',
      `${MAC}/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15 Ddg/17.5`,
    ],
    ['desktop', 'Chrome', 'Linux', `${LINUX} Chrome/126.0.0.0 Safari/537.36`],
    [
      'desktop',
      'Firefox',
      'Linux',
      'Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/115.0',
    ],
    [
      'desktop',
      'Chrome',
      'ChromeOS',
      'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
    ],
    ['phone', 'Safari', 'iOS', `${IPHONE} Version/17.5 Mobile/15E148 Safari/604.1`],
    ['phone', 'Chrome', 'iOS', `${IPHONE} CriOS/126.0.6478.35 Mobile/15E148 Safari/604.1`],
    ['phone', 'Firefox', 'iOS', `${IPHONE} FxiOS/127.0 Mobile/15E148 Safari/605.1.15`],
    [
      'phone',
      'In-app',
      'iOS',
      `${IPHONE} Mobile/15E148 [FBAN/FBIOS;FBAV/467.0.0.44.110;FBDV/iPhone14,5;FBSV/17.5.1]`,
    ],
    [
      'phone',
      'In-app',
      'iOS',
      `${IPHONE} Mobile/21F90 Instagram 335.1.8.26.85 (iPhone14,5; iOS 17_5_1; de_DE)`,
    ],
    ['phone', 'In-app', 'iOS', `${IPHONE} GSA/322.0.642118379 Mobile/15E148 Safari/604.1`],
    ['phone', 'In-app', 'iOS', `${IPHONE} Mobile/15E148`],
    ['tablet', 'Safari', 'iPadOS', `${IPAD} Version/17.5 Mobile/15E148 Safari/604.1`],
    [
      'tablet',
      'Chrome',
      'iPadOS',
      `${MAC}/605.1.15 (KHTML, like Gecko) CriOS/125 Version/11.1.1 Safari/605.1.15`,
    ],
    ['phone', 'Chrome', 'Android', `${K} Chrome/126.0.0.0 Mobile Safari/537.36`],
    ['tablet', 'Chrome', 'Android', `${K} Chrome/126.0.0.0 Safari/537.36`],
    [
      'phone',
      'Samsung Internet',
      'Android',
      `${android('SAMSUNG SM-S918B')} SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36`,
    ],
    [
      'tablet',
      'Samsung Internet',
      'Android',
      `${android('SAMSUNG SM-X906C')} SamsungBrowser/25.0 Chrome/121.0.0.0 Safari/537.36`,
    ],
    [
      'phone',
      'Opera',
      'Android',
      'Opera/9.80 (Android; Opera Mini/36.2.2254/119.132; U; id) Presto/2.12.423 Version/12.16',
    ],
    [
      'phone',
      'DuckDuckGo',
      'Android',
      'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile DuckDuckGo/5 Safari/537.36',
    ],
    ['phone', 'Firefox', 'Android', 'Mozilla/5.0 (Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0'],
    ['tablet', 'Firefox', 'Android', 'Mozilla/5.0 (Android 14; Tablet; rv:127.0) Gecko/127.0 Firefox/127.0'],
    [
      'phone',
      'MIUI Browser',
      'Android',
      `${android('M2004J19C Build/SP1A')} Version/4.0 Chrome/100.0.4896.127 Mobile Safari/537.36 XiaoMi/MiuiBrowser/13.28.0-gn`,
    ],
    [
      'phone',
      'Huawei Browser',
      'Android',
      `${android('HUAWEI P30 Pro')} Chrome/88.0.4324.93 Mobile Safari/537.36 HuaweiBrowser/15.0.4.312`,
    ],
    [
      'phone',
      'UC Browser',
      'Android',
      'Mozilla/5.0 (Linux; U; Android 12; en-US; RMX3085 Build/SP1A.210812.016) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/100.0.4896.58 UCBrowser/13.5.8.1311 Mobile Safari/537.36',
    ],
    [
      'phone',
      'In-app',
      'Android',
      `${android('SM-S918B Build/UP1A.231005.007; wv')} Version/4.0 Chrome/125.0.6422.165 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/466.0.0.57.85;]`,
    ],
    [
      'phone',
      'In-app',
      'Android',
      `${android('Pixel 7 Build/AP1A.240505.004; wv')} Version/4.0 Chrome/124.0.6367.179 Mobile Safari/537.36`,
    ],
    [
      'tablet',
      'Silk',
      'Android',
      `${android('KFMAWI')} Silk/122.5.1 like Chrome/122.0.6261.149 Safari/537.36`,
    ],
    [
      'tv',
      'Safari',
      'Tizen',
      'Mozilla/5.0 (SMART-TV; LINUX; Tizen 6.0) AppleWebKit/537.36 (KHTML, like Gecko) 76.0.3809.146/6.0 TV Safari/537.36',
    ],
    [
      'tv',
      'Chrome',
      'webOS',
      'Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/79.0.3945.79 Safari/537.36 WebAppManager',
    ],
    ['tv', 'Chrome', 'Android', `${android('BRAVIA 4K UR2')} Chrome/100.0.4896.127 Safari/537.36`],
    [
      'console',
      'Safari',
      undefined,
      'Mozilla/5.0 (PlayStation; PlayStation 5/6.00) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/13.0 Safari/605.1.15',
    ],
    [
      'console',
      'Edge',
      undefined,
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; Xbox; Xbox One) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/48.0.2564.82 Safari/537.36 Edge/20.02',
    ],
    [
      'wearable',
      'Samsung Internet',
      'Android',
      `${android('SM-R880')} SamsungBrowser/3.0 Chrome/100 Mobile Safari/537.36`,
    ],
    [
      'phone',
      'Huawei Browser',
      'HarmonyOS',
      'Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1.6.1 Mobile HuaweiBrowser/5.0.4.300',
    ],
    [
      'phone',
      'Firefox',
      'KaiOS',
      'Mozilla/5.0 (Mobile; Nokia_8110_4G; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5',
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
