/**
 * CSV as the collector writes reports and the dashboard what it works out of them: RFC 4180. Texts that a spreadsheet would run
 * as a formula are quoted as text.
 */

/** `null` is an empty field. */
export type CsvField = string | number | null;

const FORMULA = /^[=+\-@\t\r]/;

function written(value: CsvField): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A line for the names of the columns, and one for each row. */
export const csvOf = (columns: readonly string[], rows: readonly (readonly CsvField[])[]): string =>
  [columns, ...rows].map((fields) => `${fields.map(written).join(',')}\r\n`).join('');
