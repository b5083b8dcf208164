/** Numbers, shares, durations and days as people read them. `null` is a dash: not measured is not 0. */
import type { Day } from '@holloway/protocol';

const LOCALE = 'en-GB';
const DASH = '–';

const whole = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const short = new Intl.NumberFormat(LOCALE, { notation: 'compact', maximumFractionDigits: 1 });

export const formatCount = (n: number | null): string => (n === null ? DASH : whole.format(n));

/** For axes: `12k`. */
export const formatShort = (n: number): string => short.format(n);

export const formatTenths = (n: number | null): string => (n === null ? DASH : tenth.format(n));

/** Two digits that say something: `0.4%`, `4.3%`, `43%`. What is neither none nor all never reads as such. */
export function formatShare(share: number | null): string {
  if (share === null) return DASH;
  if (share <= 0) return '0%';
  if (share < 0.001) return '<0.1%';
  if (share < 0.0995) return `${tenth.format(share * 100)}%`;
  if (share < 1 && share >= 0.995) return '>99%';
  return `${whole.format(share * 100)}%`;
}

/** `+8%`, `−3%`, `±0%`. */
export function formatChange(change: number | null): string {
  if (change === null) return DASH;
  const percent = Math.abs(change * 100);
  const text = percent < 9.95 ? tenth.format(percent) : whole.format(percent);
  if (text === '0.0') return '±0%';
  return `${change < 0 ? '−' : '+'}${text}%`;
}

export function formatDuration(ms: number | null): string {
  if (ms === null) return DASH;
  const seconds = Math.round(ms / 1000);
  if (seconds < 1) return '<1 s';
  if (seconds < 60) return `${seconds} s`;
  const rest = seconds % 60;
  return `${whole.format(Math.floor(seconds / 60))} min${rest === 0 ? '' : ` ${rest} s`}`;
}

const dayFormat = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: 'UTC' });
const dated = dayFormat({ day: 'numeric', month: 'short', year: 'numeric' });
const datedShort = dayFormat({ day: 'numeric', month: 'short' });
const datedLong = dayFormat({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });

const instant = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

export const formatDay = (day: Day): string => datedLong.format(instant(day));
export const formatDayShort = (day: Day): string => datedShort.format(instant(day));
export const formatDays = (from: Day, to: Day): string =>
  from === to ? dated.format(instant(from)) : dated.formatRange(instant(from), instant(to));

const moment = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short' });

/** An instant as ISO 8601, in the time of the reader. */
export const formatMoment = (iso: string): string => moment.format(Date.parse(iso));

let regions: Intl.DisplayNames | undefined;

/** ISO codes by name; old histories also have top-level domains that are of no country, such as `.com`. */
export function countryName(code: string): string {
  if (code === 'ZZ') return 'Unknown';
  if (code.startsWith('.')) return `Addresses under ${code}`;
  if (!/^[A-Z]{2}$/.test(code)) return code;
  regions ??= new Intl.DisplayNames(LOCALE, { type: 'region' });
  return regions.of(code) ?? code;
}

/** `1 visit`, `2,310 visits`. */
export const plural = (n: number, one: string, many = `${one}s`): string =>
  `${whole.format(n)} ${n === 1 ? one : many}`;
