import { expect, it } from 'vitest';
import { readOrder, writeOrder } from './table-order.ts';

it('is read of the table that is asked for', () => {
  const said = ['zones.exposure', 'slots.-clickRate'];
  expect(readOrder(said, 'zones')).toEqual({ column: 'exposure', descending: false });
  expect(readOrder(said, 'slots')).toEqual({ column: 'clickRate', descending: true });
});

it('is none of a table that nothing is said of', () => {
  expect(readOrder(['zones.exposure', 'nonsense'], 'zone')).toBe(null);
  expect(readOrder([], 'zones')).toBe(null);
});

it('is written in place of what was said of the table, and of no other', () => {
  const said = ['zones.exposure', 'slots.-clickRate'];
  expect(writeOrder(said, 'zones', { column: 'views', descending: true })).toEqual([
    'slots.-clickRate',
    'zones.-views',
  ]);
});
