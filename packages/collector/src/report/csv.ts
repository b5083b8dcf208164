/** A report as CSV: its rows. */
import { type CsvField, csvOf, type Report } from '@holloway/protocol';

function fieldOf(value: unknown): CsvField {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return value;
  return Array.isArray(value) ? value.join(' > ') : String(value);
}

/** A header line and a line a row; without rows, nothing. `null` is an empty field. */
export function reportCsv({ rows }: Report): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => columns.map((column) => fieldOf(row[column as keyof typeof row])));
  return rows.length === 0 ? '' : csvOf(columns, lines);
}
