/**
 * Names the device class, browser and system behind a User-Agent, in the words of the protocol's closed lists.
 * Leaves caching to anonymise and the model to model-code; versions and everything else of the string end here.
 */
import type { Browser, CollectorSlices, Device, System } from '@holloway/protocol';
import { isbot } from 'isbot';
import UAParser from 'ua-parser-js';
import { modelCode } from './model-code.ts';

export interface UserAgentHeaders {
  /** `User-Agent`, cut to a length that can be parsed in bounded time; empty when missing. */
  readonly userAgent: string;
  /** `Sec-CH-UA`, `Sec-CH-UA-Platform`, `Sec-CH-UA-Mobile`; empty when missing, as outside Chromium. */
  readonly brands: string;
  readonly platform: string;
  readonly mobile: string;
}

export interface Client {
  readonly bot: boolean;
  /** Absent where the closed lists have no name for it. */
  readonly slices: DeviceSlices;
  /** What the User-Agent calls the model, at most 64 characters; `null` on desktops and where it is withheld. */
  readonly model: string | null;
}

type DeviceSlices = Pick<CollectorSlices, 'device' | 'browser' | 'os'>;

/** By the parser's names in lower case. */
const BROWSER_NAMES: { readonly [name: string]: Browser } = {
  chrome: 'Chrome',
  chromium: 'Chrome',
  safari: 'Safari',
  'mobile safari': 'Safari',
  firefox: 'Firefox',
  'firefox focus': 'Firefox',
  klar: 'Firefox',
  fennec: 'Firefox',
  edge: 'Edge',
  'samsung internet': 'Samsung Internet',
  opera: 'Opera',
  'opera mini': 'Opera',
  'opera mobi': 'Opera',
  'opera tablet': 'Opera',
  'opera touch': 'Opera',
  'opera gx': 'Opera',
  'opera coast': 'Opera',
  brave: 'Brave',
  vivaldi: 'Vivaldi',
  duckduckgo: 'DuckDuckGo',
  ucbrowser: 'UC Browser',
  'miui browser': 'MIUI Browser',
  'huawei browser': 'Huawei Browser',
  silk: 'Silk',
  'android browser': 'Android Browser',
  ie: 'IE',
  iemobile: 'IE',
  'chrome webview': 'In-app',
  facebook: 'In-app',
  instagram: 'In-app',
  tiktok: 'In-app',
  snapchat: 'In-app',
  twitter: 'In-app',
  linkedin: 'In-app',
  wechat: 'In-app',
  weibo: 'In-app',
  line: 'In-app',
  kakaotalk: 'In-app',
  kakaostory: 'In-app',
  naver: 'In-app',
  daum: 'In-app',
  alipay: 'In-app',
  klarna: 'In-app',
  gsa: 'In-app',
};

const BRAND_NAMES: { readonly [brand: string]: Browser } = {
  'google chrome': 'Chrome',
  'microsoft edge': 'Edge',
  'samsung internet': 'Samsung Internet',
  opera: 'Opera',
  'opera gx': 'Opera',
  brave: 'Brave',
  vivaldi: 'Vivaldi',
  duckduckgo: 'DuckDuckGo',
  huaweibrowser: 'Huawei Browser',
  'android webview': 'In-app',
};

const SYSTEM_NAMES: { readonly [name: string]: System } = {
  windows: 'Windows',
  'mac os': 'macOS',
  macos: 'macOS',
  ios: 'iOS',
  android: 'Android',
  'android-x86': 'Android',
  linux: 'Linux',
  ubuntu: 'Linux',
  kubuntu: 'Linux',
  debian: 'Linux',
  fedora: 'Linux',
  mint: 'Linux',
  manjaro: 'Linux',
  arch: 'Linux',
  gentoo: 'Linux',
  suse: 'Linux',
  centos: 'Linux',
  redhat: 'Linux',
  'chromium os': 'ChromeOS',
  'chrome os': 'ChromeOS',
  harmonyos: 'HarmonyOS',
  openharmony: 'HarmonyOS',
  kaios: 'KaiOS',
  tizen: 'Tizen',
  webos: 'webOS',
};

const DEVICE_NAMES: { readonly [type: string]: Device } = {
  mobile: 'phone',
  tablet: 'tablet',
  smarttv: 'tv',
  console: 'console',
  wearable: 'wearable',
};

/** Brands are not for isbot, which takes the "Google" of Google Chrome for a crawler's. */
const HEADLESS = /headless/i;

/** Televisions that the parser takes for a desktop: Opera's for Philips and others, where "Andr0id" is no slip. */
const TELEVISION = /\bOMI\/|\bAndr0id\b/;

