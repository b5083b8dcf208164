import { describe, expect, it } from 'vitest';
import { parseCsv } from './csv.ts';
import { CommandError } from './terminal.ts';

describe('a CSV file', () => {
  it.each([
    { what: 'lines that end with LF', text: 'a,b\n1,2\n3,4\n' },
    { what: 'lines that end with CRLF', text: 'a,b\r\n1,2\r\n3,4\r\n' },
    { what: 'a last line that does not end', text: 'a,b\n1,2\n3,4' },
    { what: 'a byte order mark', text: '\uFEFFa,b\n1,2\n3,4\n' },
    { what: 'spaces around the names of columns', text: ' a , b \n1,2\n3,4\n' },
    { what: 'empty lines', text: 'a,b\n\n1,2\n\n3,4\n\n' },
    { what: 'quotes around everything', text: '"a","b"\n"1","2"\n"3","4"\n' },
  ])('with $what is read as records by column', ({ text }) => {
    expect(parseCsv(text)).toEqual([
      { a: '1', b: '2' },
      { a: '3', b: '4' },
    ]);
  });

  it('may have commas, quotes and line breaks in quoted fields', () => {
    expect(parseCsv('a,b\n"x,y","a ""word""\nand more"\n')).toEqual([{ a: 'x,y', b: 'a "word"\nand more' }]);
  });

  it('keeps its last record when that ends with an empty field and nothing after it', () => {
    expect(parseCsv('a,b\n1,')).toEqual([{ a: '1', b: '' }]);
  });

  it('fills in columns that a record leaves out', () => {
    expect(parseCsv('a,b,c\n1\n')).toEqual([{ a: '1', b: '', c: '' }]);
  });

  it.each(['', '\n', 'a,b', 'a,b\n'])('%j has no records', (text) => {
    expect(parseCsv(text)).toEqual([]);
  });

  it.each(['a\n"never closed', 'a\n"closed"too soon\n', 'a\nx"y\n'])('%j is refused', (text) => {
    expect(() => parseCsv(text)).toThrow(CommandError);
  });
});
