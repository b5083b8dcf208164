import { expect, it } from 'vitest';
import { valueShares } from './values.ts';

const rows = [
  { value: 'DE', n: 20, people: 18 },
  { value: 'IT', n: 60, people: 50 },
];

it('tells shares of all that was counted, also of what waits, most first', () => {
  expect(valueShares(rows, 100).map(({ value, share }) => [value, share])).toEqual([
    ['IT', 0.6],
    ['DE', 0.2],
  ]);
});

it('never tells more than all', () => {
  expect(valueShares(rows, 0).map(({ share }) => share)).toEqual([0.75, 0.25]);
});
