import { describe, expect, it } from 'vitest';
import { createStore } from '../storage.ts';
import { readLedger } from './kept-ledger.ts';

const DAY = 20_000;

/** @param refuses Whether storage has no room under a key. */
function browser(refuses: (key: string) => boolean = () => false) {
  const values = new Map<string, string>();
  const written: string[] = [];
  const store = createStore(
    () =>
      ({
        getItem: (key: string) => values.get(key) ?? null,
        setItem(key: string, value: string) {
          if (refuses(key)) throw new DOMException('full', 'QuotaExceededError');
          written.push(key);
          values.set(key, value);
        },
        removeItem: (key: string) => void values.delete(key),
      }) as Partial<Storage> as Storage,
  );
  /** Counts in these cells, on one page. */
  const count = (day: number, ...cells: string[]) => {
    const ledger = readLedger(store);
    const firsts = cells.map((cell) => ledger.count(cell, day));
    return { firsts, isKept: ledger.keep() };
  };
  return { values, written: () => written.splice(0), count };
}

describe('the ledger that is kept', () => {
  it('is the same on the next page, and on the next day', () => {
    const { count } = browser();
    expect(count(DAY, 'a')).toEqual({ firsts: [2], isKept: true });
    expect(count(DAY, 'a', 'b')).toEqual({ firsts: [0, 2], isKept: true });
    expect(count(DAY + 1, 'a', 'c')).toEqual({ firsts: [1, 2], isKept: true });
    expect(count(DAY + 1, 'a', 'b', 'c')).toEqual({ firsts: [0, 1, 0], isKept: true });
  });

  it('is written under two keys, the larger once a day', () => {
    const { count, written } = browser();
    count(DAY, 'a');
    expect(written()).toEqual(['holloway.earlier', 'holloway.ledger']);
    count(DAY, 'b');
    expect(written()).toEqual(['holloway.ledger']);
    count(DAY, 'a', 'b');
    expect(written()).toEqual([]);
    count(DAY + 1, 'a');
    expect(written()).toEqual(['holloway.earlier', 'holloway.ledger']);
  });

  it('is not written where nobody asks it', () => {
    const { count, written } = browser();
    expect(count(DAY)).toEqual({ firsts: [], isKept: true });
    expect(written()).toEqual([]);
  });

  it.each(['holloway.earlier', 'holloway.ledger'])('says so where %s cannot be stored', (key) => {
    let isFull = false;
    const { count } = browser((name) => isFull && name === key);
    count(DAY, 'a');
    isFull = true;
    expect(count(DAY + 1, 'a', 'b')).toEqual({ firsts: [1, 2], isKept: false });
    expect(count(DAY + 1, 'a', 'b')).toEqual({ firsts: [1, 2], isKept: false });
    isFull = false;
    expect(count(DAY + 1, 'a', 'b').isKept).toBe(true);
    expect(count(DAY + 1, 'a', 'b').firsts).toEqual([0, 0]);
    expect(count(DAY + 27, 'a').firsts).toEqual([1]);
  });

  it.each([
    {
      says: 'of an older form',
      stored: { 'holloway.ledger': '[[3826002220,20000,20000],[-1,20000,20000]]' },
    },
    {
      says: 'broken',
      stored: { 'holloway.ledger': '{"v":2,', 'holloway.earlier': '{"others":{},"lost":[]}' },
    },
    {
      says: 'without what was counted before',
      stored: { 'holloway.ledger': '{"v":2,"day":20000,"again":"","first":""}' },
    },
    {
      says: 'broken in its earlier part',
      stored: {
        'holloway.ledger': '{"v":2,"day":20000,"again":"","first":""}',
        'holloway.earlier': '{"others":',
      },
    },
    { says: 'without what today counts', stored: { 'holloway.earlier': '{"others":{},"lost":[]}' } },
  ])('counts nothing for 28 days where what is stored is $says', ({ stored }) => {
    const { values, count } = browser();
    for (const [key, value] of Object.entries(stored)) values.set(key, value);
    expect([0, 1, 27, 28, 29].map((days) => count(DAY + days, 'a').firsts)).toEqual([
      [0],
      [0],
      [0],
      [2],
      [1],
    ]);
  });
});
