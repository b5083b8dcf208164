/** A report as CSV: its rows, in RFC 4180 form. Texts that a spreadsheet would run as a formula are quoted as text. */
import type { Report } from '@holloway/protocol';

const FORMULA = /^[=+\-@\t\r]/;

function field(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = Array.isArray(value) ? value.join(' > ') : String(value);
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A header line and a line a row; without rows, nothing. `null` is an empty field. */
export function reportCsv({ rows }: Report): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => columns.map((column) => field(row[column as keyof typeof row])).join(','));
  return rows.length === 0 ? '' : `${[columns.join(','), ...lines].join('\r\n')}\r\n`;
}
