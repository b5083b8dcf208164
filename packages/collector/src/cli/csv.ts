/** RFC 4180: a header line, then records; quoted fields may hold commas, quotes and line breaks. */
export function parseCsv(text: string): { [column: string]: string }[] {
  const rows: string[][] = [];
  let row: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  const body = text.replace(/^\uFEFF/, '');
  while (field.lastIndex < body.length) {
    const match = field.exec(body);
    if (match === null) throw new SyntaxError(`a field of record ${rows.length + 1} is not closed`);
    const [, quoted, plain = '', end] = match;
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    if (row.some((value) => value !== '')) rows.push(row);
    row = [];
  }
  const [header = [], ...records] = rows;
  return records.map((values) =>
    Object.fromEntries(header.map((column, i) => [column.trim(), values[i] ?? ''])),
  );
}
