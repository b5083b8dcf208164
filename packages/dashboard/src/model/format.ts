/** Numbers, shares, durations and days as people read them. `null` is a dash: not measured is not 0. */
import type { Day } from '@holloway/protocol';
import { inLocale, t } from '../words/words.ts';

const DASH = '–';

const numbers = (options: Intl.NumberFormatOptions): (() => Intl.NumberFormat) =>
  inLocale((of) => new Intl.NumberFormat(of, options));
const whole = numbers({ maximumFractionDigits: 0 });
const tenth = numbers({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
const short = numbers({ notation: 'compact', maximumFractionDigits: 1 });
const percent = numbers({ style: 'percent', maximumFractionDigits: 0 });
const percentTenth = numbers({ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });

export const formatCount = (n: number | null): string => (n === null ? DASH : whole().format(n));

/** For axes: `12k`. */
export const formatShort = (n: number): string => short().format(n);

export const formatTenths = (n: number | null): string => (n === null ? DASH : tenth().format(n));

/** Two digits that say something: `0.4%`, `4.3%`, `43%`. What is neither none nor all never reads as such. */
export function formatShare(share: number | null): string {
  if (share === null) return DASH;
  if (share <= 0) return percent().format(0);
  if (share < 0.001) return `<${percentTenth().format(0.001)}`;
  if (share < 0.0995) return percentTenth().format(share);
  if (share < 1 && share >= 0.995) return `>${percent().format(0.99)}`;
  return percent().format(share);
}

/** `+8%`, `−3%`, `±0%`. */
export function formatChange(change: number | null): string {
  if (change === null) return DASH;
  const size = Math.abs(change);
  if (size < 0.0005) return `±${percent().format(0)}`;
  return `${change < 0 ? '−' : '+'}${(size < 0.0995 ? percentTenth() : percent()).format(size)}`;
}

/** A difference of shares in points: `+1.9`, `−12.0`, `±0.0`. */
export function formatPoints(difference: number): string {
  const points = tenth().format(Math.abs(difference) * 100);
  const sign = Math.abs(difference) < 0.0005 ? '±' : difference < 0 ? '−' : '+';
  return `${sign}${points}`;
}

export function formatDuration(ms: number | null): string {
  if (ms === null) return DASH;
  const seconds = Math.round(ms / 1000);
  if (seconds < 1) return '<1 s';
  if (seconds < 60) return `${seconds} s`;
  const rest = seconds % 60;
  return `${whole().format(Math.floor(seconds / 60))} min${rest === 0 ? '' : ` ${rest} s`}`;
}

const dayFormat = (options: Intl.DateTimeFormatOptions): (() => Intl.DateTimeFormat) =>
  inLocale((of) => new Intl.DateTimeFormat(of, { ...options, timeZone: 'UTC' }));
const dated = dayFormat({ day: 'numeric', month: 'short', year: 'numeric' });
const datedShort = dayFormat({ day: 'numeric', month: 'short' });
const datedLong = dayFormat({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });

const instant = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

export const formatDay = (day: Day): string => datedLong().format(instant(day));
export const formatDayShort = (day: Day): string => datedShort().format(instant(day));
export const formatDays = (from: Day, to: Day): string =>
  from === to ? dated().format(instant(from)) : dated().formatRange(instant(from), instant(to));

const moment = inLocale((of) => new Intl.DateTimeFormat(of, { dateStyle: 'medium', timeStyle: 'short' }));

/** An instant as ISO 8601, in the time of the reader. */
export const formatMoment = (iso: string): string => moment().format(Date.parse(iso));

const regions = inLocale((of) => new Intl.DisplayNames(of, { type: 'region' }));

/** ISO codes by name; old histories also have top-level domains that are of no country, such as `.com`. */
export function countryName(code: string): string {
  if (code === 'ZZ') return t('Unknown');
  if (code.startsWith('.')) return t('Addresses under {domain}', { domain: code });
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return regions().of(code) ?? code;
}
