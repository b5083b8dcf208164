import type { FindRow } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { shelfTotals, shelves } from './shelves.ts';

const find = (over: Partial<FindRow>): FindRow => ({
  item: 'swan',
  tried: 'kettles/gooseneck',
  found: 'kettles/gooseneck',
  route: 'direct',
  n: 10,
  people: 10,
  ...over,
});

describe('the shelves', () => {
  it('tell of each product where it was looked for first, those found most first', () => {
    const all = shelves([
      find({ item: 'cup', n: 5 }),
      find({ n: 30 }),
      find({ tried: 'coffee', route: 'detour', n: 12 }),
      find({ tried: 'sale', route: 'detour', n: 20 }),
    ]);
    expect(all.map(({ item }) => item)).toEqual(['swan', 'cup']);
    expect(all[0]).toEqual({
      item: 'swan',
      found: 'kettles/gooseneck',
      finds: 62,
      rightFirst: 30,
      direct: 30,
      known: 62,
      elsewhere: [
        { tried: 'sale', n: 20 },
        { tried: 'coffee', n: 12 },
      ],
    });
  });

  it('take directness of those alone whose way is known', () => {
    const [shelf] = shelves([find({ n: 10 }), find({ route: null, n: 90 })]);
    expect(shelf).toMatchObject({ finds: 100, rightFirst: 100, direct: 10, known: 10 });
  });

  it('name the category in which most found it, where it stands in several', () => {
    const [shelf] = shelves([find({ found: 'sale', tried: 'sale', n: 11 }), find({ n: 10 })]);
    expect(shelf).toMatchObject({ found: 'sale', finds: 21, rightFirst: 21, elsewhere: [] });
  });

  it('add up', () => {
    expect(
      shelfTotals(shelves([find({ n: 30 }), find({ item: 'cup', tried: 'sale', route: 'detour', n: 10 })])),
    ).toEqual({
      finds: 40,
      rightFirst: 30,
      direct: 30,
      known: 40,
    });
    expect(shelfTotals([])).toEqual({ finds: 0, rightFirst: 0, direct: 0, known: 0 });
  });
});
