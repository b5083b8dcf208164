import { BROWSERS, DEVICES, SYSTEMS } from '@holloway/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ANDROID,
  IPAD,
  IPHONE,
  LINUX,
  MAC,
  NAMED_CLIENTS,
  WINDOWS,
} from '../../test/devices/named-clients.ts';
import { isModel } from './model-code.ts';
import { agreeing, readClient } from './user-agent.ts';

const read = (userAgent: string, hints: { brands?: string; platform?: string; mobile?: string } = {}) =>
  readClient({ userAgent, brands: '', platform: '', mobile: '', ...hints });

describe('a User-Agent', () => {
  it.each(NAMED_CLIENTS)('of a %s with %s on %s is named so', (device, browser, os, userAgent) => {
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
