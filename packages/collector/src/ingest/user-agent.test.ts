import { BROWSERS, DEVICES, SYSTEMS } from '@holloway/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isModel } from './model-code.ts';
import { agreeing, readClient } from './user-agent.ts';

const read = (userAgent: string, hints: { brands?: string; platform?: string; mobile?: string } = {}) =>
  readClient({ userAgent, brands: '', platform: '', mobile: '', ...hints });

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const IPAD = 'Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)';
const ANDROID = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)';
const LINUX = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)';

describe('a User-Agent', () => {
  it.each([
    // Desktop
    ['desktop', 'Chrome', 'Windows', `${WINDOWS} Chrome/126.0.0.0 Safari/537.36`],
    ['desktop', 'Edge', 'Windows', `${WINDOWS} Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0`],
    ['desktop', 'Opera', 'Windows', `${WINDOWS} Chrome/126.0.0.0 Safari/537.36 OPR/112.0.0.0`],
    ['desktop', 'Vivaldi', 'Windows', `${WINDOWS} Chrome/126.0.0.0 Safari/537.36 Vivaldi/6.7.3329.41`],
    [
      'desktop',
      'Firefox',
      'Windows',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0',
    ],
    ['desktop', 'IE', 'Windows', 'Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko'],
    ['desktop', 'Safari', 'macOS', `${MAC}/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15`],
    ['desktop', 'Chrome', 'macOS', `${MAC}/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36`],
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
    // iPhone
    ['phone', 'Safari', 'iOS', `${IPHONE} Version/17.5 Mobile/15E148 Safari/604.1`],
    ['phone', 'Chrome', 'iOS', `${IPHONE} CriOS/126.0.6478.35 Mobile/15E148 Safari/604.1`],
    ['phone', 'Firefox', 'iOS', `${IPHONE} FxiOS/127.0 Mobile/15E148 Safari/605.1.15`],
    ['phone', 'Edge', 'iOS', `${IPHONE} Version/17.0 EdgiOS/124.0.2478.89 Mobile/15E148 Safari/605.1.15`],
    ['phone', 'Opera', 'iOS', `${IPHONE} Version/17.5 Mobile/15E148 Safari/604.1 OPT/4.7.0`],
    ['phone', 'DuckDuckGo', 'iOS', `${IPHONE} Version/17.5 Mobile/15E148 DuckDuckGo/7 Safari/605.1.15`],
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
    ['phone', 'In-app', 'iOS', `${IPHONE} Mobile/15E148 MicroMessenger/8.0.49(0x1800312d) NetType/WIFI`],
    ['phone', 'In-app', 'iOS', `${IPHONE} Mobile/15E148`],
    // iPad
    ['tablet', 'Safari', 'iPadOS', `${IPAD} Version/17.5 Mobile/15E148 Safari/604.1`],
    ['tablet', 'Chrome', 'iPadOS', `${IPAD} CriOS/126.0.6478.35 Mobile/15E148 Safari/604.1`],
    [
      'tablet',
      'Chrome',
      'iPadOS',
      `${MAC}/605.1.15 (KHTML, like Gecko) CriOS/125 Version/11.1.1 Safari/605.1.15`,
    ],
    // Android
    ['phone', 'Chrome', 'Android', `${ANDROID} Chrome/126.0.0.0 Mobile Safari/537.36`],
    ['tablet', 'Chrome', 'Android', `${ANDROID} Chrome/126.0.0.0 Safari/537.36`],
    [
      'phone',
      'Samsung Internet',
      'Android',
      `${ANDROID} SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36`,
    ],
    [
      'tablet',
      'Samsung Internet',
      'Android',
      'Mozilla/5.0 (Linux; Android 13; SAMSUNG SM-X906C) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Safari/537.36',
    ],
    ['phone', 'Opera', 'Android', `${ANDROID} Chrome/126.0.0.0 Mobile Safari/537.36 OPR/82.0.0.0`],
    [
      'phone',
      'Opera',
      'Android',
      'Opera/9.80 (Android; Opera Mini/36.2.2254/119.132; U; id) Presto/2.12.423 Version/12.16',
    ],
    ['phone', 'Edge', 'Android', `${ANDROID} Chrome/126.0.0.0 Mobile Safari/537.36 EdgA/126.0.0.0`],
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
      'Mozilla/5.0 (Linux; Android 12; M2004J19C Build/SP1A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/100.0.4896.127 Mobile Safari/537.36 XiaoMi/MiuiBrowser/13.28.0-gn',
    ],
    [
      'phone',
      'Huawei Browser',
      'Android',
      'Mozilla/5.0 (Linux; Android 10; HUAWEI P30 Pro) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/88.0.4324.93 Mobile Safari/537.36 HuaweiBrowser/15.0.4.312',
    ],
    [
      'phone',
      'UC Browser',
      'Android',
      'Mozilla/5.0 (Linux; U; Android 12; en-US; RMX3085 Build/SP1A.210812.016) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/100.0.4896.58 UCBrowser/13.5.8.1311 Mobile Safari/537.36',
    ],
    [
      'phone',
      'Android Browser',
      'Android',
      'Mozilla/5.0 (Linux; U; Android 4.0.3; ko-kr; LG-L160L Build/IML74K) AppleWebkit/534.30 (KHTML, like Gecko) Version/4.0 Mobile Safari/534.30',
    ],
    [
      'phone',
      'In-app',
      'Android',
      'Mozilla/5.0 (Linux; Android 14; SM-S918B Build/UP1A.231005.007; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/125.0.6422.165 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/466.0.0.57.85;]',
    ],
    [
      'phone',
      'In-app',
      'Android',
      'Mozilla/5.0 (Linux; Android 14; Pixel 7 Build/AP1A.240505.004; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/124.0.6367.179 Mobile Safari/537.36',
    ],
    [
      'phone',
      'In-app',
      'Android',
      'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/125.0 Mobile Safari/537.36 GSA/15.22.32.29.arm64',
    ],
    // The rest of the house
    [
      'tablet',
      'Silk',
      'Android',
      'Mozilla/5.0 (Linux; Android 9; KFMAWI) AppleWebKit/537.36 (KHTML, like Gecko) Silk/122.5.1 like Chrome/122.0.6261.149 Safari/537.36',
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
    [
      'tv',
      'Chrome',
      'Android',
      'Mozilla/5.0 (Linux; Android 9; BRAVIA 4K UR2) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/100.0.4896.127 Safari/537.36',
    ],
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
      'Mozilla/5.0 (Linux; Android 11; SM-R880) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/3.0 Chrome/100 Mobile Safari/537.36',
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
  ])('of a %s with %s on %s is named so', (device, browser, os, userAgent) => {
    expect({ device: undefined, browser: undefined, os: undefined, ...read(userAgent).slices }).toEqual({
      device,
      browser,
      os,
    });
    expect(read(userAgent).bot).toBe(false);
  });

  it.each([
    [
      'SM-S918B',
      'Mozilla/5.0 (Linux; Android 12; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/105.0.0.0 Mobile Safari/537.36',
    ],
    ['iPhone', `${IPHONE} Version/17.5 Mobile/15E148 Safari/604.1`],
    ['iPad', `${IPAD} Version/17.5 Mobile/15E148 Safari/604.1`],
    ['iPad', `${MAC}/605.1.15 (KHTML, like Gecko) CriOS/125 Version/11.1.1 Safari/605.1.15`],
    [
      'Microsoft Lumia 950',
      'Mozilla/5.0 (Windows Phone 10.0; Android 6.0.1; Microsoft; Lumia 950) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/52.0.2743.116 Mobile Safari/537.36 Edge/15.15063',
    ],
    [null, `${MAC}/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15`],
    [null, `${WINDOWS} Chrome/126.0.0.0 Safari/537.36`],
    [null, `${ANDROID} Chrome/126.0.0.0 Mobile Safari/537.36`],
  ])('tells the model %j', (model, userAgent) => {
    expect(read(userAgent).model).toBe(model);
  });

  it('of Android without "Mobile" is that of a tablet', () => {
    const duckDuckGo = (form: string) =>
      `Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0${form} DuckDuckGo/5 Safari/537.36`;
    expect(read(duckDuckGo('')).slices.device).toBe('tablet');
    expect(read(duckDuckGo(' Mobile')).slices.device).toBe('phone');
  });

  it("of Opera's televisions is not that of a desktop", () => {
    const television =
      'Mozilla/5.0 (Linux; Andr0id 11; PHILIPS) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/94.0.4606.128 Safari/537.36 OPR/46.0.2207.0 OMI/4.23';
    expect(read(television).slices.device).toBe('tv');
  });

  it('without a name in the closed lists leaves the slice out', () => {
    expect(read(`${WINDOWS} Chrome/126.0.0.0 YaBrowser/24.4 Safari/537.36`).slices).toEqual({
      device: 'desktop',
      os: 'Windows',
    });
    expect(read('Mozilla/5.0 (Unheard; Of) constructor/1.0').slices).toEqual({});
  });

  it.each([
    '',
    '   ',
    `${LINUX} HeadlessChrome/126.0.0.0 Safari/537.36`,
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.6478.61 Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
    'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/538.1 (KHTML, like Gecko) PhantomJS/2.1.1 Safari/538.1',
    `${WINDOWS} Chrome/126.0.0.0 Safari/537.36 Chrome-Lighthouse`,
    'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
    'curl/8.5.0',
    'python-requests/2.31.0',
    'node',
  ])('of a bot says nothing more: %j', (userAgent) => {
    expect(read(userAgent)).toEqual({ bot: true, slices: {}, model: null });
  });

  it('gives nothing but words of the closed lists, whatever it is', () => {
    const fragment = fc.constantFrom(
      'Mozilla/5.0 ',
      '(Linux; Android 14; canary)',
      ' Chrome/canary',
      'Version/1',
      ' Safari/1',
      '; wv)',
      'iPad',
      'Macintosh;',
      'Opera Mini/',
      'Firefox/1',
      'x@y.example',
      '"Brave";v="1"',
      'Windows',
      '__proto__',
      'constructor',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(fragment).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, text, text, text, (userAgent, brands, platform, mobile) => {
        const { slices, model } = readClient({ userAgent, brands, platform, mobile });
        const { device, browser, os } = slices;
        expect(model === null || isModel(model)).toBe(true);
        expect([undefined, ...DEVICES]).toContain(device);
        expect([undefined, ...BROWSERS]).toContain(browser);
        expect([undefined, ...SYSTEMS]).toContain(os);
      }),
    );
  });
});

