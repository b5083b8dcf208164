/**
 * Slices: one-way filters stored beside the total `*`. Two slices are never combined, by design.
 * Values are closed lists or a country code. The arm of a layout test is none: docs/decisions/0023.
 */
export const VIEWPORTS = ['s', 'm', 'l'] as const;
export type Viewport = (typeof VIEWPORTS)[number];

export const SOURCES = ['search', 'social', 'email', 'referral', 'campaign', 'direct'] as const;
export type Source = (typeof SOURCES)[number];

export const VISITORS = ['new', 'returning'] as const;
export type Visitor = (typeof VISITORS)[number];

export const DEVICES = ['phone', 'tablet', 'desktop', 'tv', 'console', 'wearable'] as const;
export type Device = (typeof DEVICES)[number];

export const BROWSERS = [
  'Chrome',
  'Safari',
  'Firefox',
  'Edge',
  'Samsung Internet',
  'Opera',
  'Brave',
  'Vivaldi',
  'DuckDuckGo',
  'UC Browser',
  'MIUI Browser',
  'Huawei Browser',
  'Silk',
  'Android Browser',
  'IE',
  'In-app',
] as const;
export type Browser = (typeof BROWSERS)[number];

export const SYSTEMS = [
  'Windows',
  'macOS',
  'iOS',
  'iPadOS',
  'Android',
  'Linux',
  'ChromeOS',
  'HarmonyOS',
  'KaiOS',
  'Tizen',
  'webOS',
] as const;
export type System = (typeof SYSTEMS)[number];

/** What a browser says of itself with a batch. */
export interface BrowserSlices {
  readonly viewport?: Viewport;
  readonly source?: Source;
  readonly visitor?: Visitor;
}

/** What the collector alone can know; in an import, what the history says. */
export interface CollectorSlices {
  /** ISO 3166-1 alpha-2, `ZZ` when unknown, or a bare top-level domain such as `.com` in old histories. */
  readonly country?: string;
  readonly device?: Device;
  readonly browser?: Browser;
  readonly os?: System;
}

export type Slices = BrowserSlices & CollectorSlices;
export type SliceKind = keyof Slices;

export const BROWSER_SLICE_KINDS = ['viewport', 'source', 'visitor'] as const satisfies SliceKind[];
export const SLICE_KINDS = [
  ...BROWSER_SLICE_KINDS,
  'device',
  'country',
  'browser',
  'os',
] as const satisfies SliceKind[];

const CLOSED: { readonly [kind in SliceKind]?: readonly string[] } = {
  viewport: VIEWPORTS,
  source: SOURCES,
  visitor: VISITORS,
  device: DEVICES,
  browser: BROWSERS,
  os: SYSTEMS,
};
const COUNTRY = /^(?:[A-Z]{2}|\.[a-z]{2,6})$/;

/** Whether `value` is one that a slice of this kind may have. */
export function isSliceValue(kind: SliceKind, value: unknown): value is string {
  if (typeof value !== 'string') return false;
  if (kind === 'country') return COUNTRY.test(value);
  return CLOSED[kind]?.includes(value) ?? false;
}

export const ALL = '*';

/** `device:phone`, as it is stored and asked for. */
export const sliceName = (kind: SliceKind, value: string): string => `${kind}:${value}`;

/** Reads `*` or `kind:value`; `null` when it is neither. */
export function parseSlice(text: string): { kind: SliceKind; value: string } | typeof ALL | null {
  if (text === ALL) return ALL;
  const colon = text.indexOf(':');
  const kind = SLICE_KINDS.find((known) => known === text.slice(0, colon));
  const value = text.slice(colon + 1);
  return kind !== undefined && isSliceValue(kind, value) ? { kind, value } : null;
}
