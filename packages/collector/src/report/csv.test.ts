import type { Report } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { parseCsv } from '../cli/csv.ts';
import { reportCsv } from './csv.ts';

const reportOf = (rows: readonly object[]): Report => ({ rows }) as unknown as Report;

const cellOf = (value: unknown): string => reportCsv(reportOf([{ value }])).split('\r\n')[1] ?? '';

describe('a report as CSV', () => {
  it('is a header line and a line a row, each ended by CRLF', () => {
    expect(
      reportCsv(
        reportOf([
          { page: '/a', views: 3 },
          { page: '/b', views: 0 },
        ]),
      ),
    ).toBe('page,views\r\n/a,3\r\n/b,0\r\n');
  });

  it('without rows is empty', () => {
    expect(reportCsv(reportOf([]))).toBe('');
  });

  it('leaves a field empty for null, which is not 0', () => {
    expect(
      reportCsv(
        reportOf([
          { a: null, b: 0, c: 1 },
          { a: 0, b: null, c: null },
        ]),
      ),
    ).toBe('a,b,c\r\n,0,1\r\n0,,\r\n');
  });

  it('joins the steps of a path', () => {
    expect(cellOf(['kettles', '(home)', 'pans'])).toBe('kettles > (home) > pans');
  });

  it.each([
    { text: 'plain', field: 'plain' },
    { text: 'a,b', field: '"a,b"' },
    { text: 'a "quoted" word', field: '"a ""quoted"" word"' },
    { text: 'two\nlines', field: '"two\nlines"' },
    { text: ' spaces ', field: ' spaces ' },
    { text: '', field: '' },
    { text: 'é€🙂', field: 'é€🙂' },
  ])('writes $text as $field', ({ text, field }) => {
    expect(reportCsv(reportOf([{ value: text }]))).toBe(`value\r\n${field}\r\n`);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '=HYPERLINK("https://evil.example","x")'])(
    'lets no spreadsheet run %s',
    (text) => {
      expect(cellOf(text).replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('lets no spreadsheet run a path that begins with a formula', () => {
    expect(cellOf(['=1+1', 'b', 'c'])).toBe("'=1+1 > b > c");
  });

  it('leaves numbers below zero as they are: they are no text', () => {
    expect(cellOf(-3)).toBe('-3');
  });

  it('can be read again by RFC 4180', () => {
    const rows = [{ a: 'x,"y"\nz', b: 'plain' }];
    expect(parseCsv(reportCsv(reportOf(rows)))).toEqual(rows);
  });
});
