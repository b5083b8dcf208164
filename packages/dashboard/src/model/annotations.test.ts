import type { Annotation } from '@holloway/protocol';
import { expect, it } from 'vitest';
import { annotationWords, dayMarks, shownOf } from './annotations.ts';

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
  [
    { kind: 'experiment', day, experiment: 'hero', title: 'A promise', what: 'started' },
    'Layout test “A promise” began',
  ],
  [
    { kind: 'experiment', day, experiment: 'hero', title: 'A promise', what: 'stopped' },
    'Layout test “A promise” ended',
  ],
  [
    {
      ...{ kind: 'experiment', day, experiment: 'hero', title: 'A promise' },
      ...{ what: 'decided', arm: 'b', verdict: 'better' },
    },
    'Layout test “A promise” is decided: b is better',
  ],
  [
    {
      ...{ kind: 'layout', day, through: '2026-11-09', page: '/', label: 'Home', more: 0 },
      zones: [{ zone: 'hero', label: 'Head', viewport: null, change: 'moved', right: 0, down: 304 }],
    },
    'Layout of Home: Head moved 304 px down',
  ],
])('words what happened: %j', (annotation, words) => {
  expect(annotationWords(annotation)).toBe(words);
});

it('marks each day once, by hand or automatic or both, with all that happened', () => {
  const marks = dayMarks(
    [note('Sale began'), { kind: 'statement', day, statement: 'c9f1d2a4' }, note('Snow', '2026-11-05')],
    { from: day, to: '2026-11-30' },
  );
  expect([...marks]).toEqual([
    [day, { byHand: true, automatic: true, text: 'Sale began · A statement of consent was published' }],
    ['2026-11-05', { byHand: true, automatic: false, text: 'Snow' }],
  ]);
});

it('marks what began before the days of the chart on the first of them', () => {
  const marks = dayMarks([note('Sale began', '2026-11-01')], { from: day, to: '2026-11-30' });
  expect([...marks.keys()]).toEqual([day]);
});

it('shows all, or what people wrote alone', () => {
  const both: Annotation[] = [note('Sale began'), { kind: 'statement', day, statement: 'c9f1d2a4' }];
  expect(shownOf(both, 'all')).toEqual(both);
  expect(shownOf(both, 'notes')).toEqual([note('Sale began')]);
});
