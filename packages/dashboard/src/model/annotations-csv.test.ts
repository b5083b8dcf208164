import { expect, it } from 'vitest';
import { annotationsCsv } from './annotations-csv.ts';

it('has a line for each, with what is written as text and by whom', () => {
  const csv = annotationsCsv([
    { kind: 'note', id: '1', day: '2026-11-03', text: '=1+1, "sale"', by: 'Mira', made: '2026-11-03' },
    { kind: 'statement', day: '2026-11-04', statement: 'c9f1d2a4' },
    {
      ...{ kind: 'layout', day: '2026-11-09', through: '2026-11-15', page: '/', label: 'Home', more: 0 },
      zones: [{ zone: 'hero', label: 'hero', viewport: null, change: 'gone', right: 0, down: 0 }],
    },
  ]);
  expect(csv.split('\r\n')).toEqual([
    'day,through,kind,by,text',
    `2026-11-03,2026-11-03,note,Mira,"'=1+1, ""sale"""`,
    '2026-11-04,2026-11-04,statement,,A statement of consent was published',
    '2026-11-09,2026-11-15,layout,,Layout of Home: hero is gone',
    '',
  ]);
});
