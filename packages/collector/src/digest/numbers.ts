/** Numbers, shares, money and days as a language writes them. Pure. */
import type { DaysShown } from '@holloway/protocol';

export interface Numbers {
  count(n: number): string;
  /** Two digits that say something: `0.4%`, `43%`. */
  share(share: number): string;
  /** `+8%`, `−3.2%`, `±0%`. */
  change(change: number): string;
  /** A difference of shares: `+1.9`. */
  points(difference: number): string;
  /** Minor units, as ISO 4217 has them. */
  money(minor: number, currency: string): string;
  days(days: DaysShown): string;
}

const SMALL = 0.0995;
const NONE = 0.0005;

export function createNumbers(locale: string): Numbers {
  const numbers = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options);
  const whole = numbers({ maximumFractionDigits: 0 });
  const tenth = numbers({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const percent = numbers({ style: 'percent', maximumFractionDigits: 0 });
  const percentTenth = numbers({ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const dates = new Intl.DateTimeFormat(locale, {
    ...({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const),
  });
  const sized = (size: number): string => (size < SMALL ? percentTenth : percent).format(size);
  const signOf = (value: number): string => (Math.abs(value) < NONE ? '±' : value < 0 ? '−' : '+');
  return {
    count: (n) => whole.format(n),
    share: (share) => (share <= 0 ? percent.format(0) : sized(share)),
    change: (change) =>
      `${signOf(change)}${Math.abs(change) < NONE ? percent.format(0) : sized(Math.abs(change))}`,
    points: (difference) => `${signOf(difference)}${tenth.format(Math.abs(difference) * 100)}`,
    money(minor, currency) {
      const format = numbers({ style: 'currency', currency });
      return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 0));
    },
    // Some mail programs show a thin space as a box.
    days: ({ from, to }) => dates.formatRange(Date.parse(from), Date.parse(to)).replaceAll('\u2009', ' '),
  };
}
