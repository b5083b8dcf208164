/** What happened as CSV. Pure. */
import { type Annotation, csvOf } from '@holloway/protocol';
import { annotationWords } from './annotations.ts';

/** Columns `day`, `through` (of what is told by week), `kind`, `by` (of notes), `text` in the language of the reader. */
export const annotationsCsv = (annotations: readonly Annotation[]): string =>
  csvOf(
    ['day', 'through', 'kind', 'by', 'text'],
    annotations.map((each) => [
      each.day,
      each.kind === 'layout' ? each.through : each.day,
      each.kind,
      each.kind === 'note' ? each.by : null,
      annotationWords(each),
    ]),
  );
