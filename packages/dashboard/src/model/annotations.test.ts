import type { Annotation } from '@holloway/protocol';
import { expect, it } from 'vitest';
import { annotationWords, dayMarks } from './annotations.ts';

const day = '2026-11-03';
const note = (text: string, of = day): Annotation => ({
  kind: 'note',
  id: text,
  day: of,
  text,
  by: 'Mira',
  made: of,
});

it.each<[Annotation, string]>([
  [note('Sale began'), 'Sale began'],
  [{ kind: 'statement', day, statement: 'c9f1d2a4' }, 'A statement of consent was published'],
  [
    { kind: 'settings', day, settings: ['k', 'routes'] },
    'Settings were changed: browsers behind a number, routes',
  ],
  [{ kind: 'catalogue', day, added: 12, changed: 0 }, 'Catalogue: 12 new names'],
  [{ kind: 'catalogue', day, added: 1, changed: 2 }, 'Catalogue: 1 new name, 2 names changed'],
])('words what happened: %j', (annotation, words) => {
  expect(annotationWords(annotation)).toBe(words);
});

it('marks each day once, by hand or automatic or both, with all that happened', () => {
  const marks = dayMarks([
    note('Sale began'),
    { kind: 'statement', day, statement: 'c9f1d2a4' },
    note('Snow', '2026-11-05'),
  ]);
  expect([...marks]).toEqual([
    [day, { byHand: true, automatic: true, text: 'Sale began · A statement of consent was published' }],
    ['2026-11-05', { byHand: true, automatic: false, text: 'Snow' }],
  ]);
});
