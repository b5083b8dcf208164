/** What happened as CSV, as the collector writes reports: RFC 4180, and nothing that a spreadsheet would run. Pure. */
import type { Annotation } from '@holloway/protocol';
import { annotationWords } from './annotations.ts';

const FORMULA = /^[=+\-@\t\r]/;

function field(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Columns `day`, `through` (of what is told by week), `kind`, `by` (of notes), `text` in the language of the reader. */
export function annotationsCsv(annotations: readonly Annotation[]): string {
  const lines = annotations.map((each) => [
    each.day,
    each.kind === 'layout' ? each.through : each.day,
    each.kind,
    each.kind === 'note' ? (each.by ?? '') : '',
    annotationWords(each),
  ]);
  return [['day', 'through', 'kind', 'by', 'text'], ...lines]
    .map((cells) => `${cells.map(field).join(',')}\r\n`)
    .join('');
}
