import { describe, expect, it } from 'vitest';
import { none, told } from '../../test/shown.ts';
import { findRows, searchRows } from './search-rows.ts';

describe('the rows of searches', () => {
  it('put what became of a term into one row, the most asked first', () => {
    expect(
      searchRows(
        {
          asked: told([['kettle'], 30], [['kettel'], 40]),
          empty: told([['kettel'], 38]),
          clicked: told([['kettle'], 22]),
        },
        told([['kettel', 'kettle'], 12], [['kettel', 'gooseneck'], 10]),
      ),
    ).toEqual([
      { term: 'kettel', asked: 40, empty: 38, clicked: null, refined: 22 },
      { term: 'kettle', asked: 30, empty: null, clicked: 22, refined: null },
    ]);
  });

  it('do not name a term that was refined alone: its refinements have a report of their own', () => {
    expect(searchRows({ asked: none, empty: none, clicked: none }, told([['kettel', 'kettle'], 12]))).toEqual(
      [],
    );
  });
});

describe('the rows of finds', () => {
  it('tell where a product was looked for and where it was found, the most frequent first', () => {
    expect(
      findRows(
        told(
          [['K1', 'kettles', 'kettles', 'direct'], 12],
          [['K1', 'pans', 'kettles', 'detour'], 30, { people: 25 }],
          [['K1', 'pans', '(other)', '(other)'], 10],
        ),
      ),
    ).toEqual([
      { item: 'K1', tried: 'pans', found: 'kettles', route: 'detour', n: 30, people: 25 },
      { item: 'K1', tried: 'kettles', found: 'kettles', route: 'direct', n: 12, people: 12 },
      { item: 'K1', tried: 'pans', found: '(other)', route: null, n: 10, people: 10 },
    ]);
  });
});
