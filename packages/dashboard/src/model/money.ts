/** Money in minor units, as it is written in the language of the reader. */
import { locale } from '../words/words.ts';

const formatters = new Map<string, Intl.NumberFormat | null>();

/** `null` for what is no currency, such as `(other)`. */
function formatterOf(currency: string): Intl.NumberFormat | null {
  const known = formatters.get(currency);
  if (known !== undefined) return known;
  const made = /^[A-Z]{3}$/.test(currency)
    ? new Intl.NumberFormat(locale(), { style: 'currency', currency })
    : null;
  formatters.set(currency, made);
  return made;
}

/**
 * `€1,234.50`; a dash where it is not told.
 * @param minor Hundredths of a euro, whole yen, thousandths of a dinar: as ISO 4217 has it.
 */
export function formatMoney(minor: number | null, currency: string): string {
  const formatter = formatterOf(currency);
  if (minor === null || formatter === null) return '–';
  const digits = formatter.resolvedOptions().maximumFractionDigits ?? 0;
  return formatter.format(minor / 10 ** digits);
}
