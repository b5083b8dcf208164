import type { FindRow } from '@holloway/protocol';
import { describe, expect, it } from 'vitest';
import { wrongShelves } from './wrong-shelf.ts';

const find = (item: string, tried: string, found: string, n: number): FindRow => ({
  item,
  tried,
  found,
  route: tried === found ? 'direct' : 'detour',
  n,
  people: n,
});

/** Five kettles, each found 200 times where it is, and 12 times after a look at the pots. */
const kettles = [1, 2, 3, 4, 5].flatMap((number) => [
  find(`kettle ${number}`, 'kettles', 'kettles', 200),
  find(`kettle ${number}`, 'pots', 'kettles', 12),
]);

describe('a wrong shelf', () => {
  it('is one where an item is looked for more often than its neighbours are', () => {
    const rows = [
      ...kettles,
      find('samovar', 'kettles', 'kettles', 150),
      find('samovar', 'pots', 'kettles', 60),
    ];
    const [shelf, ...others] = wrongShelves(rows, 10);
    expect(others).toEqual([]);
    expect(shelf).toMatchObject({ item: 'samovar', tried: 'pots', found: 'kettles', wrong: 60, finds: 210 });
    // By hand: (5 x 12 + 1) of 1,060 finds, of 210.
    expect(shelf?.expected).toBeCloseTo((61 / 1060) * 210, 8);
    expect(shelf?.ratio.low).toBeGreaterThan(1);
  });

  it('is one for each of several that stand together: they do not excuse each other', () => {
    const rows = [
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].flatMap((number) => [
        find(`kettle ${number}`, 'kettles', 'kettles', 80 + number),
        find(`kettle ${number}`, 'pots', 'kettles', number % 3),
      ]),
      ...['samovar', 'urn'].flatMap((item) => [
        find(item, 'kettles', 'kettles', 45),
        find(item, 'pots', 'kettles', 40),
      ]),
    ].filter(({ n }) => n > 0);
    expect(
      wrongShelves(rows, 1)
        .map(({ item }) => item)
        .sort(),
    ).toEqual(['samovar', 'urn']);
  });

  it('has for neighbours all of the uppermost category, in whose list a product is found too', () => {
    const rows = [
      ...kettles,
      find('samovar', 'kettles', 'kettles/gooseneck', 150),
      find('samovar', 'pots', 'kettles/gooseneck', 60),
    ];
    expect(wrongShelves(rows, 10).map(({ item, found, shelf }) => [item, found, shelf])).toEqual([
      ['samovar', 'kettles/gooseneck', 'kettles'],
    ]);
  });

  it('is none where all of a category are looked for there', () => {
    expect(wrongShelves(kettles, 10)).toEqual([]);
  });

  it('is none where neighbours differ by chance, nor where the difference is too small to act on', () => {
    const rows = [
      ...kettles,
      find('big', 'kettles', 'kettles', 20_000),
      find('big', 'pots', 'kettles', 1600),
    ];
    expect(wrongShelves(rows, 10)).toEqual([]);
  });

  it('is none where a visitor looked closer into the right category', () => {
    const rows = [
      ...kettles,
      find('narrow', 'kettles', 'kettles/gooseneck', 90),
      find('narrow', 'kettles/gooseneck', 'kettles/gooseneck', 90),
      find('other', 'kettles/gooseneck', 'kettles/gooseneck', 90),
    ];
    expect(wrongShelves(rows, 10)).toEqual([]);
  });

  it('is no type of page: the search, the home page, and what has no name are no shelves', () => {
    const rows = ['(search)', '(home)', '(other)'].map((tried) => find('samovar', tried, 'kettles', 300));
    expect(wrongShelves([...kettles, find('samovar', 'kettles', 'kettles', 50), ...rows], 10)).toEqual([]);
  });

  it('takes what neighbours do not show as up to k - 1, not as 0', () => {
    // Of 60 finds each, 9 in the pots may be hidden: a sixth. Then 14 of 74 is nothing.
    const small = [1, 2, 3].map((number) => find(`small ${number}`, 'kettles', 'kettles', 60));
    const rows = [
      ...small,
      find('samovar', 'kettles', 'kettles', 60),
      find('samovar', 'pots', 'kettles', 14),
    ];
    const [shown] = wrongShelves(rows, 1);
    expect(shown?.item).toBe('samovar');
    expect(shown?.expected).toBeLessThan(wrongShelves(rows, 10)[0]?.expected ?? Number.POSITIVE_INFINITY);
  });

  it('needs neighbours: of a category with one product nothing is usual', () => {
    expect(wrongShelves([find('a', 'pots', 'kettles', 90), find('a', 'kettles', 'kettles', 90)], 10)).toEqual(
      [],
    );
  });

  it('of no rows is none', () => {
    expect(wrongShelves([], 10)).toEqual([]);
  });
});
