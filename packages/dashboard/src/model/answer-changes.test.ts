import type { PreferenceRow } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { answerLine, answerShifts } from './answer-changes.ts';

const colour = (value: string, people: number, key = 'colour'): PreferenceRow => ({
  ...{ key, value, n: people + 3, people },
});

describe('a shift of answers', () => {
  it('is told where it is more than chance, the furthest first', () => {
    const before = [colour('sage', 400), colour('ink', 400), colour('clay', 200)];
    const now = [colour('sage', 560), colour('ink', 260), colour('clay', 180)];
    const shifts = answerShifts('colour', before, now);
    expect(shifts.map(({ key, before: was, after }) => [key, was, after])).toEqual([
      ['sage', 0.4, 0.56],
      ['ink', 0.4, 0.26],
    ]);
  });

  it('is none where a handful answered otherwise, nor from answers to another question', () => {
    expect(
      answerShifts('colour', [colour('sage', 10), colour('ink', 10)], [colour('sage', 12), colour('ink', 8)]),
    ).toEqual([]);
    const other = [colour('sage', 900, 'style'), colour('ink', 100, 'style')];
    expect(
      answerShifts(
        'colour',
        [colour('sage', 10), colour('ink', 10)],
        [colour('sage', 10), colour('ink', 10), ...other],
      ),
    ).toEqual([]);
  });
});

it('is none where another answer waited on one side: of the others alone nothing moved', () => {
  const before = [colour('sage', 300), colour('ink', 300)];
  const now = [colour('sage', 300), colour('ink', 300), colour('clay', 190)];
  expect(answerShifts('colour', before, now)).toEqual([]);
});

describe('the line of an answer', () => {
  const sage = { key: 'colour', value: 'sage' };

  it('is its share of what all parts tell, and nothing where too few answered', () => {
    const parts = [
      [colour('sage', 10), colour('ink', 10)],
      [colour('sage', 5), colour('ink', 10)],
      [colour('sage', 30), colour('ink', 10), colour('clay', 11)],
      [colour('sage', 20), colour('ink', 20), colour('retro', 90, 'style')],
    ];
    expect(answerLine(sage, parts)).toEqual([0.5, null, 0.75, 0.5]);
    expect(answerLine({ key: 'colour', value: 'clay' }, parts)).toEqual([]);
  });

  it('is none of fewer than three parts', () => {
    const part = [colour('sage', 20), colour('ink', 20)];
    expect(answerLine(sage, [part, part])).toEqual([]);
  });
});
