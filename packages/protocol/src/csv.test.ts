import { expect, it } from 'vitest';
import { csvOf } from './csv.ts';

it('has the names of the columns, and a line for each row', () => {
  expect(csvOf(['of', 'n'], [['kettles', 12]])).toBe('of,n\r\nkettles,12\r\n');
  expect(csvOf(['of', 'n'], [])).toBe('of,n\r\n');
});

it('has nothing for what is not known', () => {
  expect(csvOf(['of', 'n'], [['kettles', null]])).toBe('of,n\r\nkettles,\r\n');
});

it('quotes what would end a field or a line', () => {
  expect(csvOf(['of'], [['a, "b"\nc']])).toBe('of\r\n"a, ""b""\nc"\r\n');
});

it.each(['=1+1', '+1', '-1', '@sum'])('leaves no text that a spreadsheet would run: %s', (text) => {
  expect(csvOf(['of'], [[text]])).toBe(`of\r\n'${text}\r\n`);
});

it('leaves numbers below nought as they are', () => {
  expect(csvOf(['change'], [[-0.25]])).toBe('change\r\n-0.25\r\n');
});
