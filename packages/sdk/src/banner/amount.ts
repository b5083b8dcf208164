/** Numbers, durations and days as people write them, by `Intl`: none of it is worded by us. */
import { type Day, fillIn, type Language, type PluralMessage } from '@holloway/protocol';

/** `30 days`, `6 months`, `1,204 bytes`. */
export const amount = (language: Language, n: number, unit: 'day' | 'month' | 'byte'): string =>
  new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(n);

/** `23 November 2026`: a day is the same in every time zone. */
export const longDay = (language: Language, day: Day): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));

export const plural = (language: Language, message: PluralMessage, n: number): string =>
  fillIn(message[new Intl.PluralRules(language).select(n)] ?? message.other, {
    n: n.toLocaleString(language),
  });
