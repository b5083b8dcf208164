/** RFC 4180: a header line, then records; quoted fields may hold commas, quotes and line breaks. */
import { CommandError } from './terminal.ts';

/** @throws CommandError where a quoted field does not end as it should. */
export function parseCsv(text: string): { [column: string]: string }[] {
  const rows: string[][] = [];
  let row: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  const body = text.replace(/^\uFEFF/, '');
  while (field.lastIndex < body.length) {
    const match = field.exec(body);
    if (match === null) throw new CommandError(`a quoted field of record ${rows.length + 1} is not closed`);
    const [, quoted, plain = '', end] = match;
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    if (row.some((value) => value !== '')) rows.push(row);
    row = [];
  }
  // After a last comma stands one more field, empty, that no line break ends.
  if (row.some((value) => value !== '')) rows.push(row);
  const [header = [], ...records] = rows;
  return records.map((values) =>
    Object.fromEntries(header.map((column, i) => [column.trim(), values[i] ?? ''])),
  );
}
