/** A catalogue as a table of `kind,text,label,category`, read in the browser before it is sent. Pure. */
import type { CatalogueEntry, Issue } from '@holloway/protocol';
import { t } from '../words/words.ts';

const COLUMNS = ['kind', 'text', 'label', 'category'];

type Read =
  | { readonly ok: true; readonly entries: readonly CatalogueEntry[] }
  | { readonly ok: false; readonly issue: Issue };

/** @returns Rows of fields by RFC 4180; `null` where a quote stands where none may be, or is never closed. */
function rowsOf(text: string): string[][] | null {
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|$)/y;
  const rows: string[][] = [];
  let row: string[] = [];
  while (field.lastIndex < text.length || row.length > 0) {
    const match = field.exec(text);
    if (match === null) return null;
    const [, quoted, plain = '', end] = match;
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows.filter((fields) => fields.some((value) => value !== ''));
}

/** @returns Entries with what stands in the table, which the collector judges; or why it is no such table. */
export function readCatalogue(text: string): Read {
  const [head, ...rows] = rowsOf(text.replace(/^\uFEFF/, '')) ?? [];
  const field = 'file';
  if (head === undefined)
    return { ok: false, issue: { field, rule: t('must be a table of comma-separated values') } };
  if (head.some((name) => !COLUMNS.includes(name)) || !['kind', 'text'].every((name) => head.includes(name)))
    return {
      ok: false,
      issue: {
        field,
        rule: t('must have the columns {columns} in its first line', { columns: COLUMNS.join(', ') }),
      },
    };
  if (rows.length === 0) return { ok: false, issue: { field, rule: t('must have a line below the first') } };
  const entries = rows.map((row) =>
    Object.fromEntries(head.flatMap((name, at) => (row[at] ? [[name, row[at]]] : []))),
  );
  // What kinds and texts there may be is for the collector to say.
  return { ok: true, entries: entries as unknown as readonly CatalogueEntry[] };
}
