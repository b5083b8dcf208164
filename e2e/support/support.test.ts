import { describe, expect, it } from 'vitest';
import { parseCsv } from './csv.ts';
import { seededRandom, shuffled } from './random.ts';

describe('the CSV reader of the tests', () => {
  it.each([
    {
      text: 'a,b\r\n1,2\r\n',
      rows: [
        ['a', 'b'],
        ['1', '2'],
      ],
    },
    {
      text: 'a,b\n1,\n',
      rows: [
        ['a', 'b'],
        ['1', ''],
      ],
    },
    { text: 'a\n"x, ""y""\nz"\n', rows: [['a'], ['x, "y"\nz']] },
    {
      text: 'a,b\n1,',
      rows: [
        ['a', 'b'],
        ['1', ''],
      ],
    },
    { text: '', rows: [] },
  ])('reads $text', ({ text, rows }) => {
    expect(parseCsv(text)).toEqual(rows);
  });

  it('refuses a quote that is never closed', () => {
    expect(() => parseCsv('a\n"x')).toThrow('not CSV at character 2');
  });
});

describe('the seeded shuffle', () => {
  it('gives the same order for the same seed, and another for another', () => {
    const numbers = [1, 2, 3, 4, 5, 6, 7, 8];
    expect(shuffled(numbers, seededRandom(7))).toEqual(shuffled(numbers, seededRandom(7)));
    expect(shuffled(numbers, seededRandom(7))).not.toEqual(shuffled(numbers, seededRandom(8)));
  });

  it('keeps every value once', () => {
    expect(shuffled([1, 2, 3, 4, 5], seededRandom(1)).sort()).toEqual([1, 2, 3, 4, 5]);
  });
});