const isLargeAndroid = (userAgent: string): boolean =>
  userAgent.includes('Android') && !userAgent.includes('Mobile');

const DESKTOP_SYSTEMS: readonly (System | undefined)[] = ['Windows', 'macOS', 'Linux', 'ChromeOS'];

/** A name of the table, and nothing that a string could inherit from `Object.prototype`. */
const named = <T>(table: { readonly [name: string]: T }, name: string | undefined): T | undefined =>
  name !== undefined && Object.hasOwn(table, name.toLowerCase()) ? table[name.toLowerCase()] : undefined;

/** An iPad asking for desktop sites calls itself a Macintosh, but other browsers than Safari still name their iOS edition. */
const isIpad = (userAgent: string): boolean =>
  userAgent.includes('iPad') ||
  (userAgent.includes('Macintosh') && /\b(?:CriOS|FxiOS|EdgiOS|OPT|GSA)\//.test(userAgent));

function systemOf(userAgent: string, name: string | undefined, platform: string): System | undefined {
  if (isIpad(userAgent)) return 'iPadOS';
  const system = named(SYSTEM_NAMES, name);
  // Linux is what others are built on and what they claim when they ask for desktop sites; the hint knows better.
  if (system !== undefined && system !== 'Linux') return system;
  return named(SYSTEM_NAMES, platform.replaceAll('"', '')) ?? system;
}

function browserOf(
  userAgent: string,
  name: string | undefined,
  brands: string,
  system: System | undefined,
): Browser | undefined {
  // Apps without a name of their own: the bare WebKit of iOS, and a stock browser that would be far too new.
  if (name === 'WebKit' && (system === 'iOS' || system === 'iPadOS')) return 'In-app';
  const browser = named(BROWSER_NAMES, name);
  if (browser === 'Android Browser' && userAgent.includes('Chrome/')) return 'In-app';
  if (browser !== undefined && browser !== 'Chrome') return browser;
  // Brave and others hide in Chrome's User-Agent and tell their brand beside "Chromium".
  for (const [, brand] of brands.matchAll(/"([^"]*)"/g)) {
    const known = named(BRAND_NAMES, brand);
    if (known !== undefined) return known;
  }
  return browser;
}

function deviceOf(
  userAgent: string,
  type: string | undefined,
  browserName: string | undefined,
  system: System | undefined,
  mobile: string,
): Device | undefined {
  if (system === 'iPadOS') return 'tablet';
  if (TELEVISION.test(userAgent)) return 'tv';
  if (type !== undefined) return named(DEVICE_NAMES, type);
  if (mobile === '?1' || browserName === 'Opera Mini') return 'phone';
  // Phones say "Mobile" beside "Android"; what says one without the other is larger.
  if (system === 'Android' && (mobile === '?0' || isLargeAndroid(userAgent))) return 'tablet';
  return DESKTOP_SYSTEMS.includes(system) ? 'desktop' : undefined;
}

/**
 * @returns A frozen object that may be shared. Bots have no slices: nothing of them is counted.
 */
export function readClient({ userAgent, brands, platform, mobile }: UserAgentHeaders): Client {
  if (userAgent.trim() === '' || isbot(userAgent) || HEADLESS.test(brands)) {
    return Object.freeze({ bot: true, slices: Object.freeze({}), model: null });
  }
  const parser = new UAParser(userAgent);
  const { name } = parser.getBrowser();
  const os = systemOf(userAgent, parser.getOS().name, platform);
  const browser = browserOf(userAgent, name, brands, os);
  const parsed = parser.getDevice();
  const device = deviceOf(userAgent, parsed.type, name, os, mobile);
  const isAndroid = os === 'Android' || os === 'HarmonyOS';
  return Object.freeze({
    bot: false,
    slices: Object.freeze({
      ...(device === undefined ? {} : { device }),
      ...(browser === undefined ? {} : { browser }),
      ...(os === undefined ? {} : { os }),
    }),
    model: os === 'iPadOS' ? 'iPad' : modelCode(userAgent, isAndroid, parsed),
  });
}

/** What Apple's touch screens are, by their model in lower case. */
const TOUCH_MACS: { readonly [model: string]: DeviceSlices } = {
  ipad: { device: 'tablet', os: 'iPadOS' },
  iphone: { device: 'phone', os: 'iOS' },
};

/**
 * Slices that agree with the model the browser told: Safari on an iPad sends the User-Agent of a Mac unless asked not
 * to, and only the page can see the touch screen.
 */
export const agreeing = <S extends DeviceSlices>(slices: S, model: string | undefined): S =>
  slices.os === 'macOS' ? { ...slices, ...named(TOUCH_MACS, model) } : slices;
