/** Which browsers the simulated visitors use, and where they are: shares as a European shop might see them. */
import type { Browser, Device, System, Viewport } from '@holloway/protocol';
import { draw, type Random, type Weighted } from './random.ts';

export interface BrowserProfile {
  readonly device: Device;
  readonly os: System;
  readonly browser: Browser;
  readonly viewport: Viewport;
  readonly country: string;
  /** Only browsers built on Chromium tell it, and only on Android. */
  readonly model?: string;
}

const COUNTRIES: Weighted<string> = [
  ['IT', 24],
  ['DE', 18],
  ['FR', 13],
  ['GB', 10],
  ['ES', 8],
  ['NL', 6],
  ['AT', 4],
  ['PL', 4],
  ['US', 3],
  ['CH', 3],
  ['BE', 2.5],
  ['SE', 2],
  ['IE', 1],
  ['PT', 1],
  ['NO', 0.5],
];

const SYSTEMS: Weighted<readonly [Device, System]> = [
  [['phone', 'Android'], 36],
  [['phone', 'iOS'], 24],
  [['desktop', 'Windows'], 23],
  [['desktop', 'macOS'], 9],
  [['tablet', 'iPadOS'], 4],
  [['tablet', 'Android'], 2],
  [['desktop', 'Linux'], 1.5],
  [['desktop', 'ChromeOS'], 0.5],
];

const BROWSERS: { readonly [system in System]?: Weighted<Browser> } = {
  Android: [
    ['Chrome', 74],
    ['Samsung Internet', 14],
    ['Firefox', 5],
    ['Opera', 3],
    ['In-app', 2],
    ['DuckDuckGo', 2],
  ],
  iOS: [
    ['Safari', 82],
    ['Chrome', 10],
    ['In-app', 5],
    ['Firefox', 2],
    ['DuckDuckGo', 1],
  ],
  Windows: [
    ['Chrome', 60],
    ['Edge', 23],
    ['Firefox', 13],
    ['Opera', 3],
    ['Vivaldi', 1],
  ],
  macOS: [
    ['Safari', 54],
    ['Chrome', 36],
    ['Firefox', 8],
    ['Edge', 2],
  ],
  iPadOS: [
    ['Safari', 90],
    ['Chrome', 10],
  ],
  Linux: [
    ['Firefox', 58],
    ['Chrome', 40],
    ['Vivaldi', 2],
  ],
  ChromeOS: [['Chrome', 1]],
};

const SAMSUNG_PHONES: Weighted<string> = [
  ['Samsung Galaxy S23 Ultra', 14],
  ['Samsung Galaxy A54 5G', 22],
  ['Samsung Galaxy A15', 18],
  ['Samsung Galaxy S24', 16],
  ['Samsung Galaxy S21 5G', 12],
  ['Samsung Galaxy A34 5G', 18],
];
const PHONES: Weighted<string> = [
  ...SAMSUNG_PHONES,
  ['Google Pixel 8', 9],
  ['Google Pixel 7a', 8],
  ['Xiaomi Redmi Note 11', 12],
  ['Xiaomi Redmi Note 12', 9],
  ['OnePlus Nord 3 5G', 8],
  ['Motorola Moto G84 5G', 7],
];
const TABLETS: Weighted<string> = [
  ['Samsung Galaxy Tab A8', 6],
  ['Samsung Galaxy Tab S9 FE', 3],
];

export const MODEL_NAMES: readonly string[] = [...PHONES, ...TABLETS].map(([name]) => name);

const VIEWPORTS: { readonly [device in Device]?: Weighted<Viewport> } = {
  phone: [
    ['s', 97],
    ['m', 3],
  ],
  tablet: [
    ['m', 70],
    ['l', 30],
  ],
  desktop: [
    ['l', 92],
    ['m', 7],
    ['s', 1],
  ],
};

const CHROMIUM: readonly Browser[] = ['Chrome', 'Samsung Internet', 'Opera'];

function modelOf(random: Random, device: Device, browser: Browser): string {
  if (device === 'tablet') return draw(random, TABLETS);
  return draw(random, browser === 'Samsung Internet' ? SAMSUNG_PHONES : PHONES);
}

export function drawBrowser(random: Random): BrowserProfile {
  const [device, os] = draw(random, SYSTEMS);
  const browser = draw(random, BROWSERS[os] ?? []);
  return {
    device,
    os,
    browser,
    viewport: draw(random, VIEWPORTS[device] ?? []),
    country: draw(random, COUNTRIES),
    ...(os === 'Android' && CHROMIUM.includes(browser) ? { model: modelOf(random, device, browser) } : {}),
  };
}