describe('client hints', () => {
  const chrome = `${WINDOWS} Chrome/126.0.0.0 Safari/537.36`;
  const desktopSite = `${LINUX} Chrome/126.0.0.0 Safari/537.36`;

  it('name the brand that hides in the User-Agent of Chrome', () => {
    const brands = '"Not/A)Brand";v="8", "Chromium";v="126", "Brave";v="126"';
    expect(read(chrome, { brands }).slices.browser).toBe('Brave');
  });

  it('leave Chrome what it is', () => {
    const brands = '"Not/A)Brand";v="8", "Chromium";v="126", "Google Chrome";v="126"';
    expect(read(chrome, { brands, platform: '"Windows"', mobile: '?0' }).slices).toEqual({
      device: 'desktop',
      browser: 'Chrome',
      os: 'Windows',
    });
  });

  it('tell a phone that asks for desktop sites', () => {
    expect(read(desktopSite, { platform: '"Android"', mobile: '?1' }).slices).toEqual({
      device: 'phone',
      browser: 'Chrome',
      os: 'Android',
    });
  });

  it('tell a tablet that asks for desktop sites', () => {
    expect(read(desktopSite, { platform: '"Android"', mobile: '?0' }).slices.device).toBe('tablet');
  });

  it('tell a headless browser that changed its User-Agent only', () => {
    const brands = '"Not/A)Brand";v="8", "Chromium";v="126", "HeadlessChrome";v="126"';
    expect(read(chrome, { brands }).bot).toBe(true);
  });

  it.each(['constructor', '__proto__', 'toString'])('name nothing that every object has: %s', (name) => {
    expect(read(desktopSite, { brands: `"${name}";v="1"`, platform: `"${name}"` }).slices).toEqual({
      device: 'desktop',
      browser: 'Chrome',
      os: 'Linux',
    });
  });

  it('are not believed when they make no sense', () => {
    expect(read(chrome, { brands: '"Brave', platform: 'Windows 95', mobile: 'yes' }).slices).toEqual({
      device: 'desktop',
      browser: 'Chrome',
      os: 'Windows',
    });
  });
});

describe('a Mac with a touch screen', () => {
  const slices = read(`${MAC}/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15`).slices;

  it.each([
    ['iPad', 'tablet', 'iPadOS'],
    ['iPhone', 'phone', 'iOS'],
    ['SM-S918B', 'desktop', 'macOS'],
    ['constructor', 'desktop', 'macOS'],
    [undefined, 'desktop', 'macOS'],
  ])('whose model is %j is a %s', (model, device, os) => {
    expect(agreeing(slices, model)).toEqual({ device, browser: 'Safari', os });
  });

  it('is not made of anything but a Mac', () => {
    const phone = read(`${ANDROID} Chrome/126.0.0.0 Mobile Safari/537.36`).slices;
    expect(agreeing(phone, 'iPad')).toEqual(phone);
  });
});
