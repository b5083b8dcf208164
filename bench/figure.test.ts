import { describe, expect, it } from 'vitest';
import { type Figure, tableOf, verdictOf } from './figure.ts';

const figure = (given: Partial<Figure>): Figure => ({ name: 'a ratio', value: 5, unit: '', ...given });

describe('a figure', () => {
  it.each<{ given: Partial<Figure>; verdict: string; why: string }>([
    { given: {}, verdict: '', why: 'it has no budget' },
    { given: { budget: 5 }, verdict: 'ok', why: 'a budget may be used up' },
    { given: { budget: 4 }, verdict: 'MISSED', why: 'it was measured once and is above' },
    { given: { budget: 4, lowest: 4.1 }, verdict: 'MISSED', why: 'every round is above' },
    {
      given: { budget: 4, lowest: 3.9 },
      verdict: 'above',
      why: 'one round is not above, so it may be noise',
    },
    { given: { value: 0, budget: 0 }, verdict: 'ok', why: 'nothing is within nothing' },
  ])('is judged "$verdict" because $why', ({ given, verdict }) => {
    expect(verdictOf(figure(given))).toBe(verdict);
  });

  it('is printed with three digits, its budget and what else is known', () => {
    expect(
      tableOf([
        figure({ value: 4.5678, budget: 5, detail: '4.1 to 4.9' }),
        { name: 'rate', value: 1234.5, unit: 'a second' },
      ]),
    ).toBe(
      [
        '| figure  | measured       | budget |    | detail     |',
        '| ------- | -------------- | ------ | -- | ---------- |',
        '| a ratio | 4.57           | 5      | ok | 4.1 to 4.9 |',
        '| rate    | 1,235 a second |        |    |            |',
      ].join('\n'),
    );
  });
});
